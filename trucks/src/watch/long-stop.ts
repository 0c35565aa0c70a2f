import { proofOf, type Fix, type Proof } from '../fix.ts'
import { distanceM } from '../geometry/distance.ts'
import type { Sighting } from '../sighting.ts'
import { silent, type Outcome, type Ring } from './outcome.ts'
import type { StopRule } from './rules.ts'

/** Where it has stood since when, and whether that was reported; plain JSON. */
export interface Stop {
  readonly anchor?: Proof
  readonly isReported?: boolean
  readonly lastMs?: number
}

export const MOVING: Stop = {}

/** A load stands somewhere on its way for longer than any traffic explains (载货异常停留). */
export function watchStop(before: Stop, { fix, trip, site, disposalSite }: Sighting, rule: StopRule): Outcome<Stop> {
  const isOnTheWay = trip.phase === 'hauling' && site === undefined && disposalSite === undefined
  if (!isOnTheWay) return before.anchor === undefined ? silent(MOVING) : { after: MOVING, rings: closed(before, rule) }
  if (before.anchor === undefined || hasMoved(before.anchor, fix, rule.withinM)) return { after: { anchor: proofOf(fix), lastMs: fix.atMs }, rings: closed(before, rule) }
  const after: Stop = { ...before, lastMs: fix.atMs }
  const stoodMs = fix.atMs - before.anchor.atMs
  if (before.isReported === true || stoodMs < rule.limit) return silent(after)
  const ring: Ring = { change: 'opened', sinceMs: before.anchor.atMs, worst: stoodMs, evidence: [before.anchor, proofOf(fix)], limit: rule.limit, unit: 'ms', about: { tripId: trip.trip.id } }
  return { after: { ...after, isReported: true }, rings: [ring] }
}

/** Away and under way; or so far away that it must have been under way. Satellites scatter, but a standing truck's speed is nothing. */
function hasMoved(anchor: Proof, fix: Fix, withinM: number): boolean {
  const awayM = distanceM(anchor, fix)
  return awayM > withinM && (fix.speedKmh >= UNDER_WAY_KMH || awayM > withinM * 5)
}
const UNDER_WAY_KMH = 3

function closed({ anchor, isReported, lastMs }: Stop, { limit }: StopRule): readonly Ring[] {
  if (anchor === undefined || isReported !== true) return []
  const untilMs = lastMs ?? anchor.atMs
  return [{ change: 'closed', sinceMs: anchor.atMs, untilMs, worst: untilMs - anchor.atMs, evidence: [anchor], limit, unit: 'ms', about: {} }]
}
