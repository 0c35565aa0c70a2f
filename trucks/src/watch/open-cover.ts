import type { Sighting } from '../sighting.ts'
import { DOES_NOT, follow, UNKNOWN, type Episode, type Observation } from './episode.ts'
import { rung, silent, type Outcome } from './outcome.ts'
import type { LimitRule } from './rules.ts'

/** A load is driven with an open cover (未密闭运输). Standing, and in sites, the cover may be open; a truck without the signal is not accused. */
export function watchCover(before: Episode, sighting: Sighting, rule: LimitRule): Outcome<Episode> {
  const { fix, trip } = sighting
  if (before.phase === 'quiet' && fix.cover !== 'open') return silent(before)
  const about = trip.phase === 'hauling' ? { tripId: trip.trip.id } : {}
  return rung(follow(before, observed(sighting, rule.limit), fix, rule), { limit: rule.limit, unit: 'kmh', about })
}

function observed({ fix, trip, laden, site, disposalSite }: Sighting, movingKmh: number): Observation {
  if (trip.phase !== 'hauling' || laden === false || site !== undefined || disposalSite !== undefined) return DOES_NOT
  if (fix.cover === undefined) return UNKNOWN
  if (fix.cover === 'closed') return DOES_NOT
  // Before a red light it neither goes on nor is it over.
  return fix.speedKmh < movingKmh ? UNKNOWN : { holds: true, value: fix.speedKmh }
}
