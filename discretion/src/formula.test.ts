import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHENGDU, CHONGQING, FORMULAS, LILING, type Formula, type Span } from './formula.ts'

const yuan = (amount: number) => BigInt(amount * 100)
const written = (formula: Formula, span: Span) => formula.divide(span).map(({ tier, band }) => [tier, ...(band.is === 'fine' ? [Number(band.min) / 100, Number(band.max) / 100] : [])])

describe('a formula divides a statutory range (裁量幅度的划分)', () => {
  test('重庆：五千至三万元，一般为一万二千五百至二万二千五百元', () => {
    expect(written(CHONGQING, { min: yuan(5000), max: yuan(30_000) })).toEqual([['lighter', 5000, 12_500], ['ordinary', 12_500.01, 22_500], ['heavier', 22_500.01, 30_000]])
  })
  test('醴陵：五千至三万元，一般为五千以上至一万五千元', () => {
    expect(written(LILING, { min: yuan(5000), max: yuan(30_000) })).toEqual([['slight', 5000, 5000], ['ordinary', 5000.01, 15_000], ['heavier', 15_000.01, 29_999.99], ['grave', 30_000, 30_000]])
  })
  test('醴陵：没有法定最低额的，以最高额的十分之一为最低额', () => {
    expect(written(LILING, { max: yuan(1000) })[0]).toEqual(['slight', 100, 100])
  })
  test('成都：只有最高额的，一般为百分之四十至六十', () => {
    expect(written(CHENGDU, { max: yuan(1000) })[1]).toEqual(['ordinary', 400.01, 600])
  })
  test('成都：最高额达到最低额四倍的，按倍数划分', () => {
    expect(written(CHENGDU, { min: yuan(1000), max: yuan(8000) }).map(([, , most]) => most)).toEqual([2000, 4000, 8000])
  })
  test.each(FORMULAS.map((formula) => [formula.name, formula] as const))('%s: neighbours share no cent, nothing is left out, all stays within', (_, formula) => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 8n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.boolean(), (min, more, isOpen) => {
        const span = isOpen ? { max: more } : { min, max: min + more }
        const bands = formula.divide(span).map(({ band }) => band)
        const [first] = bands
        expect(bands.length).toBeGreaterThan(0)
        if (span.min !== undefined) expect(first?.is === 'fine' && first.min).toBe(span.min)
        for (const [place, band] of bands.entries()) {
          const next = bands[place + 1]
          if (band.is !== 'fine') throw new Error('a formula only fines')
          expect(band.min <= band.max && band.max <= span.max).toBe(true)
          expect(next === undefined ? band.max : next.is === 'fine' && next.min).toBe(next === undefined ? span.max : band.max + 1n)
        }
      }),
    )
  })
})
