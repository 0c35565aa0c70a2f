import { concat } from './bytes.ts'
import type { Hasher } from './digest.ts'

/** The largest tree size or leaf index that the formats can write: 64 bits. */
export const LARGEST_INDEX = 2n ** 64n - 1n

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** The hash of one log entry (叶子), RFC 9162 section 2.1.1: the leading byte keeps leaves and nodes apart. */
export function leafHash(sha256: Hasher, entry: Uint8Array): Uint8Array {
  return sha256(concat(LEAF, entry))
}

/** The hash of an inner node over its two children, RFC 9162 section 2.1.1. */
export function nodeHash(sha256: Hasher, left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concat(NODE, left, right))
}

/** The root of the tree that has no leaf yet, RFC 9162 section 2.1.1. */
export function emptyRoot(sha256: Hasher): Uint8Array {
  return sha256(new Uint8Array(0))
}

/** Reads the hash over the leaves `[index * 2^level, (index + 1) * 2^level)`, all of which exist. */
export type NodeReader = (level: number, index: bigint) => Uint8Array

/**
 * The root over the leaves `[start, end)`, RFC 9162 section 2.1.1, out of nodes that are already known.
 * `start` must be where a subtree of this width may begin, as in `isSubtree`.
 */
export function rangeHash(sha256: Hasher, readNode: NodeReader, start: bigint, end: bigint): Uint8Array {
  const width = end - start
  if (width === 0n) return emptyRoot(sha256)
  const left = largestPowerBelow(width)
  if (left * 2n === width || width === 1n) return readNode(bitLength(width) - 1, start / width)
  const middle = start + left
  return nodeHash(sha256, rangeHash(sha256, readNode, start, middle), rangeHash(sha256, readNode, middle, end))
}

/** Reads nodes by hashing them up from a list of leaf hashes: for small trees that fit in memory. */
export function readerOfLeaves(sha256: Hasher, leafHashes: readonly Uint8Array[]): NodeReader {
  const readNode: NodeReader = (level, index) => {
    if (level > 0)
      return nodeHash(sha256, readNode(level - 1, index * 2n), readNode(level - 1, index * 2n + 1n))
    const leaf = leafHashes[Number(index)]
    if (leaf === undefined) throw new RangeError(`The tree has no leaf ${index}`)
    return leaf
  }
  return readNode
}

/** Whether `[start, end)` may be a subtree: not empty, and beginning at a multiple of its rounded-up width. */
export function isSubtree(start: bigint, end: bigint): boolean {
  if (start < 0n || end <= start || end > LARGEST_INDEX) return false
  return start % 2n ** BigInt(bitLength(end - start - 1n)) === 0n
}

/** The largest power of two smaller than `n`, where RFC 9162 splits a tree; one for `n` of one or two. */
export function largestPowerBelow(n: bigint): bigint {
  return n <= 2n ? 1n : 2n ** BigInt(bitLength(n - 1n) - 1)
}

function bitLength(n: bigint): number {
  return n === 0n ? 0 : n.toString(2).length
}
