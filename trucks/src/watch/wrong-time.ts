import type { Sighting } from '../sighting.ts'
import { isDuring } from '../time-of-day.ts'
import { DOES_NOT, follow, type Episode } from './episode.ts'
import { rung, silent, type Outcome } from './outcome.ts'
import type { EpisodeRule } from './rules.ts'

/** A load is under way at an hour that its permit does not name (未按批准的时间); a permit without hours allows all. */
export function watchTime(before: Episode, { fix, trip, district }: Sighting, rule: EpisodeRule): Outcome<Episode> {
  if (trip.phase !== 'hauling' && before.phase === 'quiet') return silent(before)
  const permit = trip.phase === 'hauling' && trip.trip.permit.standing === 'held' ? district.permit(trip.trip.permit.id) : undefined
  const isWrong = permit !== undefined && permit.hours.length > 0 && !isDuring(permit.hours, fix.atMs)
  const followed = follow(before, isWrong ? { holds: true, value: 1 } : DOES_NOT, fix, rule)
  return rung(followed, { limit: 0, unit: 'none', about: permit === undefined || trip.phase !== 'hauling' ? {} : { tripId: trip.trip.id, permitId: permit.id } })
}
