import { concat } from './bytes.ts'
import { DIGEST_BYTES } from './digest.ts'
import { type Outcome, read, rejected } from './outcome.ts'

/** How many hashes a full tile (瓦片) holds: eight levels of the tree, C2SP tlog-tiles. */
export const TILE_WIDTH = 256

/** The highest tile level that the format can write. */
const HIGHEST_LEVEL = 63

/** A stretch of `width` neighbouring hashes at level `8 * level` of the tree; full when 256 wide. */
export interface Tile {
  readonly level: number
  readonly index: bigint
  readonly width: number
}

/** Where a tile is served, below the log's prefix: `tile/<L>/<N>[.p/<W>]`. */
export function tilePath(tile: Tile): string {
  return `tile/${tile.level}/${tileNumber(tile)}`
}

/** Where the entries under a tile of level 0 are served: `tile/entries/<N>[.p/<W>]`. */
export function entriesPath(bundle: Omit<Tile, 'level'>): string {
  return `tile/entries/${tileNumber(bundle)}`
}

/** A path that is served, read back; any second way to write the same tile is refused. */
export function readTilePath(path: string): Outcome<Tile | { readonly entries: Omit<Tile, 'level'> }> {
  const parts = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  const [, kind = '', number = '', partial] = parts ?? []
  if (parts === null) return rejected('不是瓦片路径')
  const index = BigInt(number.replaceAll(/[x/]/g, ''))
  const width = partial === undefined ? TILE_WIDTH : Number(partial)
  const isEntries = kind === 'entries'
  const tile = { level: isEntries ? 0 : Number(kind), index, width }
  const isCanonical = path === (isEntries ? entriesPath(tile) : tilePath(tile))
  if (!isCanonical || width < 1 || tile.level > HIGHEST_LEVEL) return rejected('不是规范的瓦片路径')
  return read(isEntries ? { entries: { index, width } } : tile)
}

function tileNumber({ index, width }: Omit<Tile, 'level'>): string {
  const digits = index.toString()
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const groups = padded.match(/\d{3}/g) ?? []
  const number = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return width === TILE_WIDTH ? number : `${number}.p/${width}`
}

/** How wide this tile is in a tree of `size` leaves: 256 when full, 0 when the tree does not reach it. */
export function tileWidth(level: number, index: bigint, size: bigint): number {
  const hashes = (size >> BigInt(8 * level)) - index * BigInt(TILE_WIDTH)
  if (hashes <= 0n) return 0
  return hashes >= BigInt(TILE_WIDTH) ? TILE_WIDTH : Number(hashes)
}

/** A tile as it is stored and served: its hashes end to end. */
export function tileBytes(hashes: readonly Uint8Array[]): Uint8Array {
  return concat(...hashes)
}

/** The first `width` hashes of a stored tile, which may meanwhile have grown wider. */
export function readTile(bytes: Uint8Array, width: number): Outcome<Uint8Array[]> {
  if (bytes.length % DIGEST_BYTES !== 0 || bytes.length < width * DIGEST_BYTES || bytes.length > TILE_WIDTH * DIGEST_BYTES)
    return rejected('瓦片的长度不对')
  return read(Array.from({ length: width }, (_, at) => bytes.slice(at * DIGEST_BYTES, (at + 1) * DIGEST_BYTES)))
}

/** The longest entry that a bundle can hold: its length is written in two bytes. */
const LONGEST_ENTRY = 0xffff

/** An entry bundle (条目包): each entry behind its length in two bytes, most significant first. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concat(
    ...entries.flatMap((entry) => {
      if (entry.length > LONGEST_ENTRY) throw new RangeError('A log entry is longer than its length field can say')
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]
    }),
  )
}

/** The entries of a bundle; a cut-off entry and more than 256 entries are refused. */
export function readEntryBundle(bytes: Uint8Array): Outcome<Uint8Array[]> {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    const end = at + 2 + length
    if (end > bytes.length) return rejected('条目包在条目中间断开')
    entries.push(bytes.slice(at + 2, end))
    at = end
  }
  return entries.length <= TILE_WIDTH ? read(entries) : rejected('条目包的条目超过256个')
}
