/** The one place that knows what time it is (时钟). Rules never ask it: they are told. */
export interface Clock {
  readonly now: () => Date
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that is set by hand, for filling a year with cases and for tests. */
export interface ManualClock extends Clock {
  readonly set: (moment: Date) => void
}
export function manualClock(start: Date): ManualClock {
  let moment = start
  return { now: () => moment, set: (next) => (moment = next) }
}

/** A clock that runs like the machine's, but from another day (演示日期). */
export const shiftedClock = (byMs: number): Clock => ({ now: () => new Date(Date.now() + byMs) })

/** China has used one time zone without summer time since 1992. */
const CHINA_MS = 8 * 3_600_000
const inChina = (moment: Date): string => new Date(moment.getTime() + CHINA_MS).toISOString()

/** The day in China, written 2021-03-01. */
export const civilDay = (moment: Date): string => inChina(moment).slice(0, 10)
/** The time of day in China, written HH:mm. */
export const civilTime = (moment: Date): string => inChina(moment).slice(11, 16)
/** Day and time in China, to the minute: 2021-03-01 18:10. */
export const civilMinute = (moment: Date): string => `${civilDay(moment)} ${civilTime(moment)}`
/** The moment of a day and time in China. */
export const momentOf = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`)
