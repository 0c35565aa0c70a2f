import { describe, expect, test } from 'vitest'
import type { Benchmark } from './benchmark.ts'
import { contradictions } from './contradictions.ts'
import { shenzhen2023 } from './short-form/shenzhen.ts'

const TABLE: Benchmark = {
  form: 'zhunsheng.benchmark/1', matter: 'a', conduct: '占道经营', hit: 'unique', notThis: [],
  factors: [{ kind: 'flag', code: 'again', name: '再次', worse: 'yes' }],
  ranges: [{ name: '罚款', basis: '示例', max: 100_000n, measure: { is: 'fen' } }],
  rows: [{ tier: 'lighter', when: { again: { is: 'flag', value: false } }, band: { is: 'fine', min: 10_000n, max: 20_000n }, range: 0 }, { tier: 'grave', when: { again: { is: 'flag', value: true } }, band: { is: 'fine', min: 50_000n, max: 100_000n }, range: 0 }],
}
const with2 = (min: bigint, max: bigint): Benchmark => ({ ...TABLE, matter: 'b', rows: TABLE.rows.map((row, at) => (at === 1 ? { ...row, band: { is: 'fine', min, max } } : row)) })

describe('no two matters punish the same conduct differently', () => {
  test('bands that meet do not contradict', () => {
    expect(contradictions([TABLE, with2(90_000n, 100_000n)])).toEqual([])
  })
  test('bands without a common amount do, with facts that show it', () => {
    expect(contradictions([TABLE, with2(20_000n, 30_000n)])).toMatchObject([{ matters: ['a', 'b'], example: { again: true } }])
  })
  test('another conduct is another thing', () => {
    expect(contradictions([TABLE, { ...with2(20_000n, 30_000n), conduct: '乱停放' }])).toEqual([])
  })
  test('深圳市 2023 年版：没有两个事项写的是同一行为', () => {
    expect(contradictions(shenzhen2023())).toEqual([])
  })
})
