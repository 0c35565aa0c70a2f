import { describe, expect, test } from 'vitest'
import { day, formatDay } from './day.ts'
import { valueOn } from './jurisdiction.ts'
import { CHONGQING } from './jurisdictions/chongqing.ts'
import { parseYuan } from './money.ts'
import { publicUntil, publicWeight, repairableFrom, type PublishedDecision } from './public-term.ts'

const decision = (kinds: readonly string[], fine: string, on: string, partyKind = 'organisation'): PublishedDecision => {
  const amount = parseYuan(fine)
  return { partyKind, kinds, decidedOn: day(on), publishedOn: day(on), ...(amount === undefined ? {} : { fine: amount }) }
}
const until = (one: PublishedDecision) => {
  const last = publicUntil(one, CHONGQING)
  return last === undefined ? 'for ever' : formatDay(last)
}

describe('公示期限 · by the row of the day on which it was made public', () => {
  test.each([
    ['2021: a low fine stays three months', ['fine'], '1000', '2021-09-06', '2021-12-06'],
    ['a cent more stays three years', ['fine'], '1000.01', '2021-09-06', '2024-09-06'],
    ['a warning alone is light', ['warning'], '', '2021-09-06', '2021-12-06'],
    ['several kinds weigh as the heaviest', ['warning', 'stopBusiness'], '', '2021-09-06', '2024-09-06'],
    ['a confiscation is no low fine', ['confiscation'], '', '2021-09-06', '2024-09-06'],
    ['the notice of 2019: a year', ['fine'], '500', '2021-08-31', '2022-08-31'],
    ['the order of 2023: three years at most', ['fine'], '500', '2023-05-04', '2026-05-04'],
    ['the order of 2026: a light one three months', ['fine'], '500', '2026-04-01', '2026-07-01'],
    ['before any row: it stays', ['fine'], '500', '2019-06-28', 'for ever'],
  ])('%s', (_, kinds, fine, on, expected) => {
    expect(until(decision(kinds, fine, on))).toBe(expected)
  })
  test('a citizen has a lower limit for what is a low fine', () => {
    expect(until(decision(['fine'], '201', '2021-09-06', 'citizen'))).toBe('2024-09-06')
    expect(until(decision(['fine'], '200', '2021-09-06', 'citizen'))).toBe('2021-12-06')
  })
})

describe('信用修复 · from when it may be asked for, by the row of that day', () => {
  test.each([
    ['the notice of 2019: three months after the decision', ['fine'], '2021-08-31', '2021-06-01', '2021-09-01'],
    ['the model of 2021: six months', ['fine'], '2021-10-08', '2021-06-01', '2021-12-01'],
    ['the model of 2021: what bars a trade is not repaired', ['stopBusiness'], '2021-10-08', '2021-06-01', 'never'],
    ['the order of 2023: a grave one after a year', ['stopBusiness'], '2024-10-08', '2024-06-01', '2025-06-01'],
    ['before any row: nobody can say', ['fine'], '2019-06-28', '2019-01-02', undefined],
  ])('%s', (_, kinds, asked, on, expected) => {
    const one = decision(kinds, '50000', on)
    const terms = valueOn(CHONGQING.publicTerms, day(asked))?.value
    const from = repairableFrom({ ...one, weight: terms === undefined ? 'usual' : publicWeight(one, terms) }, day(asked), CHONGQING)
    expect(typeof from === 'number' ? formatDay(from) : from).toBe(expected)
  })
})
