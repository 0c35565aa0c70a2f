import type { Socket } from 'node:net'
import { gbkText } from '@zhunsheng/jt808/bytes/text.ts'
import { writeSafetyAlarm } from '@zhunsheng/jt808/safety/alarm.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { simulatedFleet, type SimulatedFleet } from './simulated-fleet.ts'
import { frameOf, knownTerminal, phoneOf, placeAt } from './terminal-line.ts'
import { Trucks } from './trucks-file.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
const HOST = '127.0.0.1'
let bureau: TestBureau
let fleet: SimulatedFleet
let port = 0
const open: Socket[] = []
const drivers = new Map<string, string>()
const enter = async (kind: string, data: Readonly<Record<string, unknown>>): Promise<string> => {
  const { body } = await bureau.send('sun', 'POST', `/api/trucks/register/${kind}`, { data, version: 0 }, { 'idempotency-key': crypto.randomUUID() })
  return typeof body['row'] === 'object' && body['row'] !== null && 'id' in body['row'] ? String(body['row'].id) : ''
}
beforeAll(async () => {
  bureau = await testBureau(ON, undefined, { trucks: Trucks.parse({ safety: { kinds: ['driver'], leastLevel: 2 } }) })
  fleet = await simulatedFleet(bureau, { on: ON, trucks: 2, trips: 1, misbehaving: false })
  port = await bureau.server.gateway.listen(0, HOST)
  const other = await enter('enterprise', { name: '另一车队', creditCode: '91350100M000100Y43', contact: '示例人', phone: '000' })
  for (const [name, enterprise] of [['张三', fleet.idOf('enterprise')], ['李四', other]] as const) drivers.set(name, await enter('driver', { name, enterprise, phone: '000', certificate: `证${name}` }))
}, 60_000)
afterAll(async () => {
  for (const socket of open) socket.destroy()
  await bureau.server.gateway.close()
  await bureau.close()
})
const get = (path: string, who = 'wang'): Promise<Answer> => bureau.send(who, 'GET', path)
const DAY = 'from=2021-08-10T00:00:00%2B08:00&until=2021-08-11T00:00:00%2B08:00'
const drivesOf = async (truck: number, who = 'wang') => get(`/api/trucks/drivers?truck=${fleet.idOf(`truck-${truck}`)}&${DAY}&reason=${encodeURIComponent('核对驾驶人')}`, who)
const put = async (truck: number, hour: string, name: string) => {
  const line = await knownTerminal(port, HOST, open, truck)
  line.send(frameOf(phoneOf(truck), 'driverCard', { status: 1, atMs: Date.parse(`${ON}T${hour}:00+08:00`), cardResult: 0, name, licence: `证${name}`, issuer: '示例', validUntil: '2025-01-01', idNumber: '500000000000000000' }))
  expect(await line.said()).toMatchObject({ name: 'platformAnswer', body: { messageId: 0x0702, result: 0 } })
}

describe('who drove (驾驶人)', () => {
  test('is told by his card, and whoever looks leaves a trace', async () => {
    await put(1, '06:00', '张三')
    await put(1, '12:00', '王五')
    expect(await drivesOf(1)).toMatchObject({ status: 200, body: { drives: [{ name: '张三', isKnown: true, until: '2021-08-10T04:00:00.000Z', hints: [] }, { name: '王五', isKnown: false }] } })
    expect(await get('/api/trucks/looks', 'zhao')).toMatchObject({ body: { rows: [{ who: '王正', plate: '渝A20000', reason: '驾驶人：核对驾驶人' }] } })
  })
  test('is not told to those who may not see tracks', async () => expect(await drivesOf(1, 'sun')).toMatchObject({ status: 403 }))
  test('his identity number is kept nowhere', async () => expect((await drivesOf(1)).text).not.toContain('500000000000000000'))
  test('of another enterprise, or with a registration that ended, raises a hint that names the truck and nobody', async () => {
    await put(2, '06:00', '李四')
    await bureau.send('sun', 'POST', `/api/trucks/register/driver/${drivers.get('张三') ?? ''}/ending`, { reason: '离职', version: 1 }, { 'idempotency-key': crypto.randomUUID() })
    await put(2, '09:00', '张三')
    const hints = await get('/api/trucks/driver-hints')
    expect(hints).toMatchObject({ body: { total: 2, rows: [{ plate: '渝A20001', hints: ['驾驶员的登记已经注销'] }, { plate: '渝A20001', hints: ['驾驶员登记在另一家企业'] }] } })
    expect(hints.text).not.toMatch(/张三|李四/)
  })
})

describe('what the safety system of a truck warns of (主动安全提示)', () => {
  test('is shown as a hint where the bureau asked for it, once, and everything else is only counted', async () => {
    const line = await knownTerminal(port, HOST, open, 1)
    const atMs = Date.parse(`${ON}T10:00:00+08:00`)
    const warning = (type: number, level: number, id: number) => {
      const written = writeSafetyAlarm({ kind: 'driver', dialect: 'jiangsu', id, state: 1, type, level, tiredness: 0, reserved: undefined, speedKmh: 40, altitudeM: 200, latitudeE6: 29_500_000, longitudeE6: 106_500_000, atMs, vehicle: 0, identity: { terminalId: '1234567', atMs, sequence: 0, files: 0, reserved: new Uint8Array(1) } }, gbkText(() => ''))
      if (!written.ok) throw new Error(written.fault.field)
      return frameOf(phoneOf(1), 'location', placeAt(bureau.clock.now().getTime(), { others: [written.item] }))
    }
    for (const frame of [warning(2, 2, 7), warning(2, 2, 7), warning(1, 1, 8)]) {
      line.send(frame)
      expect(await line.said()).toMatchObject({ body: { messageId: 0x0200, result: 0 } })
    }
    expect(await get('/api/trucks/safety-hints')).toMatchObject({ body: { total: 1, rows: [{ plate: '渝A20000', words: '接打电话报警', level: 2, speed: 40 }] } })
    expect((await get('/api/trucks/terminals')).body['counts']).toContainEqual(expect.objectContaining({ key: 'safety', count: 3 }))
  })
})
