import { proofOf, type Fix, type Proof } from '../fix.ts'
import type { Sighting } from '../sighting.ts'
import type { TripState } from '../trip/trip.ts'
import { silent, type Outcome, type Ring } from './outcome.ts'
import type { Threshold } from './rules.ts'

/** When a terminal was last heard; plain JSON. */
export interface Hearing {
  /** By the terminal's clock, and by the receiver's. */
  readonly saidMs?: number
  readonly heardMs?: number
  /** The last position, and whether the truck was under way then: a parked one may be silent. */
  readonly proof?: Proof
  readonly wasUnderWay?: boolean
  readonly isReported?: boolean
}

export const UNHEARD: Hearing = {}

/**
 * A terminal falls silent while its truck is under way (终端离线). While nothing comes, the server's clock tells; where no
 * clock ticked, the hole between two messages does. What comes later from the terminal's memory fills the hole.
 */
export function watchContact(before: Hearing, { news, atMs, fix, message, trip }: Sighting, rule: Threshold): Outcome<Hearing> {
  if (news === 'none' || message === undefined) {
    if (before.isReported === true || before.wasUnderWay !== true || before.heardMs === undefined || atMs - before.heardMs <= rule.limit) return silent(before)
    return { after: { ...before, isReported: true }, rings: [ring('opened', before, atMs - before.heardMs, rule)] }
  }
  const after: Hearing = { saidMs: message.atMs, heardMs: message.receivedMs, proof: proofOf(fix), wasUnderWay: isUnderWay(message, trip) }
  if (before.saidMs === undefined) return silent(after)
  const hole = message.atMs - before.saidMs
  if (before.isReported === true) return { after, rings: [ring('closed', before, Math.max(hole, message.receivedMs - (before.heardMs ?? message.receivedMs)), rule, message.atMs)] }
  if (before.wasUnderWay !== true || hole <= rule.limit) return silent(after)
  return { after, rings: [ring('opened', before, hole, rule), ring('closed', before, hole, rule, message.atMs)] }
}

/** By its ignition; where nobody knows of that, by its speed or its load. */
const isUnderWay = ({ accOn, speedKmh }: Fix, trip: TripState): boolean => accOn ?? (speedKmh >= 3 || trip.phase === 'hauling')

function ring(change: Ring['change'], { saidMs = 0, proof }: Hearing, silentMs: number, { limit }: Threshold, untilMs?: number): Ring {
  return { change, sinceMs: saidMs, ...(untilMs === undefined ? {} : { untilMs }), worst: silentMs, evidence: proof === undefined ? [] : [proof], limit, unit: 'ms', about: {} }
}
