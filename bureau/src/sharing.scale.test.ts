import type { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLE_BUREAU } from './bureau-file.ts'
import { openBroker, type BrokerPlace } from './modules/relay/broker.ts'
import { openRelay, USUAL_TIMES, type RelayTimes } from './modules/relay/module.ts'
import { PARTITIONS } from './modules/relay/partition.ts'
import type { Relay, RelayRole } from './modules/relay/contract.ts'
import type { PositionSink } from './modules/terminals/contract.ts'
import { openDatabase, type Database } from './platform/database.ts'
import { asked, databaseOn } from './platform/test-twins.ts'
import { serversIn } from './scaled-bureau.ts'
import { assemble, MIGRATIONS, type Server } from './server.ts'
import { simulatedFleet, type SimulatedFleet } from './simulated-fleet.ts'
import { frameOf, knownTerminal, phoneOf, placeAt } from './terminal-line.ts'
import { Trucks } from './trucks-file.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
const HOST = '127.0.0.1'
const { databaseUrl, natsUrl } = serversIn(process.env)
const TIMES: RelayTimes = { ...USUAL_TIMES, beatMs: 100, lookMs: 500 }

interface Part {
  readonly relay: Relay
  readonly server: Server
}
let url = ''
let database: Database
/** The process of the pages; then a gateway and two workers. */
let pages: TestBureau
let fleet: SimulatedFleet
let [gateway, first, second]: [Part | undefined, Part | undefined, Part | undefined] = [undefined, undefined, undefined]
const relays: Relay[] = []
const lines: Socket[] = []
const faults: unknown[] = []
/** What the workers do every minute. */
let turn = (): Promise<void> => Promise.resolve()

const relayFor = async (role: RelayRole, times = TIMES): Promise<Relay> => {
  const relay = await openRelay({ place: { servers: [natsUrl], replicas: 1 }, role, database, times, onFault: (fault) => faults.push(fault) })
  relays.push(relay)
  return relay
}
/** A process of one role, as `main.ts` puts it together. */
async function part(role: RelayRole, times = TIMES): Promise<Part> {
  const relay = await relayFor(role, times)
  const server = await assemble({ database, clock: pages.clock, keys: [], dataFolder: pages.folder, bureau: EXAMPLE_BUREAU, accounts: [], logs: false, relay })
  if (role === 'gateway') await server.gateway.listen(0, HOST)
  await relay.open()
  return { relay, server }
}
beforeAll(async () => {
  url = await databaseOn(databaseUrl, 'sharing')
  database = await openDatabase({ url })
  await database.migrate(MIGRATIONS)
  const relay = await relayFor('web')
  pages = await testBureau(ON, undefined, { trucks: Trucks.parse({ video: { host: HOST, source: '测试' } }) }, undefined, { database, relay })
  await relay.open()
  fleet = await simulatedFleet({ ...pages, server: { ...pages.server, trackTurn: () => turn() } }, { on: ON, trucks: 5, trips: 1, misbehaving: true })
  ;[gateway, first] = [await part('gateway'), await part('worker')]
}, 90_000)
afterAll(async () => {
  for (const socket of lines) socket.destroy()
  await gateway?.server.gateway.close()
  for (const relay of relays) await relay.close()
  await pages.close()
})

const get = (path: string): Promise<Answer> => pages.send('wang', 'GET', path)
const order = (phone: string, body: Readonly<Record<string, unknown>>): Promise<Answer> => pages.send('wang', 'POST', `/api/trucks/terminals/${phone}/orders`, body)
const processes = async (): Promise<readonly { readonly role: string; readonly partitions: number }[]> => {
  const { body } = await get('/api/trucks/terminals')
  return (Array.isArray(body['processes']) ? body['processes'] : []).map(({ role, partitions }: { readonly role: string; readonly partitions: number }) => ({ role, partitions }))
}
const portOf = async (): Promise<number> => Number(/TCP [^:]+:(\d+)/.exec((await get('/api/trucks/terminals')).text)?.[1])
const lineOf = async (truck: number) => knownTerminal(await portOf(), HOST, lines, truck)

