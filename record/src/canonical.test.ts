import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Canonical, canonicalBytes, canonicalText } from './canonical.ts'
import { readCanonical } from './canonical-reader.ts'
import { concat } from './bytes.ts'
import { utf8Bytes } from './utf8.ts'

const { value: values } = fc.letrec<{ value: Canonical; list: Canonical[]; object: Record<string, Canonical> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger().map((n) => n + 0),
    fc.string({ unit: 'binary' }),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 5 }),
}))

describe('RFC 8785 · canonical JSON', () => {
  test.each([
    ['names are sorted by UTF-16 units', { b: 1, a: 2, '\u20ac': 3, '\ud83d\ude00': 4, '\ufb33': 5, '1': 6 },
      '{"1":6,"a":2,"b":1,"\u20ac":3,"\ud83d\ude00":4,"\ufb33":5}'],
    ['escapes are the shortest', '\u0000\b\t\n\f\r\u001f"\\/\u007f\u2028', '"\\u0000\\b\\t\\n\\f\\r\\u001f\\"\\\\/\u007f\u2028"'],
    ['literals and nesting', [null, true, false, 0, -1, [], {}], '[null,true,false,0,-1,[],{}]'],
    ['the largest whole number', Number.MAX_SAFE_INTEGER, '9007199254740991'],
    ['Chinese stays as it is', { 案由: '占道经营' }, '{"案由":"占道经营"}'],
  ])('%s', (_, value, text) => {
    expect(canonicalText(value)).toBe(text)
  })

  test('reads back as the same value, and a standard reader agrees', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(readCanonical(canonicalBytes(value))).toEqual({ ok: true, value })
        expect(JSON.parse(canonicalText(value))).toEqual(value)
      }),
    )
  })

  test('the order in which an object was built does not matter', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.nat()), (object) => {
        const backwards = Object.fromEntries(Object.entries(object).reverse())
        expect(canonicalText(backwards)).toBe(canonicalText(object))
      }),
    )
  })
})

describe('what has no canonical form is a fault of the caller', () => {
  const odd: readonly [string, () => Canonical][] = [
    ['a fraction', () => 0.5],
    ['a number beyond 2^53', () => 2 ** 53],
    ['not a number', () => Number.NaN],
    ['infinity', () => Number.POSITIVE_INFINITY],
    ['minus zero', () => -0],
    ['half of a surrogate pair', () => ({ a: '\udc00' })],
    ['half of a surrogate pair in a name', () => ({ '\ud800': 1 })],
    ['undefined from untyped code', () => JSON.parse('{}').missing],
    ['undefined inside an object', () => ({ a: JSON.parse('{}').missing })],
    ['a date from untyped code', () => [Object.create(new Date(0))]],
    ['a hole in a list', () => Array(2)],
    ['too deep', () => JSON.parse('['.repeat(70) + ']'.repeat(70))],
  ]
  test.each(odd)('%s', (_, make) => {
    expect(() => canonicalText(make())).toThrow(RangeError)
  })
})

describe('any other spelling is refused, with the place', () => {
  test.each([
    ['a space', '{"a": 1}', ['a']],
    ['a space at the end', '{"a":1} ', []],
    ['a newline at the end', '[]\n', []],
    ['names out of order', '{"b":1,"a":2}', []],
    ['a name twice', '{"a":1,"a":1}', []],
    ['a long escape', '{"a":"\\u0041"}', ['a']],
    ['an escaped slash', '["\\/"]', [0]],
    ['upper-case escape digits', '["\\u001F"]', [0]],
    ['an escaped half of a surrogate pair', '[1,"\\ud800"]', [1]],
    ['a raw control character', '["\t"]', [0]],
    ['a fraction', '[1.0]', [0]],
    ['an exponent', '[1e2]', [0]],
    ['a leading zero', '[01]', [0]],
    ['minus zero', '[-0]', [0]],
    ['a number beyond 2^53', '[9007199254740992]', [0]],
    ['a comma too many', '[1,]', [1]],
    ['a comma too many in an object', '{"a":1,}', []],
    ['no end', '{"a":[1', ['a', 0]],
    ['no end of a string', '["abc', [0]],
    ['a backslash at the end', '["\\', [0]],
    ['two values', '1 2', []],
    ['nothing', '', []],
    ['a byte order mark', '\ufeff{}', []],
    ['too deep', '['.repeat(70) + ']'.repeat(70), Array(65).fill(0)],
  ])('%s', (_, text, path) => {
    expect(readCanonical(utf8Bytes(text))).toMatchObject({ ok: false, path })
  })

  test('the place is counted in characters from one', () => {
    expect(readCanonical(utf8Bytes('[1, 2]'))).toEqual({ ok: false, path: [1], because: '第4个字符起不是规范形式' })
  })

  test('what is not UTF-8 is refused where it begins', () => {
    const bytes = concat(utf8Bytes('{"a":"'), Uint8Array.of(0xc0, 0x80), utf8Bytes('"}'))
    expect(readCanonical(bytes)).toEqual({ ok: false, path: ['a'], because: '第7个字节起不是有效的UTF-8编码' })
  })

  test('no two texts mean the same value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 2 }), (text) => {
        const reading = readCanonical(utf8Bytes(text))
        if (reading.ok) expect(canonicalText(reading.value)).toBe(text)
      }),
    )
  })
})
