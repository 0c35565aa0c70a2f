import type { Cover, Fix, Lift, Load, TerminalFault } from '../fix.ts'
import { headingDeg, moved } from '../geometry/distance.ts'
import type { Point } from '../geometry/point.ts'
import { milestones, pointAt } from './path.ts'
import type { Random } from './random.ts'

/** What a truck's terminal can tell: a bare one knows its position and its ignition only. */
export interface Sensors {
  readonly cover: boolean
  readonly lift: boolean
  readonly load: boolean
  readonly scales: boolean
}
/** The truck as it really is, whatever of it the terminal tells. */
export interface Truth {
  cover: Cover
  lift: Lift
  load: Load
  weightKg: number
  accOn: boolean
  /** Nothing is sent. */
  isSilent: boolean
  /** The aerial is cut: it says so, and has no position. */
  isBlind: boolean
}
/** Somebody at the wheel, in simulated time. */
export interface Cab {
  readonly truth: Truth
  readonly nowMs: () => number
  readonly at: () => Point
  /** Drives a path, not faster than this; slower at bends, and now and then waiting at a light. */
  readonly drive: (path: readonly Point[], topKmh: number) => void
  readonly stand: (ms: number) => void
  readonly standUntil: (atMs: number) => void
  readonly fixes: () => readonly Fix[]
}
export interface CabOptions {
  readonly truckId: string
  readonly startMs: number
  readonly start: Point
  readonly sensors: Sensors
  readonly random: Random
  /** Milliseconds between two positions, and how far satellites scatter them (one standard deviation north and east). */
  readonly everyMs: number
  readonly noiseM: number
}

const SECOND = 1_000
const BEND_KMH = 25
const BEND_M = 50
/** What a loaded truck loses and gains in a second. */
const BRAKING_KMH = 7
const GAINING_KMH = 4
const LIGHT_EVERY_M = 2_500

/** A truck with its terminal. */
export function cabOf({ truckId, startMs, start, sensors, random, everyMs, noiseM }: CabOptions): Cab {
  const truth: Truth = { cover: 'closed', lift: 'down', load: 'empty', weightKg: 0, accOn: true, isSilent: false, isBlind: false }
  const fixes: Fix[] = []
  const blind: readonly TerminalFault[] = ['antenna-cut']
  let nowMs = startMs
  let nextMs = startMs + Math.floor(random.next() * everyMs)
  let at = start
  let [speedKmh, heading, mileageKm, serial] = [0, 0, random.between(10_000, 90_000), 0]

  const tick = (): void => {
    nowMs += SECOND
    mileageKm += speedKmh / 3600
    if (nowMs < nextMs) return
    // Parked with the engine off, a terminal speaks once in five minutes.
    nextMs += truth.accOn ? everyMs : 300_000
    if (!truth.isSilent) fixes.push(told())
  }
  const told = (): Fix => {
    serial = (serial + 1) & 0xffff
    const seen = truth.isBlind ? { lat: 0, lon: 0 } : moved(at, random.normal() * noiseM, random.normal() * noiseM)
    return {
      ...seen,
      deviceId: `sim-${truckId}`,
      truckId,
      atMs: nowMs,
      receivedMs: nowMs + Math.round(random.between(300, 1500)),
      located: !truth.isBlind,
      speedKmh: truth.isBlind ? 0 : Math.max(0, Math.round((speedKmh + (speedKmh > 0 ? random.normal() * 0.5 : 0)) * 10) / 10),
      headingDeg: Math.round(heading),
      serial,
      mileageKm: Math.round(mileageKm * 10) / 10,
      accOn: truth.accOn,
      ...(sensors.cover ? { cover: truth.cover } : {}),
      ...(sensors.lift ? { lift: truth.lift } : {}),
      ...(sensors.load ? { load: truth.load } : {}),
      ...(sensors.scales ? { weightKg: Math.max(0, Math.round(truth.weightKg + random.normal() * 100)) } : {}),
      ...(truth.isBlind ? { faults: blind } : {}),
    }
  }
  const standUntil = (untilMs: number): void => {
    speedKmh = 0
    while (nowMs < untilMs) tick()
  }
  return {
    truth,
    nowMs: () => nowMs,
    at: () => at,
    fixes: () => fixes,
    standUntil,
    stand: (ms) => standUntil(nowMs + ms),
    drive: (path, topKmh) => {
      const marks = milestones(path)
      const total = marks.at(-1) ?? 0
      let alongM = 0
      let lightM = random.between(500, LIGHT_EVERY_M * 2)
      while (alongM < total) {
        if (alongM > lightM) {
          standUntil(nowMs + random.between(15, 50) * SECOND)
          lightM = alongM + random.between(500, LIGHT_EVERY_M * 2)
        }
        const bendM = Math.min(...marks.map((mark) => Math.abs(mark - alongM)))
        const wanted = bendM < BEND_M ? Math.min(BEND_KMH, topKmh) : topKmh
        speedKmh = speedKmh > wanted ? Math.max(wanted, speedKmh - BRAKING_KMH) : Math.min(wanted, speedKmh + GAINING_KMH)
        alongM += speedKmh / 3.6
        const next = pointAt(path, marks, Math.min(alongM, total))
        heading = next.lat === at.lat && next.lon === at.lon ? heading : headingDeg(at, next)
        at = next
        tick()
      }
    },
  }
}
