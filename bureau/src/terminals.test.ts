import { createSocket } from 'node:dgram'
import type { Socket } from 'node:net'
import { writeFrame } from '@zhunsheng/jt808/frame/write-frame.ts'
import type { Location } from '@zhunsheng/jt808/location/location.ts'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { simulatedFleet, type SimulatedFleet } from './simulated-fleet.ts'
import { frameOf, knownTerminal, phoneOf, placeAt, registration, terminalLine } from './terminal-line.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
const HOST = '127.0.0.1'
let bureau: TestBureau
let fleet: SimulatedFleet
let port = 0
beforeAll(async () => {
  bureau = await testBureau(ON)
  fleet = await simulatedFleet(bureau, { on: ON, trucks: 3, trips: 1, misbehaving: false })
  port = await bureau.server.gateway.listen(0, HOST)
}, 60_000)
const open: Socket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy()
})
afterAll(async () => {
  await bureau.server.gateway.close()
  await bureau.close()
})

const terminal = () => terminalLine(port, HOST, open)
const known = (truck: number) => knownTerminal(port, HOST, open, truck)
const place = (more: Partial<Location> = {}): Location => placeAt(bureau.clock.now().getTime(), more)
const get = (path: string, who = 'wang'): Promise<Answer> => bureau.send(who, 'GET', path)
const countOf = async (key: string): Promise<number> => {
  const { counts } = (await get('/api/trucks/terminals')).body
  return Array.isArray(counts) ? Number(counts.find((one: Readonly<Record<string, unknown>>) => one['key'] === key)?.['count'] ?? 0) : 0
}
const trackOf = async (truck: number): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const { points } = (await get(`/api/trucks/track?truck=${fleet.idOf(`truck-${truck}`)}&from=2021-08-10T00:00:00%2B08:00&until=2021-08-12T00:00:00%2B08:00&reason=test`)).body
  return Array.isArray(points) ? points : []
}

describe('a device is who it says only after authentication (JT/T 808 注册、鉴权)', () => {
  test('a terminal of the register is given a code, and its position is kept and answered', async () => {
    const line = await known(1)
    line.send(frameOf(phoneOf(1), 'location', place()))
    expect(await line.said()).toMatchObject({ name: 'platformAnswer', body: { messageId: 0x0200, result: 0 } })
    expect(await trackOf(1)).toHaveLength(1)
    expect(await get('/api/trucks/terminals')).toMatchObject({ body: { online: [{ terminal: phoneOf(1), plate: '渝A20000', edition: 2019 }] } })
  })
  test('a position before that is refused, and kept from nobody', async () => {
    const line = await terminal()
    const before = await trackOf(1)
    line.send(frameOf(phoneOf(1), 'location', place()))
    expect(await line.said()).toMatchObject({ body: { result: 1 } })
    expect(await trackOf(1)).toEqual(before)
  })
  test.each([
    ['a number that nobody carries', '13500000000', '渝A20000', 4],
    ['the plate of another truck', phoneOf(2), '渝A20002', 2],
  ])('%s is refused, and held aside for a person to look at', async (_, phone, plate, result) => {
    const line = await terminal()
    line.send(frameOf(phone, 'registration', registration(plate)))
    expect(await line.said()).toMatchObject({ name: 'registrationAnswer', body: { result } })
    expect(await get(`/api/trucks/terminals/held?search=${phone}`)).toMatchObject({ body: { total: 1, rows: [{ terminal: phone, said: expect.stringContaining(plate) }] } })
  })
  test('a wrong code opens nothing', async () => {
    const line = await terminal()
    line.send(frameOf(phoneOf(1), 'authentication', { code: 'guessed', imei: '0'.repeat(15), softwareVersion: '1' }))
    expect(await line.said()).toMatchObject({ body: { result: 1 } })
    line.send(frameOf(phoneOf(1), 'location', place()))
    expect(await line.said()).toMatchObject({ body: { result: 1 } })
  })
  test('another device under a number that is taken waits until a person releases it; then the old code is worth nothing', async () => {
    const { code } = await known(3)
    const other = await terminal()
    other.send(frameOf(phoneOf(3), 'registration', registration('渝A20002', 'T-2')))
    expect(await other.said()).toMatchObject({ body: { result: 3 } })
    expect(await bureau.send('wang', 'POST', `/api/trucks/terminals/${phoneOf(3)}/release`, { reason: '终端损坏，已更换' })).toMatchObject({ status: 201 })
    other.send(frameOf(phoneOf(3), 'authentication', { code, imei: '0'.repeat(15), softwareVersion: '1' }))
    expect(await other.said()).toMatchObject({ body: { result: 1 } })
    other.send(frameOf(phoneOf(3), 'registration', registration('渝A20002', 'T-2')))
    expect(await other.said()).toMatchObject({ body: { result: 0 } })
  })
})

