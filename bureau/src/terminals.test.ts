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

describe('what the platform says to a driver', () => {
  const order = (phone: string, body: Readonly<Record<string, unknown>>, who = 'wang') => bureau.send(who, 'POST', `/api/trucks/terminals/${phone}/orders`, body)
  test('is shown by the terminal, and written down with its answer', async () => {
    const line = await known(1)
    const sent = order(phoneOf(1), { kind: 'text', text: '请盖好篷布' })
    const message = await line.said()
    expect(message).toMatchObject({ name: 'text', body: { text: '请盖好篷布' } })
    line.send(frameOf(phoneOf(1), 'terminalAnswer', { serial: 2, messageId: 0x8300, result: 0 }))
    expect(await sent).toMatchObject({ status: 201, body: { rows: [{ text: '请盖好篷布', result: '终端已确认' }] } })
  })
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