describe('what is seen and said across processes', () => {
  test('the pages show who shares the trucks, and where terminals call', async () => {
    await expect.poll(processes).toEqual([{ role: 'gateway', partitions: 0 }, { role: 'web', partitions: 0 }, { role: 'worker', partitions: PARTITIONS }])
    expect((await get('/api/trucks/terminals')).body).toMatchObject({ listens: [expect.stringMatching(/^TCP/), expect.stringMatching(/^UDP/)], online: [] })
  })
  test('a position that a worker has written is answered by the gateway, and both have counted it', async () => {
    const line = await lineOf(1)
    // A minute before its simulated day begins and where it begins, so that nothing of that day is late or far.
    const begins = fleet.day.events.flatMap(({ truckId, event }) => (truckId === 'truck-1' && event.kind === 'position' ? [event] : []))[0]
    if (begins === undefined) throw new Error('the truck has no day')
    line.send(frameOf(phoneOf(1), 'location', placeAt(0, { atMs: Math.floor(begins.report.atMs / 1000) * 1000 - 60_000, latitudeE6: Math.round(begins.report.lat * 1e6), longitudeE6: Math.round(begins.report.lon * 1e6), speedTenthsKmh: 0 })))
    expect(await line.said()).toMatchObject({ name: 'platformAnswer', body: { result: 0 } })
    expect(await asked(url, 'select truck from tracking_positions')).toEqual([{ truck: fleet.idOf('truck-1') }])
    await expect.poll(async () => (await get('/api/trucks/terminals')).body).toMatchObject({ online: [{ terminal: phoneOf(1), plate: '渝A20000' }], counts: expect.arrayContaining([{ key: 'relay.durable', name: '处理进程已保存的定位', count: 1 }, { key: 'relay.written', name: '处理并保存的定位', count: 1 }, { key: 'positions', name: '已保存的定位', count: 1 }]) })
  })
  test('an order of an officer reaches the terminal at the gateway that holds its line, and its answer comes back', async () => {
    const line = await lineOf(2)
    const given = order(phoneOf(2), { kind: 'text', text: '请靠边停车' })
    expect(await line.said()).toMatchObject({ name: 'text', body: { text: '请靠边停车' } })
    line.send(frameOf(phoneOf(2), 'terminalAnswer', { serial: line.heardHead()?.serial ?? 0, messageId: 0x8300, result: 0 }))
    expect(await given).toMatchObject({ status: 201, body: { online: true, plate: '渝A20001', rows: [{ kind: '下发文字', text: '请靠边停车', state: 'confirmed', who: expect.any(String) }] } })
  })
  test('what cannot be said is refused with the same words as in one process', async () => {
    expect(await order(phoneOf(2), { kind: 'watch', record: 'nobody' })).toMatchObject({ status: 400, text: expect.stringContaining('登记中没有这一项') })
    expect(await order(phoneOf(4), { kind: 'locate' })).toMatchObject({ status: 404, text: expect.stringContaining('这台终端不在线') })
    expect(await get(`/api/trucks/terminals/${phoneOf(4)}/orders`)).toMatchObject({ status: 200, body: { online: false } })
  })
  test('live pictures are asked of the terminal at the gateway that holds its line, and shall come to the pages', async () => {
    const port = await pages.server.media.listen(0, HOST)
    const line = await lineOf(2)
    const watching = await pages.send('wang', 'POST', '/api/trucks/video', { truck: fleet.idOf('truck-2'), channel: 1, main: false, reason: '核实沿途遗撒' })
    expect(watching).toMatchObject({ status: 201, body: { plate: '渝A20001', terminal: phoneOf(2) } })
    expect(await line.said()).toMatchObject({ name: 'live', body: { host: HOST, tcpPort: port, channel: 1 } })
    await pages.send('wang', 'DELETE', `/api/trucks/video/${String(watching.body['id'])}`)
    expect(await line.said()).toMatchObject({ name: 'liveControl', body: { channel: 1, command: 0 } })
    await pages.server.media.close()
  })
  test('an alarm that a worker has raised asks the camera of the truck at the gateway', async () => {
    const line = await lineOf(3)
    first?.relay.tell([{ watch: 'no-go', truckId: fleet.idOf('truck-3'), atMs: pages.clock.now().getTime() }])
    expect(await line.said()).toMatchObject({ name: 'cameraOrder', body: { channel: 1 } })
  })
})

