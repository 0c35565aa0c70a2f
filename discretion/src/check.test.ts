import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Benchmark, Facts, Row, Test, When } from './benchmark.ts'
import { allCells } from './cells.ts'
import { check } from './check.ts'
import { evaluatorOf, type Answer } from './evaluate.ts'
import { isPublishable, type Finding } from './finding.ts'
import { isLighter } from './gravity.ts'
import { TIERS_IN_ORDER } from './benchmark.ts'

const included = (at: number) => ({ at, included: true })
const TIMES = { kind: 'number', code: 'times', name: '次数', unit: '次', from: included(1), whole: true, worse: 'more' } as const
const AREA = { kind: 'number', code: 'area', name: '面积', unit: '平方米', from: { at: 0, included: false }, whole: false, worse: 'more' } as const
const CORRECTED = { kind: 'flag', code: 'corrected', name: '已经改正', worse: 'no' } as const
const PLACE = { kind: 'choice', code: 'place', name: '地点', values: [{ code: 'lane', name: '背街' }, { code: 'road', name: '主干道' }], worse: 'later' } as const
const RANGE = { name: '罚款', basis: '示例', min: 10_000n, max: 100_000n, measure: { is: 'fen' } } as const

const table = (rows: readonly Row[], more: Partial<Benchmark> = {}): Benchmark => ({ form: 'zhunsheng.benchmark/1', matter: 'example', conduct: '示例', hit: 'unique', factors: [TIMES], ranges: [RANGE], rows, notThis: [], ...more })
const row = (times: Test | undefined, min: bigint, max: bigint, more: Partial<Row> = {}): Row => ({ tier: 'ordinary', when: times === undefined ? {} : { times }, band: { is: 'fine', min, max }, range: 0, ...more })
const times = (from: number, to?: number): Test => ({ is: 'range', from: included(from), ...(to === undefined ? {} : { to: included(to) }) })
const kinds = (findings: readonly Finding[]) => findings.filter(({ weight }) => weight === 'fault').map(({ kind }) => kind)

describe('行政处罚法第三十四条 · a benchmark is checked before it is published', () => {
  test.each([
    ['complete, apart, within the range, never lighter', [row(times(1, 1), 10_000n, 30_000n), row(times(2), 30_000n, 100_000n)], []],
    ['a gap: the second time has no answer', [row(times(1, 1), 10_000n, 30_000n), row(times(3), 30_000n, 100_000n)], ['gap']],
    ['an overlap: two rows for the second time', [row(times(1, 2), 10_000n, 30_000n), row(times(2), 30_000n, 100_000n)], ['overlap']],
    ['第四条: above the statutory range', [row(times(1), 10_000n, 100_001n)], ['outside']],
    ['第三十二条: below the statutory range, without being a mitigation', [row(times(1), 9_999n, 100_000n)], ['outside']],
    ['第三十二条: a mitigation goes below it', [row(times(1), 5_000n, 9_999n, { tier: 'mitigated' })], []],
    ['the ends the wrong way round', [row(times(1), 50_000n, 20_000n)], ['inverted']],
    ['the third time costs less than the second', [row(times(1, 1), 10_000n, 30_000n), row(times(2, 2), 50_000n, 90_000n), row(times(3), 40_000n, 100_000n)], ['falls']],
    ['a zeroth time is no offence', [row(times(0), 10_000n, 100_000n)], ['beyond']],
    ['a factor that the benchmark does not know', [row(times(1), 10_000n, 100_000n, { when: { colour: { is: 'flag', value: true } } })], ['beyond']],
  ])('%s', (_, rows, expected) => {
    const found = check(table(rows))
    expect(kinds(found)).toEqual(expected)
    expect(isPublishable(found)).toBe(expected.length === 0)
  })
  test('a row that the gravest policy never lets answer', () => {
    expect(kinds(check(table([row(undefined, 10_000n, 20_000n), row(times(1), 20_000n, 100_000n)], { hit: 'gravest' })))).toEqual(['never'])
  })
  test('the same facts in two statutory ranges, and a factor that tells them apart', () => {
    const ranges = [RANGE, { ...RANGE, name: '情节严重', min: 100_000n, max: 500_000n }]
    const torn = table([row(times(1), 10_000n, 100_000n), row(times(2), 100_000n, 500_000n, { range: 1 })], { ranges, hit: 'gravest' })
    expect(kinds(check(torn))).toEqual(['twoRanges'])
    const [first, second] = torn.rows
    if (first === undefined || second === undefined) throw new Error('two rows')
    expect(kinds(check({ ...torn, factors: [TIMES, CORRECTED], rows: [first, { ...second, when: { ...second.when, corrected: { is: 'flag', value: false } } }] }))).toEqual([])
  })
  test('an end of the range that nothing reaches is a note, and keeps nothing from being published', () => {
    const found = check(table([row(times(1), 20_000n, 100_000n)]))
    expect(found.map(({ kind, weight }) => [kind, weight])).toEqual([['unused', 'note']])
    expect(isPublishable(found)).toBe(true)
  })
})

