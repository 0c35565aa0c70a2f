import type { Queries } from '../../platform/database.ts'
import type { AlarmPage, AlarmQuery, AlarmView, Compliance, Track, TrackQuery, TripPage, TripQuery } from './wire.ts'

/** An alarm or a trip of a truck, as short as another module needs it. */
export interface NearTruck {
  readonly of: 'alarm' | 'trip'
  readonly id: string
  readonly title: string
  readonly from: string
  /** Missing while it goes on. */
  readonly until?: string
  readonly state: string
}
/** What was known of a truck around a moment (同车同时的预警和趟次). */
export interface TruckDays {
  readonly near: (queries: Queries, truck: string, at: Date) => Promise<readonly NearTruck[]>
}

/** The answer of an enterprise to an alarm (企业答复). */
export interface EnterpriseAnswer {
  readonly alarm: string
  /** Steps that the sender has seen. */
  readonly version: number
  readonly text: string
  readonly files: readonly string[]
  readonly who: string
  readonly enterpriseName: string
  readonly key: string
}
/** What an enterprise sees of its trucks on their way, and says to its alarms (本企业的行车监管). Nothing of anybody else is answered. */
export interface OwnTrucks {
  readonly alarms: (queries: Queries, enterprise: string, query: AlarmQuery) => Promise<AlarmPage>
  readonly alarm: (queries: Queries, enterprise: string, id: string) => Promise<AlarmView | undefined>
  /** Alarms that began before a moment and nobody has answered or reviewed. */
  readonly unanswered: (queries: Queries, enterprise: string, before: string) => Promise<number>
  /** Written as a step of the enterprise's own; throws where the alarm is not its, or was reviewed. */
  readonly answer: (tx: Queries, enterprise: string, answer: EnterpriseAnswer) => Promise<void>
  readonly trips: (queries: Queries, enterprise: string, query: TripQuery) => Promise<TripPage>
  readonly compliance: (queries: Queries, enterprise: string, span: { readonly from: string; readonly until: string }) => Promise<Compliance>
  /** Whose truck it is was asked before. The look is written into the log of looks. */
  readonly track: (query: TrackQuery, who: string) => Promise<Track>
}

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

/** Which trucks' minutes this process counts (分担范围), where several share them. */
export interface Share {
  readonly has: (truckId: string) => boolean
  /** Whether it also does what is done once for all trucks. */
  readonly leads: () => boolean
}
/** One process has all of it. */
export const WHOLE: Share = { has: () => true, leads: () => true }
/** Who looked at what shows where somebody was (查看记录). To be written before anything is seen. */
export type NoteLook = (look: { readonly who: string; readonly truck: string; readonly plate: string; readonly from: string; readonly until: string; readonly reason: string }) => Promise<void>
