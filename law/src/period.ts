import type { Calendar } from './calendar.ts'
import { addDays, addMonths, type Day } from './day.ts'
import { numeral } from './article.ts'

/** A length of legal time (期间). A bare number of days is never enough: the statute says which days. */
export interface Period {
  readonly unit: 'day' | 'workday' | 'month'
  readonly length: number
}
/** Calendar days (日). */
export const days = (length: number): Period => ({ unit: 'day', length })
/** Working days (工作日). */
export const workdays = (length: number): Period => ({ unit: 'workday', length })
/** Months by the corresponding day (月). */
export const months = (length: number): Period => ({ unit: 'month', length })

/** The last day of a period, and whether it rests on a calendar that is not published yet. */
export interface LastDay {
  readonly due: Day
  readonly provisional: boolean
}

/**
 * The last day of a period that begins with an event (期间届满之日).
 *
 * The day of the event is not counted; a last day on a weekend or festival moves to the first working day after it
 * (民事诉讼法第八十五条, 民法典第二百零一条至第二百零三条). Months end on the corresponding day (民法典第二百零二条).
 * Extensions are added one after the other; days of a suspension, both ends included, are not counted.
 */
export function endOf(
  period: Period,
  from: Day,
  calendar: Calendar,
  { suspended = [], extendedBy = [] }: { readonly suspended?: readonly { readonly from: Day; readonly to: Day }[]; readonly extendedBy?: readonly Period[] } = {},
): LastDay {
  let end = [period, ...extendedBy].reduce((day, part) => plus(day, part, calendar), from)
  for (const stretch of suspended) if (stretch.from <= end) end = period.unit === 'workday' ? calendar.addWorkdays(end, calendar.workdaysBetween(stretch.from, stretch.to)) : addDays(end, stretch.to - stretch.from + 1)
  const due = calendar.isWorkday(end) ? end : calendar.addWorkdays(end, 1)
  return { due, provisional: calendar.isProvisional(due) }
}

function plus(day: Day, { unit, length }: Period, calendar: Calendar): Day {
  if (unit === 'workday') return calendar.addWorkdays(day, length)
  return unit === 'month' ? addMonths(day, length) : addDays(day, length)
}

const UNITS: Readonly<Record<Period['unit'], string>> = { day: '日', workday: '个工作日', month: '个月' }
/** The period in words: 九十日, 七个工作日, 六个月. */
export const describePeriod = ({ unit, length }: Period): string => numeral(length) + UNITS[unit]
