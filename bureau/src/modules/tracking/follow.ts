import type { Alarm } from '@zhunsheng/trucks/alarm.ts'
import { advance, startOf, type Step, type TruckEvent, type TruckState } from '@zhunsheng/trucks/pipeline.ts'
import type { Trip } from '@zhunsheng/trucks/trip/trip.ts'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database, Queries } from '../../platform/database.ts'
import type { Arrival, FreshAlarm } from '../terminals/contract.ts'
import { addPositions, putStates, readyDay, statesOf, type KeptState, type PositionRow } from './store.ts'
import { putAlarms, type RaisedAlarm } from './store-alarms.ts'
import { addTrips, askAgain, type EndedTrip } from './store-trips.ts'
import type { Known } from './world.ts'

/** Something that happened to a truck; a position comes with its frame. */
export interface Happening {
  readonly truckId: string
  readonly event: TruckEvent
  readonly frame?: Uint8Array
}
export interface FollowParts {
  readonly database: Database
  readonly clock: Clock
  readonly known: (queries: Queries) => Promise<Known>
  /** Told of alarms that have just been raised, once they are written. */
  readonly heard?: (alarms: readonly FreshAlarm[]) => void
}
/** Takes what happened through the pipeline into the database (行车监管流水线). */
export interface Follower {
  /** Resolves when everything is durable, in the order of the calls. Rejects when nothing of it is. */
  readonly take: (happenings: readonly Happening[]) => Promise<void>
}

/** So many at once at most: a transaction that is not longer than a terminal waits. */
const MOST = 2000
/** So many trucks are remembered between two batches; others are read again. */
const REMEMBERED = 50_000
/** Another worker may have written the same truck: then it is read and judged anew. */
const TRIES = 5

export const happeningOf = ({ truckId, fix, frame }: Arrival): Happening => ({ truckId, event: { kind: 'position', report: fix }, frame })

/** A call that waits for its happenings to be durable. */
interface Waiting {
  readonly happenings: readonly Happening[]
  readonly done: () => void
  readonly failed: (failure: unknown) => void
}

export function follower(parts: FollowParts): Follower {
  const waiting: Waiting[] = []
  const memory = new Map<string, KeptState>()
  let isBusy = false

  const pump = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    for (let batch = nextBatch(waiting); batch.length > 0; batch = nextBatch(waiting)) {
      const failure = await commit(parts, memory, batch.flatMap(({ happenings }) => happenings)).then(() => undefined, (reason: unknown) => ({ reason }))
      for (const { done, failed } of batch) {
        if (failure === undefined) done()
        else failed(failure.reason)
      }
    }
    isBusy = false
  }
  return {
    take: (happenings) =>
      new Promise((done, failed) => {
        if (happenings.length === 0) return done()
        waiting.push({ happenings, done, failed })
        void pump()
      }),
  }
}

/** Takes the calls off that go into one transaction: always the first, and further ones while there is room. */
function nextBatch(waiting: Waiting[]): readonly Waiting[] {
  let [calls, size] = [0, 0]
  for (const { happenings } of waiting) {
    if (calls > 0 && size + happenings.length > MOST) break
    calls += 1
    size += happenings.length
  }
  return waiting.splice(0, calls)
}

/** Judges a batch and writes it in one transaction; what is remembered changes only after that. */
async function commit({ database, clock, known, heard }: FollowParts, memory: Map<string, KeptState>, happenings: readonly Happening[]): Promise<void> {
  const trucks = [...new Set(happenings.map(({ truckId }) => truckId))]
  for (let attempt = 1; ; attempt += 1) {
    const missing = trucks.filter((truck) => !memory.has(truck))
    const { world, read } = await database.read(async (queries) => ({ world: await known(queries), read: missing.length === 0 ? new Map<string, KeptState>() : await statesOf(queries, missing) }))
    const before = (truck: string): KeptState => memory.get(truck) ?? read.get(truck) ?? { version: 0, state: startOf(truck) }
    const judged = judge(happenings, before, world)
    const now = clock.now().toISOString()
    const wrote = await database.work(async (tx) => {
      const states = await putStates(tx, judged.states)
      if (states.size < judged.states.length) throw new Overtaken()
      for (const day of new Set(judged.positions.map(({ verdict }) => civilDay(new Date(verdict.fix.receivedMs))))) await readyDay(tx, day)
      if (judged.positions.length > 0) await addPositions(tx, judged.positions)
      await addTrips(tx, judged.trips, now)
      await putAlarms(tx, judged.alarms, now)
      const again = judged.alarms.flatMap(({ alarm }) => alarm.about.tripId ?? [])
      if (again.length > 0 || judged.manifests.length > 0) await askAgain(tx, { trips: again, manifests: judged.manifests }, now)
      return true
    }).catch(overtaken)
    if (wrote) {
      remember(memory, judged.states)
      heard?.(judged.alarms.flatMap(({ alarm: { change, watch, truckId, atMs } }) => (change === 'opened' ? [{ watch, truckId, atMs }] : [])))
      return
    }
    for (const truck of trucks) memory.delete(truck)
    if (attempt >= TRIES) throw new Error('other workers wrote the same trucks again and again')
  }
}

