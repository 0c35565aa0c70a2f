import { addDays, civil, firstOf, parseDay, weekdayOf, type Day } from './day.ts'
import { STATE_COUNCIL_YEARS, type YearOfHolidays } from './holidays.ts'

/** Which days are working days (工作日历), as the State Council announces them year by year. */
export interface Calendar {
  readonly isWorkday: (day: Day) => boolean
  /** A statutory festival or a day off that belongs to it, as against an ordinary weekend. */
  readonly isHoliday: (day: Day) => boolean
  /** The n-th working day after a day; that day itself is not counted. */
  readonly addWorkdays: (day: Day, count: number) => Day
  /** How many working days lie between two days, both included. */
  readonly workdaysBetween: (from: Day, to: Day) => number
  /** The year of this day has not been announced, so weekends alone were counted as free. */
  readonly isProvisional: (day: Day) => boolean
}

const FIRST_YEAR = 1990
const LAST_YEAR = 2060

/**
 * Builds a calendar from announced years. Counting is a look-up: `before[d]` is the number of working days before day d,
 * `nth[k]` the k-th working day of all.
 */
export function calendarOf(years: readonly YearOfHolidays[] = STATE_COUNCIL_YEARS): Calendar {
  const start = firstOf(FIRST_YEAR)
  const end = firstOf(LAST_YEAR + 1)
  const off = new Set(years.flatMap((year) => year.off.flatMap(expand)))
  const made = new Set(years.flatMap((year) => year.work.flatMap(expand)))
  const announced = new Set(years.map(({ year }) => year))

  const before = new Int32Array(end - start + 1)
  const nth: number[] = []
  const work = new Uint8Array(end - start)
  for (let index = 0; index < end - start; index += 1) {
    const day = addDays(start, index)
    work[index] = made.has(day) || (weekdayOf(day) <= 5 && !off.has(day)) ? 1 : 0
    before[index] = nth.length
    if (work[index] === 1) nth.push(day)
  }
  before[end - start] = nth.length
  const workdays = Int32Array.from(nth)

  const place = (day: Day): number => {
    const index = day - start
    if (index < 0 || index >= end - start) throw new RangeError(`工作日历只覆盖 ${FIRST_YEAR} 至 ${LAST_YEAR} 年`)
    return index
  }
  return {
    isWorkday: (day) => work[place(day)] === 1,
    isHoliday: (day) => off.has(day),
    addWorkdays: (day, count) => {
      const found = workdays[(before[place(day) + 1] ?? 0) + count - 1]
      if (found === undefined) throw new RangeError(`工作日历只覆盖 ${FIRST_YEAR} 至 ${LAST_YEAR} 年`)
      return found as Day
    },
    workdaysBetween: (from, to) => (to < from ? 0 : (before[place(to) + 1] ?? 0) - (before[place(from)] ?? 0)),
    isProvisional: (day) => !announced.has(civil(day).year),
  }
}

/** Days written 2021-10-01 or 2021-10-01/07, the latter up to that date of the same month. */
function expand(written: string): readonly Day[] {
  const [first = '', last] = written.split('/')
  const from = parseDay(first)
  const to = last === undefined ? from : parseDay(last.length === 2 ? first.slice(0, 8) + last : last)
  if (from === undefined || to === undefined || to < from) throw new Error(`假期表有误：${written}`)
  return Array.from({ length: to - from + 1 }, (_, index) => addDays(from, index))
}