describe('a broker with which nothing can be begun is told in one sentence', () => {
  const opened = (place: Partial<BrokerPlace>) => openBroker({ servers: [natsUrl], replicas: 1, ...place }, 'trial')
  test.each([
    ['nobody listens', { servers: ['nats://127.0.0.1:1'] }, '连接不上消息服务器 NATS'],
    ['it should be reached by TLS and speaks in the clear', { servers: [natsUrl.replace('nats://', 'tls://')] }, '连接不上消息服务器 NATS'],
    ['three copies are wanted of one server', { replicas: 3 }, 'NATS_REPLICAS 应为 1'],
  ])('%s', async (_, place, because) => expect(opened(place)).rejects.toThrow(because))
})

describe('who has which trucks', () => {
  const trucks = Array.from({ length: 500 }, (_, one) => `truck-${one}`)
  test('a second worker takes its part, and each minute of a truck is counted by one of the two', async () => {
    second = await part('worker')
    await expect.poll(async () => (await processes()).filter(({ role, partitions }) => role === 'worker' && partitions > 0 && partitions < PARTITIONS).reduce((sum, { partitions }) => sum + partitions, 0)).toBe(PARTITIONS)
    await expect.poll(() => trucks.filter((truck) => first?.relay.share.has(truck) === second?.relay.share.has(truck))).toEqual([])
    expect(first?.relay.share.leads()).not.toBe(second?.relay.share.leads())
  })
  test('neither the pages nor a gateway count any', () => expect([relays[0], gateway?.relay].map((relay) => trucks.filter((truck) => relay?.share.has(truck)))).toEqual([[], []]))
  test('what one leaves the other takes, without waiting until it would be taken for dead', async () => {
    await second?.relay.close()
    await expect.poll(() => trucks.filter((truck) => first?.relay.share.has(truck) !== true)).toEqual([])
    expect(faults).toEqual([])
  })
  const written = async (): Promise<number> => Number((await asked(url, 'select count(*) as n from tracking_positions'))[0]?.['n'])
  /** What a worker could not write while the other was faster comes again, as from a terminal. */
  const again: PositionSink['take'] = async (arrivals) => {
    for (let left = 20; ; left -= 1) {
      const failure = await gateway?.relay.take(arrivals).then(() => undefined, (reason: unknown) => ({ reason }))
      if (failure === undefined) return
      if (left === 0) throw failure.reason
    }
  }
  test('two that both believe everything to be theirs write nothing twice', async () => {
    await first?.relay.close()
    // A lease of no time at all: each takes the other for dead, and both take the partitions from each other again and again.
    const apart = { ...TIMES, leaseMs: 0, beatMs: 50, lookMs: 100 }
    const both = [await part('worker', apart), await part('worker', apart)]
    expect(both.map(({ relay }) => trucks.every((truck) => relay.share.has(truck)))).toEqual([true, true])
    turn = async () => { await Promise.all(both.map(({ server }) => server.trackTurn())) }
    const before = await written()
    await fleet.live({ truckOf: () => Promise.resolve(undefined), take: again })
    expect((await written()) - before).toBe(fleet.day.events.filter(({ event }) => event.kind === 'position').length)
    expect(await asked(url, 'select id from tracking_trips')).toHaveLength(fleet.day.trips.length)
    const found = new Set((await asked(url, 'select distinct truck, watch from tracking_alarms')).map(({ truck, watch }) => `${fleet.simulatedOf(String(truck))} ${String(watch)}`))
    expect([...found].toSorted()).toEqual([...new Set(fleet.day.planted.map(({ truckId, watch }) => `${truckId} ${watch}`))].toSorted())
  })
})