test('a terminal that took itself out of use registers again: its old code opens nothing (终端注销)', async () => {
  const { code, ...line } = await known(2)
  line.send(frameOf(phoneOf(2), 'logout', {}))
  expect(await line.said()).toMatchObject({ body: { messageId: 0x0003, result: 0 } })
  line.send(frameOf(phoneOf(2), 'authentication', { code, imei: '0'.repeat(15), softwareVersion: '1' }))
  expect(await line.said()).toMatchObject({ body: { result: 1 } })
  await known(2)
})

describe('what arrives', () => {
  test('in pieces and several at once is the same, and each is answered', async () => {
    const line = await known(2)
    const frames = Buffer.concat([1, 2, 3].map(() => Buffer.from(frameOf(phoneOf(2), 'location', place()))))
    for (let at = 0; at < frames.length; at += 7) line.socket.write(frames.subarray(at, at + 7))
    for (let one = 0; one < 3; one += 1) expect(await line.said()).toMatchObject({ body: { messageId: 0x0200, result: 0 } })
    expect(await trackOf(2)).toHaveLength(3)
  })
  test('from the memory of the terminal is marked as such (盲区补报)', async () => {
    const line = await known(2)
    line.send(frameOf(phoneOf(2), 'locationBatch', { type: 1, locations: [place(), place()], refused: [] }))
    expect(await line.said()).toMatchObject({ body: { messageId: 0x0704, result: 0 } })
    expect((await trackOf(2)).filter(({ buffered }) => buffered === true)).toHaveLength(2)
  })
  test('twice is answered twice and kept once', async () => {
    const line = await known(2)
    const frame = frameOf(phoneOf(2), 'location', place())
    const before = (await trackOf(2)).length
    line.send(frame)
    await line.said()
    line.send(frame)
    expect(await line.said()).toMatchObject({ body: { result: 0 } })
    expect(await trackOf(2)).toHaveLength(before + 1)
  })
  test('and cannot be made durable is not answered; sent again it is', async () => {
    const line = await known(2)
    const frame = frameOf(phoneOf(2), 'location', place())
    vi.spyOn(bureau.server.sink, 'take').mockRejectedValueOnce(new Error('the disk is full'))
    line.send(frame)
    expect(await line.isQuiet()).toBe(true)
    line.send(frame)
    expect(await line.said()).toMatchObject({ body: { messageId: 0x0200, result: 0 } })
  })
  test('broken is counted, and what follows is read', async () => {
    const line = await known(2)
    const frame = Buffer.from(frameOf(phoneOf(2), 'location', place()))
    const spoilt = Buffer.from(frame)
    spoilt[20] = (spoilt[20] ?? 0) ^ 0x01
    const before = await countOf('broken.wrong-checksum')
    line.send(spoilt, frame)
    expect(await line.said()).toMatchObject({ body: { messageId: 0x0200, result: 0 } })
    expect(await countOf('broken.wrong-checksum')).toBe(before + 1)
  })
  test('encrypted, or of a kind that is not known, is answered so', async () => {
    const line = await known(2)
    line.send(frameOf(phoneOf(2), 'location', place(), { encryption: 1 }))
    expect(await line.said()).toMatchObject({ body: { result: 3 } })
    line.send(writeFrame({ id: 0x0f00, is2019: true, protocolVersion: 1, phone: phoneOf(2), serial: 1, encryption: 0, reserved: false }, new Uint8Array([1])) ?? new Uint8Array())
    expect(await line.said()).toMatchObject({ body: { messageId: 0x0f00, result: 3 } })
  })
  test('as noise never brings the gateway down', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (noise) => {
        const line = await terminal()
        line.send(Uint8Array.from([0x7e, ...noise, 0x7e, ...noise]))
        line.socket.end()
      }),
      { numRuns: 60 },
    )
    await known(2)
  })
  test('by datagram is heard as well', async () => {
    const { code } = await known(1)
    const socket = createSocket('udp4')
    const answers: Uint8Array[] = []
    socket.on('message', (datagram) => answers.push(datagram))
    const send = (frame: Uint8Array) => new Promise((resolve) => socket.send(frame, port, HOST, resolve))
    await send(frameOf(phoneOf(1), 'authentication', { code, imei: '0'.repeat(15), softwareVersion: '1' }))
    await send(frameOf(phoneOf(1), 'location', place()))
    await expect.poll(() => answers.length).toBe(2)
    socket.close()
    expect(await trackOf(1)).toHaveLength(2)
  })
})

