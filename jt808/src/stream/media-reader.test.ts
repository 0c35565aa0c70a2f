import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeMediaPacket, type MediaData, type MediaPart } from './media-packet.ts'
import { openMediaReader } from './media-reader.ts'
import { openUnitAssembly } from './unit-assembly.ts'

const packet = (sequence: number, body: Uint8Array, more: { readonly data?: MediaData; readonly part?: MediaPart; readonly payload?: number } = {}): Uint8Array =>
  writeMediaPacket({ rtp: 0x81, marker: true, payload: 98, sequence, phone: '13900000000', channel: 1, data: 0, part: 0, relativeMs: 5n, ...more }, body) ?? new Uint8Array()
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
/** Cuts bytes at these places. */
const cut = (bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] => {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)).toSorted((one, other) => one - other), bytes.length]
  return at.slice(1).map((end, index) => bytes.slice(at[index], end))
}
const bodies = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 6 })
const garbage = fc.uint8Array({ maxLength: 40 })

describe('JT/T 1078-2016 第 5.5.3 条 · packets out of a stream', () => {
  test('wherever it is cut, the same packets come out', () => {
    fc.assert(fc.property(bodies, fc.array(fc.nat(), { maxLength: 8 }), (sent, places) => {
      const reader = openMediaReader()
      const stream = joined(...sent.map((body, sequence) => packet(sequence, body)))
      const found = cut(stream, places).flatMap((piece) => reader.feed(piece))
      expect(found.map(({ body }) => [...body])).toEqual(sent.map((body) => [...body]))
      expect(joined(...found.map((one) => one.packet))).toEqual(stream)
      expect(reader.counts()).toEqual({ packets: sent.length, broken: 0, brokenBytes: 0 })
    }))
  })
  test('after bytes that are none it goes on with the next, and counts them', () => {
    fc.assert(fc.property(garbage.filter((bytes) => !bytes.includes(0x30)), bodies, (noise, sent) => {
      const reader = openMediaReader()
      const found = reader.feed(joined(noise, ...sent.map((body, sequence) => packet(sequence, body))))
      expect(found).toHaveLength(sent.length)
      expect(reader.counts()).toEqual({ packets: sent.length, broken: noise.length === 0 ? 0 : 1, brokenBytes: noise.length })
    }))
  })
  test('random bytes, cut anywhere, are counted, and nothing is held beyond the longest packet', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), fc.boolean(), (pieces, looksRight) => {
      const reader = openMediaReader({ most: 100 })
      const fed = pieces.map((piece) => (looksRight ? joined(Uint8Array.of(0x30, 0x31, 0x63, 0x64), piece) : piece))
      const read = fed.flatMap((piece) => reader.feed(piece)).reduce((sum, one) => sum + one.packet.length, 0)
      const held = fed.reduce((sum, piece) => sum + piece.length, 0) - read - reader.counts().brokenBytes
      expect(held >= 0 && held < 30 + 100).toBe(true)
    }))
  })
  test('a body longer than any is not waited for', () => {
    const long = packet(0, new Uint8Array(951))
    expect(openMediaReader().feed(long)).toEqual([])
    expect(openMediaReader({ most: 2000 }).feed(long)).toHaveLength(1)
  })
})

describe('JT/T 1078-2016 表 19 · a frame out of its packets (分包处理标记)', () => {
  const through = (...packets: readonly Uint8Array[]) => {
    const assembly = openUnitAssembly(100)
    const units = packets.flatMap((bytes) => openMediaReader().feed(bytes)).flatMap((piece) => assembly.accept(piece) ?? [])
    return { units: units.map(({ bytes, afterLoss }) => ({ bytes: [...bytes], afterLoss })), counts: assembly.counts() }
  }
  const [first, last, middle] = [1, 2, 3] as const
  const of = (...bytes: readonly number[]) => Uint8Array.from(bytes)
  test.each([
    ['whole', [packet(7, of(1))], [{ bytes: [1], afterLoss: false }], {}],
    ['in three parts', [packet(0xffff, of(1), { part: first }), packet(0, of(2), { part: middle }), packet(1, of(3), { part: last })], [{ bytes: [1, 2, 3], afterLoss: false }], {}],
    ['whose middle was lost is given up, and the next says so', [packet(0, of(1), { part: first }), packet(2, of(3), { part: last }), packet(3, of(4))], [{ bytes: [4], afterLoss: true }], { lost: 1, unfinished: 1, stray: 1 }],
    ['that never ends is given up with the next', [packet(0, of(1), { part: first }), packet(1, of(2))], [{ bytes: [2], afterLoss: true }], { unfinished: 1 }],
    ['without a beginning', [packet(0, of(1), { part: middle })], [], { stray: 1 }],
    ['whose parts are of two kinds', [packet(0, of(1), { part: first }), packet(1, of(1), { part: last, data: 1 })], [], { unfinished: 1 }],
    ['larger than any', [packet(0, new Uint8Array(60), { part: first }), packet(1, new Uint8Array(60), { part: last })], [], { tooLarge: 1 }],
    ['after a terminal that counts from 0 again', [packet(9, of(1)), packet(0, of(2))], [{ bytes: [1], afterLoss: false }, { bytes: [2], afterLoss: true }], { lost: 0 }],
  ])('%s', (_, packets, units, counts) => {
    expect(through(...packets)).toMatchObject({ units, counts: { lost: 0, unfinished: 0, stray: 0, tooLarge: 0, units: units.length, ...counts } })
  })
})
