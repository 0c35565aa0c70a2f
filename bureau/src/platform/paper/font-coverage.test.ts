import { describe, expect, test } from 'vitest'
import { covers, coverWith, emptyCoverage } from './font-coverage.ts'

const u16 = (...values: readonly number[]): Buffer => Buffer.concat(values.map((value) => { const two = Buffer.alloc(2); two.writeUInt16BE(value); return two }))
const u32 = (...values: readonly number[]): Buffer => Buffer.concat(values.map((value) => { const four = Buffer.alloc(4); four.writeUInt32BE(value); return four }))

/** The table `name` with one entry: the family, for Windows, in Chinese. */
function nameTable(family: string): Buffer {
  const text = Buffer.from(family, 'utf16le').swap16()
  return Buffer.concat([u16(0, 1, 18, 3, 1, 0x804, 1, text.length, 0), text])
}

/** The table `cmap` with one map. */
const mapTable = (map: Buffer): Buffer => Buffer.concat([u16(0, 1, 3, 10), u32(12), map])

/** Format 4: A to C by difference; then a, b, c from a list in which b is the empty box; then the end mark. */
const segments = mapTable(u16(4, 46, 0, 6, 0, 0, 0, 0x43, 0x63, 0xffff, 0, 0x41, 0x61, 0xffff, 1, 0, 1, 0, 4, 0, 7, 0, 9))

/** Format 12: two rare characters; then one that begins at the empty box. */
const groups = mapTable(Buffer.concat([u16(12, 0), u32(40, 0, 2, 0x20bb7, 0x20bb8, 5, 0x30000, 0x30001, 0)]))

function font(family: string, map: Buffer, start = 0): Buffer {
  const [name, head] = [nameTable(family), 12 + 2 * 16]
  const entry = (tag: string, offset: number, length: number): Buffer => Buffer.concat([Buffer.from(tag), u32(0, start + offset, length)])
  return Buffer.concat([u32(0x10000), u16(2, 0, 0, 0), entry('cmap', head + name.length, map.length), entry('name', head, name.length), name, map])
}

const drawn = (file: Buffer, wanted: readonly string[], codes: readonly number[]): readonly boolean[] => {
  const coverage = coverWith(file, wanted, emptyCoverage())
  return codes.map((code) => covers(coverage, code))
}

describe('ISO/IEC 14496-22 · which characters a font can draw', () => {
  test('characters in segments', () => {
    expect(drawn(font('仿宋', segments), ['仿宋'], [0x40, 0x41, 0x43, 0x44, 0x61, 0x62, 0x63, 0xffff])).toEqual([false, true, true, false, true, false, true, false])
  })

  test('characters in groups, beyond the first plane', () => {
    expect(drawn(font('仿宋', groups), ['仿宋'], [0x20bb6, 0x20bb7, 0x20bb8, 0x20bb9, 0x30000, 0x30001])).toEqual([false, true, true, false, false, true])
  })

  test('each font of a collection is read', () => {
    const first = font('黑体', segments, 20)
    const file = Buffer.concat([Buffer.from('ttcf'), u32(0x10000, 2, 20, 20 + first.length), first, font('仿宋', groups, 20 + first.length)])
    expect(drawn(file, ['仿宋'], [0x41, 0x20bb7])).toEqual([false, true])
    expect(drawn(file, ['仿宋', '黑体'], [0x41, 0x20bb7])).toEqual([true, true])
  })

  test('a font of another family does not count: it is not printed with', () => {
    expect(drawn(font('楷体', segments), ['仿宋'], [0x41])).toEqual([false])
  })
})
