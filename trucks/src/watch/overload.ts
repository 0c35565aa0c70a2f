import type { Sighting } from '../sighting.ts'
import { DOES_NOT, follow, UNKNOWN, type Episode } from './episode.ts'
import { rung, silent, type Outcome } from './outcome.ts'
import type { LimitRule } from './rules.ts'

/** The scales show more than the rated load (超载) while it is under way; a truck without scales is not accused. */
export function watchWeight(before: Episode, { fix, trip, truck }: Sighting, rule: LimitRule): Outcome<Episode> {
  if (before.phase === 'quiet' && fix.weightKg === undefined) return silent(before)
  const share = fix.weightKg === undefined || truck === undefined ? undefined : fix.weightKg / truck.ratedLoadKg
  const observed = trip.phase !== 'hauling' ? DOES_NOT : share === undefined ? UNKNOWN : share > rule.limit ? { holds: true as const, value: Math.round(share * 1000) / 1000 } : DOES_NOT
  return rung(follow(before, observed, fix, rule), { limit: rule.limit, unit: 'share', about: trip.phase === 'hauling' ? { tripId: trip.trip.id } : {} })
}
