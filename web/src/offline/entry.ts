import type { NewAct, NewLead, NewSignature, Refusal } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import type { Fault } from '../api.ts'

/** Why the server did not take an entry: in its own words. */
interface Stopped {
  readonly kind: string
  readonly title: string
  readonly detail: string
  readonly refusals: readonly Refusal[]
  readonly faults: readonly Fault[]
}
interface LeadWork {
  readonly type: 'lead'
  readonly lead: NewLead
}
interface OpenWork {
  readonly type: 'open'
  readonly procedure: string
  readonly leadId?: string
  readonly act: NewAct
}
interface ActWork {
  readonly type: 'act'
  readonly caseId: string
  /** The number of acts that were seen, those before it on this device included. */
  readonly version: number
  readonly act: NewAct
}
interface SignWork {
  readonly type: 'sign'
  readonly caseId: string
  /** The act that was signed, by its place in the case as this device knew it. */
  readonly seq: number
  readonly signature: NewSignature
}
/** What was done on this device without a connection and waits to be sent (待同步). */
export interface Entry {
  /** The idempotency key, made on the device: however often it is sent, it is recorded once. */
  readonly key: string
  readonly person: string
  /** By this device's clock; entries are sent in this order. */
  readonly at: string
  readonly title: string
  readonly work: LeadWork | OpenWork | ActWork | SignWork
  /** `stopped` waits for a person: nothing is dropped. `given-up` stays, with the reason. */
  readonly state: 'waiting' | 'stopped' | 'sent' | 'given-up'
  readonly stopped?: Stopped
  readonly reason?: string
  /** What the server made of it. */
  readonly recorded?: { readonly id: string; readonly number: string }
}

const LOCAL = 'local-'
/** The name of a case or lead on this device, until the server gives it one. */
export const localId = (key: string): string => LOCAL + key
export const isLocal = (id: string): boolean => id.startsWith(LOCAL)

/** The case that an entry belongs to, as this device named it; a lead belongs to none. */
export const caseOf = ({ key, work }: Entry): string | undefined => (work.type === 'open' ? localId(key) : work.type === 'lead' ? undefined : work.caseId)

/** What the server calls what this device named, once it was sent. */
export function realId(id: string, entries: readonly Entry[]): string | undefined {
  if (!isLocal(id)) return id
  return entries.find(({ key }) => localId(key) === id)?.recorded?.id
}
