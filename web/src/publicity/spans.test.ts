import { redacted } from '@zhunsheng/law/identifiers/redact.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spansOf } from './spans.ts'

describe('what the public will see, marked (公示预览)', () => {
  test('what is hidden says what it was; what looks like a person is marked where it stands', () => {
    expect(spansOf('当事人刘海超出门窗经营，证人陈志强（13912345678）指认。', ['刘海'])).toEqual([
      { text: '当事人' }, { text: '刘某', hides: 'name', was: '刘海' }, { text: '超出门窗经营，' }, { text: '证人陈志强', looksLike: 'name' }, { text: '（' }, { text: '＊＊＊', hides: 'phone', was: '13912345678' }, { text: '）指认。' },
    ])
  })
  test('no text, no marks', () => {
    expect(spansOf('', ['刘海'])).toEqual([])
  })
  test('for every text the marked stretches together are what the public sees', () => {
    const word = fc.constantFrom('刘海', '证人', '陈志强', '13912345678', '渝A12345', '，', '12 号', '其妻李芳', '一', '999999999999')
    fc.assert(fc.property(fc.array(word), (words) => {
      const text = words.join('')
      expect(spansOf(text, ['刘海']).map((span) => span.text).join('')).toBe(redacted(text, ['刘海']))
    }))
  })
})
