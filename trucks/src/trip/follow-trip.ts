import { distanceM } from '../geometry/distance.ts'
import { manifestOf } from '../manifest.ts'
import type { Surroundings } from '../sighting.ts'
import { endTrip } from './end-trip.ts'
import { permitStanding } from './permit-standing.ts'
import type { TripRule } from './rule.ts'
import type { Empty, Hauling, InARow, Loading, Sign, Tipped, Tipping, Trip, TripDraft, TripState } from './trip.ts'

/** What became of the round with one position. */
export interface TripStep {
  readonly after: TripState
  readonly ended?: Trip
}

/**
 * Follows a truck's round by one position: loading at a site, haul, tipping, return. Where a signal is missing:
 *
 * - *Loaded?* Scales, then the load sensor; without both, a manifest, or standing in the site for long enough.
 * - *Tipped?* The lift or the load sensor going empty; without both, standing in a disposal site for long enough. A lift
 *   that works and did not rise, while nothing tells of the load, means not tipped.
 * - *Elsewhere?* Only a lift that rises outside of disposal sites shows it. A load that is gone without that was not seen to go.
 */
export function followTrip(before: TripState, around: Surroundings, rule: TripRule): TripStep {
  switch (before.phase) {
    case 'empty':
      return { after: whileEmpty(before, around, rule) }
    case 'loading':
      return { after: whileLoading(before, around, rule) }
    case 'hauling':
      return whileHauling(before, around, rule)
    case 'tipping':
      return whileTipping(before, around, rule)
  }
}

function whileEmpty(before: Empty, around: Surroundings, rule: TripRule): TripState {
  const { site, fix } = around
  if (site === undefined) return before.entering === undefined ? before : { phase: 'empty', afterTripId: before.afterTripId }
  const entering = oneMore(before.entering, site.id, around, rule)
  if (entering.fixes < rule.fixes) return { ...before, entering }
  return { phase: 'loading', siteId: site.id, fromMs: entering.sinceMs, lastInsideMs: fix.atMs, stillMs: entering.stillMs, outsideM: 0, throughGate: false }
}

function whileLoading(before: Loading, around: Surroundings, rule: TripRule): TripState {
  const { site, fix, district } = around
  const passes = district.passesGate(before.siteId, around.last ?? fix, fix)
  if (site?.id === before.siteId) {
    const { leaving: _, ...inside } = before
    // Only the gate that it passes on its way out counts: whoever is back in the yard has it still before him.
    return { ...inside, lastInsideMs: fix.atMs, stillMs: before.stillMs + stoodStill(around, rule), outsideM: 0, throughGate: passes === true }
  }
  const throughGate = before.throughGate || passes === true
  const leaving = oneMore(before.leaving, 'outside', around, rule)
  const outsideM = before.outsideM + driven(around)
  if (leaving.fixes < rule.fixes) return { ...before, leaving, outsideM, throughGate }
  const loadedBy = loadingSigns(before, around, rule)
  if (loadedBy.length === 0) return { phase: 'empty' }
  const manifest = manifestOf(around.manifests, before.siteId, { fromMs: before.fromMs, untilMs: fix.atMs }, around.taken)
  const trip: TripDraft = {
    id: `${fix.truckId}:${before.fromMs}`,
    siteId: before.siteId,
    loadingFromMs: before.fromMs,
    loadingUntilMs: before.lastInsideMs,
    loadedBy,
    permit: permitStanding(district, before.siteId, fix),
    ...(manifest === undefined ? {} : { manifestId: manifest.id }),
    ...(fix.weightKg === undefined ? {} : { weightKg: fix.weightKg }),
    ...(throughGate ? { throughGate } : passes === undefined || leaving.sinceMs - before.lastInsideMs > rule.gapMs ? {} : { throughGate: false }),
    distanceM: outsideM,
    seen: { fixes: 0, movingFixes: 0, coverKnown: 0, longestGapMs: leaving.sinceMs - before.lastInsideMs },
    alarms: [],
  }
  return { phase: 'hauling', trip }
}

