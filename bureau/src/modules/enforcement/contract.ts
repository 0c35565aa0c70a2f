import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import type { Queries } from '../../platform/database.ts'
import type { CasePage, CaseQuery, NewAct, NewLead, Recorded } from './wire.ts'

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

/** A case as other modules read it (案卷查阅): the acts that count, and by what the party is known. */
export interface ReadCase {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly party: { readonly name: string; readonly isPerson: boolean; /** The last four places of an identity number or credit code. */ readonly tail?: string }
  readonly decisionNumber?: string
  /** Its acts of paying are those of a penalty; what is paid for a substitute performance is another thing. */
  readonly isPenalty: boolean
  readonly file: CaseFile
}
/** What became of an act that another module asked to be recorded. */
export type Within = { readonly granted: true; readonly recorded: Recorded } | { readonly granted: false; readonly grounds: readonly string[] }

/** Where other modules read cases and record acts in them within their own unit of work (案件台). */
export interface CaseDesk {
  readonly read: (queries: Queries, caseId: string) => Promise<ReadCase | undefined>
  /** The cases in whose record money moved on a day: paid in, or banked after being collected on the spot. */
  readonly withMoneyOn: (queries: Queries, day: string) => Promise<readonly ReadCase[]>
  /** Records an act as its person would, judged as any other. Refused, nothing was written and the unit of work may go on. */
  readonly record: (tx: Queries, act: { readonly caseId: string; readonly act: NewAct; readonly actor: string; readonly key: string }) => Promise<Within>
}

/** What was recorded by a person in a case, told within the same unit of work (案件动态). */
export interface Heard {
  readonly caseId: string
  readonly kind: string
  readonly by: string
}
export type CaseListener = (tx: Queries, heard: Heard) => Promise<void>
