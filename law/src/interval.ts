import { formatDay, type Day } from './day.ts'

/** Days between which something applies (施行期间), both included. Open ends are infinite. */
export interface Interval {
  readonly from: number
  readonly until: number
}

/** At all times. */
export const ALWAYS: Interval = { from: -Infinity, until: Infinity }

/** Whether the interval holds that day. */
export const covers = (interval: Interval, on: Day): boolean => interval.from <= on && on <= interval.until

/** The ends that an interval has, written 2021-07-15. */
export const writtenInterval = ({ from, until }: Interval): { readonly from?: string; readonly until?: string } => ({
  ...(Number.isFinite(from) ? { from: formatDay(from as Day) } : {}),
  ...(Number.isFinite(until) ? { until: formatDay(until as Day) } : {}),
})
