import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'
import { addDays, day, formatDay } from './day.ts'
import { before, days, daysUntil, describePeriod, endOf, hours, months, standingDays, workdays, years, type Period } from './period.ts'

const calendar = calendarOf()
const due = (period: Period, from: string, more: Parameters<typeof endOf>[3] = {}) => formatDay(endOf(period, day(from), calendar, more).due)
const stretch = (from: string, to: string) => ({ from: day(from), to: day(to) })

describe('民法典第二百零一条至第二百零三条 · the last day of a period', () => {
  test.each([
    ['the day of the event is not counted', days(1), '2021-03-01', '2021-03-02'],
    ['ninety days', days(90), '2021-07-15', '2021-10-13'],
    ['a Saturday moves to Monday', days(5), '2021-03-01', '2021-03-08'],
    ['a Saturday on which people work stays', days(5), '2021-04-20', '2021-04-25'],
    ['National Day moves to the first day after the holiday', days(30), '2021-09-01', '2021-10-08'],
    ['no length at all, on a Sunday', days(0), '2021-03-07', '2021-03-08'],
    ['six months by the corresponding day', months(6), '2021-03-01', '2021-09-01'],
    ['no corresponding day: the last of the month', months(1), '2022-08-31', '2022-09-30'],
    ['two years', years(2), '2021-03-01', '2023-03-01'],
    ['a year from 29 February', years(1), '2020-02-29', '2021-03-01'],
    ['twenty-four hours end on the next day, a Saturday too', hours(24), '2021-03-05', '2021-03-06'],
    ['thirty hours end on the day after', hours(30), '2021-03-05', '2021-03-07'],
    ['a limit on holding property is not moved off National Day', standingDays(30), '2021-09-01', '2021-10-01'],
  ])('%s', (_, period, from, to) => {
    expect(due(period, from)).toBe(to)
  })
})

describe('行政处罚法第八十五条 · working days', () => {
  test.each([
    ['five over a weekend', workdays(5), '2021-09-01', '2021-09-08'],
    ['seven over National Day, the working Saturday counted', workdays(7), '2021-09-28', '2021-10-13'],
    ['one from a Friday', workdays(1), '2021-09-03', '2021-09-06'],
  ])('%s', (_, period, from, to) => {
    expect(due(period, from)).toBe(to)
  })
})

describe('suspension and extension', () => {
  test.each([
    ['a suspension of ten days', days(90), [stretch('2021-08-01', '2021-08-10')], '2021-10-25'],
    ['two that overlap stand still once', days(90), [stretch('2021-08-01', '2021-08-08'), stretch('2021-08-05', '2021-08-10')], '2021-10-25'],
    ['in whatever order they were written', days(90), [stretch('2021-09-05', '2021-09-06'), stretch('2021-08-01', '2021-08-08')], '2021-10-25'],
    ['one that began before the period counts from the first day only', days(10), [stretch('2021-07-01', '2021-07-20')], '2021-07-30'],
    ['one that ended before the period counts nothing', days(10), [stretch('2021-07-01', '2021-07-15')], '2021-07-26'],
    ['one that begins after the end counts nothing', days(10), [stretch('2021-07-27', '2021-08-30')], '2021-07-26'],
    ['one that begins on the last day counts', days(10), [stretch('2021-07-25', '2021-07-26')], '2021-07-27'],
    ['the first one makes the second one fall into the period', days(10), [stretch('2021-07-20', '2021-07-24'), stretch('2021-07-28', '2021-07-29')], '2021-08-02'],
    ['working days that stood still are made up in working days', workdays(5), [stretch('2021-09-02', '2021-09-05')], '2021-09-10'],
    ['a weekend that stood still costs no working day', workdays(5), [stretch('2021-09-04', '2021-09-05')], '2021-09-08'],
  ])('%s', (_, period, suspended, to) => {
    expect(due(period, period.unit === 'workday' ? '2021-09-01' : '2021-07-15', { suspended })).toBe(to)
  })
  test('an extension begins where the period ended, even on a Saturday (行政强制法第二十五条: thirty days, and thirty more)', () => {
    expect(due(days(30), '2021-08-05')).toBe('2021-09-06')
    expect(due(days(30), '2021-08-05', { extendedBy: [days(30)] })).toBe('2021-10-08')
  })
  test('a suspension can only make the end later', () => {
    const number = fc.integer({ min: day('2021-01-01'), max: day('2022-12-31') }).map((value) => addDays(day('1970-01-01'), value))
    const stretches = fc.array(fc.tuple(number, fc.nat(40)).map(([from, length]) => ({ from, to: addDays(from, length) })), { maxLength: 5 })
    fc.assert(fc.property(number, fc.integer({ min: 1, max: 120 }), stretches, (from, length, suspended) => {
      return endOf(days(length), from, calendar, { suspended }).due >= endOf(days(length), from, calendar).due
    }))
  })
})