const order = (phone: string, body: Readonly<Record<string, unknown>>, who = 'wang') => bureau.send(who, 'POST', `/api/trucks/terminals/${phone}/orders`, body)
/** The order that was given last. */
const latest = ({ status, text, body }: Answer) => ({ status, text, row: Array.isArray(body['rows']) ? body['rows'][0] : undefined })
/** Gives an order, and answers it as the terminal does; what was said, and how the order stands. */
async function ordered(truck: number, body: Readonly<Record<string, unknown>>, result = 0) {
  const line = await known(truck)
  const sent = order(phoneOf(truck), body)
  const message = await line.said()
  line.send(frameOf(phoneOf(truck), 'terminalAnswer', { serial: line.heardHead()?.serial ?? 0, messageId: 0, result }))
  return { message, ...latest(await sent) }
}
describe('what the platform says to a terminal (下发)', () => {
  test('a text is shown by the terminal, and written down with its answer', async () => {
    const { message, ...answer } = await ordered(1, { kind: 'text', text: '请盖好篷布' })
    expect(message).toMatchObject({ name: 'text', body: { text: '请盖好篷布' } })
    expect(answer).toMatchObject({ status: 201, row: { text: '请盖好篷布', state: 'confirmed', result: '终端已确认' } })
  })
  test('an order that is refused says so', async () => expect(await ordered(1, { kind: 'set', parameters: [{ id: 41, value: 10 }] }, 3)).toMatchObject({ message: { name: 'parametersSetting', body: { parameters: [{ id: 41, value: 10 }] } }, row: { kind: '设置参数', text: '缺省时间汇报间隔 10 秒', state: 'refused', result: '终端不支持' } }))
  test('an order that is not answered ends by itself, and its late answer changes nothing', async () => {
    const line = await known(1)
    const sent = order(phoneOf(1), { kind: 'track', every: 5, seconds: 60 })
    await line.said()
    expect(latest(await sent)).toMatchObject({ status: 201, row: { kind: '临时跟踪', state: 'timed-out', result: '终端没有应答' } })
    line.send(frameOf(phoneOf(1), 'terminalAnswer', { serial: line.heardHead()?.serial ?? 0, messageId: 0x8202, result: 0 }), frameOf(phoneOf(1), 'heartbeat', {}))
    await line.said()
    expect(latest(await get(`/api/trucks/terminals/${phoneOf(1)}/orders`))).toMatchObject({ row: { state: 'timed-out' } })
  }, 15_000)
  test('parameters come back in words, without the dial-up data of the network operator', async () => {
    const line = await known(2)
    const sent = order(phoneOf(2), { kind: 'parameters' })
    expect(await line.said()).toMatchObject({ name: 'parametersQuery' })
    line.send(frameOf(phoneOf(2), 'parameters', { serial: line.heardHead()?.serial ?? 0, parameters: [{ id: 0x29, value: 30 }, { id: 0x12, value: 'secret' }] }))
    const { row, text } = latest(await sent)
    expect(row).toMatchObject({ state: 'confirmed', result: '终端已确认：缺省时间汇报间隔（0x0029）：30 秒' })
    expect(text).not.toContain('secret')
  })
  test('drawn areas and corridors of the register go to the terminal, are taken away one by one, and all at once', async () => {
    const [site, route] = [fleet.idOf(fleet.day.data.sites[0]?.id ?? ''), fleet.idOf(fleet.day.data.routes[0]?.id ?? '')]
    const watched = await ordered(1, { kind: 'watch', record: site })
    expect(watched).toMatchObject({ message: { name: 'polygon' }, row: { kind: '下发区域或者路线', text: expect.stringContaining('多边形区域'), state: 'confirmed' } })
    expect(await ordered(1, { kind: 'watch', record: site, gate: true })).toMatchObject({ message: { name: 'circles' } })
    expect(await ordered(1, { kind: 'watch', record: route })).toMatchObject({ message: { name: 'route' } })
    const id = watched.message.name === 'polygon' ? watched.message.body.id : 0
    expect(await ordered(1, { kind: 'unwatch', record: site })).toMatchObject({ message: { name: 'polygonsRemoval', body: { ids: [id] } } })
    expect(await ordered(1, { kind: 'clear', shape: 'route' })).toMatchObject({ message: { name: 'routesRemoval', body: { ids: [] } } })
  })
  test.each([
    [{ kind: 'factory' }, '请填写理由'],
    [{ kind: 'reset', reason: ' ' }, '请填写理由'],
    [{ kind: 'set', parameters: [{ id: 41, value: 1 }] }, '缺省时间汇报间隔应在 5 至 300 秒之间'],
    [{ kind: 'set', parameters: [{ id: 19, value: 1 }] }, '这一项参数不能在平台上设置'],
    [{ kind: 'watch', record: 'nothing' }, '登记中没有这一项'],
  ])('%j is refused: %s', async (body, because) => {
    await known(1)
    const answer = await order(phoneOf(1), body)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(because)
  })
  test('a terminal is reset for a reason, which is written down', async () => expect(await ordered(1, { kind: 'reset', reason: '定位长期漂移' })).toMatchObject({ message: { name: 'control', body: { command: 4 } }, row: { kind: '终端复位', text: '定位长期漂移' } }))
  test('reaches nobody who is not on line, and is not said by a window clerk', async () => {
    expect(await order('13500000000', { kind: 'locate' })).toMatchObject({ status: 404 })
    expect(await order(phoneOf(1), { kind: 'locate' }, 'sun')).toMatchObject({ status: 403 })
  })
})

test('two hundred terminals that say nothing cost no answer of others', async () => {
  await Promise.all(Array.from({ length: 200 }, () => terminal()))
  const line = await known(2)
  line.send(frameOf(phoneOf(2), 'heartbeat', {}))
  expect(await line.said()).toMatchObject({ body: { messageId: 0x0002, result: 0 } })
})
