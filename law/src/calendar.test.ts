import { findWorkday, isWorkday } from 'chinese-days'
import fc from 'fast-check'
import { LegalHoliday, SolarDay } from 'tyme4ts'
import { describe, expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'
import { addDays, civil, day, firstOf, formatDay, weekdayOf, type Day } from './day.ts'
import { STATE_COUNCIL_YEARS } from './holidays.ts'

const calendar = calendarOf()
const ANNOUNCED = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]
const daysOf = (year: number): Day[] => Array.from({ length: firstOf(year + 1) - firstOf(year) }, (_, index) => addDays(firstOf(year), index))
const allDays = ANNOUNCED.flatMap(daysOf)
const lunarOf = (on: Day) => {
  const { year, month, date } = civil(on)
  return SolarDay.fromYmd(year, month, date)
}

describe('国务院办公厅关于部分节假日安排的通知 · working days of 2018 to 2026', () => {
  test('every day is as chinese-days has it', () => {
    expect(allDays).toHaveLength(3287)
    expect(allDays.filter((on) => calendar.isWorkday(on) !== isWorkday(formatDay(on))).map(formatDay)).toEqual([])
  })
  test('every day off and every working weekend is as tyme4ts has it', () => {
    const asListed = (on: Day): boolean => {
      const { year, month, date } = civil(on)
      return LegalHoliday.fromYmd(year, month, date)?.isWork() ?? weekdayOf(on) <= 5
    }
    expect(allDays.filter((on) => calendar.isWorkday(on) !== asListed(on)).map(formatDay)).toEqual([])
  })
  test.each([[2018, 250], [2019, 250], [2020, 249], [2021, 250], [2022, 249], [2023, 249], [2024, 251], [2025, 248], [2026, 248]])('%i has %i working days', (year, count) => {
    expect(calendar.workdaysBetween(firstOf(year), addDays(firstOf(year + 1), -1))).toBe(count)
  })
  test.each([
    '2021-02-07', '2021-02-20', '2021-04-25', '2021-05-08', '2021-09-18', '2021-09-26', '2021-10-09',
    '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11',
    '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10',
  ])('%s is a weekend day on which people work', (written) => {
    expect([calendar.isWorkday(day(written)), weekdayOf(day(written)) > 5, calendar.isHoliday(day(written))]).toEqual([true, true, false])
  })
  test.each(['2021-10-01', '2025-10-08', '2026-02-23'])('%s is a weekday off', (written) => {
    expect([calendar.isWorkday(day(written)), weekdayOf(day(written)) <= 5, calendar.isHoliday(day(written))]).toEqual([false, true, true])
  })
  test('days off for some people only are working days: 8 March, 4 May 2022', () => {
    expect(['2022-03-08', '2022-05-05'].map((written) => calendar.isWorkday(day(written)))).toEqual([true, true])
  })
  test('each working weekend of the table is a weekend, each year names its own days', () => {
    for (const { year, off, work } of STATE_COUNCIL_YEARS) {
      expect(work.filter((written) => weekdayOf(day(written)) <= 5)).toEqual([])
      expect([...off, ...work].filter((written) => !written.startsWith(String(year)))).toEqual([])
    }
  })
})

describe('全国年节及纪念日放假办法第二条 · festivals for everybody', () => {
  /** The measures themselves: the lunar days by an almanac, the solar ones by date. Eve and 2 May since the revision of 2024. */
  const isNamed = (on: Day): boolean => {
    const { year, month, date } = civil(on)
    const lunar = lunarOf(on).getLunarDay()
    const [moon, at] = [lunar.getMonth(), lunar.getDay()]
    const eve = lunarOf(addDays(on, 1)).getLunarDay()
    return (
      (month === 1 && date === 1) ||
      (moon === 1 && at <= 3) ||
      (year >= 2025 && eve.getMonth() === 1 && eve.getDay() === 1) ||
      lunarOf(on).getTermDay().toString() === '清明第1天' ||
      (month === 5 && (date === 1 || (year >= 2025 && date === 2))) ||
      (moon === 5 && at === 5) ||
      (moon === 8 && at === 15) ||
      (month === 10 && date <= 3)
    )
  }
  test('are exactly the days that the measures name', () => {
    expect(allDays.filter((on) => calendar.isFestival(on) !== isNamed(on)).map(formatDay)).toEqual([])
  })
  test('are all days off', () => {
    expect(allDays.filter((on) => calendar.isFestival(on) && (calendar.isWorkday(on) || !calendar.isHoliday(on))).map(formatDay)).toEqual([])
  })
  test.each([
    ['National Day', '2021-10-01', true, true],
    ['an exchanged day of the same holiday', '2021-10-06', true, false],
    ['the holiday prolonged by the epidemic', '2020-02-01', true, false],
    ['an ordinary Sunday', '2021-03-07', false, false],
    ['an ordinary Monday', '2021-03-08', false, false],
  ])('%s', (_, written, holiday, festival) => {
    expect([calendar.isHoliday(day(written)), calendar.isFestival(day(written))]).toEqual([holiday, festival])
  })
})

