import type { Queries } from '../../platform/database.ts'
import type { CasePage, CaseQuery, NewLead } from './wire.ts'

/** Whose system this is (机关信息): papers and numbers name it. */
export interface Bureau {
  readonly name: string
  /** A fictional bureau whose papers are marked. */
  readonly demo: boolean
  /** The bureau's own word in its numbers (机关代字). */
  readonly word: string
  /** The people's government of the district: reconsideration (复议机关). */
  readonly government: string
  /** The department one level up: reconsideration until the end of 2023. */
  readonly superior: string
  /** The name of the log, as checkpoints state it; it never changes. */
  readonly log: string
}

/** Lists cases, all of them or those that are named. */
export type CaseListing = (query: CaseQuery, ids?: readonly string[]) => Promise<CasePage>

/** What became of a lead (线索去向): open, dismissed, or a case with what was done in it. */
export interface LeadStanding {
  readonly state: 'open' | 'filed' | 'dismissed'
  readonly dismissedReason?: string
  readonly filed?: { readonly id: string; readonly number: string; readonly status: string; readonly decidedOn?: string; readonly outcome?: string; readonly solved?: string }
}
/** Where other modules bring leads and ask what became of them (线索受理). */
export interface LeadOffice {
  /** A lead that came before under the same key is not taken in again: its number is answered. */
  readonly add: (tx: Queries, lead: NewLead & { readonly registeredBy: string; readonly key?: string }) => Promise<{ readonly id: string; readonly number: string }>
  readonly standing: (queries: Queries, ids: readonly string[]) => Promise<ReadonlyMap<string, LeadStanding>>
}
