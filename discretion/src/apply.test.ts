import { describe, expect, test } from 'vitest'
import { apply, askedFactors } from './apply.ts'
import type { Benchmark } from './benchmark.ts'
import { evaluatorOf } from './evaluate.ts'

const included = (at: number) => ({ at, included: true })
const BENCHMARK: Benchmark = {
  form: 'zhunsheng.benchmark/1',
  matter: 'example',
  conduct: '示例',
  hit: 'unique',
  factors: [
    { kind: 'number', code: 'times', name: '次序', unit: '次', from: included(1), whole: true, worse: 'more' },
    { kind: 'number', code: 'area', name: '面积', unit: '平方米', from: { at: 0, included: false }, whole: false, worse: 'more' },
    { kind: 'flag', code: 'corrected', name: '及时改正', worse: 'no' },
  ],
  ranges: [
    { name: '每平方米', basis: '示例条', min: 1_000n, max: 9_000n, measure: { is: 'fenEach', factor: 'area' } },
  ],
  rows: [
    { tier: 'slight', when: { times: { is: 'range', to: included(1) }, corrected: { is: 'flag', value: true } }, band: { is: 'warning' }, range: 0 },
    { tier: 'lighter', when: { times: { is: 'range', to: included(1) }, corrected: { is: 'flag', value: false } }, band: { is: 'fine', min: 1_000n, max: 3_000n }, range: 0 },
    { tier: 'grave', when: { times: { is: 'range', from: included(2) } }, band: { is: 'fine', min: 3_000n, max: 9_000n }, range: 0 },
  ],
  notThis: [],
}
const engine = evaluatorOf(BENCHMARK)

describe('行政处罚法第三十四条 · a benchmark applied to a case', () => {
  test.each([
    ['times the area that was found', { times: 1, corrected: false, area: 12.5 }, { is: 'given', tier: 'lighter', span: { low: 12_500n, high: 37_500n } }],
    ['the second time, whether it was corrected or not', { times: 2, area: 10 }, { is: 'given', tier: 'grave', span: { low: 30_000n, high: 90_000n } }],
    ['a tier that imposes no fine has no span', { times: 1, corrected: true }, { is: 'given', tier: 'slight' }],
    ['the area is not yet known', { times: 2 }, { is: 'open', factors: [{ code: 'area' }] }],
    ['whether it was corrected is not yet known', { times: 1, area: 10 }, { is: 'open', factors: [{ code: 'corrected' }] }],
    ['a factor that the benchmark does not know', { times: 2, area: 10, mood: 'bad' }, { is: 'malformed', faults: [{ factor: 'mood' }] }],
    ['a zeroth time is none', { times: 0, area: 10 }, { is: 'malformed', faults: [{ factor: 'times' }] }],
    ['everything that is wrong is told', { times: 1.5, mood: 'bad' }, { is: 'malformed', faults: [{ factor: 'mood' }, { factor: 'times' }] }],
  ])('%s', (_, facts, expected) => {
    expect(apply(engine, facts)).toMatchObject(expected)
  })
  test('no fine, no span', () => {
    expect(apply(engine, { times: 1, corrected: true })).not.toHaveProperty('span')
  })
  test('a benchmark with a gap gives nothing', () => {
    expect(apply(evaluatorOf({ ...BENCHMARK, rows: BENCHMARK.rows.slice(0, 2) }), { times: 2, area: 1 })).toMatchObject({ is: 'nothing', answer: { is: 'gap' } })
  })
})

describe('only what the answer still hangs on is asked', () => {
  test.each([
    ['first the number of times', {}, ['times']],
    ['a first time: whether it was corrected', { times: 1 }, ['times', 'corrected']],
    ['a second time: only the area', { times: 2 }, ['times', 'area']],
    ['a warning needs no area', { times: 1, corrected: true }, ['times', 'corrected']],
    ['all that was said stays', { times: 2, corrected: true, area: 3 }, ['times', 'area', 'corrected']],
  ])('%s', (_, facts, expected) => {
    expect(askedFactors(BENCHMARK, facts, apply(engine, facts)).map(({ code }) => code)).toEqual(expected)
  })
})
