import type { Calendar } from '@zhunsheng/law/calendar.ts'
import { addDays, formatDay, type Day } from '@zhunsheng/law/day.ts'

/** An act that a case comes to, on a day on which the bureau was at work. */
export interface Step {
  readonly act: string
  readonly on: Day
  /** Who acts, the one who records first; left out: who usually does. */
  readonly by?: readonly string[]
  /** Answers that differ from the usual ones. */
  readonly data?: Readonly<Record<string, unknown>>
  /** Why the penalty lies outside the benchmark (偏离裁量权基准), where it does. */
  readonly deviates?: Readonly<Record<string, unknown>>
  /** The procedure of the dossier that grows beside the case, where it is an act of that one; its first act opens it (旁案). */
  readonly beside?: string
  /** The act that the bureau records in the case itself along with it, and with which answers. */
  readonly brings?: { readonly act: string; readonly data: Readonly<Record<string, unknown>> }
}
export type Data = NonNullable<Step['data']>

/** Writes down the acts of a case day by day (办案日程), never on a day off. */
export class Itinerary {
  readonly steps: Step[] = []
  #on: Day
  readonly #calendar: Calendar

  constructor(start: Day, calendar: Calendar) {
    this.#calendar = calendar
    this.#on = calendar.isWorkday(start) ? start : calendar.addWorkdays(start, 1)
  }

  get today(): Day {
    return this.#on
  }
  get written(): string {
    return formatDay(this.#on)
  }
  /** So many working days later. */
  wait(workdays: number): this {
    if (workdays > 0) this.#on = this.#calendar.addWorkdays(this.#on, workdays)
    return this
  }
  /** On the first working day not before that one. */
  until(day: Day): this {
    while (this.#on < day) this.wait(1)
    return this
  }
  /** The day so many calendar days from today, moved to a working day. */
  workdayIn(days: number): Day {
    const day = addDays(this.#on, days)
    return this.#calendar.isWorkday(day) ? day : this.#calendar.addWorkdays(day, 1)
  }
  /** The day so many working days from today. */
  dayIn(workdays: number): string {
    return formatDay(this.#calendar.addWorkdays(this.#on, workdays))
  }
  do(act: string, data?: Data, by?: readonly string[]): this {
    this.steps.push({ act, on: this.#on, ...(data === undefined ? {} : { data }), ...(by === undefined ? {} : { by }) })
    return this
  }
  /** The penalty of the latest act lies outside the benchmark. */
  deviating(deviates: Data): this {
    const last = this.steps.pop()
    if (last !== undefined) this.steps.push({ ...last, deviates })
    return this
  }
  /** An act of the dossier that grows beside the case. */
  beside(procedure: string, act: string, data?: Data, more: Pick<Step, 'by' | 'brings'> = {}): this {
    this.steps.push({ act, on: this.#on, beside: procedure, ...(data === undefined ? {} : { data }), ...more })
    return this
  }
  /** The number that the latest act of this kind will have in the file. */
  numberOf(act: string): number {
    return this.steps.findLastIndex((step) => step.act === act) + 1
  }
}
