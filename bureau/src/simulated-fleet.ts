import type { Area } from '@zhunsheng/trucks/geometry/area.ts'
import { moved } from '@zhunsheng/trucks/geometry/distance.ts'
import type { Point } from '@zhunsheng/trucks/geometry/point.ts'
import type { Manifest } from '@zhunsheng/trucks/manifest.ts'
import { simulateDay, type SimulatedDay } from '@zhunsheng/trucks/sim/day.ts'
import type { Arrival, PositionSink } from './modules/terminals/contract.ts'
import { follower } from './modules/tracking/follow.ts'
import { positionSink } from './modules/tracking/sink.ts'
import { knownWorld } from './modules/tracking/world.ts'
import { truckRegister } from './modules/trucks/register.ts'
import type { TestBureau } from './test-bureau.ts'

const CREDIT_CODE = '11500999MA0000015W'
const CORNERS = 24
const pair = ({ lat, lon }: Point): readonly [number, number] => [lon, lat]
/** An area as it is drawn: a circle by its corners. */
function ringOf(area: Area): readonly (readonly [number, number])[] {
  if (area.kind === 'polygon') return (area.rings[0] ?? []).map(pair)
  return Array.from({ length: CORNERS }, (_, corner) => pair(moved(area.centre, Math.cos((corner * 2 * Math.PI) / CORNERS) * area.radiusM, Math.sin((corner * 2 * Math.PI) / CORNERS) * area.radiusM)))
}

/** A simulated fleet whose trucks, sites and permits stand in the register of a test's bureau. */
export interface SimulatedFleet {
  readonly day: SimulatedDay
  /** Of a truck, site or disposal site of the simulation, its id in the register; and the way back. */
  readonly idOf: (simulated: string) => string
  readonly simulatedOf: (id: string) => string
  /** Lives the day: positions go in by the sink, manifests over HTTP at their hour. `sinks` take turns. */
  readonly live: (...sinks: readonly PositionSink[]) => Promise<void>
}

/** A second worker on the same database, who knows nothing of the first. */
export function anotherWorker({ database, clock }: TestBureau): PositionSink {
  return positionSink({ database, register: truckRegister, follower: follower({ database, clock, known: knownWorld(truckRegister) }) })
}

interface FleetOptions {
  readonly on: string
  readonly trucks: number
  readonly trips: number
  readonly misbehaving: boolean
  readonly seed?: number
}
/** Registers the fictional district with one enterprise, and simulates its day. */
export async function simulatedFleet(bureau: TestBureau, { on, trucks, trips, misbehaving, seed = 7 }: FleetOptions): Promise<SimulatedFleet> {
  const day = simulateDay({ seed, trucks, trips, misbehaving, midnightMs: Date.parse(`${on}T00:00:00+08:00`) })
  const ids = await registered(bureau, day)
  const idOf = (simulated: string): string => nameIn(ids, simulated)
  return {
    day,
    idOf,
    simulatedOf: (id) => [...ids].find(([, one]) => one === id)?.[0] ?? id,
    live: async (...sinks) => {
      await lived(day.events, { idOf, sinks, paper: clerkOf(bureau, idOf) })
      bureau.clock.set(new Date(`${on}T16:00:00+08:00`))
      await bureau.server.trackTurn()
    },
  }
}
function nameIn(ids: ReadonlyMap<string, string>, simulated: string): string {
  const id = ids.get(simulated)
  if (id === undefined) throw new Error(`${simulated} was not registered`)
  return id
}

