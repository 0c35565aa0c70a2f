import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gbkText } from './text.ts'

const decoder = new TextDecoder('gbk')
const text = gbkText((bytes) => decoder.decode(bytes))

describe('GBK, both ways from one decoder', () => {
  test.each([['渝A12345', 'd3e5413132333435'], ['准绳', 'd7bcc9fe'], ['', ''], ['龥', 'fd9b']])('%s is %s', (words, hex) => {
    expect(Buffer.from(text.encode(words) ?? []).toString('hex')).toBe(hex)
    expect(text.decode(Uint8Array.from(Buffer.from(hex, 'hex')))).toBe(words)
  })
  test.each(['🚚', 'é̂', '가', '\u{20000}'])('%s is not in it, and is not written as something else', (words) => expect(text.encode(words)).toBeUndefined())
  test('every character that it can write is read as itself', () => {
    for (let code = 0; code < 0x10000; code += 1) {
      const character = String.fromCharCode(code)
      const bytes = text.encode(character)
      if (bytes !== undefined && text.decode(bytes) !== character) expect.fail(`U+${code.toString(16)}`)
    }
  })
  test('the ideographs of Unicode 1.1 are all in it', () => {
    for (let code = 0x4e00; code <= 0x9fa5; code += 1) if (text.encode(String.fromCharCode(code)) === undefined) expect.fail(`U+${code.toString(16)}`)
  })
  test('bytes that are no text are shown as unreadable', () => {
    expect(text.decode(Uint8Array.of(0xff, 0x41))).toContain('\uFFFD')
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => { expect(text.decode(bytes)).toBe(decoder.decode(bytes)) }))
  })
})