describe('a year whose holidays are not announced', () => {
  test.each([
    ['ends in 2027', workdays(10), '2026-12-25', true],
    ['ends in 2026', workdays(3), '2026-12-25', false],
    ['moves into 2027', days(0), '2027-01-01', true],
    ['counts working days of 2017', workdays(5), '2017-12-29', true],
    ['counts calendar days of 2017 and ends in 2018', days(10), '2017-12-29', false],
  ])('%s: provisional %s', (_, period, from, provisional) => {
    expect(endOf(period, day(from), calendar).provisional).toBe(provisional)
  })
})

describe('行政处罚法第六十四条 · so many days before an event', () => {
  const latest = (period: Period, event: string) => formatDay(before(period, day(event), calendar).due)
  test.each([
    ['seven working days before a hearing', workdays(7), '2021-09-17', '2021-09-08'],
    ['the working Saturday counts, the holiday does not', workdays(3), '2021-10-12', '2021-10-08'],
    ['seven days before a hearing on a decision', days(7), '2021-03-15', '2021-03-08'],
    ['not moved when it falls on a weekend', days(7), '2021-03-14', '2021-03-07'],
    ['a month before', months(1), '2021-03-31', '2021-02-28'],
  ])('%s', (_, period, event, to) => {
    expect(latest(period, event)).toBe(to)
  })
  test('from that day to the event the period has run, from the day after it has not', () => {
    const event = fc.integer({ min: day('2018-06-01'), max: day('2026-10-01') }).map((value) => addDays(day('1970-01-01'), value)).filter(calendar.isWorkday)
    fc.assert(fc.property(event, fc.integer({ min: 1, max: 30 }), (on, length) => {
      const last = before(workdays(length), on, calendar).due
      return calendar.addWorkdays(last, length) <= on && calendar.addWorkdays(calendar.nextWorkday(last), length) > on
    }))
  })
  test('an event in a year without holidays is provisional in working days, not in calendar days', () => {
    expect(before(workdays(3), day('2027-01-05'), calendar).provisional).toBe(true)
    expect(before(days(3), day('2027-01-05'), calendar).provisional).toBe(false)
  })
})

describe('how much is left, in numbers and words', () => {
  test.each([['2021-03-01', '2021-03-05', -4], ['2021-03-05', '2021-03-05', 0], ['2021-03-10', '2021-03-05', 5]])('due %s, on %s: %i', (last, today, left) => {
    expect(daysUntil(day(last), day(today))).toBe(left)
  })
  test.each([
    [workdays(7), '七个工作日'],
    [workdays(2), '两个工作日'],
    [hours(24), '二十四小时'],
    [days(90), '九十日'],
    [days(2), '二日'],
    [months(6), '六个月'],
    [months(2), '两个月'],
    [years(2), '二年'],
    [days(115), '一百一十五日'],
  ])('%o is %s', (period, words) => {
    expect(describePeriod(period)).toBe(words)
  })
})