/** What shows that it was loaded: empty where its own signals say that it was not, or where it only passed through. */
function loadingSigns({ siteId, fromMs, stillMs }: Loading, { fix, laden, manifests, taken }: Surroundings, rule: TripRule): readonly Sign[] {
  if (laden === false) return []
  const paper: readonly Sign[] = manifestOf(manifests, siteId, { fromMs, untilMs: fix.atMs }, taken) === undefined ? [] : ['manifest']
  if (laden === true) return [fix.weightKg === undefined ? 'load' : 'weight', ...paper]
  return stillMs >= rule.loadingMs ? [...paper, 'stay'] : paper
}

function whileHauling(before: Hauling, around: Surroundings, rule: TripRule): TripStep {
  const { fix, disposalSite, site, laden } = around
  const trip = alongTheWay(before.trip, around)
  const on: Hauling = { phase: 'hauling', trip }
  if (site?.id === trip.siteId && trip.distanceM < AT_THE_GATE_M) return { after: backInside(trip, around, rule) }
  if (fix.atMs - trip.loadingUntilMs > rule.longestHaulMs) return over(trip, around, { kind: 'unseen' }, rule)
  if (disposalSite !== undefined) {
    const entering = oneMore(before.entering, disposalSite.id, around, rule)
    if (entering.fixes < rule.fixes) return { after: { ...on, entering } }
    return { after: tippingFrom(trip, around, entering, disposalSite.id) }
  }
  if (fix.lift === 'up' && site?.id !== trip.siteId) {
    const lifting = oneMore(before.lifting, 'lift', around, rule)
    return { after: lifting.fixes < rule.fixes ? { ...on, lifting } : tippingFrom(trip, around, lifting, undefined) }
  }
  if (laden === false) {
    const emptied = oneMore(before.emptied, 'emptied', around, rule)
    return emptied.fixes < rule.fixes ? { after: { ...on, emptied } } : over(trip, around, { kind: 'unseen' }, rule)
  }
  if (site === undefined || laden === true) return { after: on }
  // Nothing tells of the load, and it stands in a site as long as loading takes: the one before must have gone unseen.
  const entering = oneMore(before.entering, site.id, around, rule)
  if (entering.stillMs < rule.loadingMs) return { after: { ...on, entering } }
  const { ended } = over(trip, around, { kind: 'unseen' }, rule)
  const after: Loading = { phase: 'loading', siteId: site.id, fromMs: entering.sinceMs, lastInsideMs: fix.atMs, stillMs: entering.stillMs, outsideM: 0, throughGate: false }
  return ended === undefined ? { after } : { after, ended }
}

/** It only stood before the gate: the same loading goes on, and the same trip will begin once more. */
function backInside(trip: TripDraft, { fix }: Surroundings, rule: TripRule): Loading {
  return { phase: 'loading', siteId: trip.siteId, fromMs: trip.loadingFromMs, lastInsideMs: fix.atMs, stillMs: trip.loadedBy.includes('stay') ? rule.loadingMs : 0, outsideM: 0, throughGate: false }
}
/** Out and back: who has not driven farther than this has not left. */
const AT_THE_GATE_M = 400

function tippingFrom(trip: TripDraft, { fix }: Surroundings, { sinceMs, stillMs }: InARow, disposalSiteId: string | undefined): Tipping {
  const { lat, lon } = fix
  return { phase: 'tipping', trip, ...(disposalSiteId === undefined ? {} : { disposalSiteId }), at: { lat, lon }, fromMs: sinceMs, lastInsideMs: fix.atMs, stillMs, lifted: fix.lift === 'up', liftKnown: fix.lift !== undefined }
}

