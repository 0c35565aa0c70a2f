import type { Location } from '@zhunsheng/jt808/location/location.ts'
import type { Fix } from '@zhunsheng/trucks/fix.ts'
import { phoneOfTruck, plateOfTruck } from '@zhunsheng/trucks/sim/register-fleet.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixOf } from './modules/terminals/fix-of.ts'
import { manualClock, momentOf } from './platform/clock.ts'
import { openDatabase } from './platform/database.ts'
import { addSetting } from './platform/session-store.ts'
import { asked, databaseOn } from './platform/test-twins.ts'
import { scaledBureau, serversIn, type ScaledProcess } from './scaled-bureau.ts'
import { scaledTerminal, type ScaledTerminal } from './scaled-terminal.ts'
import { MIGRATIONS } from './server.ts'
import { anotherWorker, simulatedFleet } from './simulated-fleet.ts'
import { testBureau } from './test-bureau.ts'

const ON = '2021-12-20'
const TRUCKS = 24
/** The day is sent in so many parts, and something dies in each. */
const PARTS = 5
const { databaseUrl, natsUrl, crashDatabase, crashBroker } = serversIn(process.env)

interface Truck {
  readonly phone: string
  readonly terminal: ScaledTerminal
  readonly reports: readonly Location[]
}
let [scaledUrl, calmUrl] = ['', '']
let scaled: ReturnType<typeof scaledBureau>
let trucks: readonly Truck[] = []
let gateways: readonly ScaledProcess[] = []

beforeAll(async () => {
  scaledUrl = await databaseOn(databaseUrl, 'scaled')
  const database = await openDatabase({ url: scaledUrl })
  await database.migrate(MIGRATIONS)
  const bureau = await testBureau(ON, undefined, {}, undefined, { database })
  const fleet = await simulatedFleet(bureau, { on: ON, trucks: TRUCKS, trips: 1, misbehaving: true })
  // Gateways and workers take the clock of a demonstration that has just begun: the simulated day is eleven days past.
  await database.work((tx) => addSetting(tx, 'demo-begun', new Date().toISOString()))
  await bureau.close()
  trucks = fleet.day.data.trucks.map(({ id }, index) => ({
    phone: phoneOfTruck(index),
    terminal: scaledTerminal({ phone: phoneOfTruck(index), plate: plateOfTruck(index), ports: () => gateways.map(({ port }) => port) }),
    reports: fleet.day.events.flatMap(({ truckId, event }) => (truckId === id && event.kind === 'position' ? [locationOf(event.report)] : [])),
  }))
  calmUrl = await databaseOn(databaseUrl, 'calm', 'scaled')
  scaled = scaledBureau(scaledUrl, natsUrl)
  const starting = Promise.all([scaled.start('gateway'), scaled.start('gateway')])
  // The same day in one process on a database of its own, in which nothing dies.
  const calm = await openDatabase({ url: calmUrl })
  await calm.migrate(MIGRATIONS)
  const clock = manualClock(momentOf('2021-12-31', '09:00'))
  const { take } = anotherWorker({ database: calm, clock })
  await Promise.all(trucks.map(({ phone, reports }, index) => {
    const truckId = fleet.idOf(fleet.day.data.trucks[index]?.id ?? '')
    return take(reports.map((location, at) => ({ truckId, frame: new Uint8Array(), fix: fixOf(location, { deviceId: phone, truckId, receivedMs: clock.now().getTime(), serial: at + 1, buffered: false }) })))
  }))
  await calm.close()
  gateways = await starting
}, 90_000)
afterAll(async () => {
  for (const { terminal } of trucks) terminal.close()
  await scaled.close()
})

const locationOf = ({ lat, lon, speedKmh, headingDeg, atMs, accOn, located }: Fix): Location => ({ alarms: 0, status: (accOn === true ? 1 : 0) | (located ? 2 : 0), latitudeE6: Math.round(lat * 1e6), longitudeE6: Math.round(lon * 1e6), altitudeM: 250, speedTenthsKmh: Math.round(speedKmh * 10), courseDegrees: Math.round(headingDeg) % 360, atMs: Math.floor(atMs / 1000) * 1000, others: [] })
const upTo = (reports: readonly Location[], part: number): number => Math.ceil((reports.length * part) / PARTS)

