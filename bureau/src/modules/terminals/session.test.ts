import { gbkText } from '@zhunsheng/jt808/bytes/text.ts'
import { readDatagram } from '@zhunsheng/jt808/frame/frame-reader.ts'
import { writeFrames } from '@zhunsheng/jt808/frame/write-frame.ts'
import { decodeMessage, encodeMessage } from '@zhunsheng/jt808/message.ts'
import type { Bodies, MessageName } from '@zhunsheng/jt808/messages/catalogue.ts'
import { describe, expect, test } from 'vitest'
import type { Registered } from '../trucks/contract.ts'
import type { Arrival, CardReport, Recording, RecordingFate } from './contract.ts'
import { fixOf } from './fix-of.ts'
import { messageOf } from './order-message.ts'
import { openSession } from './session.ts'
import type { NewOrder } from './wire.ts'

const decoder = new TextDecoder('gbk')
const text = gbkText((bytes) => decoder.decode(bytes))
const AT = Date.UTC(2021, 7, 10, 2)
const PHONE = '13800138000'
const PLACE = { alarms: 0, status: 0b11, latitudeE6: 29_500_000, longitudeE6: 106_500_000, altitudeM: 250, speedTenthsKmh: 415, courseDegrees: 90, atMs: AT, others: [] }
const BATCH = { type: 0, locations: Array.from({ length: 60 }, (_, index) => ({ ...PLACE, atMs: AT + index * 1000 })), refused: [] }

function framesOf<N extends MessageName>(serial: number, name: N, body: Bodies[N], version: 2011 | 2013 = 2013): readonly Uint8Array[] {
  const encoded = encodeMessage(name, body, { version, text })
  if (!encoded.ok) throw new Error(encoded.fault.field)
  return writeFrames({ id: encoded.id, is2019: false, protocolVersion: 0, phone: PHONE, serial, encryption: 0, reserved: false }, encoded.body) ?? []
}
function talk(fate: RecordingFate = 'kept') {
  const taken: Arrival[] = []
  const recordings: Recording[] = []
  const cards: CardReport[] = []
  let nowMs = AT
  let inTruck = 'truck'
  const session = openSession({
    text, nowMs: () => nowMs, tally: { count: () => undefined, counts: () => ({}) },
    desk: { register: async () => ({ refused: 4 }), authenticate: async () => ({ truckId: 'truck', plate: '渝A12345', version: 2013 }), identify: async () => ({ truckId: inTruck, plate: '渝A12345', version: 2013 }), logOut: async () => undefined, hold: async () => undefined, take: async (arrivals) => void taken.push(...arrivals), record: async (recording) => { recordings.push(recording); return fate }, card: async (report) => void cards.push(report), warn: async () => undefined },
  })
  const said = (frames: readonly Uint8Array[]) => frames.flatMap((bytes) => readDatagram(bytes)).flatMap((one) => {
    const decoded = one.kind === 'frame' ? decodeMessage(one.header.id, one.body, { version: 2013, text }) : undefined
    return decoded?.ok === true ? [decoded.message] : []
  })
  const hear = async (frames: readonly Uint8Array[]) => said(await session.hear(frames.flatMap((bytes) => readDatagram(bytes))))
  return { taken, recordings, cards, session, order: session.order, hear, move: (truck: string, ms: number) => { inTruck = truck; nowMs = ms }, due: (ms: number) => { nowMs = ms; return said(session.due()) } }
}

describe('a long message in parts (分包)', () => {
  test('is put together, answered once, and every position keeps its frames as they came', async () => {
    const { hear, taken } = talk()
    await hear(framesOf(1, 'authentication', { code: 'right' }))
    const frames = framesOf(20, 'locationBatch', BATCH)
    expect(frames.length).toBeGreaterThan(1)
    expect(await hear(frames.toReversed())).toEqual([{ name: 'platformAnswer', body: { serial: 20, messageId: 0x0704, result: 0 } }])
    expect(taken).toHaveLength(60)
    expect(Buffer.from(taken[0]?.frame ?? [])).toEqual(Buffer.concat([...frames]))
  })
  test('is asked for again where a part does not come', async () => {
    const { hear, due } = talk()
    await hear(framesOf(1, 'authentication', { code: 'right' }))
    await hear(framesOf(20, 'locationBatch', BATCH).slice(0, 1))
    expect(due(AT + 6000)).toMatchObject([{ name: 'platformMissingParts', body: { serial: 20 } }])
  })
  test('of somebody who has not authenticated himself is refused part by part, and nothing of it waits', async () => {
    const { hear, due } = talk()
    expect(await hear(framesOf(20, 'locationBatch', BATCH).slice(0, 1))).toMatchObject([{ body: { serial: 20, result: 1 } }])
    expect(due(AT + 6000)).toEqual([])
  })
})

