import type { Hasher } from './digest.ts'
import { emptyRoot, nodeHash, rangeHash, readerOfLeaves, type NodeReader } from './merkle.ts'
import { readTile, TILE_WIDTH, tileBytes, tileWidth, type Tile } from './tiles.ts'

/** The unfinished tiles at the right edge of a log, lowest level first: what must be at hand to append. */
export interface TileEdge {
  readonly size: bigint
  readonly rows: readonly (readonly Uint8Array[])[]
}

/** The edge of a log without entries. */
export const EMPTY_EDGE: TileEdge = { size: 0n, rows: [] }

/** A tile to be stored; a wider one replaces a narrower one with the same level and index. */
export interface TileWrite extends Tile {
  readonly bytes: Uint8Array
}

/** Fetches a stored tile, at least as wide as asked. The caller has read it from its store before. */
export type TileLoader = (tile: Tile) => Uint8Array

/**
 * Appends leaf hashes and says which tiles to store: those that became full, and the partial ones left
 * at the edge. Nothing stored before is ever changed but by growing wider.
 */
export function growTiles(
  sha256: Hasher,
  before: TileEdge,
  leafHashes: Iterable<Uint8Array>,
): { readonly edge: TileEdge; readonly writes: readonly TileWrite[] } {
  const rows = before.rows.map((row) => [...row])
  const full: TileWrite[] = []
  let size = before.size
  for (const leaf of leafHashes) {
    size += 1n
    pushHash(sha256, rows, full, { level: 0, size, hash: leaf })
  }
  const partial = rows.flatMap((row, level) =>
    row.length === 0 || isAsBefore(before, row, level)
      ? []
      : [{ level, index: size >> BigInt(8 * (level + 1)), width: row.length, bytes: tileBytes(row) }],
  )
  return { edge: { size, rows }, writes: [...full, ...partial] }
}

interface Push {
  readonly level: number
  readonly size: bigint
  readonly hash: Uint8Array
}

function pushHash(sha256: Hasher, rows: Uint8Array[][], full: TileWrite[], { level, size, hash }: Push): void {
  const row = rows[level] ?? []
  rows[level] = row
  row.push(hash)
  if (row.length < TILE_WIDTH) return
  full.push({ level, index: (size >> BigInt(8 * (level + 1))) - 1n, width: TILE_WIDTH, bytes: tileBytes(row) })
  rows[level] = []
  pushHash(sha256, rows, full, { level: level + 1, size, hash: rowRoot(sha256, row) })
}

function isAsBefore(before: TileEdge, row: readonly Uint8Array[], level: number): boolean {
  const old = before.rows[level] ?? []
  return old.length === row.length && old.every((hash, at) => hash === row[at])
}

/** The edge of a log of this size, read back from its stored tiles. */
export function edgeFromTiles(size: bigint, load: TileLoader): TileEdge {
  const rows: Uint8Array[][] = []
  for (let level = 0; size >> BigInt(8 * level) > 0n; level++) {
    const index = size >> BigInt(8 * (level + 1))
    const width = tileWidth(level, index, size)
    rows.push(width === 0 ? [] : hashesOf(load, { level, index, width }))
  }
  return { size, rows }
}

/** The root of the whole log, from its edge alone. */
export function edgeRoot(sha256: Hasher, { rows }: TileEdge): Uint8Array {
  let right: Uint8Array | undefined
  for (const row of rows)
    for (const peak of peaksFromRight(sha256, row)) right = right === undefined ? peak : nodeHash(sha256, peak, right)
  return right ?? emptyRoot(sha256)
}

/** The perfect trees that an unfinished row falls into, smallest and rightmost first. */
function peaksFromRight(sha256: Hasher, row: readonly Uint8Array[]): Uint8Array[] {
  const peaks: Uint8Array[] = []
  let end = row.length
  for (let width = 1; width <= row.length; width *= 2) {
    if ((row.length & width) === 0) continue
    peaks.push(rowRoot(sha256, row.slice(end - width, end)))
    end -= width
  }
  return peaks
}

function rowRoot(sha256: Hasher, row: readonly Uint8Array[]): Uint8Array {
  return rangeHash(sha256, readerOfLeaves(sha256, row), 0n, BigInt(row.length))
}

/** Reads the nodes of a tree of `size` leaves out of its tiles, to build any proof from them. */
export function readerOfTiles(sha256: Hasher, size: bigint, load: TileLoader): NodeReader {
  return (level, index) => {
    const { tile, from, to } = tileOfNode(level, index, size)
    return rowRoot(sha256, hashesOf(load, tile).slice(from, to))
  }
}

/**
 * Which tiles `build` will ask for, so that the caller can fetch them all at once and build the proof
 * from them: `tilesNeeded(size, (read) => inclusionProof(sha256, read, index, size))`.
 */
export function tilesNeeded(size: bigint, build: (readNode: NodeReader) => unknown): Tile[] {
  const needed = new Map<string, Tile>()
  build((level, index) => {
    const { tile } = tileOfNode(level, index, size)
    needed.set(`${tile.level}/${tile.index}`, tile)
    return new Uint8Array(0)
  })
  return [...needed.values()]
}

function tileOfNode(level: number, index: bigint, size: bigint): { tile: Tile; from: number; to: number } {
  const tileLevel = Math.floor(level / 8)
  const above = level % 8
  const first = index << BigInt(above)
  const tileIndex = first / BigInt(TILE_WIDTH)
  const from = Number(first % BigInt(TILE_WIDTH))
  const to = from + 2 ** above
  const width = tileWidth(tileLevel, tileIndex, size)
  if (to > width) throw new RangeError(`A tree of ${size} leaves has no node ${index} at level ${level}`)
  return { tile: { level: tileLevel, index: tileIndex, width }, from, to }
}

function hashesOf(load: TileLoader, tile: Tile): Uint8Array[] {
  const hashes = readTile(load(tile), tile.width)
  if (!hashes.ok) throw new RangeError(`The stored tile ${tile.level}/${tile.index} is damaged: ${hashes.because}`)
  return hashes.value
}
