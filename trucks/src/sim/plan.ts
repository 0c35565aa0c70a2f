import type { WatchName } from '../watch/name.ts'
import type { Sensors } from './cab.ts'

/** How a trip goes wrong, on purpose. */
export type Misdeed = Exclude<WatchName, 'fatigue'>

/** What one truck does on that day. */
export interface TruckPlan {
  readonly siteId: string
  readonly sensors: Sensors
  readonly trips: number
  /** By the number of the trip. */
  readonly misdeeds: ReadonlyMap<number, Misdeed>
  /** It drives on without a rest. */
  readonly neverRests: boolean
}

const ALL: Sensors = { cover: true, lift: true, load: true, scales: true }
const BARE: Sensors = { cover: false, lift: false, load: false, scales: false }
/** The ways in which terminals are equipped. */
export const EQUIPMENT: readonly Sensors[] = [ALL, { ...ALL, scales: false }, { ...ALL, load: false, scales: false }, { ...ALL, lift: false }, BARE]

/** In this order misdeeds are dealt out, one to each truck in turn; a truck that misbehaves can tell of it. */
const DEALT: readonly (Misdeed | 'fatigue' | undefined)[] = [
  undefined,
  'speeding',
  'open-cover',
  'off-route',
  'lifted-outside',
  'long-stop',
  'no-go',
  'off-line',
  'tampered',
  'overload',
  'manifest-open',
  'volume-differs',
  'wrong-time',
  'no-permit',
  'other-truck',
  'fatigue',
]
const SITES = ['site-a', 'site-b', 'site-c'] as const

/** The plan of a truck. Without misdeeds everybody behaves. */
export function planOf(index: number, trips: number, misbehaving: boolean): TruckPlan {
  const misdeed = misbehaving ? DEALT[index % DEALT.length] : undefined
  const equipment = EQUIPMENT[index % EQUIPMENT.length] ?? ALL
  return {
    siteId: misdeed === 'no-permit' ? 'site-u' : misdeed === 'no-go' ? 'site-b' : (SITES[index % SITES.length] ?? 'site-a'),
    sensors: misdeed === undefined ? equipment : ALL,
    // Four hours without a rest are more than six rounds.
    trips: misdeed === 'fatigue' ? Math.max(trips, 9) : trips,
    misdeeds: misdeed === undefined || misdeed === 'fatigue' ? new Map() : new Map(tripsOf(misdeed, trips, index).map((trip) => [trip, misdeed])),
    neverRests: misdeed === 'fatigue',
  }
}

/** Some belong to the truck or its last trip, the others to one trip in the middle of the day. */
function tripsOf(misdeed: Misdeed, trips: number, index: number): readonly number[] {
  if (misdeed === 'no-permit' || misdeed === 'other-truck') return Array.from({ length: trips }, (_, trip) => trip)
  return [misdeed === 'wrong-time' ? trips - 1 : (1 + index) % Math.max(1, trips - 1)]
}

/** The numbers of the trucks that stand in no permit. */
export const unlistedOf = (trucks: number, misbehaving: boolean): readonly number[] => Array.from({ length: trucks }, (_, index) => index).filter((index) => misbehaving && DEALT[index % DEALT.length] === 'other-truck')
