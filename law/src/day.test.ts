import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, addYears, chineseDay, civil, day, firstOf, formatDay, parseDay, weekdayOf, type Day } from './day.ts'

const SOME_DAY = fc.integer({ min: day('1900-01-01'), max: day('2199-12-31') }).map((number) => addDays(day('1970-01-01'), number))

describe('GB/T 7408 · a day is written year-month-date', () => {
  test.each(['2021-03-01', '1900-01-01', '2199-12-31', '2020-02-29', '2000-02-29'])('%s is a day', (written) => {
    expect(formatDay(day(written))).toBe(written)
  })
  test.each([
    ['the 30th of February', '2021-02-30'],
    ['29 February in a common year', '2021-02-29'],
    ['1900 was no leap year', '1900-02-29'],
    ['month 13', '2021-13-01'],
    ['month 0', '2021-00-10'],
    ['date 0', '2021-01-00'],
    ['31 April', '2021-04-31'],
    ['no leading zeros', '2021-3-1'],
    ['slashes', '2021/03/01'],
    ['a space before', ' 2021-03-01'],
    ['a line end behind', '2021-03-01\n'],
    ['with a time', '2021-03-01T00:00:00Z'],
    ['full-width digits', '２０２１-03-01'],
    ['before 1900', '1899-12-31'],
    ['after 2199', '2200-01-01'],
    ['nothing', ''],
  ])('%s is not', (_, written) => {
    expect(parseDay(written)).toBeUndefined()
  })
  test('a literal that is no day is a fault, not a guess', () => {
    expect(() => day('2021-02-30')).toThrow('2021-02-30')
  })
  test('1970-01-01 is day 0, and a Thursday', () => {
    expect([day('1970-01-01'), weekdayOf(day('1970-01-01'))]).toEqual([0, 4])
  })
  test('the day after 28 February 2100 is 1 March', () => {
    expect(formatDay(addDays(day('2100-02-28'), 1))).toBe('2100-03-01')
  })
  test('every day from 1900 to 2199 comes after the one before, and is read as it was written', () => {
    let before = { year: 1899, month: 12, date: 31 }
    for (let on = day('1900-01-01'); on <= day('2199-12-31'); on = addDays(on, 1)) {
      const now = civil(on)
      const follows = now.date === before.date + 1 || (now.date === 1 && before.date >= 28 && now.month === (before.month % 12) + 1)
      if (!follows || parseDay(formatDay(on)) !== on) expect.unreachable(formatDay(on))
      before = now
    }
    expect(before).toEqual({ year: 2199, month: 12, date: 31 })
  })
  test('a week has seven days, before 1970 too', () => {
    fc.assert(fc.property(SOME_DAY, (on) => weekdayOf(addDays(on, 1)) === (weekdayOf(on) % 7) + 1 && weekdayOf(addDays(on, 7)) === weekdayOf(on)))
  })
  test('a year begins on its first of January', () => {
    expect([1900, 2021, 2199].map((year) => formatDay(firstOf(year)))).toEqual(['1900-01-01', '2021-01-01', '2199-01-01'])
  })
})

describe('GB/T 9704 · a day on a paper', () => {
  test.each([
    ['2021-03-01', '2021年3月1日'],
    ['2021-12-31', '2021年12月31日'],
  ])('%s is written %s', (written, onPaper) => {
    expect(chineseDay(day(written))).toBe(onPaper)
  })
})

describe('民法典第二百零二条 · months and years end on the corresponding day', () => {
  test.each([
    ['the same date', '2021-03-01', 6, '2021-09-01'],
    ['no 31st in June: the last of the month', '2021-03-31', 3, '2021-06-30'],
    ['no 30th in February', '2021-08-30', 6, '2022-02-28'],
    ['in a leap year the 29th', '2023-08-31', 6, '2024-02-29'],
    ['over the end of a year', '2021-12-15', 1, '2022-01-15'],
    ['backwards', '2021-03-31', -1, '2021-02-28'],
    ['backwards over the beginning of a year', '2021-01-31', -2, '2020-11-30'],
    ['no month at all', '2021-05-31', 0, '2021-05-31'],
  ])('%s: %s and %i months is %s', (_, from, count, to) => {
    expect(formatDay(addMonths(day(from), count))).toBe(to)
  })
  test('29 February and a year is 28 February', () => {
    expect(formatDay(addYears(day('2020-02-29'), 1))).toBe('2021-02-28')
  })
  test('the date is kept, or is the last of a shorter month', () => {
    const lastOf = (on: Day) => civil(addDays(on, 1)).date === 1
    fc.assert(
      fc.property(SOME_DAY, fc.integer({ min: -600, max: 600 }), (from, count) => {
        const to = addMonths(from, count)
        return civil(to).date === civil(from).date || (lastOf(to) && civil(to).date < civil(from).date)
      }),
    )
  })
})
