import type { Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { keeper } from './modules/pictures/keep.ts'
import { eraseOld } from './modules/pictures/erase.ts'
import { USUAL_PICTURES } from './modules/pictures/rules.ts'
import { findAlarm, momentsBeside } from './modules/tracking/store-alarms.ts'
import type { Recording } from './modules/terminals/contract.ts'
import type { Files } from './platform/files.ts'
import { simulatedFleet, type SimulatedFleet } from './simulated-fleet.ts'
import { frameOf, framesOf, knownTerminal, phoneOf, placeAt } from './terminal-line.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
const HOST = '127.0.0.1'
let bureau: TestBureau
let fleet: SimulatedFleet
let port = 0
const open: Socket[] = []
beforeAll(async () => {
  bureau = await testBureau(ON)
  // Speeding, an open cover, a way off the route, a load that was dumped.
  fleet = await simulatedFleet(bureau, { on: ON, trucks: 5, trips: 1, misbehaving: true })
  await fleet.live(bureau.server.sink)
  port = await bureau.server.gateway.listen(0, HOST)
}, 120_000)
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy()
})
afterAll(async () => {
  await bureau.server.gateway.close()
  await bureau.close()
})

const get = (path: string, who = 'wang'): Promise<Answer> => bureau.send(who, 'GET', path)
const rowsOf = ({ body }: Answer): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(body['rows']) ? body['rows'] : [])
const jpeg = (size: number, salt: number) => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: size }, (_, at) => (at * 31 + salt) & 0x7f), 0xff, 0xd9])
const alarmOf = async (watch: string) => {
  const [alarm] = rowsOf(await get(`/api/trucks/alarms?watch=${watch}`))
  const truck = fleet.day.data.trucks.findIndex(({ id }) => fleet.idOf(id) === alarm?.['truck']) + 1
  return { id: String(alarm?.['id']), path: encodeURIComponent(String(alarm?.['id'])), sinceMs: Date.parse(String(alarm?.['since'])), truck }
}
const media = (data: Uint8Array, atMs: number, mediaId = 1) => ({ mediaId, type: 0, format: 0, event: 0, channel: 2, location: placeAt(atMs, { atMs }), data })

describe('a picture of a truck (车载影像)', () => {
  test('taken while its alarm was going on is shown beside that alarm, and no other', async () => {
    const [cover, speed] = [await alarmOf('open-cover'), await alarmOf('speeding')]
    const line = await knownTerminal(port, HOST, open, cover.truck)
    line.send(...framesOf(phoneOf(cover.truck), 'media', media(jpeg(3000, 1), Math.ceil(cover.sinceMs / 1000) * 1000 + 10_000)))
    expect(await line.said()).toEqual({ name: 'mediaAnswer', body: { mediaId: 1, missing: [] } })
    const { body } = await get(`/api/trucks/alarms/${cover.path}/pictures`)
    expect(body).toMatchObject({ rows: [{ channel: 2, event: '平台下发指令', terminal: phoneOf(cover.truck), media: 'image/jpeg', position: { latitude: expect.closeTo(29.5, 1) } }] })
    expect(await get(`/api/trucks/alarms/${speed.path}/pictures`)).toMatchObject({ body: { rows: [] } })
    const [first] = Array.isArray(body['rows']) ? body['rows'] : []
    expect(await get(`/api/trucks/pictures/${first.id}/file`)).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg', 'content-length': '3006' } })
  })
  test('sent again is answered again and kept once; one that ends too early is answered as wrong, and counted', async () => {
    const line = await knownTerminal(port, HOST, open, 1)
    const at = bureau.clock.now().getTime()
    for (let time = 0; time < 2; time += 1) {
      line.send(...framesOf(phoneOf(1), 'media', media(jpeg(100, 2), at, 7)))
      expect(await line.said()).toMatchObject({ name: 'mediaAnswer', body: { mediaId: 7 } })
    }
    expect(await get(`/api/trucks/pictures?terminal=${phoneOf(1)}`)).toMatchObject({ body: { total: 1 } })
    line.send(...framesOf(phoneOf(1), 'media', media(jpeg(100, 3).slice(0, -2), at, 8)))
    expect(await line.said()).toMatchObject({ name: 'platformAnswer', body: { result: 2 } })
    expect((await get('/api/trucks/terminals')).body['counts']).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'media.broken', count: 1 }), expect.objectContaining({ key: 'media.repeated', count: 1 })]))
  })
  test('is not shown to a window clerk, who sees no tracks either', async () => expect(await get('/api/trucks/pictures', 'sun')).toMatchObject({ status: 403 }))
  test('goes with its alarm to electronic monitoring, as evidence', async () => {
    const { path, id } = await alarmOf('open-cover')
    const step = (kind: string, version: number) => bureau.send('wang', 'POST', `/api/trucks/alarms/${path}/steps`, { step: { kind, text: '属实' }, version }, { 'idempotency-key': crypto.randomUUID() })
    await step('uphold', 0)
    const raised = await step('raise', 1)
    expect(raised).toMatchObject({ status: 201, body: { id } })
    const history = Array.isArray(raised.body['history']) ? raised.body['history'] : []
    const { body } = await get(`/api/monitoring/events/${history.at(-1).event}`)
    expect(JSON.stringify(body)).toContain(String(rowsOf(await get(`/api/trucks/alarms/${path}/pictures`))[0]?.['sha256']))
  })
})