/** Enters everything of the district over HTTP; answers the ids. */
async function registered(bureau: TestBureau, { data }: SimulatedDay): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  const idOf = (simulated: string): string => nameIn(ids, simulated)
  const register = async (simulated: string, kind: string, record: Readonly<Record<string, unknown>>): Promise<void> => {
    const { status, body, text } = await bureau.send('sun', 'POST', `/api/trucks/register/${kind}`, { data: record, version: 0 }, { 'idempotency-key': crypto.randomUUID() })
    const { row } = body
    if (status !== 201 || typeof row !== 'object' || row === null || !('id' in row)) throw new Error(`${kind} ${simulated}: ${text}`)
    ids.set(simulated, String(row.id))
  }
  const always = { quota: 100_000, from: '2021-01-01', until: '2022-12-31', address: '示例路' }
  await register('enterprise', 'enterprise', { name: '示例车队', creditCode: CREDIT_CODE, contact: '示例人', phone: '000' })
  for (const [index, { id, ratedLoadKg, bodyM3 }] of data.trucks.entries()) await register(id, 'vehicle', { plate: `渝A${String(20_000 + index)}`, plateColour: 'yellow', enterprise: idOf('enterprise'), tare: 15_000, capacity: ratedLoadKg, volume: bodyM3, terminal: String(13_900_000_000 + index) })
  for (const { id, name, area, gate } of data.sites) await register(id, 'site', { ...always, name, contractor: '示例施工单位', area: ringOf(area), ...(gate?.kind === 'circle' ? { gate: { at: pair(gate.centre), radius: gate.radiusM } } : {}) })
  for (const { id, name, area } of data.disposalSites) await register(id, 'disposal', { ...always, name, operator: '示例经营单位', area: ringOf(area) })
  for (const { id, name, area } of data.noGoAreas) await register(id, 'zone', { name, area: ringOf(area), basis: '示例' })
  for (const { id, name, corridor } of data.routes) await register(id, 'route', { name, line: corridor.path.map(pair), width: corridor.halfWidthM * 2 })
  for (const { id, name, roadClass, signKmh, corridor } of data.roads) await register(id, 'road', { name, line: corridor.path.map(pair), width: corridor.halfWidthM * 2, roadClass, ...(signKmh === undefined ? {} : { sign: signKmh }) })
  for (const { id, siteId, disposalSiteIds, routeIds, truckIds } of data.permits)
    await register(id, 'permit', { number: `示例核准 ${id}`, enterprise: idOf('enterprise'), site: idOf(siteId), disposal: idOf(disposalSiteIds[0] ?? ''), routes: routeIds.map(idOf), vehicles: truckIds.map(idOf), volume: 1000, from: '2021-08-01', until: '2021-12-31', hours: { from: '05:00', until: '23:00' }, issuer: '示例区城市管理局' })
  return ids
}

/** Opens and confirms manifests over HTTP, at their hour. */
function clerkOf(bureau: TestBureau, idOf: (simulated: string) => string): (manifest: Manifest, atMs: number) => Promise<void> {
  const known = new Map<string, string>()
  return async ({ id, siteId, truckId, issuedMs, loadedM3, closedMs, receivedM3 }, atMs) => {
    bureau.clock.set(new Date(atMs + 1000))
    const earlier = known.get(id)
    const [path, said] = earlier === undefined
      ? ['', { permit: idOf(`permit-${siteId}`), vehicle: idOf(truckId), at: new Date(issuedMs).toISOString(), volume: loadedM3 }]
      : [`/${earlier}/entries`, { kind: 'confirm', at: new Date(closedMs ?? atMs).toISOString(), volume: receivedM3 ?? 0 }]
    const { status, text, body } = await bureau.send('sun', 'POST', `/api/trucks/manifests${path}`, said, { 'idempotency-key': crypto.randomUUID() })
    if (status !== 201) throw new Error(`${id}: ${text}`)
    known.set(id, String(body['id']))
    await bureau.server.trackTurn()
  }
}

const BATCH = 200
async function lived(events: SimulatedDay['events'], { idOf, sinks, paper }: { readonly idOf: (simulated: string) => string; readonly sinks: readonly PositionSink[]; readonly paper: ReturnType<typeof clerkOf> }): Promise<void> {
  let turn = 0
  let waiting: Arrival[] = []
  const hand = async (): Promise<void> => {
    await sinks[turn % sinks.length]?.take(waiting)
    turn += 1
    waiting = []
  }
  for (const { truckId, event, atMs } of events) {
    if (event.kind === 'manifest') {
      await hand()
      await paper(event.manifest, atMs)
    }
    if (event.kind === 'position') waiting.push({ truckId: idOf(truckId), fix: { ...event.report, truckId: idOf(truckId) }, frame: new Uint8Array([0x7e, 0x02, 0x00, 0x7e]) })
    if (waiting.length >= BATCH) await hand()
  }
  await hand()
}