/** A worker does its work of every minute first after a minute: by a clock that is days ahead of the trucks, and differently in every run. */
const YOUNG_MS = 20_000
let workers: readonly { readonly one: ScaledProcess; readonly sinceMs: number }[] = []
async function twoWorkers(): Promise<readonly ScaledProcess[]> {
  const old = workers.filter(({ sinceMs }) => performance.now() - sinceMs > YOUNG_MS)
  await Promise.all(old.map(({ one }) => one.stop()))
  workers = workers.filter((one) => !old.includes(one))
  const sinceMs = performance.now()
  workers = [...workers, ...(await Promise.all(Array.from({ length: 2 - workers.length }, async () => ({ one: await scaled.start('worker'), sinceMs }))))]
  return workers.map(({ one }) => one)
}
/** Sends one part of the day by two workers; when a third of it is acknowledged, something dies. Resolves when every position is acknowledged. */
async function sendPart(part: number, dies: (two: readonly ScaledProcess[]) => Promise<void> | void): Promise<void> {
  const two = await twoWorkers()
  const whole = trucks.reduce((sum, { reports }) => sum + upTo(reports, part) - upTo(reports, part - 1), 0)
  let acknowledged = 0
  let died: Promise<void> | undefined
  await Promise.all(trucks.map(async ({ terminal, reports }) => {
    for (let at = upTo(reports, part - 1); at < upTo(reports, part); at += 1) {
      const location = reports[at]
      if (location === undefined) throw new Error('the day has no such position')
      await terminal.report(at + 1, location)
      acknowledged += 1
      if (acknowledged * 3 > whole) died ??= Promise.resolve(dies(two))
    }
  }))
  await died
  expect(acknowledged).toBe(whole)
}
const POSITIONS = 'select device, serial, at::text, lat, lon, speed, heading, held, corrected, count(*) as times from tracking_positions group by 1, 2, 3, 4, 5, 6, 7, 8, 9 order by 1, 2'
/** Every position that was acknowledged by now, as the calm process has it. */
async function expectAcknowledged(part: number): Promise<void> {
  const sent = new Map(trucks.map(({ phone, reports }) => [phone, upTo(reports, part)]))
  const calm = (await asked(calmUrl, POSITIONS)).filter(({ device, serial }) => Number(serial) <= (sent.get(String(device)) ?? 0))
  expect(calm).toHaveLength([...sent.values()].reduce((sum, one) => sum + one, 0))
  expect(await asked(scaledUrl, POSITIONS)).toEqual(calm)
}

describe('who dies at full load takes nothing along that was acknowledged, and nothing is there twice', () => {
  test('a worker', async () => {
    await sendPart(1, async ([killed]) => {
      workers = workers.filter(({ one }) => one !== killed)
      await killed?.kill()
    })
    await expectAcknowledged(1)
  })
  test('a gateway: its terminals call another one', async () => {
    await sendPart(2, async () => {
      const [one, ...others] = gateways
      gateways = others
      await one?.kill()
    })
    await expectAcknowledged(2)
  })
  test('the broker', async () => {
    await sendPart(3, () => crashBroker(true))
    await expectAcknowledged(3)
  })
  test('the broker, with everything that lay on its disk', async () => {
    await sendPart(4, () => crashBroker(false))
    await expectAcknowledged(4)
  })
  test('the database', async () => {
    await sendPart(5, crashDatabase)
    await expectAcknowledged(5)
  })
  test.each([
    ['trips', 'select id, truck, day::text, trip, permit from tracking_trips order by id'],
    ['alarms', 'select id, truck, watch, since::text, until::text, trip, alarm from tracking_alarms order by id'],
    ['states', "select truck, phase, last ->> 'serial' as serial, state -> 'trip' as trip from tracking_states order by truck"],
  ])('after all of it, the %s are those of one process in which nobody died', async (_, question) => {
    const calm = await asked(calmUrl, question)
    expect(calm.length).toBeGreaterThan(10)
    expect(await asked(scaledUrl, question)).toEqual(calm)
  })
})
