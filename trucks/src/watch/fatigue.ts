import { proofOf, type Proof } from '../fix.ts'
import type { Sighting } from '../sighting.ts'
import { silent, type Outcome, type Ring } from './outcome.ts'
import type { FatigueRule } from './rules.ts'

/** How long a truck has been driven without a rest; plain JSON. Who drives is not known: two drivers in turn look like one. */
export interface Driving {
  readonly start?: Proof
  readonly lastMs?: number
  /** Since when it stands still. */
  readonly stillSinceMs?: number | undefined
  readonly isReported?: boolean
}

export const RESTED: Driving = {}

/** Driven for more than four hours without resting for twenty minutes (疲劳驾驶). Shorter stops do not interrupt driving. */
export function watchRest(before: Driving, { fix }: Sighting, rule: FatigueRule): Outcome<Driving> {
  const isStill = fix.speedKmh < rule.stillKmh
  const { start, lastMs } = before
  if (start === undefined || lastMs === undefined) return silent(isStill ? RESTED : { start: proofOf(fix), lastMs: fix.atMs })
  // Nobody saw what was in a long silence; it may have been the rest.
  if (fix.atMs - lastMs > rule.gapMs) return over(before, start, rule, isStill ? RESTED : { start: proofOf(fix), lastMs: fix.atMs })
  const stillSinceMs = isStill ? (before.stillSinceMs ?? fix.atMs) : undefined
  if (stillSinceMs !== undefined && fix.atMs - stillSinceMs >= rule.restMs) return over(before, start, rule, RESTED)
  const { stillSinceMs: _, ...rest } = before
  const after: Driving = { ...rest, lastMs: fix.atMs, ...(stillSinceMs === undefined ? {} : { stillSinceMs }) }
  const drivenMs = fix.atMs - start.atMs
  if (before.isReported === true || isStill || drivenMs <= rule.drivingMs) return silent(after)
  const ring: Ring = { change: 'opened', sinceMs: start.atMs, worst: drivenMs, evidence: [start, proofOf(fix)], limit: rule.drivingMs, unit: 'ms', about: {} }
  return { after: { ...after, isReported: true }, rings: [ring] }
}

function over({ isReported, lastMs, stillSinceMs }: Driving, start: Proof, { drivingMs }: FatigueRule, after: Driving): Outcome<Driving> {
  if (isReported !== true) return silent(after)
  const untilMs = stillSinceMs ?? lastMs ?? start.atMs
  return { after, rings: [{ change: 'closed', sinceMs: start.atMs, untilMs, worst: untilMs - start.atMs, evidence: [start], limit: drivingMs, unit: 'ms', about: {} }] }
}
