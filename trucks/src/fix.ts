import type { Point } from './geometry/point.ts'

/** The cover of the load (篷盖, 密闭装置). */
export type Cover = 'open' | 'closed'
/** The body of a tipper (举升装置). */
export type Lift = 'up' | 'down'
/** How full the truck says that it is (空车、半载、满载). */
export type Load = 'empty' | 'part' | 'full'
/** What a terminal reports of itself: each of these can be an accident, or somebody's hand. */
export type TerminalFault = 'antenna-cut' | 'antenna-short' | 'positioning-failed' | 'power-cut' | 'power-low' | 'opened' | 'camera-failed' | 'jammed'

/**
 * One position of a truck (定位点), with units converted once where it came in.
 *
 * A signal that the terminal does not have, or did not send, is `undefined`: unknown is not "closed" and not "down".
 * Everything is plain JSON, and a missing key says the same as `undefined`.
 */
export interface Fix extends Point {
  readonly deviceId: string
  readonly truckId: string
  /** When the terminal was there, by its own clock: milliseconds since 1970 UTC. */
  readonly atMs: number
  /** When the server had it, by the server's clock. */
  readonly receivedMs: number
  /** Whether a satellite position stands behind the co-ordinates. */
  readonly located: boolean
  readonly speedKmh: number
  /** Degrees clockwise from north, 0 to 360. */
  readonly headingDeg: number
  /** The number of the message, where one message carries one position. */
  readonly serial?: number | undefined
  /** Sent from the terminal's memory after a blind area (盲区补传), not as it happened. */
  readonly buffered?: boolean | undefined
  readonly mileageKm?: number | undefined
  readonly accOn?: boolean | undefined
  readonly cover?: Cover | undefined
  readonly lift?: Lift | undefined
  readonly load?: Load | undefined
  /** Weight of the load, where the truck has scales. */
  readonly weightKg?: number | undefined
  readonly faults?: readonly TerminalFault[] | undefined
}

/** What of a position is kept to prove something: where, when, and the signals as they were. */
export interface Proof extends Point {
  readonly atMs: number
  readonly speedKmh: number
  readonly cover?: Cover | undefined
  readonly lift?: Lift | undefined
  readonly load?: Load | undefined
  readonly weightKg?: number | undefined
}

/** The part of a position that proves something. */
export function proofOf({ atMs, lat, lon, speedKmh, cover, lift, load, weightKg }: Fix): Proof {
  return {
    atMs,
    lat,
    lon,
    speedKmh,
    ...(cover === undefined ? {} : { cover }),
    ...(lift === undefined ? {} : { lift }),
    ...(load === undefined ? {} : { load }),
    ...(weightKg === undefined ? {} : { weightKg }),
  }
}