function whileTipping(before: Tipping, around: Surroundings, rule: TripRule): TripStep {
  const { fix, disposalSite } = around
  const isThere = before.disposalSiteId === undefined ? fix.lift === 'up' && disposalSite === undefined : disposalSite?.id === before.disposalSiteId
  const lifted = before.lifted || (fix.lift === 'up' && isThere)
  // The way back is no part of the trip, unless it turns out that it has not tipped: then what is missing are two positions.
  const trip = isThere ? alongTheWay(before.trip, around) : before.trip
  const liftKnown = before.liftKnown || fix.lift !== undefined
  if (isThere) {
    const { leaving: _, ...there } = before
    return { after: { ...there, trip, lifted, liftKnown, lastInsideMs: fix.atMs, stillMs: before.stillMs + stoodStill(around, rule) } }
  }
  const leaving = oneMore(before.leaving, disposalSite?.id ?? 'outside', around, rule)
  if (leaving.fixes < rule.fixes) return { after: { ...before, trip, lifted, liftKnown, leaving } }
  // It rose before the gate and is now inside: that is where it tips.
  if (before.disposalSiteId === undefined && disposalSite !== undefined) return { after: { ...tippingFrom(trip, around, leaving, disposalSite.id), lifted: false } }
  const tipped = whereTipped({ ...before, lifted, liftKnown }, around, rule)
  return tipped === undefined ? { after: { phase: 'hauling', trip } } : over(trip, around, tipped, rule)
}

/** Where the load went; nothing where it is still there. */
function whereTipped({ disposalSiteId, at, fromMs, lastInsideMs: untilMs, stillMs, lifted, liftKnown }: Tipping, { fix, laden }: Surroundings, rule: TripRule): Tipped | undefined {
  if (laden === true) return undefined
  const by: Sign[] = [...(lifted ? ['lift' as const] : []), ...(laden === false ? [fix.weightKg === undefined ? ('load' as const) : ('weight' as const)] : [])]
  if (disposalSiteId === undefined) return { kind: 'elsewhere', at, fromMs, untilMs, by }
  if (by.length > 0) return { kind: 'disposal-site', disposalSiteId, fromMs, untilMs, by }
  return !liftKnown && stillMs >= rule.tippingMs ? { kind: 'disposal-site', disposalSiteId, fromMs, untilMs, by: ['stay'] } : undefined
}

function over(trip: TripDraft, around: Surroundings, tipped: Tipped, rule: TripRule): TripStep {
  return { after: { phase: 'empty', afterTripId: trip.id }, ended: endTrip(trip, around, tipped, rule) }
}

/** The way and what was seen of it, one position further. */
function alongTheWay(trip: TripDraft, around: Surroundings): TripDraft {
  const { fix, last } = around
  const { seen } = trip
  const isMoving = fix.speedKmh >= MOVING_KMH
  return {
    ...trip,
    distanceM: trip.distanceM + driven(around),
    weightKg: fix.weightKg === undefined ? trip.weightKg : Math.max(trip.weightKg ?? 0, fix.weightKg),
    seen: {
      fixes: seen.fixes + 1,
      movingFixes: seen.movingFixes + (isMoving ? 1 : 0),
      coverKnown: seen.coverKnown + (isMoving && fix.cover !== undefined ? 1 : 0),
      longestGapMs: last === undefined ? seen.longestGapMs : Math.max(seen.longestGapMs, fix.atMs - last.atMs),
    },
  }
}
/** Faster than this is under way, where spilling matters. */
const MOVING_KMH = 10

const driven = ({ fix, last }: Surroundings): number => (last === undefined ? 0 : distanceM(last, fix))

/** One position more in a row, or the first of a new row. */
function oneMore(row: InARow | undefined, id: string, around: Surroundings, rule: TripRule): InARow {
  const { fix } = around
  if (row === undefined || row.id !== id) return { id, fixes: 1, sinceMs: fix.atMs, stillMs: 0 }
  return { ...row, fixes: row.fixes + 1, stillMs: row.stillMs + stoodStill(around, rule) }
}

/** How long it stood still since the position before; a silence is not counted. */
function stoodStill({ fix, last }: Surroundings, { stillKmh, gapMs }: TripRule): number {
  if (last === undefined || fix.speedKmh >= stillKmh || last.speedKmh >= stillKmh) return 0
  const tookMs = fix.atMs - last.atMs
  return tookMs > gapMs ? 0 : tookMs
}
