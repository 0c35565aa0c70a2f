import { addDays, civil, firstOf, parseDay, weekdayOf, type Day } from './day.ts'
import { STATE_COUNCIL_YEARS, type YearOfHolidays } from './holidays.ts'

/** Which days are working days (工作日历), as the State Council announces them year by year. */
export interface Calendar {
  readonly isWorkday: (day: Day) => boolean
  /** A day off that belongs to a festival (节假日), exchanged days and weekends within it included, as against an ordinary weekend. */
  readonly isHoliday: (day: Day) => boolean
  /** A day that the State Council's measures name as a festival for everybody (法定节假日), exchanged days not included. */
  readonly isFestival: (day: Day) => boolean
  /** The n-th working day after a day, or before it if n is negative; that day itself is not counted. Nought is the day itself. */
  readonly addWorkdays: (day: Day, count: number) => Day
  /** The first working day after a day. */
  readonly nextWorkday: (day: Day) => Day
  /** How many working days lie between two days, both included. */
  readonly workdaysBetween: (from: Day, to: Day) => number
  /** The year of this day has not been announced, so weekends alone were counted as free. */
  readonly isProvisional: (day: Day) => boolean
  /** The years for which a notice was entered, in order. */
  readonly announcedYears: readonly number[]
}

/** Every day that can be read (1900 to 2199), and ten years for the periods that end after the last of them. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2209

/**
 * Builds a calendar from announced years. Counting is a look-up: `before[d]` is the number of working days before day d,
 * `nth[k]` the k-th working day of all.
 */
export function calendarOf(years: readonly YearOfHolidays[] = STATE_COUNCIL_YEARS): Calendar {
  const start = firstOf(FIRST_YEAR)
  const end = firstOf(LAST_YEAR + 1)
  const off = new Set(years.flatMap((year) => year.off.flatMap(expand)))
  const festivals = new Set(years.flatMap((year) => year.festivals.flatMap(expand)))
  const announced = new Set(years.map(({ year }) => year))
  const { before, nth } = counted(start, end, off, new Set(years.flatMap((year) => year.work.flatMap(expand))))

  /** Working days before a day, or up to it, if `after` is 1. A day that the table does not hold is a fault. */
  const rank = (day: Day, after: 0 | 1): number => {
    const found = before[day - start + after]
    if (found === undefined || day < start || day >= end) throw new RangeError(`工作日历只覆盖 ${FIRST_YEAR} 至 ${LAST_YEAR} 年`)
    return found
  }
  const addWorkdays = (day: Day, count: number): Day => {
    if (count === 0) return day
    const found = nth[count > 0 ? rank(day, 1) + count - 1 : rank(day, 0) + count]
    if (found === undefined) throw new RangeError(`工作日历只覆盖 ${FIRST_YEAR} 至 ${LAST_YEAR} 年`)
    return found as Day
  }
  return {
    isWorkday: (day) => rank(day, 1) > rank(day, 0),
    isHoliday: (day) => off.has(day),
    isFestival: (day) => festivals.has(day),
    addWorkdays,
    nextWorkday: (day) => addWorkdays(day, 1),
    workdaysBetween: (from, to) => (to < from ? 0 : rank(to, 1) - rank(from, 0)),
    isProvisional: (day) => !announced.has(civil(day).year),
    announcedYears: [...announced].sort((a, b) => a - b),
  }
}

/** The two tables of a calendar, from day to count and from count to day. */
function counted(start: Day, end: Day, off: ReadonlySet<Day>, made: ReadonlySet<Day>): { readonly before: Int32Array; readonly nth: Int32Array } {
  const before = new Int32Array(end - start + 1)
  const nth = new Int32Array(end - start)
  let count = 0
  let weekday = weekdayOf(start)
  for (let index = 0; index < end - start; index += 1) {
    const day = addDays(start, index)
    before[index] = count
    if (weekday <= 5 ? !off.has(day) : made.has(day)) nth[count++] = day
    weekday = weekday === 7 ? 1 : weekday + 1
  }
  before[end - start] = count
  return { before, nth: nth.slice(0, count) }
}

/** Days written 2021-10-01 or 2021-10-01/07, the latter up to that date of the same month. */
function expand(written: string): readonly Day[] {
  const [first = '', last] = written.split('/')
  const from = parseDay(first)
  const to = last === undefined ? from : parseDay(last.length === 2 ? first.slice(0, 8) + last : last)
  if (from === undefined || to === undefined || to < from) throw new Error(`假期表有误：${written}`)
  return Array.from({ length: to - from + 1 }, (_, index) => addDays(from, index))
}
