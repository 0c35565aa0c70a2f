import type { Citation } from './article.ts'
import type { Day } from './day.ts'
import type { MajorRow } from './major-list.ts'
import type { Fen } from './money.ts'
import type { RecordingRow } from './recording-row.ts'

/** A number of a place with the day from which it applies, where it was read, and whether that reading was verified. */
export interface Dated<T> {
  readonly from: Day
  readonly value: T
  readonly source: string
  readonly verified: boolean
  readonly basis?: readonly Citation[]
}

/** A limit that differs for citizens and organisations. */
export interface ByParty {
  readonly citizen: Fen
  readonly organisation: Fen
}

/** How heavily a published penalty weighs (公示的行政处罚信息的类别), by what was imposed. */
export type PublicWeight = 'light' | 'usual' | 'grave'
/** How long a penalty stays public, in months (公示期限). `least`: before it nobody can have it ended early; absent where nobody can at all. */
export interface PublicSpan {
  readonly least?: number
  readonly most: number
}
/** The terms of publication as one instrument sets them (公示期限和修复条件). */
export interface PublicTerms {
  /** From which day the months count: the decision, or the day on which it was made public. */
  readonly since: 'decision' | 'publication'
  readonly spans: Readonly<Record<PublicWeight, PublicSpan>>
  /** Up to this fine a penalty is light, the amount itself included (较低数额罚款). */
  readonly lowFine: ByParty
}
/** In how many working days a repair of credit is handled (信用修复的办理期限). */
export interface RepairWorkdays {
  readonly accept: number
  readonly decide: number
  /** From the decision to the end of the publication. */
  readonly stop: number
  /** From then until the credit platform is marked. */
  readonly mark: number
}

/**
 * A decision by which a power went to towns and streets, or an entrustment (下放镇街、委托): 行政处罚法第二十四条、第二十条. Data that the bureau
 * hands in; whoever holds a devolved power acts in his own name, an entrusted organisation in the name of the bureau.
 */
export interface Devolution {
  readonly manner: 'devolved' | 'entrusted'
  readonly title: string
  readonly number: string
  /** Who decided: the province for a devolution (第二十四条第一款), the bureau itself for an entrustment (第二十条). */
  readonly body: string
  readonly publishedOn: Day
  /** Where it can be read (公布的载体). */
  readonly publishedIn: string
  readonly towns: readonly string[]
  /** Matters of the power list, by identifier. */
  readonly matters: readonly string[]
  readonly from: Day
  /** The last day on which it holds, where it was withdrawn or ends. */
  readonly until?: Day
  /** By what it was withdrawn. */
  readonly withdrawnBy?: string
  /** The evaluations that the law asks for from time to time (定期组织评估). */
  readonly evaluations: readonly { readonly on: Day; readonly by: string; readonly finding: string }[]
  /** Of a demonstration, and nobody's. */
  readonly example?: true
}

/**
 * The regional numbers that the statutes leave open (地方性数据). They are data with a source, never constants:
 * a bureau hands in its own.
 */
export interface LocalRules {
  readonly place: string
  /** From which fine a hearing must be offered (较大数额罚款, 行政处罚法第六十三条). At or above. */
  readonly hearingFine: readonly Dated<ByParty>[]
  /** From which value of confiscation a hearing must be offered (较大数额没收). At or above. */
  readonly hearingConfiscation: readonly Dated<ByParty>[]
  /** From which fine the heads decide collectively (重大行政处罚集体讨论, 行政处罚法第五十七条第二款). At or above. */
  readonly collectiveFine: readonly Dated<ByParty>[]
  /** Working days that the notice gives for a statement (陈述申辩期限). The statute names none. */
  readonly statementWorkdays: readonly Dated<number>[]
  /** Working days in which officers report a spot penalty to their bureau (当场处罚报备期限). The statute names none. */
  readonly spotReportWorkdays: readonly Dated<number>[]
  /** Working days in which a device's record is reviewed, the party told of it, and what he says considered (及时, 行政处罚法第四十一条). The statute names none. */
  readonly monitoringWorkdays: readonly Dated<{ readonly review: number; readonly tell: number; readonly consider: number }>[]
  /** Calendar days before the end of a device's certificate from which its renewal is owed (证书到期提醒). */
  readonly certificateWarningDays: readonly Dated<number>[]
  /** How long a penalty stays public, and when a repair may be asked for (公示期限). Set by instruments that change: one row each. */
  readonly publicTerms: readonly Dated<PublicTerms>[]
  /** How fast a repair of credit is handled (信用修复办理期限). */
  readonly repairWorkdays: readonly Dated<RepairWorkdays>[]
  /** The hours at which nobody executes (夜间, 行政强制法第四十三条), in minutes since midnight, over midnight. The statute names none. */
  readonly night: readonly Dated<{ readonly from: number; readonly until: number }>[]
  /** The bureau's own rows of the list of major decisions (重大执法决定目录); the statute's stand by themselves. */
  readonly majorDecisions: readonly MajorRow[]
  /** Under which rows a panel reviews (疑难案件集体法制审核), by code, and how many members it needs. The statute names no panel. */
  readonly panelReview: readonly Dated<{ readonly rows: readonly string[]; readonly members: number }>[]
  /** How many of a hundred heads who are not recused must be there for a collective discussion (集体讨论到会人数). The statute names none. */
  readonly discussionQuorum: readonly Dated<{ readonly ofHundred: number }>[]
  /** The bureau's own rows of the list of acts that must have a recording (音像记录事项清单). */
  readonly recordings: readonly RecordingRow[]
  /** Which powers went to towns and streets (下放镇街, 行政处罚法第二十四条); a bureau hands in its own. */
  readonly devolutions: readonly Devolution[]
}

/** The value that applies on a day. A day before the first value has none, and none is guessed. */
export function valueOn<T>(values: readonly Dated<T>[], on: Day): Dated<T> | undefined {
  let found: Dated<T> | undefined
  for (const value of values) if (value.from <= on && (found === undefined || value.from >= found.from)) found = value
  return found
}
