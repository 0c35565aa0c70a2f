import type { Point } from '../geometry/point.ts'
import type { WatchName } from '../watch/name.ts'

/** What showed that a truck was loaded, or that it tipped. `stay` is no signal: it only stood there for long enough. */
export type Sign = 'weight' | 'load' | 'lift' | 'manifest' | 'stay'
/** How the papers stood when the truck drove off: a permit that names it, one that names others, or none for this site and day. */
export type PermitStanding = { readonly standing: 'held'; readonly id: string } | { readonly standing: 'others' } | { readonly standing: 'none' }

/** A trip on its way (趟次，进行中); plain JSON. */
export interface TripDraft {
  readonly id: string
  readonly siteId: string
  readonly loadingFromMs: number
  readonly loadingUntilMs: number
  readonly loadedBy: readonly Sign[]
  readonly permit: PermitStanding
  readonly manifestId?: string | undefined
  readonly weightKg?: number | undefined
  /** Whether it left through the gate; unknown where the gate was not surveyed or nobody saw it leave. */
  readonly throughGate?: boolean | undefined
  readonly distanceM: number
  readonly seen: Seen
  readonly alarms: readonly WatchName[]
}
/** How much of the haul was seen. */
export interface Seen {
  readonly fixes: number
  readonly movingFixes: number
  /** Of the moving ones, those that said whether the cover was closed. */
  readonly coverKnown: number
  readonly longestGapMs: number
}

/** A finished trip (趟次): one load, where from, where to, and how sure we are. */
export interface Trip extends TripDraft {
  readonly truckId: string
  readonly enterpriseId?: string | undefined
  readonly endedMs: number
  readonly tipping: Tipped
  readonly volumeM3: number | undefined
  /** `manifest`: as the site wrote; `weight`: from the scales; `body`: what the body holds at most; `unknown`: none of these. */
  readonly volumeFrom: 'manifest' | 'weight' | 'body' | 'unknown'
  /** Both ends were shown by a signal or a paper, one of them, or neither (a mere stay). */
  readonly confidence: 'confirmed' | 'likely' | 'presumed'
}
/** Where the load went: to a disposal site, to some other place, or nobody saw it go. */
export type Tipped =
  | { readonly kind: 'disposal-site'; readonly disposalSiteId: string; readonly fromMs: number; readonly untilMs: number; readonly by: readonly Sign[] }
  | { readonly kind: 'elsewhere'; readonly at: Point; readonly fromMs: number; readonly untilMs: number; readonly by: readonly Sign[] }
  | { readonly kind: 'unseen' }

/** So many positions in a row inside or outside, since when. */
export interface InARow {
  readonly id: string
  readonly fixes: number
  readonly sinceMs: number
  readonly stillMs: number
}

/** Where a truck is in its round (装载、运输、倾倒、返程); plain JSON. */
export type TripState = Empty | Loading | Hauling | Tipping
export interface Empty {
  readonly phase: 'empty'
  /** The trip that it comes back from. */
  readonly afterTripId?: string | undefined
  readonly entering?: InARow | undefined
}
export interface Loading {
  readonly phase: 'loading'
  readonly siteId: string
  readonly fromMs: number
  readonly lastInsideMs: number
  /** How long it stood still inside. */
  readonly stillMs: number
  readonly leaving?: InARow | undefined
  /** How far it has driven since it was last inside. */
  readonly outsideM: number
  readonly throughGate: boolean
}
export interface Hauling {
  readonly phase: 'hauling'
  readonly trip: TripDraft
  readonly entering?: InARow | undefined
  readonly lifting?: InARow | undefined
  readonly emptied?: InARow | undefined
}
export interface Tipping {
  readonly phase: 'tipping'
  readonly trip: TripDraft
  /** Nothing: not at a disposal site. */
  readonly disposalSiteId?: string | undefined
  readonly at: Point
  readonly fromMs: number
  readonly lastInsideMs: number
  readonly stillMs: number
  readonly lifted: boolean
  /** Whether the lift said anything at all. */
  readonly liftKnown: boolean
  readonly leaving?: InARow | undefined
}

export const EMPTY: Empty = { phase: 'empty' }

/** The trip that is on its way, if any. */
export const tripOf = (state: TripState): TripDraft | undefined => (state.phase === 'hauling' || state.phase === 'tipping' ? state.trip : undefined)
