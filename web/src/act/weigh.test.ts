import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { evaluatorOf } from '@zhunsheng/discretion/evaluate.ts'
import { describe, expect, test } from 'vitest'
import { toldBy, weigh } from './weigh.ts'

const included = (at: number) => ({ at, included: true })
const BENCHMARK: Benchmark = {
  form: 'zhunsheng.benchmark/1',
  matter: 'example',
  conduct: '示例',
  hit: 'unique',
  factors: [
    { kind: 'number', code: 'times', name: '次序', unit: '次', from: included(1), whole: true, worse: 'more' },
    { kind: 'flag', code: 'corrected', name: '及时改正', worse: 'no' },
  ],
  ranges: [{ name: '罚款', basis: '示例条', min: 10_000n, max: 50_000n, measure: { is: 'fen' } }],
  rows: [
    { tier: 'lighter', when: { times: { is: 'range', to: included(1) }, corrected: { is: 'flag', value: true } }, band: { is: 'fine', min: 10_000n, max: 20_000n }, range: 0 },
    { tier: 'ordinary', when: { times: { is: 'range', to: included(1) }, corrected: { is: 'flag', value: false } }, band: { is: 'fine', min: 20_001n, max: 30_000n }, range: 0 },
    { tier: 'heavier', when: { times: { is: 'range', from: included(2) } }, band: { is: 'fine', min: 30_001n, max: 50_000n }, range: 0 },
  ],
  notThis: [],
}
const evaluator = evaluatorOf(BENCHMARK)
const act = (seq: number, kind: string, data: Readonly<Record<string, unknown>>, correctedBy?: number) => ({ seq, kind, data, ...(correctedBy === undefined ? {} : { correctedBy }) })
const PARTY = { kind: 'citizen', name: '刘海', birthday: '1985-06-01', capacity: 'full' }
const OPENED = act(1, 'apply', { matter: 'example', subject: 'citizen', actedFrom: '2022-09-01', party: PARTY })
const told = (filled: Readonly<Record<string, unknown>> = {}, more: Readonly<Record<string, unknown>> = { corrected: true }) => toldBy([OPENED, act(2, 'conclude', more)], filled)
const weighed = (fine: string | undefined, more: Partial<Parameters<typeof weigh>[0]> = {}) => weigh({ id: 'example/1', evaluator, answers: { times: 1 }, told: told(), penalty: { kinds: ['fine'], fine }, deviation: undefined, ...more })

describe('what the case tells is not asked again', () => {
  test.each([
    ['the investigation found that it was put right', told(), { subject: 'citizen', corrected: true }],
    ['what is filled in now counts before it', told({ corrected: false }), { subject: 'citizen', corrected: false }],
    ['a question that is not answered yet says nothing against it', told({ corrected: undefined, subject: '' }), { subject: 'citizen', corrected: true }],
    ['an opening that was put right counts as it is now', toldBy([{ ...OPENED, correctedBy: 2 }, act(2, 'correct', { target: 1, answers: { matter: 'other', subject: 'organisation' } })], {}), { subject: 'organisation' }],
  ])('%s', (_, { facts }, expected) => {
    expect(facts).toEqual(expected)
  })
  test('the matter is that of the case, and the day on which the offence ended as the investigation found it', () => {
    expect(told()).toMatchObject({ matter: 'example', actedOn: '2022-09-01' })
    expect(told({}, { actedUntil: '2022-09-03' }).actedOn).toBe('2022-09-03')
    expect(toldBy([], {}).matter).toBeUndefined()
  })
})

describe('行政处罚法第三十四条 · tier and band follow what is filled in', () => {
  test('as the act states it', () => {
    expect(weighed('150').stated).toEqual({ benchmark: 'example/1', answers: { times: 1, corrected: true }, tier: 'lighter', band: { low: '100.00', high: '200.00' } })
  })
  test.each([
    ['at the lower end', '100', false],
    ['at the upper end', '200', false],
    ['a cent above', '200.01', true],
    ['a cent below', '99.99', true],
    ['not yet filled in', undefined, false],
    ['no amount at all', '很多', false],
  ])('%s', (_, fine, isOutside) => {
    expect(weighed(fine).isOutside).toBe(isOutside)
  })
  test('a warning alone is below a band', () => {
    expect(weighed(undefined, { penalty: { kinds: ['warning'], fine: undefined } }).isOutside).toBe(true)
  })
  test('第三十条、第三十二条: below the band is no deviation where the law makes it lighter', () => {
    expect(weighed('50', { told: told({ lenient: ['remedied'] }) }).isOutside).toBe(false)
    expect(weighed('250', { told: told({ lenient: ['remedied'] }) }).isOutside).toBe(true)
    const young = toldBy([act(1, 'apply', { ...OPENED.data, party: { ...PARTY, birthday: '2006-06-01' } }), act(2, 'conclude', { corrected: true })], {})
    expect(weighed('50', { told: young }).isOutside).toBe(false)
  })
  test('a deviation is stated only while the fine lies outside', () => {
    const deviation = { ground: 'unfair', reason: '情节特殊。' }
    expect(weighed('300', { deviation }).stated.deviation).toEqual(deviation)
    expect(weighed('150', { deviation }).stated).not.toHaveProperty('deviation')
  })
  test('while something is still open, no tier is stated', () => {
    expect(weighed('150', { answers: {} })).toMatchObject({ applied: { is: 'open' }, isOutside: false })
    expect(weighed('150', { answers: {} }).stated).not.toHaveProperty('tier')
  })
})
