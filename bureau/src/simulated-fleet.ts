import { idIn, registerFleet } from '@zhunsheng/trucks/sim/register-fleet.ts'
import { liveDay } from '@zhunsheng/trucks/sim/live-day.ts'
import { simulateDay, type SimulatedDay } from '@zhunsheng/trucks/sim/day.ts'
import type { PositionSink } from './modules/terminals/contract.ts'
import { follower } from './modules/tracking/follow.ts'
import { positionSink } from './modules/tracking/sink.ts'
import { knownWorld } from './modules/tracking/world.ts'
import { truckRegister } from './modules/trucks/register.ts'
import type { Answer, TestBureau } from './test-bureau.ts'

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
export function anotherWorker({ database, clock }: Pick<TestBureau, 'database' | 'clock'>): PositionSink {
  return positionSink({ database, register: truckRegister, follower: follower({ database, clock, known: knownWorld(truckRegister) }) })
}

interface FleetOptions {
  readonly on: string
  readonly trucks: number
  readonly trips: number
  readonly misbehaving: boolean
  readonly seed?: number
}
const FRAME = new Uint8Array([0x7e, 0x02, 0x00, 0x7e])

/** Registers the fictional district with one enterprise, and simulates its day. */
export async function simulatedFleet(bureau: TestBureau, { on, trucks, trips, misbehaving, seed = 7 }: FleetOptions): Promise<SimulatedFleet> {
  const day = simulateDay({ seed, trucks, trips, misbehaving, midnightMs: Date.parse(`${on}T00:00:00+08:00`) })
  const post = async (path: string, said: Readonly<Record<string, unknown>>, key: string): Promise<Answer['body']> => {
    const { status, body, text } = await bureau.send('sun', 'POST', path, said, { 'idempotency-key': key })
    if (status !== 201) throw new Error(`${path}: ${text}`)
    return body
  }
  // The register stands before the day begins: an alarm reads it as it stood.
  const now = bureau.clock.now()
  bureau.clock.set(new Date(`${on}T00:00:00+08:00`))
  const ids = await registerFleet(async (kind, data, key) => rowId(await post(`/api/trucks/register/${kind}`, { data, version: 0 }, key)), day.data, { from: '2021-01-01', until: '2021-12-31' })
  bureau.clock.set(now)
  return {
    day,
    idOf: (simulated) => idIn(ids, simulated),
    simulatedOf: (id) => [...ids].find(([, one]) => one === id)?.[0] ?? id,
    live: async (...sinks) => {
      let turn = 0
      await liveDay(day, ids, {
        positions: async (fixes) => {
          await sinks[turn % sinks.length]?.take(fixes.map((fix) => ({ truckId: fix.truckId, fix, frame: FRAME })))
          turn += 1
        },
        written: (ms) => new Date(ms).toISOString(),
        paper: async (path, said, { atMs, key }) => {
          bureau.clock.set(new Date(atMs + 1000))
          const { id } = await post(path, said, key)
          await bureau.server.trackTurn()
          return String(id)
        },
      })
      bureau.clock.set(new Date(`${on}T16:00:00+08:00`))
      await bureau.server.trackTurn()
    },
  }
}
const rowId = ({ row }: Answer['body']): string => (typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '')
