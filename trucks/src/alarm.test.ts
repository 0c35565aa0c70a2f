import { describe, expect, test } from 'vitest'
import { inForce } from './alarm.ts'
import { DUMPED, NOT_COVERED, OFF_ROUTE } from './basis.ts'
import { dayFrom, dayOf, isDuring, midnightOf, minuteOf } from './time-of-day.ts'

describe('time of day', () => {
  test.each([
    ['1970-01-01', 0],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['2026-08-15', 20_680],
  ])('%s is day %i', (text, day) => {
    expect(dayFrom(text)).toBe(day)
    expect(dayOf(midnightOf(day))).toBe(day)
    expect(dayOf(midnightOf(day) - 1)).toBe(day - 1)
    expect(minuteOf(midnightOf(day))).toBe(0)
  })
  test('agrees with the calendar for a century', () => {
    for (let day = 0; day < 36_525; day += 1) expect(dayFrom(new Date(day * 86_400_000).toISOString().slice(0, 10))).toBe(day)
  })
  test.each([
    [20, 6, 19.99, false],
    [20, 6, 20, true],
    [20, 6, 0, true],
    [20, 6, 6, false],
    [9, 17, 9, true],
    [9, 17, 17, false],
  ])('from %i to %i o’clock: %f is within: %s', (from, until, at, within) => expect(isDuring([{ fromMinute: from * 60, untilMinute: until * 60 }], midnightOf(20_000) + at * 3_600_000)).toBe(within))
})

describe('生态环境法典 came into force on 2026-08-15, and others went', () => {
  const names = (basis: Parameters<typeof inForce>[0], day: string) => inForce(basis, midnightOf(dayFrom(day))).filter(({ verified }) => verified).map(({ instrument, article }) => `${instrument} ${article}`)
  test.each([
    ['route, the day before', OFF_ROUTE, '2026-08-14', ['重庆市市容环境卫生管理条例 66']],
    ['route, on that day', OFF_ROUTE, '2026-08-15', ['重庆市市容环境卫生管理条例 66', '生态环境法典 241']],
    ['dumping, the day before', DUMPED, '2026-08-14', ['重庆市市容环境卫生管理条例 66', '固体废物污染环境防治法 63']],
    ['dumping, on that day', DUMPED, '2026-08-15', ['重庆市市容环境卫生管理条例 66', '生态环境法典 518']],
    ['cover, the day before', NOT_COVERED, '2026-08-14', ['重庆市市容环境卫生管理条例 67', '重庆市市容环境卫生管理条例 68']],
  ])('%s', (_, basis, day, expected) => expect(names(basis, day)).toEqual(expected))
})
