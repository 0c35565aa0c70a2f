import { describe, expect, test } from 'vitest'
import type { Benchmark, Row, Test } from './benchmark.ts'
import { evaluatorOf } from './evaluate.ts'
import { explain } from './explain.ts'

const included = (at: number) => ({ at, included: true })
const between = (from: number, to?: number): Test => ({ is: 'range', from: included(from), ...(to === undefined ? {} : { to: { at: to, included: false } }) })
const fine = (min: bigint, max: bigint) => ({ is: 'fine', min, max }) as const
const rows: readonly Row[] = [
  { tier: 'exempt', label: '免罚', when: { first: { is: 'flag', value: true }, corrected: { is: 'flag', value: true } }, band: { is: 'exempt' }, range: 0 },
  { tier: 'lighter', when: { first: { is: 'flag', value: true }, corrected: { is: 'flag', value: false }, area: between(0, 10) }, band: fine(10_000n, 30_000n), range: 0 },
  { tier: 'heavier', when: { first: { is: 'flag', value: true }, corrected: { is: 'flag', value: false }, area: between(10) }, band: fine(30_000n, 70_000n), range: 0 },
  { tier: 'grave', when: { first: { is: 'flag', value: false } }, band: fine(70_000n, 100_000n), range: 0, and: '没收工具' },
]
const SHOP: Benchmark = {
  form: 'zhunsheng.benchmark/1', matter: 'example', conduct: '占道经营', hit: 'unique', rows,
  factors: [
    { kind: 'flag', code: 'first', name: '初次违法', worse: 'no' },
    { kind: 'flag', code: 'corrected', name: '及时改正', worse: 'no' },
    { kind: 'number', code: 'area', name: '占用面积', unit: '平方米', from: { at: 0, included: false }, whole: false, worse: 'more' },
  ],
  ranges: [{ name: '罚款', basis: '示例条例第一条', min: 10_000n, max: 100_000n, measure: { is: 'fen' } }],
  notThis: [],
}
const { evaluate } = evaluatorOf(SHOP)

describe('a benchmark answers with its reasons (裁量说理)', () => {
  test.each([
    ['exempt, whatever the area', { first: true, corrected: true, area: 50 }, 0],
    ['just below ten square metres', { first: true, corrected: false, area: 9.99 }, 1],
    ['ten square metres exactly: 不足 does not include it', { first: true, corrected: false, area: 10 }, 2],
    ['again', { first: false, corrected: true, area: 1 }, 3],
  ])('%s', (_, facts, index) => {
    expect(evaluate(facts)).toMatchObject({ is: 'answered', index })
  })
  test('it says which row, what that row asks, and what stood against every other row', () => {
    const facts = { first: true, corrected: false, area: 20 }
    expect(explain(SHOP, facts, evaluate(facts))).toEqual({
      says: '较重：罚款 300 元以上 700 元以下',
      because: [
        { factor: '初次违法', asks: '初次违法', found: '是' },
        { factor: '及时改正', asks: '没有及时改正', found: '否' },
        { factor: '占用面积', asks: '占用面积 10 平方米以上', found: '20 平方米' },
      ],
      others: [
        { row: 0, tier: '免罚', because: '要求及时改正，查明为否' },
        { row: 1, tier: '较轻', because: '要求占用面积 0 平方米以上、不足 10 平方米，查明为20 平方米' },
        { row: 3, tier: '严重', because: '要求没有初次违法，查明为是' },
      ],
    })
  })
  test('only factors on which the answer still hangs are asked for', () => {
    expect(evaluate({ first: false })).toMatchObject({ is: 'answered', index: 3 })
    expect(evaluate({ first: true, corrected: true })).toMatchObject({ is: 'answered', index: 0 })
    const open = evaluate({ first: true, corrected: false })
    expect(open.is === 'needs' ? open.factors.map(({ code }) => code) : open.is).toEqual(['area'])
  })
  test.each([
    ['a text for a number', { first: true, corrected: false, area: '10' }, 'area'],
    ['no number', { first: true, corrected: false, area: NaN }, 'area'],
    ['an area that is none', { first: true, corrected: false, area: 0 }, 'area'],
    ['a number for yes or no', { first: 1, corrected: false, area: 1 }, 'first'],
  ])('malformed: %s', (_, facts, factor) => {
    expect(evaluate(facts)).toMatchObject({ is: 'malformed', faults: [{ factor }] })
  })
  test('many factors, and more rows than a word has bits, answer alike', () => {
    for (const more of [9, 40]) {
      const extra = Array.from({ length: more }, (_, n) => ({ kind: 'flag', code: `extra${n}`, name: `附加${n}`, worse: 'yes' }) as const)
      const wide = evaluatorOf({ ...SHOP, factors: [...extra, ...SHOP.factors], rows: [...Array.from({ length: more }, (): Row => ({ tier: 'grave', when: { extra0: { is: 'flag', value: false } }, band: fine(100_000n, 100_000n), range: 0 })), ...rows.map((row): Row => ({ ...row, when: { ...row.when, [`extra${more - 1}`]: { is: 'flag', value: true } } }))] })
      const facts = { ...Object.fromEntries(extra.map(({ code }) => [code, true])), first: true, corrected: false, area: 20 }
      expect(wide.evaluate(facts)).toMatchObject({ is: 'answered', index: more + 2 })
      expect(wide.evaluate({ ...facts, [`extra${more - 1}`]: false })).toMatchObject({ is: 'gap' })
    }
  })
})
