import type { Hasher } from './digest.ts'
import { emptyRoot, nodeHash } from './merkle.ts'

/**
 * All that must be kept of a log to go on appending to it: its size, and the roots of the perfect trees
 * that it falls into (one for each bit of the size, largest first). At most 64 hashes for any log.
 */
export interface Frontier {
  readonly size: bigint
  readonly peaks: readonly Uint8Array[]
}

/** The frontier of a log without entries. */
export const EMPTY_FRONTIER: Frontier = { size: 0n, peaks: [] }

/** The frontier after these leaf hashes were appended; the one before stays as it was. */
export function appendLeaves(sha256: Hasher, before: Frontier, leafHashes: Iterable<Uint8Array>): Frontier {
  const peaks = [...before.peaks]
  let size = before.size
  for (const leaf of leafHashes) {
    peaks.push(leaf)
    for (let bits = size; (bits & 1n) === 1n; bits >>= 1n) mergeLastTwo(sha256, peaks)
    size += 1n
  }
  return { size, peaks }
}

function mergeLastTwo(sha256: Hasher, peaks: Uint8Array[]): void {
  const right = peaks.pop()
  const left = peaks.pop()
  if (left === undefined || right === undefined) throw new RangeError('The frontier has fewer peaks than its size says')
  peaks.push(nodeHash(sha256, left, right))
}

/** The root of the log at this size, RFC 9162 section 2.1.1. */
export function frontierRoot(sha256: Hasher, { peaks }: Frontier): Uint8Array {
  return peaks.length === 0 ? emptyRoot(sha256) : peaks.reduceRight((right, left) => nodeHash(sha256, left, right))
}
