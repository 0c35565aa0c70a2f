import { proofOf, type Proof } from '../fix.ts'
import { manifestOf, type Manifest } from '../manifest.ts'
import type { Sighting } from '../sighting.ts'
import type { Trip } from '../trip/trip.ts'
import { silent, type Outcome, type Ring } from './outcome.ts'
import type { Threshold } from './rules.ts'

/** Trips whose manifest has still to be closed; plain JSON. */
export interface Owing {
  readonly trips: readonly Owed[]
}
interface Owed {
  readonly tripId: string
  readonly siteId: string
  readonly loadingFromMs: number
  readonly endedMs: number
  readonly manifestId?: string | undefined
  readonly proof: Proof
  readonly isReported: boolean
}

export const SETTLED: Owing = { trips: [] }

/** A load was tipped, and its manifest is not signed by the disposal site in time, or there is none (联单未闭合). */
export function watchManifest(before: Owing, sighting: Sighting, rule: Threshold): Outcome<Owing> {
  const { ended, fix } = sighting
  if (ended === undefined && before.trips.length === 0) return silent(before)
  const rings: Ring[] = []
  const trips: Owed[] = []
  for (const owed of [...before.trips, ...(ended === undefined ? [] : [owedBy(ended, proofOf(fix))])]) {
    const manifest = findManifest(owed, sighting, before.trips)
    if (manifest?.closedMs !== undefined) {
      if (owed.isReported) rings.push(ringOf(owed, 'closed', manifest.closedMs, rule))
      continue
    }
    const isDue = sighting.atMs - owed.endedMs > rule.limit
    if (isDue && !owed.isReported) rings.push(ringOf(owed, 'opened', sighting.atMs, rule))
    // The same object where nothing is new, so that whoever compares sees that.
    trips.push((isDue && !owed.isReported) || manifest?.id !== owed.manifestId ? { ...owed, manifestId: manifest?.id, isReported: isDue || owed.isReported } : owed)
  }
  const isSame = trips.length === before.trips.length && trips.every((trip, index) => trip === before.trips[index])
  return rings.length === 0 && isSame ? silent(before) : { after: { trips: trips.slice(-MOST) }, rings }
}
/** More open ones than this of one truck, and the oldest is left to its alarm. */
const MOST = 24

function owedBy({ id, siteId, loadingFromMs, endedMs, manifestId }: Trip, proof: Proof): Owed {
  return { tripId: id, siteId, loadingFromMs, endedMs, ...(manifestId === undefined ? {} : { manifestId }), proof, isReported: false }
}

/** Its own manifest, or one that was written late. */
function findManifest({ manifestId, siteId, loadingFromMs, endedMs }: Owed, { manifests, taken }: Sighting, all: readonly Owed[]): Manifest | undefined {
  if (manifestId !== undefined) return manifests.find(({ id }) => id === manifestId)
  return manifestOf(manifests, siteId, { fromMs: loadingFromMs, untilMs: endedMs }, [...taken, ...all.flatMap((owed) => owed.manifestId ?? [])])
}

function ringOf({ tripId, siteId, endedMs, manifestId, proof }: Owed, change: Ring['change'], atMs: number, { limit }: Threshold): Ring {
  const about = { tripId, siteId, ...(manifestId === undefined ? {} : { manifestId }) }
  return { change, sinceMs: endedMs, ...(change === 'closed' ? { untilMs: atMs } : {}), worst: atMs - endedMs, evidence: [proof], limit, unit: 'ms', about }
}
