declare const DAY: unique symbol
/** A calendar day (日): days since 1970-01-01, without a time zone. */
export type Day = number & { readonly [DAY]: true }

const DAYS_TO_1970 = 719_468
const DAYS_PER_ERA = 146_097

/** The day number of a civil date. Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. */
function numberOf(year: number, month: number, date: number): Day {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970) as Day
}

/** Year, month and date of a day (年、月、日). Source: as above, civil_from_days. */
export function civil(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const z = day + DAYS_TO_1970
  const era = Math.floor(z / DAYS_PER_ERA)
  const dayOfEra = z - era * DAYS_PER_ERA
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 }
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const FIRST_YEAR = 1900
const LAST_YEAR = 2199

/** Reads a day written 2021-03-01. Answers nothing for a date that does not exist, or lies outside 1900 to 2199. */
export function parseDay(written: string): Day | undefined {
  const found = ISO.exec(written)
  if (found === null) return undefined
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined
  return numberOf(year, month, date)
}

/** A day known when the program was written. A date that does not exist is a fault. */
export function day(written: string): Day {
  const found = parseDay(written)
  if (found === undefined) throw new Error(`no such day: ${written}`)
  return found
}

/** A day written 2021-03-01. */
export function formatDay(day: Day): string {
  const { year, month, date } = civil(day)
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
}

/** A day as papers write it: 2021年3月1日 (GB/T 9704: Arabic numerals, no leading zero). */
export function chineseDay(day: Day): string {
  const { year, month, date } = civil(day)
  return `${year}年${month}月${date}日`
}

export const addDays = (day: Day, count: number): Day => (day + count) as Day

/** The corresponding day so many months later, or the last day of the month where there is none (民法典第二百零二条). */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = civil(day)
  const months = year * 12 + month - 1 + count
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1]
  return numberOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}

/** The corresponding day so many years later. */
export const addYears = (day: Day, count: number): Day => addMonths(day, count * 12)

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1

/** The first of January of a year. */
export const firstOf = (year: number): Day => numberOf(year, 1, 1)

const THIRTY: readonly number[] = [4, 6, 9, 11]
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return THIRTY.includes(month) ? 30 : 31
}
