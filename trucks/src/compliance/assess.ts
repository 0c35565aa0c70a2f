import type { Permit } from '../district.ts'
import type { Manifest } from '../manifest.ts'
import { dayOf } from '../time-of-day.ts'
import type { Trip } from '../trip/trip.ts'
import type { WatchName } from '../watch/name.ts'
import { LINKS, type FailedReason, type Link, type LinkVerdict, type UnknownReason } from './link.ts'

/** How a trip is assessed (达标判定参数): set by the bureau; no source for these numbers was found, the target is the bureau's own. */
export interface ComplianceRule {
  /** Of the positions under way, so large a share must have told of the cover. */
  readonly coverKnownShare: number
  /** A longer hole in the track, and nobody knows of route and speed. */
  readonly gapMs: number
  /** A manifest must be closed so long after tipping. */
  readonly manifestMs: number
  /** Both ends of a manifest may differ by this share. */
  readonly volumeShare: number
}
export const COMPLIANCE_RULE: ComplianceRule = { coverKnownShare: 0.8, gapMs: 600_000, manifestMs: 2 * 3_600_000, volumeShare: 0.1 }

/** What is laid beside a trip when it is assessed. */
export interface Beside {
  /** The watches that raised an alarm on it and were not overruled when a person reviewed them: the trip's own, or what is left of them. */
  readonly alarms: readonly WatchName[]
  readonly manifest: Manifest | undefined
  readonly permit: Permit | undefined
  /** The time of the assessment: what is pending now may have failed later. */
  readonly atMs: number
}

/** What came out for one trip (全流程监管判定). It complies if every link does, fails if one fails, and is otherwise unknown. */
export interface Assessment {
  readonly tripId: string
  readonly truckId: string
  readonly siteId: string
  readonly enterpriseId: string | undefined
  /** The day in Beijing on which it was loaded, as a number of days since 1970-01-01. */
  readonly day: number
  readonly links: Readonly<Record<Link, LinkVerdict>>
  readonly verdict: LinkVerdict['verdict']
}

export function assess(trip: Trip, beside: Beside, rule: ComplianceRule): Assessment {
  const links: Record<Link, LinkVerdict> = {
    permit: judged(permitFaults(trip)),
    gate: trip.throughGate === undefined ? unknown('gate-unknown') : judged(trip.throughGate ? [] : ['past-the-gate']),
    cover: cover(trip, beside, rule),
    route: route(trip, beside, rule),
    time: time(beside),
    speed: beside.alarms.includes('speeding') ? judged(['too-fast']) : isBroken(trip, rule) ? unknown('track-broken') : COMPLIED,
    disposal: disposal(trip, beside),
    manifest: manifest(trip, beside, rule),
  }
  const { id: tripId, truckId, siteId, enterpriseId } = trip
  return { tripId, truckId, siteId, enterpriseId, day: dayOf(trip.loadingUntilMs), links, verdict: overall(links) }
}

const COMPLIED: LinkVerdict = { verdict: 'complied' }
const unknown = (reason: UnknownReason): LinkVerdict => ({ verdict: 'unknown', reason })
const judged = (reasons: readonly FailedReason[]): LinkVerdict => (reasons.length === 0 ? COMPLIED : { verdict: 'failed', reasons })
const isBroken = ({ seen }: Trip, { gapMs }: ComplianceRule): boolean => seen.longestGapMs > gapMs

function overall(links: Readonly<Record<Link, LinkVerdict>>): LinkVerdict['verdict'] {
  const verdicts = LINKS.map((link) => links[link].verdict)
  return verdicts.includes('failed') ? 'failed' : verdicts.includes('unknown') ? 'unknown' : 'complied'
}

function permitFaults({ permit }: Trip): readonly FailedReason[] {
  switch (permit.standing) {
    case 'none':
      return ['no-permit']
    case 'others':
      return ['other-truck']
    case 'held':
      return []
  }
}

function cover({ seen }: Trip, { alarms }: Beside, { coverKnownShare }: ComplianceRule): LinkVerdict {
  if (alarms.includes('open-cover')) return judged(['cover-open'])
  return seen.movingFixes === 0 || seen.coverKnown < seen.movingFixes * coverKnownShare ? unknown('cover-unknown') : COMPLIED
}

function route(trip: Trip, { alarms, permit }: Beside, rule: ComplianceRule): LinkVerdict {
  const faults: FailedReason[] = [...(alarms.includes('off-route') ? (['off-route'] as const) : []), ...(alarms.includes('no-go') ? (['in-no-go'] as const) : [])]
  if (faults.length > 0) return judged(faults)
  if (permit === undefined) return unknown('no-permit-to-compare')
  if (permit.routeIds.length === 0) return unknown('no-route-set')
  return isBroken(trip, rule) ? unknown('track-broken') : COMPLIED
}

function time({ alarms, permit }: Beside): LinkVerdict {
  if (alarms.includes('wrong-time')) return judged(['wrong-time'])
  return permit === undefined ? unknown('no-permit-to-compare') : COMPLIED
}

function disposal({ tipping }: Trip, { alarms, permit, manifest: paper }: Beside): LinkVerdict {
  if (tipping.kind === 'elsewhere' || alarms.includes('lifted-outside')) return judged(['dumped'])
  if (tipping.kind === 'unseen') return unknown('tipping-unseen')
  const assigned = [...(permit?.disposalSiteIds ?? []), ...(permit === undefined && paper !== undefined ? [paper.disposalSiteId] : [])]
  if (assigned.length === 0) return unknown('no-permit-to-compare')
  return judged(assigned.includes(tipping.disposalSiteId) ? [] : ['other-disposal-site'])
}

function manifest({ endedMs }: Trip, { manifest: paper, atMs }: Beside, { manifestMs, volumeShare }: ComplianceRule): LinkVerdict {
  const dueMs = endedMs + manifestMs
  if (paper?.closedMs === undefined) return atMs <= dueMs ? unknown('manifest-pending') : judged([paper === undefined ? 'no-manifest' : 'manifest-open'])
  const differs = paper.receivedM3 !== undefined && Math.abs(paper.loadedM3 - paper.receivedM3) > paper.loadedM3 * volumeShare
  return judged([...(paper.closedMs > dueMs ? (['manifest-open'] as const) : []), ...(differs ? (['volume-differs'] as const) : [])])
}
