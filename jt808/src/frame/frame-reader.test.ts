import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openFrameReader, readDatagram, type Heard } from './frame-reader.ts'
import { MOST_BODY, MOST_BYTES, type Header } from './header.ts'
import { writeFrame, writeFrames } from './write-frame.ts'

const HEAD: Header = { id: 0x0002, is2019: false, protocolVersion: 0, phone: '13800138000', serial: 10, encryption: 0, reserved: false }
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const codes = (heard: readonly Heard[]): readonly string[] => heard.map((one) => (one.kind === 'frame' ? 'frame' : one.code))
const frame = (header: Header = HEAD, body: Uint8Array = new Uint8Array()): Uint8Array => {
  const bytes = writeFrame(header, body)
  if (bytes === undefined) throw new Error('the head does not fit')
  return bytes
}
const joined = (...pieces: readonly Uint8Array[]): Uint8Array => Uint8Array.from(pieces.flatMap((piece) => [...piece]))
/** These bytes with their checksum, between delimiters. */
const closed = (hex: string): Uint8Array => joined(bytesOf('7e'), bytesOf(hex), Uint8Array.of(bytesOf(hex).reduce((sum, byte) => sum ^ byte, 0)), bytesOf('7e'))
const RIGHT = frame()
const ESCAPED = frame(HEAD, bytesOf('7e 7d 01 02 7e'))

const phones = (most: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most }).map((digits) => digits.join('').replace(/^0+(?=.)/, ''))
const part = fc.integer({ min: 1, max: 0xffff }).chain((total) => fc.record({ total: fc.constant(total), index: fc.integer({ min: 1, max: total }) }))
const headers: fc.Arbitrary<Header> = fc.boolean().chain((is2019) =>
  fc.record(
    {
      id: fc.nat(0xffff), is2019: fc.constant(is2019), protocolVersion: is2019 ? fc.nat(0xff) : fc.constant(0), phone: phones(is2019 ? 20 : 12),
      serial: fc.nat(0xffff), encryption: fc.nat(7), reserved: fc.boolean(), part,
    },
    { requiredKeys: ['id', 'is2019', 'protocolVersion', 'phone', 'serial', 'encryption', 'reserved'] },
  ),
)
const bodies = fc.uint8Array({ maxLength: MOST_BODY })
/** Bytes that are often delimiters and escapes. */
const nasty = fc.array(fc.oneof(fc.constantFrom(0x7e, 0x7d, 0x01, 0x02), fc.nat(255)), { maxLength: 400 }).map((bytes) => Uint8Array.from(bytes))

describe('JT/T 808 第 4.4 条 · a frame on the wire', () => {
  test('0x7e is written 7d 02 and 0x7d is written 7d 01', () => {
    expect(Buffer.from(ESCAPED).toString('hex')).toContain('7d027d0101027d02')
    expect(readDatagram(ESCAPED)).toEqual([{ kind: 'frame', header: HEAD, body: bytesOf('7e7d01027e') }])
  })
  test('what was written is read again, head and body, in every edition', () => {
    fc.assert(fc.property(headers, bodies, (header, body) => {
      expect(readDatagram(frame(header, body))).toEqual([{ kind: 'frame', header, body }])
    }))
  })
  test('a body of 1023 bytes is the longest', () => {
    expect(codes(readDatagram(frame(HEAD, new Uint8Array(MOST_BODY).fill(0x7e))))).toEqual(['frame'])
    expect(writeFrame(HEAD, new Uint8Array(MOST_BODY + 1))).toBeUndefined()
  })
  test.each([
    ['a phone of 13 digits before 2019', { phone: '1380013800012' }],
    ['a phone with a letter', { phone: '1380013800a' }],
    ['no phone', { phone: '' }],
    ['a serial beyond two bytes', { serial: 0x10000 }],
    ['a protocol version before 2019', { protocolVersion: 1 }],
    ['part 3 of 2', { part: { total: 2, index: 3 } }],
  ])('no frame is written with %s', (_, more) => expect(writeFrame({ ...HEAD, ...more }, new Uint8Array())).toBeUndefined())
  test('a longer message is written in parts with serials in a row, over 65535 to 0', () => {
    const frames = writeFrames({ ...HEAD, serial: 0xffff }, new Uint8Array(MOST_BODY * 2 + 1)) ?? []
    const heard = readDatagram(joined(...frames))
    expect(heard.map((one) => (one.kind === 'frame' ? [one.header.serial, one.header.part, one.body.length] : one.code))).toEqual([
      [0xffff, { total: 3, index: 1 }, MOST_BODY], [0, { total: 3, index: 2 }, MOST_BODY], [1, { total: 3, index: 3 }, 1],
    ])
  })
})