describe('行政处罚法第八十五条 · counting working days', () => {
  test('every start of January 2021 and every span up to 365 is as chinese-days counts', () => {
    const wrong = daysOf(2021).slice(0, 31).flatMap((from) => {
      const found = Array.from({ length: 365 }, (_, index) => index + 1).find((span) => formatDay(calendar.addWorkdays(from, span)) !== findWorkday(span, formatDay(from)))
      return found === undefined ? [] : [`${formatDay(from)} + ${found}`]
    })
    expect(wrong).toEqual([])
  })
  test('so is a sample of all starts and spans', () => {
    const start = fc.integer({ min: day('2018-01-01'), max: day('2025-06-30') }).map((number) => addDays(day('1970-01-01'), number))
    fc.assert(fc.property(start, fc.integer({ min: 1, max: 365 }), (from, span) => formatDay(calendar.addWorkdays(from, span)) === findWorkday(span, formatDay(from))), { numRuns: 300 })
  })
  test.each([
    ['the day itself is not counted', '2021-03-01', 1, '2021-03-02'],
    ['over a weekend', '2021-03-05', 1, '2021-03-08'],
    ['from a Saturday', '2021-03-06', 1, '2021-03-08'],
    ['over National Day, onto a working Saturday', '2021-09-30', 2, '2021-10-09'],
    ['none: the day itself', '2021-03-06', 0, '2021-03-06'],
    ['backwards over a weekend', '2021-03-08', -1, '2021-03-05'],
    ['backwards from a Sunday', '2021-03-07', -1, '2021-03-05'],
    ['backwards over National Day', '2021-10-09', -2, '2021-09-30'],
  ])('%s', (_, from, count, to) => {
    expect(formatDay(calendar.addWorkdays(day(from), count))).toBe(to)
  })
  test('counting forth and counting between agree', () => {
    const on = fc.integer({ min: day('1900-01-02'), max: day('2190-01-01') }).map((number) => addDays(day('1970-01-01'), number))
    fc.assert(fc.property(on, fc.integer({ min: 1, max: 400 }), (from, count) => {
      const to = calendar.addWorkdays(from, count)
      return calendar.isWorkday(to) && calendar.workdaysBetween(addDays(from, 1), to) === count && calendar.addWorkdays(addDays(to, 1), -1) === to
    }))
  })
  test('from a later day to an earlier one there is none', () => {
    expect(calendar.workdaysBetween(day('2021-03-05'), day('2021-03-01'))).toBe(0)
  })
  test.each([['2021-09-30', '2021-10-08'], ['2021-10-08', '2021-10-09'], ['2021-03-05', '2021-03-08']])('the working day after %s is %s', (from, to) => {
    expect(formatDay(calendar.nextWorkday(day(from)))).toBe(to)
  })
})

describe('a year that the State Council has not announced', () => {
  test('2018 to 2026 are announced', () => {
    expect(calendar.announcedYears).toEqual(ANNOUNCED)
  })
  test.each(['2017-12-31', '2027-01-01', '2100-06-01'])('%s is provisional', (written) => {
    expect(calendar.isProvisional(day(written))).toBe(true)
  })
  test.each(['2018-01-01', '2026-12-31'])('%s is not', (written) => {
    expect(calendar.isProvisional(day(written))).toBe(false)
  })
  test('is counted by weekends alone', () => {
    expect(daysOf(2027).filter((on) => calendar.isWorkday(on) !== weekdayOf(on) <= 5)).toEqual([])
    expect(calendar.isFestival(day('2027-10-01'))).toBe(false)
  })
  test('is announced by handing it in as data', () => {
    const next = calendarOf([...STATE_COUNCIL_YEARS, { year: 2027, off: ['2027-01-01/03'], festivals: ['2027-01-01'], work: ['2027-01-09'] }])
    expect([next.isProvisional(day('2027-06-01')), next.isWorkday(day('2027-01-01')), next.isWorkday(day('2027-01-09'))]).toEqual([false, false, true])
  })
  test.each([['2027-02-30'], ['2027-01-03/01'], ['soon']])('a table that says %s is a fault', (written) => {
    expect(() => calendarOf([{ year: 2027, off: [written], festivals: [], work: [] }])).toThrow('假期表有误')
  })
  test('a day that no table reaches is a fault, not a weekday', () => {
    const beyond = addDays(day('2199-12-31'), 366 * 20)
    expect(() => calendar.isWorkday(beyond)).toThrow(RangeError)
    expect(() => calendar.addWorkdays(beyond, 1)).toThrow(RangeError)
    expect(() => calendar.addWorkdays(day('2199-12-31'), 9999)).toThrow(RangeError)
    expect(() => calendar.addWorkdays(day('1900-01-03'), -9)).toThrow(RangeError)
  })
  test('every day that can be read can be counted from', () => {
    expect(formatDay(calendar.addWorkdays(day('2199-12-31'), 365)).slice(0, 4)).toBe('2201')
    expect(calendar.isWorkday(day('1900-01-01'))).toBe(true)
  })
})
