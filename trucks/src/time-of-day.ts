/** The country's one time (北京时间) is eight hours ahead of UTC, and has had no summer time since 1992. */
const AHEAD_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** A span of the day in minutes since midnight, Beijing time; `from` later than `until` goes over midnight. `until` is excluded. */
export interface Hours {
  readonly fromMinute: number
  readonly untilMinute: number
}

/** Minutes since midnight in Beijing. */
export const minuteOf = (atMs: number): number => Math.floor(((atMs + AHEAD_MS) % DAY_MS) / 60_000)

/** The day in Beijing, as the number of days since 1970-01-01. */
export const dayOf = (atMs: number): number => Math.floor((atMs + AHEAD_MS) / DAY_MS)

/** Whether the time of day falls in one of the spans; where there are no spans, no time does. */
export function isDuring(hours: readonly Hours[], atMs: number): boolean {
  const minute = minuteOf(atMs)
  return hours.some(({ fromMinute, untilMinute }) => (fromMinute <= untilMinute ? minute >= fromMinute && minute < untilMinute : minute >= fromMinute || minute < untilMinute))
}

/** The number of a day since 1970-01-01, from its text 2026-08-15 (Howard Hinnant's days_from_civil). */
export function dayFrom(text: string): number {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The first instant of a day in Beijing. */
export const midnightOf = (day: number): number => day * DAY_MS - AHEAD_MS
