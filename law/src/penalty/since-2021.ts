import { day, type Day } from '../day.ts'
import type { Period } from '../period.ts'

/** From this day the penalty law of 2021 applies, and its short periods are working days (行政处罚法第八十五条、第八十六条). */
export const LAW_OF_2021: Day = day('2021-07-15')

/** The old penalty law has no clause on working days, so its periods are calendar days. */
export const since2021 = (since: Day, then: Period, before: Period): Period => (since >= LAW_OF_2021 ? then : before)