/** Another worker wrote a truck first: nothing of this batch stands. */
class Overtaken extends Error {}
function overtaken(failure: unknown): false {
  if (failure instanceof Overtaken) return false
  throw failure
}

interface Judged {
  readonly states: readonly KeptState[]
  readonly positions: readonly PositionRow[]
  readonly trips: readonly EndedTrip[]
  readonly alarms: readonly RaisedAlarm[]
  readonly manifests: readonly string[]
}
function judge(happenings: readonly Happening[], before: (truck: string) => KeptState, known: Known): Judged {
  const states = new Map<string, TruckState>()
  const positions: PositionRow[] = []
  const trips: EndedTrip[] = []
  const alarms: RaisedAlarm[] = []
  for (const { truckId, event, frame } of happenings) {
    const was = states.get(truckId) ?? before(truckId).state
    const step = advance(was, event, known.world)
    if (isNews(event, was, step)) states.set(truckId, step.state)
    if (step.verdict !== undefined && isKept(step)) positions.push({ verdict: step.verdict, frame: frame ?? new Uint8Array() })
    if (step.ended !== undefined) trips.push(endedTrip(step.ended, known))
    alarms.push(...step.alarms.map((alarm) => raised(alarm, known)))
  }
  return {
    states: [...states].map(([truck, state]) => ({ version: before(truck).version + 1, state })),
    positions,
    trips,
    alarms,
    manifests: happenings.flatMap(({ event }) => (event.kind === 'manifest' ? [event.manifest.id] : [])),
  }
}
/** Most minutes pass and change nothing that is remembered of a truck. */
const isNews = (event: TruckEvent, was: TruckState, { state, alarms }: Step): boolean => event.kind !== 'clock' || alarms.length > 0 || JSON.stringify(state) !== JSON.stringify(was)
/** The same position a second time is counted, and not kept. */
const isKept = ({ verdict }: Step): boolean => verdict?.passed === true || verdict?.kind !== 'duplicate'

function endedTrip(trip: Trip, { world, named }: Known): EndedTrip {
  const { permit, tipping } = trip
  return {
    trip,
    permit: permit.standing === 'held' ? (world.district.permit(permit.id) ?? null) : null,
    day: civilDay(new Date(trip.loadingUntilMs)),
    plate: named(trip.truckId) ?? trip.truckId,
    enterpriseName: named(trip.enterpriseId) ?? '',
    siteName: named(trip.siteId) ?? trip.siteId,
    disposalName: tipping.kind === 'disposal-site' ? (named(tipping.disposalSiteId) ?? tipping.disposalSiteId) : null,
  }
}
function raised(alarm: Alarm, { world, named }: Known): RaisedAlarm {
  const enterprise = world.district.truck(alarm.truckId)?.enterpriseId
  return { alarm, plate: named(alarm.truckId) ?? alarm.truckId, enterprise: enterprise ?? null, enterpriseName: named(enterprise) ?? '' }
}

function remember(memory: Map<string, KeptState>, states: readonly KeptState[]): void {
  for (const kept of states) {
    memory.delete(kept.state.truckId)
    memory.set(kept.state.truckId, kept)
  }
  for (const truck of memory.keys()) {
    if (memory.size <= REMEMBERED) return
    memory.delete(truck)
  }
}
