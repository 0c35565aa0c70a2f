import type { Queries } from '../../platform/database.ts'

/** Of which truck an alarm is, since when and until when; `until` is null while it goes on. */
export interface AlarmSpan {
  readonly truck: string
  readonly since: string
  readonly until: string | null
}
/** What other modules may ask about alarms (预警). */
export interface AlarmBook {
  readonly find: (queries: Queries, id: string) => Promise<AlarmSpan | undefined>
  /** Of these moments, those at which an alarm of their truck was going on, or that lay within so long of one; what was found to be false does not count. */
  readonly beside: (queries: Queries, moments: readonly { readonly id: string; readonly truck: string; readonly at: string }[], windowMs: number) => Promise<ReadonlySet<string>>
}
/** The digests of the files that belong to an alarm, each in the evidence room by now. */
export type Exhibits = (alarm: string, who: { readonly id: string; readonly name: string }) => Promise<readonly string[]>
