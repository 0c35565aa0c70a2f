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

/** Where it is and how it moves, from second to second. */
interface Motion {
  nowMs: number
  nextMs: number
  at: Point
  speedKmh: number
  heading: number
  mileageKm: number
  serial: number
}
const BLIND: readonly TerminalFault[] = ['antenna-cut']

/** A truck with its terminal. */
export function cabOf(options: CabOptions): Cab {
  const { startMs, start, random, everyMs } = options
  const truth: Truth = { cover: 'closed', lift: 'down', load: 'empty', weightKg: 0, accOn: true, isSilent: false, isBlind: false }
  const motion: Motion = { nowMs: startMs, nextMs: startMs + Math.floor(random.next() * everyMs), at: start, speedKmh: 0, heading: 0, mileageKm: random.between(10_000, 90_000), serial: 0 }
  const fixes: Fix[] = []
  const tick = (): void => {
    motion.nowMs += SECOND
    motion.mileageKm += motion.speedKmh / 3600
    if (motion.nowMs < motion.nextMs) return
    // Parked with the engine off, a terminal speaks once in five minutes.
    motion.nextMs += truth.accOn ? everyMs : 300_000
    if (!truth.isSilent) fixes.push(told(options, truth, motion))
  }
  const standUntil = (untilMs: number): void => {
    motion.speedKmh = 0
    while (motion.nowMs < untilMs) tick()
  }
  return {
    truth,
    nowMs: () => motion.nowMs,
    at: () => motion.at,
    fixes: () => fixes,
    standUntil,
    stand: (ms) => standUntil(motion.nowMs + ms),
    drive: (path, topKmh) => driven(path, topKmh, motion, { random, tick, standUntil }),
  }
}

/** Drives a path to its end, second by second. */
function driven(path: readonly Point[], topKmh: number, motion: Motion, { random, tick, standUntil }: { readonly random: Random; readonly tick: () => void; readonly standUntil: (atMs: number) => void }): void {
  const marks = milestones(path)
  const total = marks.at(-1) ?? 0
  const nextLight = () => random.between(500, LIGHT_EVERY_M * 2)
  let [alongM, lightM] = [0, nextLight()]
  while (alongM < total) {
    if (alongM > lightM) {
      standUntil(motion.nowMs + random.between(15, 50) * SECOND)
      lightM = alongM + nextLight()
    }
    const bendM = Math.min(...marks.map((mark) => Math.abs(mark - alongM)))
    const wanted = bendM < BEND_M ? Math.min(BEND_KMH, topKmh) : topKmh
    motion.speedKmh = motion.speedKmh > wanted ? Math.max(wanted, motion.speedKmh - BRAKING_KMH) : Math.min(wanted, motion.speedKmh + GAINING_KMH)
    alongM += motion.speedKmh / 3.6
    const next = pointAt(path, marks, Math.min(alongM, total))
    if (next.lat !== motion.at.lat || next.lon !== motion.at.lon) motion.heading = headingDeg(motion.at, next)
    motion.at = next
    tick()
  }
}

/** What the terminal says now: the truth as far as its sensors know it, scattered as satellites and scales do. */
function told({ truckId, sensors, random, noiseM }: CabOptions, truth: Truth, motion: Motion): Fix {
  motion.serial = (motion.serial + 1) & 0xffff
  const seen = truth.isBlind ? { lat: 0, lon: 0 } : moved(motion.at, random.normal() * noiseM, random.normal() * noiseM)
  const speedKmh = truth.isBlind || motion.speedKmh === 0 ? 0 : Math.max(0, motion.speedKmh + random.normal() * 0.5)
  return {
    ...seen,
    deviceId: `sim-${truckId}`,
    truckId,
    atMs: motion.nowMs,
    receivedMs: motion.nowMs + Math.round(random.between(300, 1500)),
    located: !truth.isBlind,
    speedKmh: Math.round(speedKmh * 10) / 10,
    headingDeg: Math.round(motion.heading),
    serial: motion.serial,
    mileageKm: Math.round(motion.mileageKm * 10) / 10,
    accOn: truth.accOn,
    ...(sensors.cover ? { cover: truth.cover } : {}),
    ...(sensors.lift ? { lift: truth.lift } : {}),
    ...(sensors.load ? { load: truth.load } : {}),
    ...(sensors.scales ? { weightKg: Math.max(0, Math.round(truth.weightKg + random.normal() * 100)) } : {}),
    ...(truth.isBlind ? { faults: BLIND } : {}),
  }
}
