import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMediaPacket, USUAL_MEDIA_BODY, writeMediaPacket, type MediaHeader } from './media-packet.ts'

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const word = fc.nat(0xffff)
const headers = fc
  .record({
    rtp: fc.nat(255), marker: fc.boolean(), payload: fc.nat(127), sequence: word, phone: fc.stringMatching(/^[1-9]\d{0,11}$/), channel: fc.nat(255),
    data: fc.constantFrom(0, 1, 2, 3, 4), part: fc.constantFrom(0, 1, 2, 3), relativeMs: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), sinceKeyFrameMs: word, sinceFrameMs: word,
  })
  .map(({ relativeMs, sinceKeyFrameMs, sinceFrameMs, ...one }): MediaHeader => ({ ...one, ...(one.data < 4 ? { relativeMs } : {}), ...(one.data < 3 ? { sinceKeyFrameMs, sinceFrameMs } : {}) }))
const bodies = fc.uint8Array({ maxLength: USUAL_MEDIA_BODY })

describe('JT/T 1078-2016 第 5.5.3 条 · the head of a packet of picture or sound', () => {
  test('a key frame of H.264 has a time and two intervals', () => {
    const packet = bytesOf('30316364 81 e2 0001 013800138000 02 01 0000000000000064 0000 0028 0003 aabbcc')
    expect(readMediaPacket(packet, 0)).toEqual({
      kind: 'packet', bodyAt: 30, bodyLength: 3, next: 33,
      header: { rtp: 0x81, marker: true, payload: 98, sequence: 1, phone: '13800138000', channel: 2, data: 0, part: 1, relativeMs: 100n, sinceKeyFrameMs: 0, sinceFrameMs: 40 },
    })
  })
  test('sound has no intervals, and what passes through has no time either', () => {
    expect(readMediaPacket(bytesOf('30316364 81 86 0001 013800138000 02 30 0000000000000064 0001 aa'), 0)).toMatchObject({ kind: 'packet', bodyAt: 26 })
    expect(readMediaPacket(bytesOf('30316364 81 86 0001 013800138000 02 40 0001 aa'), 0)).toMatchObject({ kind: 'packet', bodyAt: 18 })
  })
  test('what was written is read again, with either length of phone', () => {
    fc.assert(
      fc.property(headers, bodies, fc.constantFrom<6 | 10>(6, 10), fc.nat(20), (header, body, phoneBytes, before) => {
        const packet = writeMediaPacket(header, body, phoneBytes) ?? new Uint8Array()
        const bytes = Uint8Array.from([...new Uint8Array(before), ...packet])
        const read = readMediaPacket(bytes, before, phoneBytes)
        expect(read).toMatchObject({ kind: 'packet', header, bodyLength: body.length, next: bytes.length })
        expect(read.kind === 'packet' && bytes.slice(read.bodyAt, read.next)).toEqual(body)
      }),
    )
  })
  test('a packet that has not arrived whole says how much it needs, at every byte', () => {
    fc.assert(
      fc.property(headers, bodies, fc.nat(1000), (header, body, cut) => {
        const packet = writeMediaPacket(header, body) ?? new Uint8Array()
        const held = packet.subarray(0, cut % packet.length)
        const read = readMediaPacket(held, 0)
        expect(read.kind).toBe('more')
        expect(read.kind === 'more' && read.bytes > held.length && read.bytes <= packet.length).toBe(true)
      }),
    )
  })
  test.each([
    ['other bytes', '00000000'],
    ['a phone with letters', '30316364 81 86 0001 01380013800a 02 30 0000000000000064 0000'],
    ['a kind of data that there is not', '30316364 81 86 0001 013800138000 02 50 0000000000000064 0000'],
    ['a body longer than any', '30316364 81 86 0001 013800138000 02 30 0000000000000064 03b7'],
  ])('%s are no packet', (_, hex) => expect(readMediaPacket(bytesOf(hex), 0)).toEqual({ kind: 'no-packet' }))
  test('any bytes are answered', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(['more', 'no-packet', 'packet']).toContain(readMediaPacket(Uint8Array.from([0x30, 0x31, 0x63, 0x64, ...bytes]), 0).kind)
    }))
  })
})
