import { bcdByte, bcdValue } from './bcd.ts'

/** The time of terminals is Beijing time (北京时间), as JT/T 808 says at the location report (0x0200) for all of them: eight hours ahead, without summer time. */
export const AHEAD_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const CENTURY = 2000
/** Years have two digits: from 2000-01-01 to the last second of 2099, Beijing time. */
export const FIRST_MS = daysBefore(2000, 1, 1) * DAY_MS - AHEAD_MS
/** The last second that two digits of a year can say. */
export const LAST_MS = daysBefore(2100, 1, 1) * DAY_MS - AHEAD_MS - 1000

/** The instant that YYMMDDhhmmss in BCD says, in milliseconds since 1970; NaN where there is no such day or time. */
export function readTime(bytes: Uint8Array, at: number): number {
  const year = bcdValue(bytes[at] ?? 0xff)
  const hour = bcdValue(bytes[at + 3] ?? 0xff)
  const minute = bcdValue(bytes[at + 4] ?? 0xff)
  const second = bcdValue(bytes[at + 5] ?? 0xff)
  if (year < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return NaN
  return readDays(CENTURY + year, bytes, at + 1) * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000 - AHEAD_MS
}

/** Writes an instant of a whole second as YYMMDDhhmmss; false where it is none, or of another century. */
export function writeTime(bytes: Uint8Array, at: number, ms: number): boolean {
  if (!Number.isInteger(ms) || ms < FIRST_MS || ms > LAST_MS || ms % 1000 !== 0) return false
  const local = ms + AHEAD_MS
  const days = Math.floor(local / DAY_MS)
  const second = (local - days * DAY_MS) / 1000
  const { year, month, day } = dateOf(days)
  for (const [index, value] of [year - CENTURY, month, day, Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].entries()) bytes[at + index] = bcdByte(value)
  return true
}

/** An instant as people read it, 2021-03-01 08:00:00 in Beijing time; of another century too. */
export function timeText(ms: number): string {
  const local = Math.floor((ms + AHEAD_MS) / 1000)
  const days = Math.floor(local / 86_400)
  const second = local - days * 86_400
  const { year, month, day } = dateOf(days)
  return `${year}-${two(month)}-${two(day)} ${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`
}

/** The day that YYYYMMDD in BCD says, written 2021-03-01; nothing where there is no such day. */
export function readDay(bytes: Uint8Array, at: number): string | undefined {
  const century = bcdValue(bytes[at] ?? 0xff)
  const year = century * 100 + bcdValue(bytes[at + 1] ?? 0xff)
  if (century < 1 || bcdValue(bytes[at + 1] ?? 0xff) < 0 || Number.isNaN(readDays(year, bytes, at + 2))) return undefined
  return `${year}-${two(bcdValue(bytes[at + 2] ?? 0))}-${two(bcdValue(bytes[at + 3] ?? 0))}`
}

const DAY = /^(\d\d)(\d\d)-(\d\d)-(\d\d)$/
/** Writes a day as YYYYMMDD; false where it is none. */
export function writeDay(bytes: Uint8Array, at: number, day: string): boolean {
  const parts = DAY.exec(day)?.slice(1).map(Number)
  if (parts === undefined) return false
  for (const [index, part] of parts.entries()) bytes[at + index] = bcdByte(part)
  return readDay(bytes, at) === day
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Days since 1970 of a year and a month and day in BCD. A byte that is no BCD makes a year or month that there is not. */
function readDays(year: number, bytes: Uint8Array, at: number): number {
  const month = bcdValue(bytes[at] ?? 0xff)
  const day = bcdValue(bytes[at + 1] ?? 0xff)
  if (month < 1 || month > 12 || day < 1 || (day > 28 && day > daysIn(year, month))) return NaN
  return daysBefore(year, month, day)
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0))

/** Days from 1970-01-01 to a day: years begin in March, so that the leap day is the last. */
function daysBefore(year: number, month: number, day: number): number {
  const years = month <= 2 ? year - 1 : year
  const era = Math.floor(years / 400)
  const yearOfEra = years - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The other way round. */
function dateOf(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 }
}
