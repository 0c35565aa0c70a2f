import { MIGRATIONS } from '@zhunsheng/bureau/server.ts'
import { follower, type Happening } from '@zhunsheng/bureau/modules/tracking/follow.ts'
import { addPositions, readyDay } from '@zhunsheng/bureau/modules/tracking/store.ts'
import { civilDay, systemClock } from '@zhunsheng/bureau/platform/clock.ts'
import { openDatabase, type Database } from '@zhunsheng/bureau/platform/database.ts'
import type { Fix } from '@zhunsheng/trucks/fix.ts'
import { simulateDay } from '@zhunsheng/trucks/sim/day.ts'
import { worldOf } from '@zhunsheng/trucks/sim/run.ts'
import pg from 'pg'
import { startPostgres } from './command/durable-postgres.ts'
import { mustAgree, repeatTogether, type Benchmark, type Match } from './match.ts'
import { positionsIn } from './positions-in.ts'

const [TRUCKS, COPIES, TRIPS] = [64, 32, 2]
/** As many calls wait at once as connections would hand in together. */
const CALLERS = 16
const BATCH = 128
const MINUTE_MS = 60_000

/** Positions on their way into PostgreSQL: judged, with the state of the truck, its trips and alarms in the same transaction. */
export const ARRIVE: Benchmark = {
  name: 'arrive',
  says: `positions judged and made durable in PostgreSQL, ${TRUCKS * COPIES} trucks, ${CALLERS} callers with ${BATCH} positions each, every commit flushed to disk`,
  open: async () => [await match()],
}

async function match(): Promise<Match> {
  const postgres = await startPostgres()
  const main = new pg.Client(postgres.url)
  await main.connect()
  const databaseFor = async (name: string): Promise<Database> => {
    await main.query(`create database ${name}`)
    const database = await openDatabase({ url: postgres.url.replace(/\/postgres$/, `/${name}`) })
    await database.migrate(MIGRATIONS)
    return database
  }
  const [own, bare] = [await databaseFor('arrive'), await databaseFor('bare')]
  const day = simulateDay({ seed: 8, trucks: TRUCKS, trips: TRIPS, midnightMs: Date.now() - 86_400_000, misbehaving: true })
  const world = worldOf(day)
  const { take } = follower({ database: own, clock: systemClock, known: () => Promise.resolve({ world, named: () => undefined, vehicles: [] }) })
  const [judged, kept] = [streamOf(day), streamOf(day)]
  await take(judged.next().map(happening))
  mustAgree((await positionsIn(postgres.url.replace(/\/postgres$/, '/arrive'))) === BATCH, 'what was handed in and what lies there')
  return {
    name: 'positions judged and durable',
    unit: 'positions',
    target: 10_000,
    product: { name: 'bureau', work: async (ms) => batches(await repeatTogether(ms, CALLERS, () => take(judged.next().map(happening)))) },
    peers: [{
      name: 'the same rows, judged by nobody',
      work: async (ms) => batches(await repeatTogether(ms, CALLERS, () => bare.work(async (tx) => {
        await readyDay(tx, civilDay(new Date()))
        await addPositions(tx, judgedByNobody(kept.next()))
      }))),
    }],
    notes: ['the product writes the state of each truck, trips and alarms besides; sockets and decoding are not in it', 'database and callers share the cores of this machine'],
    close: async () => {
      await own.close()
      await bare.close()
      await main.end()
      await postgres.stop()
    },
  }
}

const batches = <P extends { readonly count: number }>(portion: P): P => ({ ...portion, count: portion.count * BATCH })
const happening = (fix: Fix): Happening => ({ truckId: fix.truckId, event: { kind: 'position', report: fix }, frame: FRAME })
const FRAME = new Uint8Array(64)
const judgedByNobody = (fixes: readonly Fix[]) => fixes.map((fix) => ({ verdict: { passed: true, fix, reanchored: false } as const, frame: FRAME }))

/** The simulated day for many more trucks, over and over, each time a day later by its own clock; received today. */
function streamOf(day: ReturnType<typeof simulateDay>): { readonly next: () => readonly Fix[] } {
  const reports = day.events.flatMap(({ event }) => (event.kind === 'position' ? [event.report] : []))
  const span = (reports.at(-1)?.atMs ?? 0) - (reports[0]?.atMs ?? 0) + MINUTE_MS
  let at = 0
  const one = (): Fix => {
    const place = Math.floor(at / COPIES)
    const report = reports[place % reports.length]
    if (report === undefined) throw new Error('the day has no positions')
    const round = Math.floor(place / reports.length)
    const truckId = `${report.truckId}-${at % COPIES}`
    at += 1
    return { ...report, truckId, deviceId: truckId, atMs: report.atMs + round * span, receivedMs: Date.now() }
  }
  return { next: () => Array.from({ length: BATCH }, one) }
}
