/** The characters that a font can draw, one bit a code point. */
export type Coverage = Uint8Array

const CODE_POINTS = 0x110000

/** A coverage to be filled by `coverWith`. */
export const emptyCoverage = (): Coverage => new Uint8Array(CODE_POINTS / 8)

/** Whether one of the fonts read so far can draw this code point. */
export function covers(coverage: Coverage, codePoint: number): boolean {
  return ((coverage[codePoint >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0
}

/**
 * Adds the characters of a font file (TTF, OTF or TTC) to a coverage, if the file carries one of the wanted families.
 *
 * Only the tables `name` and `cmap` (formats 4 and 12) of the OpenType specification are read. Typst cannot be asked
 * what a font can draw, and an archival PDF must not contain the empty box of a missing character.
 */
export function coverWith(file: Buffer, wanted: readonly string[], coverage: Coverage): Coverage {
  for (const start of fontsIn(file)) {
    const tables = tablesOf(file, start)
    const [names, map] = [tables.get('name'), tables.get('cmap')]
    if (names === undefined || map === undefined) continue
    if (familiesOf(file, names).some((family) => wanted.includes(family))) addCharacters(file, map, coverage)
  }
  return coverage
}

function fontsIn(file: Buffer): readonly number[] {
  if (file.toString('latin1', 0, 4) !== 'ttcf') return [0]
  return Array.from({ length: file.readUInt32BE(8) }, (_, at) => file.readUInt32BE(12 + at * 4))
}

function tablesOf(file: Buffer, start: number): ReadonlyMap<string, number> {
  return new Map(Array.from({ length: file.readUInt16BE(start + 4) }, (_, at) => {
    const entry = start + 12 + at * 16
    return [file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8)]
  }))
}

const FAMILY = 1
const WINDOWS = 3

function familiesOf(file: Buffer, table: number): readonly string[] {
  const texts = table + file.readUInt16BE(table + 4)
  return Array.from({ length: file.readUInt16BE(table + 2) }, (_, at) => table + 6 + at * 12)
    .filter((entry) => file.readUInt16BE(entry) === WINDOWS && file.readUInt16BE(entry + 6) === FAMILY)
    .map((entry) => {
      const from = texts + file.readUInt16BE(entry + 10)
      // The names are big-endian UTF-16, and Node reads the other order only.
      return Buffer.from(file.subarray(from, from + file.readUInt16BE(entry + 8))).swap16().toString('utf16le')
    })
}

function addCharacters(file: Buffer, table: number, coverage: Coverage): void {
  for (let at = 0; at < file.readUInt16BE(table + 2); at += 1) {
    const map = table + file.readUInt32BE(table + 4 + at * 8 + 4)
    const format = file.readUInt16BE(map)
    if (format === 4) addSegments(file, map, coverage)
    if (format === 12) addGroups(file, map, coverage)
  }
}

function addGroups(file: Buffer, map: number, coverage: Coverage): void {
  for (let at = 0; at < file.readUInt32BE(map + 12); at += 1) {
    const group = map + 16 + at * 12
    // Glyph 0 is the empty box itself.
    const first = file.readUInt32BE(group) + (file.readUInt32BE(group + 8) === 0 ? 1 : 0)
    addRange(coverage, first, file.readUInt32BE(group + 4))
  }
}

function addSegments(file: Buffer, map: number, coverage: Coverage): void {
  const size = file.readUInt16BE(map + 6)
  for (let at = 0; at < size; at += 2) {
    const end = map + 14 + at
    const [last, first] = [file.readUInt16BE(end), file.readUInt16BE(end + size + 2)]
    const [delta, offset] = [file.readUInt16BE(end + 2 * size + 2), file.readUInt16BE(end + 3 * size + 2)]
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyph = offset === 0 ? (code + delta) & 0xffff : file.readUInt16BE(end + 3 * size + 2 + offset + 2 * (code - first))
      if (glyph !== 0) addRange(coverage, code, code)
    }
  }
}

function addRange(coverage: Coverage, first: number, last: number): void {
  for (let code = first; code <= last; code += 1) coverage[code >> 3] = (coverage[code >> 3] ?? 0) | (1 << (code & 7))
}
