import type { Sighting } from '../sighting.ts'
import { isDuring } from '../time-of-day.ts'
import { DOES_NOT, follow, UNKNOWN, type Episode, type Observation } from './episode.ts'
import { rung, silent, type Outcome } from './outcome.ts'
import type { EpisodeRule } from './rules.ts'

/** A truck is in an area where it may not be, at this hour or with this load (驶入禁行区域). */
export function watchNoGo(before: Episode, sighting: Sighting, rule: EpisodeRule): Outcome<Episode> {
  if (sighting.noGoAreas.length === 0 && before.phase === 'quiet') return silent(before)
  const area = sighting.noGoAreas.find(({ hours }) => hours === undefined || isDuring(hours, sighting.fix.atMs))
  const observed: Observation = area === undefined ? DOES_NOT : area.onlyLoaded ? whenLoaded(sighting) : { holds: true, value: 1 }
  return rung(follow(before, observed, sighting.fix, rule), { limit: 0, unit: 'none', about: area === undefined ? {} : { noGoAreaId: area.id } })
}

/** Its own signals, and where it has none the round that it is on. */
function whenLoaded({ laden, trip }: Sighting): Observation {
  if (laden === undefined && trip.phase === 'tipping') return UNKNOWN
  return (laden ?? trip.phase === 'hauling') ? { holds: true, value: 1 } : DOES_NOT
}