const bound = fc.record({ at: fc.integer({ min: 0, max: 5 }), included: fc.boolean() })
const aRange: fc.Arbitrary<Test> = fc.record({ is: fc.constant('range' as const), from: bound, to: bound }, { requiredKeys: ['is'] })
const aWhen: fc.Arbitrary<When> = fc.record(
  { times: aRange, area: aRange, corrected: fc.boolean().map((value): Test => ({ is: 'flag', value })), place: fc.subarray(['lane', 'road'], { minLength: 1 }).map((values): Test => ({ is: 'oneOf', values })) },
  { requiredKeys: [] },
)
const aRow: fc.Arbitrary<Row> = fc.record({
  tier: fc.constantFrom('lighter' as const, 'ordinary' as const, 'heavier' as const),
  when: aWhen,
  band: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 })).map(([min, more]) => ({ is: 'fine' as const, min: BigInt(min * 10_000), max: BigInt((min + more) * 10_000) })),
  range: fc.constant(0),
})
const aTable = fc
  .record({ rows: fc.array(aRow, { minLength: 1, maxLength: 6 }), hit: fc.constantFrom('unique' as const, 'any' as const, 'first' as const, 'gravest' as const), notThis: fc.array(aWhen.map((when) => ({ when, says: '不属本项' })), { maxLength: 1 }) })
  .map(({ rows, ...more }) => table(rows, { ...more, factors: [TIMES, AREA, CORRECTED, PLACE] }))

/** Every combination of cells, asked one by one. */
function grid(benchmark: Benchmark): readonly { readonly facts: Facts; readonly answer: Answer }[] {
  const { evaluate } = evaluatorOf(benchmark)
  const cells = allCells(benchmark)
  const all = benchmark.factors.reduce<readonly Facts[]>((before, factor, level) => before.flatMap((facts) => (cells[level] ?? []).map(({ sample }) => ({ ...facts, [factor.code]: sample }))), [{}])
  return all.map((facts) => ({ facts, answer: evaluate(facts) }))
}
const rowAt = (benchmark: Benchmark, answer: Answer) => (answer.is === 'answered' ? benchmark.rows[answer.index] : undefined)

describe('the checker finds what asking every combination finds, and nothing else', () => {
  test('gaps and overlaps, with facts that show them', () => {
    fc.assert(
      fc.property(aTable, (benchmark) => {
        const found = check(benchmark)
        const answers = grid(benchmark)
        expect(found.some(({ kind }) => kind === 'gap')).toBe(answers.some(({ answer }) => answer.is === 'gap'))
        expect(found.some(({ kind }) => kind === 'overlap')).toBe(answers.some(({ answer }) => answer.is === 'conflict'))
        const { evaluate } = evaluatorOf(benchmark)
        for (const { kind, example = {} } of found.filter(({ kind: one }) => one === 'gap' || one === 'overlap')) {
          const [some = { facts: {} }] = answers.filter(({ facts }) => Object.entries(example).every(([code, value]) => facts[code] === value))
          expect(evaluate(some.facts).is).toBe(kind === 'gap' ? 'gap' : 'conflict')
        }
      }),
      { numRuns: 150 },
    )
  })
  test('a worse factor that comes out lighter', () => {
    fc.assert(
      fc.property(aTable, (benchmark) => {
        const answers = grid(benchmark)
        const known = new Map(answers.map(({ facts, answer }) => [JSON.stringify(facts), rowAt(benchmark, answer)]))
        const cells = allCells(benchmark)
        const falls = answers.some(({ facts, answer }) => {
          const mild = rowAt(benchmark, answer)
          return benchmark.factors.some((factor, level) => {
            const samples = (cells[level] ?? []).map(({ sample }) => sample)
            const upward = factor.worse === 'no' || factor.worse === 'less' ? samples.toReversed() : samples
            const next = upward[upward.indexOf(facts[factor.code] ?? '') + 1]
            const bad = next === undefined ? undefined : known.get(JSON.stringify({ ...facts, [factor.code]: next }))
            return mild !== undefined && bad !== undefined && (TIERS_IN_ORDER.indexOf(bad.tier) < TIERS_IN_ORDER.indexOf(mild.tier) || isLighter(bad.band, mild.band))
          })
        })
        expect(check(benchmark).some(({ kind }) => kind === 'falls')).toBe(falls)
      }),
      { numRuns: 150 },
    )
  })
})