describe('limits (影像限度)', () => {
  const shelf = () => {
    const erased: string[] = []
    const files: Files = { add: () => Promise.resolve({ sha256: '', sm3: '', size: 0 }), open: () => Promise.resolve(undefined), check: () => Promise.resolve('missing'), erase: async (sha256) => void erased.push(sha256) }
    return { files, erased }
  }
  let id = 0
  const parts = () => ({ database: bureau.database, clock: bureau.clock, newId: () => `picture-${(id += 1)}`, ...shelf() })
  const recording = (mediaId: number, terminal: string, bytes = jpeg(50, mediaId)): Recording => ({ terminal, truckId: 'nobody', plate: '渝A00000', mediaId, type: 0, format: 0, event: 1, channel: 1, atMs: bureau.clock.now().getTime(), receivedMs: bureau.clock.now().getTime(), bytes })
  test('a picture that is too large, one too many of an hour, one more than there is room for', async () => {
    const usual = { ...parts(), rules: { ...USUAL_PICTURES, mostBytes: 200, perHour: 2 } }
    const keep = keeper(usual)
    expect([await keep(recording(1, '1')), await keep(recording(2, '1')), await keep(recording(3, '1')), await keep(recording(3, '2')), await keep(recording(4, '2', jpeg(300, 1)))]).toEqual(['kept', 'kept', 'too-many', 'kept', 'too-large'])
    expect(await keeper({ ...usual, rules: { ...usual.rules, totalBytes: 100 } })(recording(5, '2'))).toBe('full')
  })
  test('is over after its days; one beside an alarm stays longer, and what is evidence keeps its bytes', async () => {
    const before = Number((await get('/api/trucks/pictures')).body['total'])
    const late = new Date(bureau.clock.now().getTime() + 40 * 86_400_000)
    const { erased, ...given } = parts()
    const rules = { ...given, rules: USUAL_PICTURES, alarms: { find: findAlarm, beside: momentsBeside }, evidence: { known: () => Promise.resolve(new Set<string>()) } }
    expect(await eraseOld(rules)).toBe(0)
    bureau.clock.set(late)
    expect(await eraseOld(rules)).toBe(before - 1)
    expect(erased).toHaveLength(before - 1)
    expect(await get('/api/trucks/pictures')).toMatchObject({ body: { total: 1 } })
    bureau.clock.set(new Date(late.getTime() + 200 * 86_400_000))
    expect(await eraseOld({ ...rules, evidence: { known: (_, digests) => Promise.resolve(new Set(digests)) } })).toBe(1)
    expect(erased).toHaveLength(before - 1)
    bureau.clock.set(new Date(`${ON}T16:00:00+08:00`))
  })
})

describe('a camera is asked (立即拍摄)', () => {
  test('by hand, and the order stands with the terminal’s answer', async () => {
    const line = await knownTerminal(port, HOST, open, 1)
    const sent = bureau.send('wang', 'POST', `/api/trucks/terminals/${phoneOf(1)}/orders`, { kind: 'snapshot', channel: 3 })
    expect(await line.said()).toMatchObject({ name: 'cameraOrder', body: { channel: 3, command: 1 } })
    line.send(frameOf(phoneOf(1), 'cameraAnswer', { serial: line.heardHead()?.serial ?? 0, result: 2 }))
    expect(await sent).toMatchObject({ status: 201, body: { rows: [{ kind: '立即拍摄', text: '通道 3', state: 'refused', result: '终端不支持' }] } })
  })
  test('when its truck raises an alarm of the kinds that were chosen, once in a while', async () => {
    const line = await knownTerminal(port, HOST, open, 2)
    const atMs = bureau.clock.now().getTime()
    const truckId = fleet.idOf('truck-2')
    bureau.server.gateway.alarmed([{ watch: 'long-stop', truckId, atMs }, { watch: 'no-go', truckId, atMs: atMs - 3_600_000 }])
    expect(await line.isQuiet()).toBe(true)
    bureau.server.gateway.alarmed([{ watch: 'no-go', truckId, atMs }, { watch: 'open-cover', truckId, atMs }])
    expect(await line.said()).toMatchObject({ name: 'cameraOrder', body: { channel: 1 } })
    line.send(frameOf(phoneOf(2), 'cameraAnswer', { serial: line.heardHead()?.serial ?? 0, result: 0, mediaIds: [9] }))
    await expect.poll(async () => (await get(`/api/trucks/terminals/${phoneOf(2)}/orders`)).body).toMatchObject({ rows: [{ kind: '预警抓拍', text: '驶入禁行区域，通道 1', state: 'confirmed', who: '系统' }] })
    expect(await line.isQuiet()).toBe(true)
  })
})
