import { describe, expect, test } from 'vitest'
import type { Benchmark } from '../benchmark.ts'
import { evaluatorOf } from '../evaluate.ts'
import { likenessOf } from './likeness.ts'

const STALL: Benchmark = {
  form: 'zhunsheng.benchmark/1',
  matter: 'street.front',
  conduct: '出店经营',
  hit: 'unique',
  factors: [{ kind: 'number', code: 'area', name: '面积', unit: '平方米', from: { at: 0, included: false }, whole: false, worse: 'more' }, { kind: 'flag', code: 'again', name: '再次', worse: 'yes' }],
  ranges: [{ name: '', basis: '示例', min: 0n, max: 10_000n, measure: { is: 'fenEach', factor: 'area' } }, { name: '再次', basis: '示例', max: 500_000n, measure: { is: 'fen' } }],
  rows: [
    { tier: 'lighter', when: { again: { is: 'flag', value: false } }, band: { is: 'fine', min: 1000n, max: 5000n }, range: 0 },
    { tier: 'grave', when: { again: { is: 'flag', value: true } }, band: { is: 'fine', min: 100_000n, max: 500_000n }, range: 1 },
  ],
  notThis: [],
}
const stall = evaluatorOf(STALL)

describe('what of a decision is compared (可比)', () => {
  test('an amount by the square metre is compared by the square metre', () => {
    expect(likenessOf(stall, { area: 4, again: false }, 12_000n)).toEqual({ row: 0, amount: 3000 })
    expect(likenessOf(stall, { area: 40, again: false }, 120_000n)).toEqual({ row: 0, amount: 3000 })
  })
  test('an amount of its own is compared as it is', () => {
    expect(likenessOf(stall, { area: 4, again: true }, 200_000n)).toEqual({ row: 1, amount: 200_000 })
  })
  test('without a fine there is a row and no amount', () => {
    expect(likenessOf(stall, { area: 4, again: true }, undefined)).toEqual({ row: 1 })
  })
  test('facts to which the benchmark gives no answer make a case like no other', () => {
    expect(likenessOf(stall, { area: 4 }, 200_000n)).toBeUndefined()
    expect(likenessOf(stall, { area: -1, again: true }, 200_000n)).toBeUndefined()
  })
})