describe('what is broken is told apart and counted', () => {
  const flipped = (bytes: Uint8Array, at: number, to: number): Uint8Array => bytes.map((byte, index) => (index === at ? to : byte))
  test.each([
    ['garbage before a frame', joined(bytesOf('00 11 22'), RIGHT), ['garbage', 'frame']],
    ['garbage between frames', joined(RIGHT, bytesOf('00 11 22'), RIGHT), ['frame', 'garbage', 'frame']],
    ['garbage after the last frame', joined(RIGHT, bytesOf('00 11 22')), ['frame', 'garbage']],
    ['one delimiter between two frames', joined(RIGHT, RIGHT.subarray(1)), ['frame', 'frame']],
    ['many delimiters between two frames', joined(RIGHT, bytesOf('7e7e7e'), RIGHT), ['frame', 'frame']],
    ['a frame without its end', RIGHT.subarray(0, -1), ['truncated']],
    ['a frame without its end before another', joined(RIGHT.subarray(0, 9), RIGHT), ['truncated', 'frame']],
    ['too short for a head', bytesOf('7e 00 02 00 00 7e'), ['truncated']],
    ['less than its head says', flipped(RIGHT, 4, 1), ['truncated']],
    ['more than its head says', joined(RIGHT.subarray(0, -1), bytesOf('00 7e')), ['wrong-length']],
    ['a wrong checksum', flipped(RIGHT, 11, 0x99), ['wrong-checksum']],
    ['7d before something else', joined(bytesOf('7e 7d 03'), RIGHT.subarray(1)), ['wrong-escape']],
    ['7d before the end', bytesOf('7e 00 02 7d 7e'), ['wrong-escape']],
    ['a phone with letters', closed('0002 0000 01380013800a 000a'), ['wrong-phone']],
    ['part 3 of 2', closed('0002 2000 013800138000 000a 0002 0003'), ['wrong-part']],
    ['longer than any frame', joined(bytesOf('7e'), new Uint8Array(MOST_BYTES + 1), bytesOf('7e'), RIGHT), ['oversized', 'frame']],
  ])('%s', (_, bytes, expected) => {
    expect(codes(readDatagram(bytes))).toEqual(expected)
    const reader = openFrameReader()
    reader.feed(bytes)
    reader.end()
    const counted = Object.fromEntries(expected.map((code) => [code, expected.filter((other) => other === code).length]))
    expect(reader.counts()).toMatchObject(counted)
    expect(Object.values(reader.counts()).reduce((sum, count) => sum + count)).toBe(expected.length)
  })
  test('it says how many bytes were lost, and with which they began', () => {
    expect(readDatagram(bytesOf('aa bb cc'))).toEqual([{ kind: 'broken', code: 'garbage', size: 3, start: bytesOf('aabbcc') }])
  })
})

describe('a stream arrives in pieces', () => {
  test('of any size, and the same is heard', () => {
    const stream = fc.array(fc.oneof(fc.tuple(headers, fc.uint8Array({ maxLength: 60 })).map(([header, body]) => frame(header, body)), nasty), { maxLength: 8 }).map((pieces) => joined(...pieces))
    fc.assert(
      fc.property(stream, fc.array(fc.nat(3000), { maxLength: 12 }), (bytes, cuts) => {
        const whole = openFrameReader()
        const expected = [...whole.feed(bytes), ...whole.end()]
        const reader = openFrameReader()
        const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
        const heard = edges.slice(1).flatMap((edge, index) => reader.feed(bytes.subarray(edges[index], edge)))
        expect([...heard, ...reader.end()]).toEqual(expected)
        expect(reader.counts()).toEqual(whole.counts())
      }),
    )
  })
  test('no byte is lost or heard twice: frames and broken ones together are the stream', () => {
    fc.assert(
      fc.property(nasty, (bytes) => {
        const lost = readDatagram(bytes).reduce((sum, one) => sum + (one.kind === 'broken' ? one.size : frame(one.header, one.body).length - 2), 0)
        expect(lost).toBe(bytes.filter((byte) => byte !== 0x7e).length)
      }),
    )
  })
  test('a frame survives whatever came before it and was closed', () => {
    fc.assert(fc.property(nasty, (before) => {
      expect(codes(readDatagram(joined(before, bytesOf('7e7e'), RIGHT))).at(-1)).toBe('frame')
    }))
  })
  test('the memory stays that of one frame, however much comes without an end', () => {
    const reader = openFrameReader()
    const flood = new Uint8Array(1 << 20).fill(0x55)
    reader.feed(bytesOf('7e'))
    for (let round = 0; round < 64; round += 1) expect(reader.feed(flood)).toEqual([])
    const [lost] = reader.feed(bytesOf('7e'))
    expect(lost).toMatchObject({ kind: 'broken', code: 'oversized', size: 64 << 20 })
    expect(lost?.kind === 'broken' && lost.start.length).toBe(32)
  })
})
