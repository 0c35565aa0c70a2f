import type { Alarm } from '../alarm.ts'
import type { Trip } from '../trip/trip.ts'
import { WATCH_NAMES, type WatchName } from '../watch/name.ts'
import type { Planted, TrueTrip } from './day.ts'

/** How well a watch found what was planted. */
export interface Score {
  readonly watch: WatchName
  readonly planted: number
  readonly found: number
  readonly raised: number
  /** Of what it raised, what was planted; 1 where it raised nothing. */
  readonly precision: number
  /** Of what was planted, what it found; 1 where nothing was planted. */
  readonly recall: number
}

/** An alarm meets a planted misdeed if it is of the same truck and watch, and began within it, give or take a minute. */
const GIVE_MS = 60_000
const meets = (alarm: Alarm, planted: Planted): boolean =>
  alarm.truckId === planted.truckId && alarm.watch === planted.watch && alarm.sinceMs >= planted.fromMs - GIVE_MS && alarm.sinceMs <= planted.untilMs + GIVE_MS

/** Holds the alarms against the truth, watch by watch. */
export function scoresOf(alarms: readonly Alarm[], planted: readonly Planted[]): readonly Score[] {
  const opened = alarms.filter(({ change }) => change === 'opened')
  return WATCH_NAMES.map((watch) => {
    const [raised, wanted] = [opened.filter((alarm) => alarm.watch === watch), planted.filter((one) => one.watch === watch)]
    const found = wanted.filter((one) => raised.some((alarm) => meets(alarm, one))).length
    const right = raised.filter((alarm) => wanted.some((one) => meets(alarm, one))).length
    return { watch, planted: wanted.length, found, raised: raised.length, precision: raised.length === 0 ? 1 : right / raised.length, recall: wanted.length === 0 ? 1 : found / wanted.length }
  })
}

/** Of the true trips those that were not told exactly once, to the right place and within two minutes; and told ones that never were. */
export function tripFaults(told: readonly Trip[], truth: readonly TrueTrip[]): readonly string[] {
  const isTold = (trip: Trip, one: TrueTrip): boolean =>
    trip.truckId === one.truckId &&
    trip.siteId === one.siteId &&
    Math.abs(trip.loadingUntilMs - one.loadedMs) < 120_000 &&
    Math.abs(trip.endedMs - one.tippedMs) < 120_000 &&
    (one.disposalSiteId === undefined ? trip.tipping.kind === 'elsewhere' : trip.tipping.kind === 'disposal-site' && trip.tipping.disposalSiteId === one.disposalSiteId)
  const missed = truth.filter((one) => told.filter((trip) => isTold(trip, one)).length !== 1).map((one) => `not told once: ${one.truckId} at ${one.loadedMs}`)
  const invented = told.filter((trip) => !truth.some((one) => isTold(trip, one))).map(({ id }) => `never was: ${id}`)
  return [...missed, ...invented]
}
