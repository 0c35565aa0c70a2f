import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Factor, Facts } from '../benchmark.ts'
import { distributionOf } from './distribution.ts'
import { apart, axesOf, pointOf } from './point.ts'
import { similarCases, type PastCase } from './similar.ts'

const FACTORS: readonly Factor[] = [
  { kind: 'number', code: 'area', name: '面积', unit: '平方米', from: { at: 0, included: false }, whole: false, worse: 'more' },
  { kind: 'number', code: 'times', name: '次数', unit: '次', from: { at: 1, included: true }, whole: true, worse: 'more' },
  { kind: 'flag', code: 'corrected', name: '已经改正', worse: 'no' },
  { kind: 'choice', code: 'place', name: '地点', values: [{ code: 'lane', name: '背街' }, { code: 'side', name: '次干道' }, { code: 'road', name: '主干道' }], worse: 'later' },
]
const someFacts: fc.Arbitrary<Facts> = fc.record(
  { area: fc.integer({ min: 1, max: 400 }).map((n) => n / 4), times: fc.integer({ min: 1, max: 5 }), corrected: fc.boolean(), place: fc.constantFrom('lane', 'side', 'road') },
  { requiredKeys: ['area'] },
)

describe('like cases (类案)', () => {
  test('the tree finds what looking at every case finds', () => {
    fc.assert(
      fc.property(fc.array(someFacts, { maxLength: 200 }), someFacts, fc.integer({ min: 0, max: 12 }), (all, asked, count) => {
        const cases = all.map((facts, n): PastCase => ({ id: String(n), facts }))
        const axes = axesOf(FACTORS, all)
        const from = pointOf(axes, asked)
        const counted = axes.flatMap(({ factor }, at) => (asked[factor.code] === undefined ? [] : [at]))
        const far = cases.map(({ id, facts }) => ({ id, distance: counted.reduce((sum, at) => sum + apart(from[at] ?? 0, pointOf(axes, facts)[at] ?? 0), 0) }))
        const expected = far.toSorted((a, b) => a.distance - b.distance || Number(a.id) - Number(b.id)).slice(0, count)
        const found = similarCases(FACTORS, cases).find(asked, count)
        expect(found.map(({ past }) => past.id)).toEqual(expected.map(({ id }) => id))
      }),
      { numRuns: 300 },
    )
  })
  const past = (id: string, facts: Facts): PastCase => ({ id, facts })
  const CASES = [past('same', { area: 10, times: 1, corrected: true, place: 'lane' }), past('larger', { area: 110, times: 1, corrected: true, place: 'lane' }), past('other', { area: 10, times: 1, corrected: false, place: 'road' })]
  test('it says in which factors a case differs, the greatest difference first', () => {
    const found = similarCases(FACTORS, CASES).find({ area: 20, times: 1, corrected: true, place: 'lane' }, 3)
    expect(found.map(({ past: { id }, differs }) => [id, ...differs.map(({ code }) => code)])).toEqual([['same', 'area'], ['larger', 'area'], ['other', 'corrected', 'place', 'area']])
  })
  test('what was not asked about does not count; what a case does not tell counts as different', () => {
    const found = similarCases(FACTORS, [...CASES, past('silent', { area: 10 })]).find({ corrected: true }, 4)
    expect(found.map(({ past: { id }, distance }) => [id, distance])).toEqual([['same', 0], ['larger', 0], ['other', 1], ['silent', 1]])
  })
  test('cases that are too far are none', () => {
    expect(similarCases(FACTORS, CASES).find({ corrected: false, place: 'road' }, 3, 0.2).map(({ past: { id } }) => id)).toEqual(['other'])
  })
})

describe('where a fine lies among those of like cases', () => {
  const fines = [100n, 200n, 200n, 300n, 300n, 300n, 400n, 500n]
  test.each([
    ['in the middle', 300n, 0.5625, 'usual'],
    ['as high as the highest', 500n, 0.9375, 'usual'],
    ['beyond the fence', 700n, 1, 'apart'],
  ] as const)('%s', (_, fine, position, verdict) => {
    expect(distributionOf(fines, fine)).toMatchObject({ count: 8, least: 100n, lowerQuarter: 200n, middle: 300n, upperQuarter: 325n, most: 500n, position, verdict })
  })
  test('seven like cases are too few to say anything', () => {
    expect(distributionOf(fines.slice(1), 9_999n)?.verdict).toBe('tooFew')
  })
  test('none at all', () => {
    expect(distributionOf([], 1n)).toBeUndefined()
  })
})