const PICTURE = { mediaId: 0x0102_0304, type: 0, format: 0, event: 0, channel: 1, location: PLACE, data: new Uint8Array(5000).fill(7) }
describe('a picture (多媒体数据)', () => {
  test('of several packets is handed in whole, with its place and time, and answered by its own number', async () => {
    const { hear, recordings } = talk()
    await hear(framesOf(1, 'authentication', { code: 'right' }))
    const frames = framesOf(20, 'media', PICTURE)
    expect(frames.length).toBeGreaterThan(4)
    expect(await hear(frames)).toEqual([{ name: 'mediaAnswer', body: { mediaId: 0x0102_0304, missing: [] } }])
    expect(recordings).toMatchObject([{ truckId: 'truck', channel: 1, event: 0, atMs: AT, place: { lat: 29.5, lon: 106.5 }, bytes: PICTURE.data }])
  })
  test('of which a packet is missing is asked for by its number; without its first packet by the serial', async () => {
    const { hear, due } = talk()
    await hear(framesOf(1, 'authentication', { code: 'right' }))
    await hear(framesOf(20, 'media', PICTURE).toSpliced(2, 1))
    await hear(framesOf(60, 'media', PICTURE).slice(1))
    expect(due(AT + 6000)).toEqual([{ name: 'mediaAnswer', body: { mediaId: 0x0102_0304, missing: [3] } }, { name: 'platformMissingParts', body: { serial: 60, indexes: [1] } }])
  })
  test.each([['too-many', 1], ['full', 1], ['too-large', 1], ['broken', 2]] as const)('that is refused as %s is not answered as received', async (fate, result) => {
    const { hear } = talk(fate)
    await hear(framesOf(1, 'authentication', { code: 'right' }))
    expect(await hear(framesOf(20, 'media', PICTURE))).toMatchObject([{ name: 'platformAnswer', body: { serial: 20, result } }])
  })
  test('of somebody who has not authenticated himself is kept by nobody', async () => {
    const { hear, recordings } = talk()
    expect(await hear(framesOf(20, 'media', { ...PICTURE, data: new Uint8Array(10) }))).toMatchObject([{ body: { result: 1 } }])
    expect(recordings).toEqual([])
  })
})

describe('a driver’s card (驾驶员身份信息)', () => {
  const read = { cardResult: 0, name: '示例人', licence: '500000000000000001', issuer: '示例', validUntil: '2025-01-01' }
  test.each([
    ['put in', { status: 1, atMs: AT, ...read }, { kind: 'in', atMs: AT, name: '示例人', licence: '500000000000000001', validUntil: '2025-01-01' }],
    ['put in and not to be read', { status: 1, atMs: AT, cardResult: 2 }, { kind: 'unread' }],
    ['taken out', { status: 2, atMs: AT }, { kind: 'out' }],
  ])('%s', async (_, said, heard) => {
    const { hear, cards } = talk()
    await hear(framesOf(1, 'authentication', { code: 'right' }))
    expect(await hear(framesOf(2, 'driverCard', said))).toMatchObject([{ body: { messageId: 0x0702, result: 0 } }])
    expect(cards).toMatchObject([{ truckId: 'truck', ...heard }])
  })
})

describe('an order', () => {
  const area = [[106.5, 29.5], [106.51, 29.505], [106.5, 29.51]]
  const site = { id: 'site', kind: 'site', title: '示例工地', data: { name: '示例工地', contractor: '示例', address: '示例路', quota: 10, from: '2021-01-01', until: '2021-12-31', area, gate: { at: area[0], radius: 30 } } } as const
  const route = { id: 'route', kind: 'route', title: '一号线', data: { name: '一号线', line: area, width: 60 } } as const
  test.each<readonly [string, NewOrder, Registered | undefined]>([
    ['a text', { kind: 'text', text: '请盖好篷布' }, undefined],
    ['an area', { kind: 'watch', record: 'site', gate: false }, site],
    ['a gate', { kind: 'watch', record: 'site', gate: true }, site],
    ['a corridor', { kind: 'watch', record: 'route', gate: false }, route],
    ['a picture', { kind: 'snapshot', channel: 1 }, undefined],
    ['a parameter', { kind: 'set', parameters: [{ id: 41, value: 10 }] }, undefined],
    ['a reset', { kind: 'reset', reason: '漂移' }, undefined],
  ])('%s fits into the language of terminals of 2013', async (_, order, record) => {
    const { hear, session } = talk()
    await hear(framesOf(1, 'authentication', { code: 'right' }))
    const made = messageOf({ session, edition: 2013 }, order, record)
    expect(made.ok && made.spoken !== undefined).toBe(true)
  })
  test('is answered by its serial', async () => {
    const { hear, order } = talk()
    await hear(framesOf(1, 'authentication', { code: 'right' }))
    const spoken = order('locationQuery', {})
    await hear(framesOf(2, 'locationAnswer', { serial: 1, location: PLACE }))
    expect(await spoken?.answered).toEqual({ result: 0 })
  })
  test('that nobody waits for any more is forgotten', async () => {
    const { hear, order } = talk()
    await hear(framesOf(1, 'authentication', { code: 'right' }))
    const spoken = order('locationQuery', {})
    spoken?.forget()
    await hear(framesOf(2, 'locationAnswer', { serial: 1, location: PLACE }))
    expect(await Promise.race([spoken?.answered, Promise.resolve('nothing')])).toBe('nothing')
  })
})

test('a terminal that was put into another truck no longer speaks for the first: it must register again', async () => {
  const { hear, taken, move } = talk()
  await hear(framesOf(1, 'authentication', { code: 'right' }))
  move('another', AT + 61_000)
  expect(await hear(framesOf(2, 'location', PLACE))).toMatchObject([{ body: { serial: 2, result: 1 } }])
  expect(taken).toEqual([])
})

test.each([[0, false], [0b10, true], [0b10_0010, false]])('status %i: located is %s, as encrypted co-ordinates are no place', (status, located) =>
  expect(fixOf({ ...PLACE, status }, { deviceId: PHONE, truckId: 'truck', receivedMs: AT, buffered: false }).located).toBe(located))
