import { isPlace, type Box } from '../geometry/area.ts'
import { distanceM, impliedKmh } from '../geometry/distance.ts'
import type { Point } from '../geometry/point.ts'
import type { Fix } from '../fix.ts'
import { clockOf } from './clock.ts'
import type { CorrectedKind, DoorKind, HeldKind } from './fault.ts'

/** What the door needs to be told (入口校验参数). */
export interface DoorRule {
  /** Positions outside are not believed. Wide enough for a truck that leaves the district: it is about faults, not about law. */
  readonly bounds: Box
  /** A terminal's clock may be ahead of the receiver by so much. */
  readonly aheadMs: number
  /** Faster than this from the last position is a jump. */
  readonly mostKmh: number
  /** A shorter way than this is no jump, however fast: satellites scatter. */
  readonly scatterM: number
  /** So many positions in a row that agree with each other, but not with the last one, are believed. */
  readonly agreeing: number
}

/** Numbers of the trade, not of law: no standard was found that sets them. */
export const DOOR_RULE: DoorRule = { bounds: { south: 17, west: 73, north: 54, east: 136 }, aheadMs: 300_000, mostKmh: 160, scatterM: 150, agreeing: 3 }

/** What the door remembers of a truck; plain JSON. */
export interface DoorState {
  /** The last position that went through. */
  readonly last?: Fix
  /** The latest messages, oldest first: instant, place and number. */
  readonly recent: readonly Seen[]
  /** Positions in a row that disagree with the last one and agree with each other: the latest, and how many. */
  readonly apart?: { readonly fix: Fix; readonly count: number }
  /** How many of each kind there were: nothing is dropped uncounted. */
  readonly counts: Readonly<Partial<Record<DoorKind | 'passed', number>>>
}
interface Seen extends Point {
  readonly atMs: number
  readonly serial?: number | undefined
}

export const DOOR_START: DoorState = { recent: [], counts: {} }

/** What the door says to one message. */
export type DoorVerdict =
  | { readonly passed: true; readonly fix: Fix; readonly corrected?: CorrectedKind; readonly reanchored: boolean }
  | { readonly passed: false; readonly fix: Fix; readonly kind: HeldKind }

/** How many messages are remembered to know one again. Later than that, it is late anyway. */
const REMEMBERED = 16

/** Lets one position through, corrects it, or holds it (入口校验). The kinds and their rules stand in `fault.ts`. */
export function admit(before: DoorState, report: Fix, rule: DoorRule): { readonly after: DoorState; readonly verdict: DoorVerdict } {
  if (isMalformed(report)) return held(before, report, 'malformed')
  const clock = clockOf(report, rule.aheadMs)
  if (clock === 'lost') return held(before, report, 'clock-lost')
  const fix = clock === undefined ? report : { ...report, atMs: clock.atMs }
  const known = knownAlready(before, fix, clock?.corrected === 'clock-wrong')
  if (known !== undefined) return held(before, fix, known)
  const seen = { ...before, recent: [...before.recent.slice(1 - REMEMBERED), { atMs: fix.atMs, lat: fix.lat, lon: fix.lon, ...(fix.serial === undefined ? {} : { serial: fix.serial }) }] }
  if (before.last !== undefined && fix.atMs < before.last.atMs) return held(seen, fix, 'late')
  if (!fix.located) return held(seen, fix, 'unlocated')
  if (Math.abs(fix.lat) < 0.01 && Math.abs(fix.lon) < 0.01) return held(seen, fix, 'null-island')
  if (!isWithin(fix, rule.bounds)) return held(seen, fix, 'outside')
  const apart = apartFrom(before, fix, rule)
  if (apart !== undefined && apart.count < rule.agreeing) return held({ ...seen, apart }, fix, 'jump')
  const { apart: _, ...rest } = seen
  const after = { ...rest, last: fix, counts: counted(counted(before.counts, 'passed'), clock?.corrected) }
  return { after, verdict: { passed: true, fix, reanchored: apart !== undefined, ...(clock === undefined ? {} : { corrected: clock.corrected }) } }
}

function held(before: DoorState, fix: Fix, kind: HeldKind): { readonly after: DoorState; readonly verdict: DoorVerdict } {
  return { after: { ...before, counts: counted(before.counts, kind) }, verdict: { passed: false, fix, kind } }
}

const counted = (counts: DoorState['counts'], kind: DoorKind | 'passed' | undefined): DoorState['counts'] => (kind === undefined ? counts : { ...counts, [kind]: (counts[kind] ?? 0) + 1 })

function isMalformed(fix: Fix): boolean {
  return !(isPlace(fix) && fix.speedKmh >= 0 && fix.speedKmh < 400 && Number.isFinite(fix.atMs) && Number.isFinite(fix.receivedMs) && Number.isFinite(fix.headingDeg))
}

/**
 * Whether this instant, or this message, was there before. A truck that stands still sends the same place again, but never at the same
 * instant; where its clock was put right to the moment of receipt, several may share that one, and only their numbers tell them apart.
 */
function knownAlready({ last, recent }: DoorState, { atMs, lat, lon, serial }: Fix, isOfReceipt: boolean): 'duplicate' | 'conflict' | undefined {
  const isThen = (seen: { readonly atMs: number; readonly serial?: number | undefined }): boolean => seen.atMs === atMs && (!isOfReceipt || seen.serial === serial)
  // The last one may have been crowded out of memory by a history that was sent again.
  if (last !== undefined && isThen(last)) return last.lat === lat && last.lon === lon ? 'duplicate' : 'conflict'
  for (let index = recent.length - 1; index >= 0; index -= 1) {
    const seen = recent[index]
    if (seen === undefined) continue
    const isThere = seen.lat === lat && seen.lon === lon
    if (isThen(seen)) return isThere ? 'duplicate' : 'conflict'
    if (serial !== undefined && seen.serial === serial && isThere && Math.abs(seen.atMs - atMs) <= RESENT_MS) return 'duplicate'
  }
  return undefined
}
/** A terminal repeats what was not acknowledged within minutes; its numbers start again only after a restart. */
const RESENT_MS = 120_000

const isWithin = ({ lat, lon }: Point, { south, west, north, east }: Box): boolean => lat >= south && lat <= north && lon >= west && lon <= east

/** The run of positions that disagree with the last one, this one included; nothing if this one agrees. */
function apartFrom({ last, apart }: DoorState, fix: Fix, rule: DoorRule): DoorState['apart'] {
  if (last === undefined || !isJump(last, fix, rule)) return undefined
  return { fix, count: apart !== undefined && !isJump(apart.fix, fix, rule) ? apart.count + 1 : 1 }
}

const isJump = (from: Fix, to: Fix, { mostKmh, scatterM }: DoorRule): boolean => distanceM(from, to) > scatterM && impliedKmh(from, to, to.atMs - from.atMs) > mostKmh
