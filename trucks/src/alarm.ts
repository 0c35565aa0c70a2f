import type { Basis } from './basis.ts'
import type { Proof } from './fix.ts'
import { dayFrom, dayOf } from './time-of-day.ts'
import type { WatchName } from './watch/name.ts'
import type { About, Ring, Unit } from './watch/outcome.ts'

/** An alarm opens or closes (预警的开启与解除). The two have the same id; the same stream gives the same ids again. */
export interface Alarm {
  readonly id: string
  readonly watch: WatchName
  readonly truckId: string
  readonly change: 'opened' | 'closed'
  /** When the watch spoke. */
  readonly atMs: number
  /** Since when it was so, and until when. */
  readonly sinceMs: number
  readonly untilMs?: number | undefined
  /** The worst that was measured, beside the threshold. */
  readonly worst: number
  readonly limit: number
  readonly unit: Unit
  /** Whether a published source sets the threshold, and which. */
  readonly verified: boolean
  readonly source: string
  /** The positions that prove it: the first ones, the worst, the latest. Frozen here, whatever becomes of the track. */
  readonly evidence: readonly Proof[]
  readonly about: About
  /** The articles in force on the day; empty where none was found. */
  readonly basis: readonly Basis[]
}

/** Makes an alarm of what a watch answered. */
export function alarmOf(ring: Ring, from: { readonly watch: WatchName; readonly truckId: string; readonly atMs: number; readonly basis: readonly Basis[]; readonly verified: boolean; readonly source: string; readonly tripId: string | undefined }): Alarm {
  const { watch, truckId, atMs, verified, source, tripId } = from
  const about = tripId === undefined || ring.about.tripId !== undefined || ring.about.manifestId !== undefined ? ring.about : { ...ring.about, tripId }
  const { change, sinceMs, untilMs, worst, limit, unit, evidence } = ring
  const key = [truckId, watch, sinceMs, ...(PER_PAPER.has(watch) ? [about.manifestId ?? about.tripId ?? ''] : [])].join(':')
  return { id: key, watch, truckId, change, atMs, sinceMs, ...(untilMs === undefined ? {} : { untilMs }), worst, limit, unit, verified, source, evidence, about, basis: inForce(from.basis, sinceMs) }
}
/** Two of these may begin at the same instant. */
const PER_PAPER: ReadonlySet<WatchName> = new Set(['volume-differs'])

/** The articles that held on the day of an instant. */
export function inForce(basis: readonly Basis[], atMs: number): readonly Basis[] {
  const on = dayOf(atMs)
  return basis.filter(({ from, until }) => (from === undefined || on >= dayFrom(from)) && (until === undefined || on < dayFrom(until)))
}
