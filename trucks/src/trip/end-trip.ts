import { manifestOf } from '../manifest.ts'
import type { Surroundings } from '../sighting.ts'
import type { TripRule } from './rule.ts'
import type { Tipped, Trip, TripDraft } from './trip.ts'

/** Closes the record of a trip: its volume, its manifest, and how sure we are of both ends. */
export function endTrip(draft: TripDraft, { fix, truck, manifests, taken }: Surroundings, tipping: Tipped, rule: TripRule): Trip {
  const manifest = draft.manifestId === undefined ? manifestOf(manifests, draft.siteId, { fromMs: draft.loadingFromMs, untilMs: fix.atMs }, taken) : manifests.find(({ id }) => id === draft.manifestId)
  const isShown = (signs: readonly string[]) => signs.some((sign) => sign !== 'stay')
  const ends = [isShown(draft.loadedBy), tipping.kind !== 'unseen' && isShown(tipping.by)].filter(Boolean).length
  return {
    ...draft,
    ...(manifest === undefined ? {} : { manifestId: manifest.id }),
    truckId: fix.truckId,
    enterpriseId: truck?.enterpriseId,
    endedMs: tipping.kind === 'unseen' ? fix.atMs : tipping.untilMs,
    tipping,
    ...volumeOf(draft, manifest?.loadedM3, truck?.bodyM3, rule),
    confidence: ends === 2 ? 'confirmed' : ends === 1 ? 'likely' : 'presumed',
  }
}

function volumeOf({ weightKg }: TripDraft, written: number | undefined, bodyM3: number | undefined, { densityKgPerM3 }: TripRule): Pick<Trip, 'volumeM3' | 'volumeFrom'> {
  if (written !== undefined) return { volumeM3: written, volumeFrom: 'manifest' }
  if (weightKg !== undefined) return { volumeM3: Math.round((weightKg / densityKgPerM3) * 10) / 10, volumeFrom: 'weight' }
  return bodyM3 === undefined ? { volumeM3: undefined, volumeFrom: 'unknown' } : { volumeM3: bodyM3, volumeFrom: 'body' }
}
