import type { Calendar } from './calendar.ts'
import type { Day } from './day.ts'
import type { LocalRules } from './jurisdiction.ts'
import type { Person } from './person.ts'

/** The answers that an act carries, already checked against its form. */
export type Data = Readonly<Record<string, unknown>>

/** What somebody is about to do (拟实施的行为): kind, legal time, persons, answers. */
export interface Proposal<D = Data> {
  readonly kind: string
  /** The legal day of the act, which may be earlier than the day on which it is recorded. */
  readonly on: Day
  /** Minutes since midnight, where the hour matters. */
  readonly minute?: number
  /** Who acts. The first is the one who records it. */
  readonly by: readonly Person[]
  readonly data: D
}

/** One recorded step (程序行为). It is never edited: a mistake is corrected by a further act. */
export interface Act<D = Data> extends Proposal<D> {
  /** The number of the act in its dossier, from 1, without gaps. */
  readonly seq: number
  readonly recordedOn: Day
}

/** One matter under one procedure (案卷): an append-only list of acts. */
export interface Dossier {
  readonly procedure: string
  readonly acts: readonly Act[]
}

/** What the law depends on beside the file: the calendar and the numbers of the place (地方性数据). */
export interface Setting {
  readonly calendar: Calendar
  readonly local: LocalRules
}
