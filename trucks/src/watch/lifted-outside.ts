import type { Sighting } from '../sighting.ts'
import { DOES_NOT, follow, UNKNOWN, type Episode, type Observation } from './episode.ts'
import { rung, silent, type Outcome } from './outcome.ts'
import type { EpisodeRule } from './rules.ts'

/** A body rises outside of every site and disposal site while there was a load in it (疑似乱倒). */
export function watchLift(before: Episode, sighting: Sighting, rule: EpisodeRule): Outcome<Episode> {
  if (before.phase === 'quiet' && sighting.fix.lift !== 'up') return silent(before)
  const { trip } = sighting
  const about = trip.phase === 'hauling' || trip.phase === 'tipping' ? { tripId: trip.trip.id } : {}
  return rung(follow(before, observed(sighting, before), sighting.fix, rule), { limit: 0, unit: 'none', about })
}

function observed({ fix, trip, laden, site, disposalSite }: Sighting, before: Episode): Observation {
  if (fix.lift === undefined) return UNKNOWN
  if (fix.lift === 'down' || site !== undefined || disposalSite !== undefined) return DOES_NOT
  // The load goes while the body is up: what counts is that there was one.
  const hadLoad = trip.phase === 'hauling' || trip.phase === 'tipping' || laden === true || before.phase !== 'quiet'
  return hadLoad ? { holds: true, value: 1 } : DOES_NOT
}
