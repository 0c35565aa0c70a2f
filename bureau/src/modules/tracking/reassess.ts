import { assess, COMPLIANCE_RULE, type Assessment } from '@zhunsheng/trucks/compliance/assess.ts'
import { LINKS } from '@zhunsheng/trucks/compliance/link.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { TruckRegister } from '../trucks/contract.ts'
import { standingOn } from './store-alarms.ts'
import { dueTrips, putAssessments, type AssessedTrip, type DueTrip } from './store-trips.ts'

const MOST = 500

/** Judges the trips about which something has changed (重新判定达标): one that ended, a manifest, a review of an alarm, a term that passed. Answers how many. */
export async function reassess({ database, clock, register }: { readonly database: Database; readonly clock: Clock; readonly register: TruckRegister }): Promise<number> {
  const now = clock.now()
  return database.work(async (tx) => {
    const due = await dueTrips(tx, now.toISOString(), MOST)
    if (due.length === 0) return 0
    const alarms = await standingOn(tx, due.map(({ id }) => id))
    const manifests = new Map((await register.manifests(tx, due.flatMap(({ manifest }) => manifest ?? []))).map((one) => [one.id, one]))
    const assessed = due.map((trip) => {
      const manifest = trip.manifest === null ? undefined : manifests.get(trip.manifest)
      // One that was struck out is as if it had never been.
      const beside = { alarms: alarms.get(trip.id) ?? [], manifest: manifest?.isVoid === true ? undefined : manifest, permit: trip.permit ?? undefined, atMs: now.getTime() }
      return written(trip, assess(trip.trip, beside, COMPLIANCE_RULE))
    })
    await putAssessments(tx, assessed)
    return due.length
  })
}

function written({ id, trip }: DueTrip, { links, verdict }: Assessment): AssessedTrip {
  const reasons = LINKS.flatMap((link) => {
    const one = links[link]
    return one.verdict === 'complied' ? [] : one.verdict === 'failed' ? one.reasons.map((reason) => `${link}.${reason}`) : [`${link}.${one.reason}`]
  })
  const isPending = links.manifest.verdict === 'unknown' && links.manifest.reason === 'manifest-pending'
  return { id, verdict, links, reasons, again: isPending ? new Date(trip.endedMs + COMPLIANCE_RULE.manifestMs + 1).toISOString() : null }
}
