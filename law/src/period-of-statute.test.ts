import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import { describePeriod } from './period.ts'
import { daysOf, penaltyLawOn } from './period-of-statute.ts'

describe('which days a statute means by 日', () => {
  test.each([
    ['行政处罚法第八十五条', 'apl', { 2: '两个工作日', 3: '三个工作日', 5: '五个工作日', 7: '七个工作日', 10: '十日', 15: '十五日', 90: '九十日' }],
    ['the penalty law of 2017 has no such clause', 'apl17', { 2: '二日', 3: '三日', 7: '七日' }],
    ['行政强制法第六十九条', 'acl', { 3: '三个工作日', 10: '十个工作日', 11: '十一日', 30: '三十日' }],
    ['行政许可法第八十二条', 'all', { 5: '五个工作日', 20: '二十个工作日', 45: '四十五个工作日' }],
    ['行政复议法第八十八条', 'arl23', { 3: '三个工作日', 10: '十个工作日', 30: '三十日', 60: '六十日' }],
    ['the reconsideration law of 2017, its article 40', 'arl17', { 3: '三日', 5: '五个工作日', 7: '七个工作日', 10: '十日' }],
    ['a regulation that only says 日', 'fcm', { 2: '二日', 7: '七日' }],
  ] as const)('%s', (_, statute, meant) => {
    const words = Object.keys(meant).map((length) => [length, describePeriod(daysOf(statute, Number(length)))])
    expect(Object.fromEntries(words)).toEqual(meant)
  })
})

describe('the penalty law of 2021-07-15', () => {
  test.each([
    ['2021-07-14', 'apl17', '三日'],
    ['2021-07-15', 'apl', '三个工作日'],
  ])('a period of three days that begins on %s', (from, law, words) => {
    expect(penaltyLawOn(day(from))).toBe(law)
    expect(describePeriod(daysOf(penaltyLawOn(day(from)), 3))).toBe(words)
  })
})
