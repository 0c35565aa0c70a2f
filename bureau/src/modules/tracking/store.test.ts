import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anotherWorker, simulatedFleet, type SimulatedFleet } from '../../simulated-fleet.ts'
import { testBureau, type TestBureau } from '../../test-bureau.ts'
import { findAlarm, listAlarms, putAlarms } from './store-alarms.ts'

const ON = '2021-08-10'
let bureau: TestBureau
let fleet: SimulatedFleet
beforeAll(async () => {
  bureau = await testBureau(ON)
  fleet = await simulatedFleet(bureau, { on: ON, trucks: 3, trips: 1, misbehaving: true })
  // Two workers take turns at the same trucks, and neither knows of the other.
  await fleet.live(bureau.server.sink, anotherWorker(bureau))
}, 120_000)
afterAll(() => bureau.close())

const count = async (table: string): Promise<number> => Number((await bureau.database.read((queries) => sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(queries))).rows[0]?.n)

describe('what lies in the database of trucks on their way', () => {
  test('two workers that share the trucks find what one finds, and write nothing twice', async () => {
    expect(await count('tracking_positions')).toBe(fleet.day.events.filter(({ event }) => event.kind === 'position').length)
    expect(await count('tracking_trips')).toBe(fleet.day.trips.length)
    const { rows } = await bureau.database.read((queries) => sql<{ truck: string; watch: string }>`select distinct truck, watch from tracking_alarms`.execute(queries))
    expect(new Set(rows.map(({ truck, watch }) => `${fleet.simulatedOf(truck)} ${watch}`))).toEqual(new Set(fleet.day.planted.map(({ truckId, watch }) => `${truckId} ${watch}`)))
  })
  test('a batch that cannot be written leaves nothing, is told to whoever handed it in, and goes in later', async () => {
    const before = await count('tracking_positions')
    const [last] = fleet.day.events.flatMap(({ truckId, event }) => (event.kind === 'position' && truckId === 'truck-1' ? [event.report] : [])).slice(-1)
    if (last === undefined) throw new Error('the truck sent nothing')
    const fix = { ...last, truckId: fleet.idOf('truck-1'), atMs: last.atMs + 60_000, receivedMs: last.receivedMs + 60_000, serial: 4711 }
    // A truck with a name that no database takes spoils the batch.
    const spoilt = { ...fix, truckId: 'nul\u0000', deviceId: 'nul\u0000' }
    await expect(bureau.server.sink.take([{ truckId: fix.truckId, fix, frame: new Uint8Array([1]) }, { truckId: spoilt.truckId, fix: spoilt, frame: new Uint8Array([2]) }])).rejects.toThrow()
    expect(await count('tracking_positions')).toBe(before)
    await bureau.server.sink.take([{ truckId: fix.truckId, fix, frame: new Uint8Array([1]) }])
    expect(await count('tracking_positions')).toBe(before + 1)
  })
  test.each([
    ['a speed that no truck has', { speedKmh: 900 }],
    ['another place at a moment that was seen', { lat: 29.6 }],
    ['a clock of 1970, from memory', { atMs: 1000, buffered: true }],
  ])('what is held for %s is kept once, however often it is sent', async (_, wrong) => {
    const [last] = fleet.day.events.flatMap(({ truckId, event }) => (event.kind === 'position' && truckId === 'truck-2' ? [event.report] : [])).slice(-1)
    if (last === undefined) throw new Error('the truck sent nothing')
    const fix = { ...last, truckId: fleet.idOf('truck-2'), serial: 4712, ...wrong }
    const before = await count('tracking_positions')
    for (const laterMs of [0, 60_000]) await bureau.server.sink.take([{ truckId: fix.truckId, fix: { ...fix, receivedMs: last.receivedMs + laterMs }, frame: new Uint8Array([1]) }])
    expect(await count('tracking_positions')).toBe(before + 1)
  })
  test('an alarm that opens on a trip and closes after it has its trip, whether both are written at once or not', async () => {
    const { rows } = await bureau.database.read((queries) => listAlarms(queries, { page: 1, size: 100 }))
    const known = rows.find(({ trip }) => trip !== null)
    if (known === undefined) throw new Error('no alarm has a trip')
    const { plate, enterprise, enterprise_name: enterpriseName, alarm: { about: { tripId, ...about }, ...alarm } } = known
    const at = (id: string, change: 'opened' | 'closed') => ({ plate, enterprise, enterpriseName, alarm: { ...alarm, id, change, untilMs: alarm.atMs, about: change === 'opened' && tripId !== undefined ? { ...about, tripId } : about } })
    await bureau.database.work(async (tx) => {
      await putAlarms(tx, [at('apart', 'opened')], new Date().toISOString())
      await putAlarms(tx, [at('apart', 'closed')], new Date().toISOString())
      await putAlarms(tx, [at('at-once', 'opened'), at('at-once', 'closed')], new Date().toISOString())
    })
    const trips = await Promise.all(['apart', 'at-once'].map((id) => bureau.database.read((queries) => findAlarm(queries, id))))
    expect(trips.map((one) => one?.trip)).toEqual([known.trip, known.trip])
  })
  test.each(['tracking_positions', 'tracking_alarm_steps', 'tracking_looks'].flatMap((table) => [`delete from ${table}`, `truncate ${table}`]))('%s is refused by the database itself', async (statement) => {
    await expect(bureau.database.work((tx) => sql.raw(statement).execute(tx))).rejects.toThrow()
  })
})
