import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import type { Use } from '@zhunsheng/law/archive/keeping.ts'
import type { Thing } from '@zhunsheng/law/custody/things.ts'
import type { Day } from '@zhunsheng/law/day.ts'
import type { Act, Data } from '@zhunsheng/law/dossier.ts'
import type { Devolution } from '@zhunsheng/law/jurisdiction.ts'
import type { Discretion } from '@zhunsheng/law/penalty/discretion.ts'
import type { Person } from '@zhunsheng/law/person.ts'
import type { Refusal } from '@zhunsheng/law/ruling.ts'
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
  /** Whose records these are on the credit platform (统一社会信用代码). */
  readonly creditCode?: string
  /** The towns and streets that handle their cases here in their own name (承接处罚权的镇街). */
  readonly towns: readonly TownAgency[]
  /** Which powers went to towns and streets, and which are entrusted (下放、委托). */
  readonly devolutions: readonly Devolution[]
}

/** A town or street that took powers over (承接处罚权的镇街), as papers, numbers and records name it. */
export interface TownAgency {
  /** As decisions of devolution and cases name it. */
  readonly town: string
  readonly name: string
  readonly word: string
  readonly creditCode?: string
  /** How finance names it as whoever collects (执收单位编码); without it no slip is issued in its cases. */
  readonly unitCode?: string
}

/** In whose name a case is handled (办案机关): the bureau, or a town or street to which the power went. */
export interface ActingAgency {
  readonly name: string
  /** Its own word in numbers (机关代字). */
  readonly word: string
  /** To whom reconsideration is asked of it (复议机关). */
  readonly government: string
  /** The department one level up: only a department of the government has one. */
  readonly superior?: string
  readonly creditCode?: string
  /** How finance names it as whoever collects (执收单位编码), where that is not the bureau. */
  readonly unitCode?: string
}
/** Who handles the cases of a town, or the bureau's own where no town is named. */
export type AgencyOf = (town: string | null | undefined) => ActingAgency

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
  /** The lead out of which a case grew, if there was one. */
  readonly ofCase: (queries: Queries, caseId: string) => Promise<string | undefined>
}

/** Where a file is named (文件的用途): an act of a case, or a lead. */
export interface RecordUse extends Use {
  readonly sha256: string
  readonly caseId?: string
  readonly seq?: number
  readonly act?: string
  readonly on?: string
  /** Everybody who took part in the act. */
  readonly by: readonly string[]
}
/** The things of a case, and whether the case is over (涉案物品). */
export interface CaseThings {
  readonly number: string
  /** The town or street in whose own name the case is handled. */
  readonly actingTown?: string
  readonly ended: boolean
  readonly things: readonly (Thing & {
    /** What was preserved has been decided on. */
    readonly settled: boolean
  })[]
}
/** What the keepers of files and things ask about cases (案件记录查询). */
export interface CaseRecords {
  /** The uses of these files, or of every file; `also` are uses that the asker knows of. */
  readonly usesOf: (queries: Queries, digests?: readonly string[], also?: readonly { readonly sha256: string; readonly caseId: string }[]) => Promise<readonly RecordUse[]>
  readonly caseNumbered: (queries: Queries, number: string) => Promise<string | undefined>
  /** Throws not-found where there is no such case. */
  readonly thingsIn: (caseId: string) => Promise<CaseThings>
}

/** What is about to be recorded in a case, for those who keep other records of the bureau. */
export interface RecordsQuestion {
  readonly procedure: string
  /** Of a correction: the kind of the act that is corrected, with its new answers. */
  readonly kind: string
  readonly on: Day
  /** Of a correction: the day of the act that is corrected. */
  readonly correctedOn?: Day
  readonly data: Data
  /** Who acts. */
  readonly by: readonly Person[]
  /** The acts of the case so far, and the lead out of which it grew. */
  readonly acts: readonly Act[]
  readonly lead?: string
}
/** Asks another register of the bureau what it holds against an act (与本机关记录核对): its grounds, with articles and cures. */
export type RecordsCheck = (queries: Queries, asked: RecordsQuestion) => Promise<readonly Refusal[]>

/** A case as other modules read it (案卷查阅): the acts that count, and by what the party is known. */
export interface ReadCase {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly party: { readonly name: string; readonly isPerson: boolean; /** The last four places of an identity number or credit code. */ readonly tail?: string }
  readonly decisionNumber?: string
  /** The town or street in whose own name it is handled; absent where it is the bureau's. */
  readonly actingTown?: string
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
  /** The next so many penalty cases after one of them, by identifier; `''` begins. */
  readonly penaltiesAfter: (queries: Queries, after: string, most: number) => Promise<readonly string[]>
  /** Records an act as its person would, judged as any other. Refused, nothing was written and the unit of work may go on. */
  readonly record: (tx: Queries, act: { readonly caseId: string; readonly act: NewAct; readonly actor: string; readonly key: string }) => Promise<Within>
}

/** What was recorded by a person in a case, told within the same unit of work (案件动态). */
export interface Heard {
  readonly caseId: string
  readonly kind: string
  readonly by: string
  /** The case as the act has left it, read once however many ask. */
  readonly read: () => Promise<ReadCase | undefined>
}
/** Whom an act does not concern must not ask the database: by that the recorder knows that he need not be told. */
export type CaseListener = (tx: Queries, heard: Heard) => Promise<void>

/** The days from and to which decisions are looked at, both included, as 2021-03-01. */
export interface DecidedPeriod {
  readonly matter: string
  readonly from: string
  readonly to: string
}
/** A penalty case that was decided, with what its decision says of the benchmark (已决处罚案件). */
export interface DecidedCase {
  readonly id: string
  readonly number: string
  readonly decidedOn: string
  /** Nothing where the decision was made without a benchmark. */
  readonly discretion?: Discretion
  /** Fen; nothing where no fine was imposed. */
  readonly fine?: bigint
}
/** The penalty cases of a matter that were decided in a period, the oldest first. */
export type DecidedCases = (queries: Queries, period: DecidedPeriod) => Promise<readonly DecidedCase[]>
