/**
 * Trucks are divided into so many partitions (分区) for good: a worker takes whole ones. Changing the number moves trucks between
 * workers while some of them still count by the old one; that is harmless, and only slow.
 */
export const PARTITIONS = 64

const FNV_START = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** A number of 32 bits that is the same for a text everywhere and at any time: FNV-1a over its code units, stirred once more so that near names fall far apart. */
function hash32(text: string): number {
  let hash = FNV_START
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

export const partitionOf = (truckId: string): number => hash32(truckId) % PARTITIONS

/**
 * Which worker has a partition: the one whose name and the partition give the highest number together (rendezvous hashing). Whoever
 * knows the same workers comes to the same answer, and a worker that comes or goes moves no partition but those it gets or had.
 */
export function ownerOf(partition: number, workers: readonly string[]): string | undefined {
  let owner: string | undefined
  let highest = -1
  for (const worker of workers) {
    const weight = hash32(`${worker} ${partition}`)
    if (weight > highest || (weight === highest && owner !== undefined && worker < owner)) [owner, highest] = [worker, weight]
  }
  return owner
}

/** The partitions of one worker among those that live. */
export const partitionsOf = (worker: string, workers: readonly string[]): readonly number[] => Array.from({ length: PARTITIONS }, (_, partition) => partition).filter((partition) => ownerOf(partition, workers) === worker)
