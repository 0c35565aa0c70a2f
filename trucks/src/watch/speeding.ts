import type { Road } from '../district.ts'
import type { Sighting } from '../sighting.ts'
import { isDuring } from '../time-of-day.ts'
import { DOES_NOT, follow, type Episode } from './episode.ts'
import { rung, silent, type Outcome } from './outcome.ts'
import type { SpeedRule } from './rules.ts'

/** Slower than this is allowed everywhere, so that nobody need look which road it is. */
const ALWAYS_ALLOWED_KMH = 15

/**
 * A truck is faster than the road allows at this hour (超速). Where roads cross or lie side by side, the fastest of them
 * counts; where no road or no limit is known, nobody is accused.
 */
export function watchSpeed(before: Episode, { fix, district }: Sighting, rule: SpeedRule): Outcome<Episode> {
  if (before.phase === 'quiet' && fix.speedKmh <= ALWAYS_ALLOWED_KMH) return silent(before)
  const limited = fastest(district.fences.corridorsAt(fix.lat, fix.lon), fix.atMs, rule)
  const isOver = limited !== undefined && fix.speedKmh > limited.limitKmh + rule.toleranceKmh
  const followed = follow(before, isOver ? { holds: true, value: fix.speedKmh } : DOES_NOT, fix, rule)
  return rung(followed, { limit: limited?.limitKmh ?? 0, unit: 'kmh', about: limited === undefined ? {} : { roadId: limited.roadId } })
}

function fastest(roads: readonly Road[], atMs: number, rule: SpeedRule): { readonly limitKmh: number; readonly roadId: string } | undefined {
  const less = rule.atNight.hours.length > 0 && isDuring(rule.atNight.hours, atMs) ? rule.atNight.lessKmh : 0
  let most: { readonly limitKmh: number; readonly roadId: string } | undefined
  for (const { id, roadClass, signKmh } of roads) {
    const limitKmh = signKmh ?? rule.byClassKmh[roadClass]
    // A road without a known limit may be the one that it is on.
    if (limitKmh === undefined) return undefined
    if (most === undefined || limitKmh - less > most.limitKmh) most = { limitKmh: limitKmh - less, roadId: id }
  }
  return most
}
