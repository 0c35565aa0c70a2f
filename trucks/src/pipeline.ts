import { alarmOf, type Alarm } from './alarm.ts'
import type { District } from './district.ts'
import { admit, DOOR_START, type DoorRule, type DoorState, type DoorVerdict } from './door/door.ts'
import type { HeldKind } from './door/fault.ts'
import type { Fix } from './fix.ts'
import { withManifest, type Manifest } from './manifest.ts'
import { lookAround, type Sighting } from './sighting.ts'
import { followTrip } from './trip/follow-trip.ts'
import type { TripRule } from './trip/rule.ts'
import { EMPTY, tripOf, type Trip, type TripState } from './trip/trip.ts'
import { WATCHES, type Draft } from './watch/list.ts'
import type { WatchRules } from './watch/rules.ts'
import { STANDING_START, type Standing } from './watch/standing.ts'

/** Something happened that concerns one truck. */
export type TruckEvent =
  | { readonly kind: 'position'; readonly report: Fix }
  | { readonly kind: 'manifest'; readonly manifest: Manifest; readonly atMs: number }
  /** The server's clock, told from time to time, so that silence and deadlines are noticed. */
  | { readonly kind: 'clock'; readonly atMs: number }

/** Everything that is remembered of a truck between two events; plain JSON, so that it survives a restart. */
export interface TruckState {
  readonly truckId: string
  readonly door: DoorState
  readonly trip: TripState
  readonly standing: Standing
  readonly manifests: readonly Manifest[]
  /** The manifests that trips have used. */
  readonly taken: readonly string[]
}

/** What a bureau knows and how it judges; built once, handed in with every event. */
export interface World {
  readonly district: District
  readonly door: DoorRule
  readonly trip: TripRule
  readonly watches: WatchRules
}

/** What one event led to. */
export interface Step {
  readonly state: TruckState
  /** Of a position: whether it was believed, and if not why. It is to be stored either way. */
  readonly verdict?: DoorVerdict
  readonly alarms: readonly Alarm[]
  readonly ended?: Trip
}

export const startOf = (truckId: string): TruckState => ({ truckId, door: DOOR_START, trip: EMPTY, standing: STANDING_START, manifests: [], taken: [] })

/**
 * The way of one event through the pipeline (监管流水线): door, trip, watches. Events of one truck go through in the order
 * in which they came; trucks do not concern each other. The same state and event always give the same step.
 */
export function advance(before: TruckState, event: TruckEvent, world: World): Step {
  switch (event.kind) {
    case 'position':
      return onPosition(before, event.report, world)
    case 'manifest':
      return onNothing({ ...before, manifests: withManifest(before.manifests, event.manifest) }, event.atMs, world)
    case 'clock':
      return onNothing(before, event.atMs, world)
  }
}

function onPosition(before: TruckState, report: Fix, world: World): Step {
  const { after: door, verdict } = admit(before.door, report, world.door)
  if (!verdict.passed) {
    const { last } = before.door
    if (!SIGNS_OF_LIFE.has(verdict.kind) || last === undefined) return { state: { ...before, door }, verdict, alarms: NO_ALARMS }
    const { fix: message } = verdict
    const sighting: Sighting = { ...lookAround(world.district, last, last, before), news: 'contact', atMs: message.atMs, message, trip: before.trip, ended: undefined }
    return { ...watched({ ...before, door }, sighting, world), verdict }
  }
  const { fix } = verdict
  const around = lookAround(world.district, fix, verdict.reanchored ? undefined : before.door.last, before)
  const { after: trip, ended } = followTrip(before.trip, around, world.trip)
  const sighting: Sighting = { ...around, news: 'position', atMs: fix.atMs, message: fix, trip, ended }
  return { ...watched({ ...before, door, trip }, sighting, world), verdict }
}

/** Held for its place, not for its time: the terminal is there and talks. */
const SIGNS_OF_LIFE: ReadonlySet<HeldKind> = new Set(['unlocated', 'null-island', 'outside', 'jump'])

/** Time passes, or a paper comes. */
function onNothing(before: TruckState, atMs: number, world: World): Step {
  const { last } = before.door
  if (last === undefined) return { state: before, alarms: NO_ALARMS }
  return watched(before, { ...lookAround(world.district, last, last, before), news: 'none', atMs, message: undefined, trip: before.trip, ended: undefined }, world)
}

const NO_ALARMS: readonly Alarm[] = []
const LISTENERS = {
  position: WATCHES,
  contact: WATCHES.filter(({ hears }) => hears !== 'positions'),
  none: WATCHES.filter(({ hears }) => hears === 'everything'),
}

/** Shows a sighting to every watch that listens, in order, and notes in the trip what was found on it. */
function watched(before: TruckState, sighting: Sighting, { watches: rules }: World): Step {
  const standing: Draft = { ...before.standing }
  let alarms: Alarm[] | undefined
  const tripId = (sighting.ended ?? tripOf(sighting.trip))?.id
  for (const { name, basis, watch } of LISTENERS[sighting.news])
    for (const ring of watch(standing, sighting, rules)) {
      const { verified, source } = rules[name]
      ;(alarms ??= []).push(alarmOf(ring, { watch: name, truckId: before.truckId, atMs: sighting.atMs, basis, verified, source, tripId }))
    }
  const { ended } = sighting
  const opened = alarms?.filter(({ change, about }) => change === 'opened' && about.tripId === tripId).map(({ watch }) => watch) ?? []
  return {
    state: {
      ...before,
      standing,
      trip: opened.length === 0 ? sighting.trip : noted(sighting.trip, opened),
      taken: ended?.manifestId === undefined ? before.taken : [...before.taken, ended.manifestId].slice(-MOST_TAKEN),
    },
    alarms: alarms ?? NO_ALARMS,
    ...(ended === undefined ? {} : { ended: opened.length === 0 ? ended : { ...ended, alarms: [...new Set([...ended.alarms, ...opened])] } }),
  }
}
const MOST_TAKEN = 48

function noted(state: TripState, opened: readonly Alarm['watch'][]): TripState {
  return state.phase === 'hauling' || state.phase === 'tipping' ? { ...state, trip: { ...state.trip, alarms: [...new Set([...state.trip.alarms, ...opened])] } } : state
}
