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
