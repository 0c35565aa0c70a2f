import type { DistrictData } from '../district.ts'
import { moved } from '../geometry/distance.ts'
import type { Point } from '../geometry/point.ts'
import type { Manifest } from '../manifest.ts'
import type { TruckEvent } from '../pipeline.ts'
import type { WatchName } from '../watch/name.ts'
import { cabOf, type Cab } from './cab.ts'
import { DEPOT, detour, fictionalDistrict, NO_GO_MIDDLE, truckId, type Way } from './fictional.ts'
import { between, part } from './path.ts'
import { planOf, unlistedOf, type Misdeed, type TruckPlan } from './plan.ts'
import { randomOf, type Random } from './random.ts'

/** Something that was done on purpose, and that the watches should find. */
export interface Planted {
  readonly truckId: string
  readonly watch: WatchName
  readonly fromMs: number
  readonly untilMs: number
}
/** A trip as it really was. */
export interface TrueTrip {
  readonly truckId: string
  readonly siteId: string
  readonly loadedMs: number
  readonly tippedMs: number
  /** Nothing: it was dumped somewhere. */
  readonly disposalSiteId: string | undefined
  readonly volumeM3: number
  /** What was wrong with it. */
  readonly misdeed: Misdeed | undefined
}
/** One day of a fictional fleet (仿真): what the server would be told, and what is true. */
export interface SimulatedDay {
  readonly data: DistrictData
  /** In the order in which the server would have them; those of one truck are in the order of their time. */
  readonly events: readonly { readonly truckId: string; readonly event: TruckEvent; readonly atMs: number }[]
  readonly planted: readonly Planted[]
  readonly trips: readonly TrueTrip[]
}
export interface DayOptions {
  readonly seed: number
  readonly trucks: number
  readonly trips: number
  /** The beginning of the day in Beijing. */
  readonly midnightMs: number
  readonly misbehaving: boolean
  readonly everyMs?: number
  readonly noiseM?: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Simulates a day. The same options give the same day. */
export function simulateDay(options: DayOptions): SimulatedDay {
  const { seed, trucks, midnightMs, misbehaving } = options
  const { data, ways } = fictionalDistrict({ trucks, enterprises: 4, midnightMs, unlisted: unlistedOf(trucks, misbehaving) })
  const days = Array.from({ length: trucks }, (_, index) => truckDay(index, ways, planOf(index, options.trips, misbehaving), randomOf(seed * 1_000_003 + index), options))
  const events = days.flatMap(({ events: own }) => own)
  const end = Math.max(...events.map(({ atMs }) => atMs)) + 3 * HOUR
  const clock = days.flatMap(({ truckId: id, fromMs }) => Array.from({ length: Math.ceil((end - fromMs) / MINUTE) }, (_, minute) => ({ truckId: id, atMs: fromMs + minute * MINUTE, event: { kind: 'clock' as const, atMs: fromMs + minute * MINUTE } })))
  return {
    data,
    events: [...events, ...clock].sort((a, b) => a.atMs - b.atMs),
    planted: days.flatMap(({ planted }) => planted),
    trips: days.flatMap(({ trips }) => trips),
  }
}

/** What is collected while one truck lives its day. */
interface Diary {
  readonly truckId: string
  readonly cab: Cab
  readonly random: Random
  readonly manifests: { readonly atMs: number; readonly manifest: Manifest }[]
  readonly planted: Planted[]
  readonly trips: TrueTrip[]
}

function truckDay(index: number, ways: readonly Way[], plan: TruckPlan, random: Random, { midnightMs, everyMs = 10_000, noiseM = 4 }: DayOptions) {
  const id = truckId(index)
  const startMs = midnightMs + 6 * HOUR + Math.round(random.between(0, 40 * MINUTE))
  const cab = cabOf({ truckId: id, startMs, start: DEPOT, sensors: plan.sensors, random, everyMs, noiseM })
  const diary: Diary = { truckId: id, cab, random, manifests: [], planted: [], trips: [] }
  const way = ways.find(({ siteId }) => siteId === plan.siteId)
  if (way === undefined) throw new Error(`no way from ${plan.siteId}`)
  const [site = DEPOT] = way.path
  cab.drive([DEPOT, site], way.topKmh)
  let restedMs = cab.nowMs()
  for (let trip = 0; trip < plan.trips; trip += 1) {
    const misdeed = plan.misdeeds.get(trip)
    const isLate = misdeed === 'wrong-time'
    if (isLate || (!plan.neverRests && cab.nowMs() - restedMs > 2 * HOUR)) {
      rest(diary, site, way, isLate ? midnightMs + 16.9 * HOUR : cab.nowMs() + 35 * MINUTE)
      restedMs = cab.nowMs()
    }
    round(diary, way, trip, misdeed)
  }
  cab.drive([site, DEPOT], way.topKmh)
  cab.truth.accOn = false
  cab.stand(20 * MINUTE)
  if (plan.neverRests) diary.planted.push({ truckId: id, watch: 'fatigue', fromMs: startMs, untilMs: startMs + 20 * MINUTE })
  const positions = cab.fixes().map((report) => ({ truckId: id, atMs: report.receivedMs, event: { kind: 'position' as const, report } }))
  const papers = diary.manifests.map(({ atMs, manifest }) => ({ truckId: id, atMs, event: { kind: 'manifest' as const, manifest, atMs } }))
  return { truckId: id, fromMs: startMs, events: [...positions, ...papers], planted: diary.planted, trips: diary.trips }
}

/** Home, engine off, and back again. */
function rest({ cab }: Diary, site: Point, { topKmh }: Way, untilMs: number): void {
  cab.drive([site, DEPOT], topKmh)
  cab.truth.accOn = false
  cab.standUntil(Math.max(untilMs, cab.nowMs() + 25 * MINUTE))
  cab.truth.accOn = true
  cab.drive([DEPOT, site], topKmh)
}

/** One load: loading, haul, tipping, return; with what goes wrong on purpose. */
function round(diary: Diary, way: Way, number: number, misdeed: Misdeed | undefined): void {
  const { cab, random, truckId: id } = diary
  const { truth } = cab
  truth.cover = 'open'
  cab.stand(random.between(6, 9) * MINUTE)
  const volumeM3 = Math.round(random.between(15, 17.5) * 10) / 10
  truth.load = 'full'
  truth.weightKg = misdeed === 'overload' ? 36_000 : volumeM3 * 1_600
  const manifest: Manifest = { id: `${id}-manifest-${number + 1}`, truckId: id, siteId: way.siteId, disposalSiteId: way.disposalSiteId, issuedMs: cab.nowMs(), loadedM3: volumeM3 }
  diary.manifests.push({ atMs: cab.nowMs(), manifest })
  cab.stand(MINUTE)
  truth.cover = misdeed === 'open-cover' ? 'open' : 'closed'
  const loadedMs = cab.nowMs()
  haul(diary, way, misdeed)
  const isDumped = misdeed === 'lifted-outside'
  if (!isDumped) tip(diary)
  const tippedMs = cab.nowMs()
  diary.trips.push({ truckId: id, siteId: way.siteId, loadedMs, tippedMs, disposalSiteId: isDumped ? undefined : way.disposalSiteId, volumeM3, misdeed })
  if (!isDumped && misdeed !== 'manifest-open') {
    const closedMs = tippedMs + Math.round(random.between(1, 8) * MINUTE)
    const receivedM3 = misdeed === 'volume-differs' ? Math.round(volumeM3 * 7.5) / 10 : Math.round(volumeM3 * random.between(9.7, 10.2)) / 10
    diary.manifests.push({ atMs: closedMs, manifest: { ...manifest, closedMs, receivedM3 } })
  }
  plant(diary, misdeed, loadedMs, tippedMs)
  const home = way.path.toReversed()
  cab.drive(isDumped ? [cab.at(), ...part(home, 0.5, 1)] : home, way.topKmh)
}

function tip({ cab, random }: Diary): void {
  const { truth } = cab
  cab.stand(random.between(1, 3) * MINUTE)
  truth.cover = 'open'
  truth.lift = 'up'
  cab.stand(50_000)
  truth.load = 'empty'
  truth.weightKg = 0
  cab.stand(20_000)
  truth.lift = 'down'
  cab.stand(40_000)
}

/** The loaded way, with what goes wrong on it; what has a time of its own is noted where it happens. */
function haul(diary: Diary, way: Way, misdeed: Misdeed | undefined): void {
  const { cab, random } = diary
  const { truth } = cab
  const [first, middle, last] = [part(way.path, 0, 0.4), part(way.path, 0.4, 0.7), part(way.path, 0.7, 1)]
  switch (misdeed) {
    case 'off-route':
      return cab.drive(detour(way.path, 0.35, 0.65, (leaving, back) => [moved(between(leaving, back, 0.2), 0, 700), moved(between(leaving, back, 0.8), 0, 700)]), way.topKmh)
    case 'no-go':
      return cab.drive(detour(way.path, 0.5, 0.72, () => [NO_GO_MIDDLE]), way.topKmh)
    case 'speeding':
      cab.drive(first, way.topKmh)
      cab.drive(middle, way.topKmh + 28)
      return cab.drive(last, way.topKmh)
    case 'long-stop':
      cab.drive(first, way.topKmh)
      cab.stand(26 * MINUTE)
      return cab.drive([cab.at(), ...middle.slice(1), ...last], way.topKmh)
    case 'lifted-outside':
      cab.drive(first, way.topKmh)
      cab.stand(random.between(20, 40) * 1_000)
      truth.lift = 'up'
      cab.stand(60_000)
      truth.load = 'empty'
      truth.weightKg = 0
      cab.stand(20_000)
      truth.lift = 'down'
      return cab.stand(20_000)
    case 'off-line':
      cab.drive(first, way.topKmh)
      truth.isSilent = true
      cab.stand(15 * MINUTE)
      truth.isSilent = false
      return cab.drive([cab.at(), ...middle.slice(1), ...last], way.topKmh)
    case 'tampered':
      cab.drive(first, way.topKmh)
      truth.isBlind = true
      cab.stand(6 * MINUTE)
      truth.isBlind = false
      return cab.drive([cab.at(), ...middle.slice(1), ...last], way.topKmh)
    default:
      return cab.drive(way.path, way.topKmh)
  }
}

/** What the watches should find of a misdeed, and what it brings with it. */
function plant({ truckId: id, planted }: Diary, misdeed: Misdeed | undefined, fromMs: number, untilMs: number): void {
  const add = (watch: WatchName) => planted.push({ truckId: id, watch, fromMs, untilMs })
  if (misdeed !== undefined) add(misdeed)
  // A way through a no-go area is no approved route, and a load that was dumped is never signed for.
  if (misdeed === 'no-go') add('off-route')
  if (misdeed === 'lifted-outside') add('manifest-open')
}
