import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64, findBase64Bytes } from './base64.ts'
import { findUtf8Text, utf8Bytes } from './utf8.ts'

describe('RFC 4648 section 4 · base64', () => {
  test('agrees with an independent implementation and reads back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = base64(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64'))
        expect(findBase64Bytes(text)).toEqual(bytes)
      }),
    )
  })

  test.each([
    ['no padding', 'QQ'],
    ['too much padding', 'QUJD===='],
    ['padding alone', '===='],
    ['padding inside', 'QQ==QUJD'],
    ['stray bits behind the last byte', 'QR=='],
    ['stray bits behind the second byte', 'QUF='],
    ['a line break', 'QUJD\n'],
    ['the URL alphabet', '-_-_'],
  ])('refuses %s', (_, text) => {
    expect(findBase64Bytes(text)).toBeUndefined()
  })

  test('no two texts mean the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const bytes = findBase64Bytes(text)
        if (bytes !== undefined) expect(base64(bytes)).toBe(text)
      }),
    )
  })
})

describe('RFC 3629 · UTF-8', () => {
  const characters = fc
    .oneof(fc.nat(0x7f), fc.nat(0x7ff), fc.nat(0xffff), fc.nat(0x10ffff))
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))

  test('agrees with an independent implementation for any well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: characters }), (text) => {
        expect(utf8Bytes(text)).toEqual(new TextEncoder().encode(text))
        expect(findUtf8Text(utf8Bytes(text))).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  test('accepts exactly the bytes that a strict decoder accepts', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const decoded = (bytes: Uint8Array): string | undefined => {
      try {
        return strict.decode(bytes)
      } catch {
        return undefined
      }
    }
    const leading = fc.constantFrom(0x41, 0xc0, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xf8)
    const following = fc.constantFrom(0x80, 0x90, 0x9f, 0xa0, 0xbb, 0xbf, 0x41)
    const bytes = fc.array(fc.oneof(leading, following, fc.nat(255)), { maxLength: 8 })
    fc.assert(
      fc.property(bytes, (list) => {
        expect(findUtf8Text(Uint8Array.from(list))).toBe(decoded(Uint8Array.from(list)))
      }),
      { numRuns: 1500 },
    )
  })

  test('a text longer than one stretch of units reads back', () => {
    const text = '罚款𠮷a'.repeat(3000)
    expect(findUtf8Text(utf8Bytes(text))).toBe(text)
  })

  test('half of a surrogate pair is a fault', () => {
    expect(() => utf8Bytes('\ud800')).toThrow(RangeError)
  })
})
