import type { District, Permit } from '../district.ts'
import type { Fix } from '../fix.ts'
import type { Sighting } from '../sighting.ts'
import { DOES_NOT, follow, type Episode, type Observation } from './episode.ts'
import { rung, silent, type Outcome } from './outcome.ts'
import type { LimitRule } from './rules.ts'

/** A load is farther from every approved route than allowed (未按批准的路线). Within sites and disposal sites no route is set. */
export function watchRoute(before: Episode, { fix, trip, district, site, disposalSite }: Sighting, rule: LimitRule): Outcome<Episode> {
  if (trip.phase !== 'hauling' && before.phase === 'quiet') return silent(before)
  const permit = trip.phase === 'hauling' && trip.trip.permit.standing === 'held' ? district.permit(trip.trip.permit.id) : undefined
  const observed = permit === undefined || site !== undefined || disposalSite !== undefined ? DOES_NOT : beyond(permit, fix, district, rule.limit)
  const about = permit === undefined || trip.phase !== 'hauling' ? {} : { tripId: trip.trip.id, permitId: permit.id, routeIds: permit.routeIds }
  return rung(follow(before, observed, fix, rule), { limit: rule.limit, unit: 'm', about })
}

/** How many metres beyond the edge of the nearest route; a permit whose routes nobody knows says nothing. */
function beyond({ routeIds }: Permit, { lat, lon }: Fix, district: District, limitM: number): Observation {
  let least = Infinity
  for (const id of routeIds) {
    const away = district.routeAway(id, lat, lon)
    if (away !== undefined) least = Math.min(least, away.awayM - away.halfWidthM)
  }
  return least === Infinity || least <= limitM ? DOES_NOT : { holds: true, value: Math.round(least) }
}
