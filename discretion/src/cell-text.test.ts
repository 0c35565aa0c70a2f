import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bound, Factor, Test } from './benchmark.ts'
import { cellText, readCell } from './cell-text.ts'

const AREA: Factor = { kind: 'number', code: 'area', name: '面积', unit: '平方米', from: { at: 0, included: false }, whole: false, worse: 'more' }
const FIRST: Factor = { kind: 'flag', code: 'first', name: '初次', worse: 'no' }
const PLACE: Factor = { kind: 'choice', code: 'place', name: '地点', values: [{ code: 'lane', name: '背街' }, { code: 'road', name: '主干道' }], worse: 'later' }
const range = (from?: Bound, to?: Bound): Test => ({ is: 'range', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })
const incl = (at: number) => ({ at, included: true })
const excl = (at: number) => ({ at, included: false })

describe('民法典第一千二百五十九条 · 以上、以下 include the number, 不足、超过 do not', () => {
  test.each([
    ['3', range(incl(3), incl(3))],
    ['第2次', range(incl(2), incl(2))],
    ['>= 3', range(incl(3))],
    ['≥3', range(incl(3))],
    ['< 10', range(undefined, excl(10))],
    ['[1..5)', range(incl(1), excl(5))],
    ['(1..5]', range(excl(1), incl(5))],
    ['3平方米以上', range(incl(3))],
    ['10平方米以下', range(undefined, incl(10))],
    ['不足10平方米', range(undefined, excl(10))],
    ['超过10平方米', range(excl(10))],
    ['３以上不足１０', range(incl(3), excl(10))],
    ['10%以上、25%以下', range(incl(10), incl(25))],
    ['超过10平方米不足50平方米', range(excl(10), excl(50))],
    ['超过10平方米、50平方米以下', range(excl(10), incl(50))],
  ])('%s', (text, expected) => {
    expect(readCell(AREA, text)).toEqual({ ok: true, test: expected })
  })
  test.each(['', '-', '不论', '/'])('anything will do: 「%s」', (text) => {
    expect(readCell(AREA, text)).toEqual({ ok: true })
  })
})

describe('a cell that makes no sense is named', () => {
  test.each([
    [AREA, '一大片'],
    [AREA, '3-10'],
    [AREA, '10000元'],
    [FIRST, '大概'],
    [PLACE, '桥下'],
  ])('%s', (factor, text) => {
    expect(readCell(factor, text)).toMatchObject({ ok: false, because: expect.stringContaining(factor.name) })
  })
})

const bound = fc.record({ at: fc.integer({ min: -99, max: 9999 }).map((n) => n / 4 + 0), included: fc.boolean() })
const aTest: fc.Arbitrary<readonly [Factor, Test]> = fc.oneof(
  fc.boolean().map((value) => [FIRST, { is: 'flag', value }] as const),
  fc.subarray(['lane', 'road'], { minLength: 1 }).map((values) => [PLACE, { is: 'oneOf', values }] as const),
  fc.tuple(bound, fc.nat({ max: 50 }), fc.boolean(), fc.constantFrom('both', 'from', 'to')).map(([from, more, included, ends]) => {
    const to = { at: from.at + more, included: more === 0 ? from.included : included }
    const whole: Test = { is: 'range', from: more === 0 ? { ...from, included: true } : from, to: more === 0 ? { at: from.at, included: true } : to }
    const open: Test = ends === 'from' ? { is: 'range', from } : { is: 'range', to }
    return [AREA, ends === 'both' ? whole : open] as const
  }),
)
test('what is written for other tools reads back as it was', () => {
  fc.assert(
    fc.property(aTest, ([factor, one]) => {
      expect(readCell(factor, cellText(one))).toEqual({ ok: true, test: one })
    }),
  )
})
