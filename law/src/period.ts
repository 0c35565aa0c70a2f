import { numeral } from './article.ts'
import type { Calendar } from './calendar.ts'
import { addDays, addMonths, addYears, type Day } from './day.ts'

/** A length of legal time (期间). A bare number of days is never enough: the statute says which days. */
export interface Period {
  readonly unit: 'hour' | 'day' | 'workday' | 'month' | 'year'
  readonly length: number
  /** The last day stands even where it is free (不顺延): so for a limit on how long somebody's property may be held. */
  readonly stands?: true
}
/** Hours (小时), counted to the day on which they end; the clock itself is for the rule that asks. Never moved off a free day. */
export const hours = (length: number): Period => ({ unit: 'hour', length, stands: true })
/** Calendar days (日). */
export const days = (length: number): Period => ({ unit: 'day', length })
/** Calendar days whose last one stands even where it is free (不顺延的日). */
export const standingDays = (length: number): Period => ({ unit: 'day', length, stands: true })
/** Working days (工作日). */
export const workdays = (length: number): Period => ({ unit: 'workday', length })
/** Months by the corresponding day (月). */
export const months = (length: number): Period => ({ unit: 'month', length })
/** Years by the corresponding day (年). */
export const years = (length: number): Period => ({ unit: 'year', length })

/** The last day of a period, and whether it rests on a calendar that is not published yet. */
export interface LastDay {
  readonly due: Day
  readonly provisional: boolean
}

/** Days on which a period stands still (中止期间), both ends included. */
export interface Stretch {
  readonly from: Day
  readonly to: Day
}

/**
 * The last day of a period that begins with an event (期间届满之日).
 *
 * The day of the event is not counted; a last day on a weekend or festival moves to the first working day after it
 * (民事诉讼法第八十五条, 民法典第二百零一条至第二百零三条), unless the period says that it stands. Months and years end on the
 * corresponding day (民法典第二百零二条).
 * Extensions are added one after the other; days of a suspension, both ends included, are not counted, and a day that two
 * suspensions name stands still once.
 */
export function endOf(
  period: Period,
  from: Day,
  calendar: Calendar,
  { suspended = [], extendedBy = [] }: { readonly suspended?: readonly Stretch[]; readonly extendedBy?: readonly Period[] } = {},
): LastDay {
  const inWorkdays = period.unit === 'workday'
  let end = [period, ...extendedBy].reduce((day, part) => plus(day, part, calendar), from)
  for (const { from: first, to } of standing(suspended, from)) {
    if (first > end) continue
    end = inWorkdays ? calendar.addWorkdays(end, calendar.workdaysBetween(first, to)) : addDays(end, to - first + 1)
  }
  if (period.stands) return { due: end, provisional: false }
  const due = calendar.isWorkday(end) ? end : calendar.nextWorkday(end)
  return { due, provisional: calendar.isProvisional(due) || (inWorkdays && calendar.isProvisional(from)) }
}

/**
 * The last day on which something can still be done that is owed so long before an event (「……的七日前」).
 *
 * Counted backwards; the day of the event is not counted. The day is not moved for a holiday: moving it later would shorten
 * the time that the statute protects (inferred, no text says it).
 */
export function before(period: Period, event: Day, calendar: Calendar): LastDay {
  const due = plus(event, { unit: period.unit, length: -period.length }, calendar)
  return { due, provisional: period.unit === 'workday' && (calendar.isProvisional(due) || calendar.isProvisional(event)) }
}

/** How many calendar days remain until a due date (剩余日数): 0 on the day itself, negative when it has passed. */
export const daysUntil = (due: Day, today: Day): number => due - today

function plus(day: Day, { unit, length }: Period, calendar: Calendar): Day {
  switch (unit) {
    case 'hour':
      return addDays(day, Math.ceil(length / 24))
    case 'day':
      return addDays(day, length)
    case 'workday':
      return calendar.addWorkdays(day, length)
    case 'month':
      return addMonths(day, length)
    case 'year':
      return addYears(day, length)
    default:
      return unit satisfies never
  }
}

/** The suspensions in order, none before the period began to run, and those that meet drawn together. */
function standing(stretches: readonly Stretch[], from: Day): readonly Stretch[] {
  const drawn: Stretch[] = []
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = drawn.at(-1)
    const first = Math.max(stretch.from, from + 1, last === undefined ? -Infinity : last.to + 1)
    if (first <= stretch.to) drawn.push({ from: addDays(stretch.from, first - stretch.from), to: stretch.to })
  }
  return drawn
}

const UNITS: Readonly<Record<Period['unit'], string>> = { hour: '小时', day: '日', workday: '个工作日', month: '个月', year: '年' }
/** The period in words: 九十日, 七个工作日, 两个月, 二年. */
export function describePeriod({ unit, length }: Period): string {
  const counted = unit === 'hour' || unit === 'workday' || unit === 'month'
  return (counted && length === 2 ? '两' : numeral(length)) + UNITS[unit]
}
