import type { LiveTruck } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import type { Spot } from '../map/handle.ts'
import { lengthOf } from '../map/measure.ts'

/** From where it was drawn to its newest position. */
export interface Glide {
  readonly from: Spot
  readonly to: Spot
  readonly sinceMs: number
}
export type Glides = ReadonlyMap<string, Glide>

/** As long as the time between two questions, so that a truck arrives when the next position does. */
export const GLIDE_MS = 5000
/** Farther than a truck gets meanwhile at 200 km/h: the way between is unknown and is not made up. */
const LEAP_M = 280

export function spotOf({ from, to, sinceMs }: Glide, nowMs: number): Spot {
  const share = Math.min(1, Math.max(0, (nowMs - sinceMs) / GLIDE_MS))
  if (share === 1) return to
  // The shorter way round.
  const turn = ((to.heading - from.heading + 540) % 360) - 180
  return { at: [from.at[0] + (to.at[0] - from.at[0]) * share, from.at[1] + (to.at[1] - from.at[1]) * share], heading: (from.heading + turn * share + 360) % 360 }
}

/** What moves after new positions came; a truck that appears, or leaps, stands at its new place at once. */
export function glidesTo(before: Glides, trucks: readonly LiveTruck[], nowMs: number): Glides {
  return new Map(trucks.map(({ truck, lon, lat, heading }) => {
    const to: Spot = { at: [lon, lat], heading }
    const earlier = before.get(truck)
    if (earlier === undefined) return [truck, { from: to, to, sinceMs: nowMs }]
    const from = spotOf(earlier, nowMs)
    return [truck, { from: lengthOf([from.at, to.at]) > LEAP_M ? to : from, to, sinceMs: nowMs }]
  }))
}
