import type { Dayjs } from 'dayjs'

const FIRST_YEAR = 1900

/** Keeps slips such as the year 0021 out; what the law thinks of a day is the server's to say. */
export const dayBefore = (day: Dayjs): boolean => day.year() < FIRST_YEAR
