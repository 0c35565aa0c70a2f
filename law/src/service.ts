import type { Calendar } from './calendar.ts'
import { addDays, day, type Day } from './day.ts'
import { days, endOf } from './period.ts'

/** The ways in which a paper is served (送达方式), 民事诉讼法第八十八条至第九十五条. */
export type Way = 'direct' | 'left' | 'entrusted' | 'post' | 'electronic' | 'notice'

/** Public notice took sixty days until the end of 2021 (民事诉讼法 2017 第九十二条), thirty since (第九十五条). */
const NOTICE_SHORTENED: Day = day('2022-01-01')
const NOTICE_DAYS = 30
const NOTICE_DAYS_BEFORE = 60

export type Served = { readonly on: Day; readonly provisional: boolean } | { readonly missing: string }

/**
 * The day on which a paper counts as served (送达之日): receipt, being left, the day on the postal slip, the day of reaching the
 * receiver's system; by public notice, the day on which its time has run.
 * The notice's period is not moved off a holiday: nobody has to act on its last day (inferred).
 */
export function servedOn({ way, on, confirmed }: { readonly way: Way; readonly on: Day; readonly confirmed: boolean }, calendar: Calendar): Served {
  if (way === 'electronic' && !confirmed) return { missing: '没有电子送达确认书' }
  if (way !== 'notice') return { on, provisional: false }
  const length = on < NOTICE_SHORTENED ? NOTICE_DAYS_BEFORE : NOTICE_DAYS
  const { provisional } = endOf(days(length), on, calendar)
  return { on: addDays(on, length), provisional }
}
