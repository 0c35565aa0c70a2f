import type { FreshAlarm, LineOffice, PositionSink } from '../terminals/contract.ts'
import type { Share } from '../tracking/contract.ts'

/** What a process does for the trucks (进程角色): pages and everything else of the bureau, terminals, judging; or all of it. */
export type RelayRole = 'all' | 'web' | 'gateway' | 'worker'

/** What the relay is introduced to, once it is there. */
export interface Introduced {
  /** Judges positions and writes them; resolves when they are durable. */
  readonly take: PositionSink['take']
  /** Asks the cameras of trucks whose line this process holds. */
  readonly alarmed: (alarms: readonly FreshAlarm[]) => void
}

/** The way between processes that share the trucks (多进程转发). Without one, everything happens in one process. */
export interface Relay {
  /** For the gateway: hands positions to whoever judges their trucks. Resolves when the database has them; rejects when nobody said so in time. */
  readonly take: PositionSink['take']
  /** For the worker's work of every minute: which trucks are this process's. */
  readonly share: Share
  /** Tells the gateways of alarms that this process has raised. */
  readonly tell: (alarms: readonly FreshAlarm[]) => void
  /** The lines of all gateways, given one's own. */
  readonly lines: (own: LineOffice) => LineOffice
  readonly introduce: (whom: Introduced) => void
  /** Begins to live: is seen by the others, and takes its part. */
  readonly open: () => Promise<void>
  /** Gives its part back, after what is under way. */
  readonly close: () => Promise<void>
}
