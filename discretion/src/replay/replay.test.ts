import { describe, expect, test } from 'vitest'
import type { Band, Benchmark, Factor, Row, Tier } from '../benchmark.ts'
import { replay } from './replay.ts'

const TIMES: Factor = { kind: 'number', code: 'times', name: '次数', unit: '次', from: { at: 1, included: true }, whole: true, worse: 'more' }
const CORRECTED: Factor = { kind: 'flag', code: 'corrected', name: '已经改正', worse: 'no' }
const AREA: Factor = { kind: 'number', code: 'area', name: '面积', unit: '平方米', from: { at: 0, included: false }, whole: false, worse: 'more' }
const fine = (min: bigint, max: bigint): Band => ({ is: 'fine', min, max })
const row = (tier: Tier, band: Band, when: Row['when'] = {}): Row => ({ tier, band, when, range: 0 })
const version = (rows: readonly Row[], more: Partial<Benchmark> = {}): Benchmark => ({
  form: 'zhunsheng.benchmark/1', matter: 'example', conduct: '示例', hit: 'unique', factors: [TIMES], notThis: [], rows,
  ranges: [{ name: '罚款', basis: '示例', min: 100n, max: 1000n, measure: { is: 'fen' } }], ...more,
})
const OLD = version([row('ordinary', fine(300n, 600n))])
const one = (before: Benchmark, after: Benchmark, facts = { times: 1 }, imposed: bigint | undefined = 400n) => [...replay(before, after, [{ id: 'a', facts, ...(imposed === undefined ? {} : { fine: imposed }) }])][0]

describe('what a new version changes on cases already decided (以旧案重演新基准)', () => {
  test.each([
    ['the same amounts in the same tier', row('ordinary', fine(300n, 600n)), 'same', true],
    ['the same amounts in a graver tier', row('heavier', fine(300n, 600n)), 'heavier', true],
    ['more at the upper end', row('ordinary', fine(300n, 700n)), 'heavier', true],
    ['more at both ends, beyond what was imposed', row('ordinary', fine(500n, 700n)), 'heavier', false],
    ['less at both ends', row('ordinary', fine(100n, 300n)), 'lighter', false],
    ['a wider band', row('ordinary', fine(200n, 700n)), 'mixed', true],
    ['less, though the tier is called graver', row('grave', fine(100n, 300n)), 'lighter', false],
    ['a warning', row('slight', { is: 'warning' }), 'lighter', false],
    ['nothing', row('exempt', { is: 'exempt' }), 'lighter', false],
  ] as const)('%s', (_, changed, change, fineStands) => {
    expect(one(OLD, version([changed]))).toMatchObject({ id: 'a', change, fineStands })
  })
  test('from nothing to a warning is heavier', () => {
    expect(one(version([row('exempt', { is: 'exempt' })]), version([row('slight', { is: 'warning' })]), { times: 1 }, undefined)?.change).toBe('heavier')
  })
  test('what the new version asks and nobody found then is not guessed', () => {
    const asks = version([row('lighter', fine(100n, 300n), { corrected: { is: 'flag', value: true } }), row('ordinary', fine(300n, 600n), { corrected: { is: 'flag', value: false } })], { factors: [TIMES, CORRECTED] })
    const replayed = one(OLD, asks)
    expect(replayed).toMatchObject({ change: 'unanswered', after: 'needs' })
    expect(replayed).not.toHaveProperty('fineStands')
  })
  test('a gap of the new version shows', () => {
    expect(one(OLD, version([row('ordinary', fine(300n, 600n), { times: { is: 'range', from: { at: 2, included: true } } })]))).toMatchObject({ change: 'unanswered', after: 'gap' })
  })
  test('amounts for each square metre are compared in fen, and without the area there is no amount', () => {
    const each = version([row('ordinary', fine(100n, 200n))], { factors: [TIMES, AREA], ranges: [{ name: '罚款', basis: '示例', max: 1000n, measure: { is: 'fenEach', factor: 'area' } }] })
    const [told, silent] = [...replay(OLD, each, [{ id: 'told', facts: { times: 1, area: 3 } }, { id: 'silent', facts: { times: 1 } }])]
    expect(told).toMatchObject({ change: 'same', after: { amounts: { min: 300n, max: 600n } } })
    expect(silent).toMatchObject({ change: 'unanswered', after: 'noAmount' })
  })
  test('the row that answered is named, before and after', () => {
    const two = version([row('lighter', fine(100n, 200n), { times: { is: 'range', from: { at: 2, included: true } } }), row('ordinary', fine(300n, 600n), { times: { is: 'range', from: { at: 1, included: true }, to: { at: 2, included: false } } })])
    expect(one(OLD, two)).toMatchObject({ change: 'same', before: { row: 0 }, after: { row: 1 } })
  })
  test('a version against itself changes nothing', () => {
    const cases = Array.from({ length: 50 }, (_, n) => ({ id: String(n), facts: { times: n + 1 } }))
    expect([...replay(OLD, OLD, cases)].every(({ change }) => change === 'same')).toBe(true)
  })
})
