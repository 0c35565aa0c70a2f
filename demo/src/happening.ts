import type { Day } from '@zhunsheng/law/day.ts'

/** Something that happens on a day of the year, so many minutes after midnight (演示事件). */
export interface Happening {
  readonly on: Day
  readonly at: number
  readonly happen: () => Promise<void>
}
