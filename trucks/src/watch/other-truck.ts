import type { Sighting } from '../sighting.ts'
import { tripOf } from '../trip/trip.ts'
import { DOES_NOT, follow, type Episode } from './episode.ts'
import { rung, silent, type Outcome } from './outcome.ts'
import type { EpisodeRule } from './rules.ts'

/** The site has a permit, and this truck is not in it (非许可车辆). */
export function watchTruck(before: Episode, { fix, trip: state }: Sighting, rule: EpisodeRule): Outcome<Episode> {
  const trip = tripOf(state)
  if (trip === undefined && before.phase === 'quiet') return silent(before)
  const followed = follow(before, trip?.permit.standing === 'others' ? { holds: true, value: 1 } : DOES_NOT, fix, rule)
  return rung(followed, { limit: 0, unit: 'none', about: trip === undefined ? {} : { tripId: trip.id, siteId: trip.siteId } })
}
