import type { Queries } from '../../platform/database.ts'
import type { NewEvent } from './wire.ts'

/** A record as another module of the house brings it (内部报送), under the name of its source; by whom it was taken in. */
export interface RaisedEvent extends NewEvent {
  /** Letters, digits and hyphens; one source numbers its records itself and never uses a number twice. */
  readonly source: string
  readonly takenBy: string
}
/** The receipt for a record. */
export interface RaisedReceipt {
  readonly id: string
  readonly number: string
  /** It came before, word for word. */
  readonly known: boolean
  readonly flags: readonly string[]
}
/** Where a device's record comes in (监控事件的入口), whoever read the device: the machine interface, a file, the truck terminals. */
export interface MonitoringDoor {
  /** Takes a record in with the transaction of the caller. Throws `malformed` at one that makes no sense, or that differs from an earlier one of the same number. */
  readonly raise: (tx: Queries, event: RaisedEvent) => Promise<RaisedReceipt>
}
