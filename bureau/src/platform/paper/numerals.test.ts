import fc from 'fast-check'
import chinese from 'nzh/cn'
import { describe, expect, test } from 'vitest'
import { capitalAmount, figureAmount } from './numerals.ts'

describe('A paper states a sum in capitals and in figures', () => {
  test.each([
    [0n, '人民币零元整（¥0.00）'],
    [5n, '人民币伍分（¥0.05）'],
    [50n, '人民币伍角整（¥0.50）'],
    [105n, '人民币壹元零伍分（¥1.05）'],
    [1_000n, '人民币壹拾元整（¥10.00）'],
    [300_000n, '人民币叁仟元整（¥3,000.00）'],
    [300_005n, '人民币叁仟元零伍分（¥3,000.05）'],
    [10_000_500n, '人民币壹拾万零伍元整（¥100,005.00）'],
    [123_456_789n, '人民币壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分（¥1,234,567.89）'],
    [9_007_199_254_740_993n, '人民币玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角叁分（¥90,071,992,547,409.93）'],
  ])('%s fen is %s', (fen, printed) => {
    expect(capitalAmount(fen)).toBe(printed)
  })

  test('whole yuan read back from the capitals are the yuan written', () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: 999_999_999_999n }), (yuan) => {
      const capitals = capitalAmount(yuan * 100n).replace(/^人民币(.+)元整（.*$/, '$1')
      expect(String(chinese.decodeB(capitals))).toBe(yuan.toString())
    }))
  })

  test('figures keep every fen', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (fen) => {
      expect(BigInt(figureAmount(fen).replace(/[¥,.]/g, ''))).toBe(fen)
    }))
  })

  test('a negative sum is refused', () => {
    expect(() => capitalAmount(-1n)).toThrow(RangeError)
    expect(() => figureAmount(-1n)).toThrow(RangeError)
  })
})
