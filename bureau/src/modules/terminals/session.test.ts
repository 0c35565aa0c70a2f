import { gbkText } from '@zhunsheng/jt808/bytes/text.ts'
import { readDatagram } from '@zhunsheng/jt808/frame/frame-reader.ts'
import { writeFrames } from '@zhunsheng/jt808/frame/write-frame.ts'
import { decodeMessage, encodeMessage } from '@zhunsheng/jt808/message.ts'
import type { Bodies, MessageName } from '@zhunsheng/jt808/messages/catalogue.ts'
import { describe, expect, test } from 'vitest'
import type { Arrival } from './contract.ts'
import { fixOf } from './fix-of.ts'
import { openSession } from './session.ts'

const decoder = new TextDecoder('gbk')
const text = gbkText((bytes) => decoder.decode(bytes))
const AT = Date.UTC(2021, 7, 10, 2)
const PHONE = '13800138000'
const PLACE = { alarms: 0, status: 0b11, latitudeE6: 29_500_000, longitudeE6: 106_500_000, altitudeM: 250, speedTenthsKmh: 415, courseDegrees: 90, atMs: AT, others: [] }
const BATCH = { type: 0, locations: Array.from({ length: 60 }, (_, index) => ({ ...PLACE, atMs: AT + index * 1000 })), refused: [] }

function framesOf<N extends MessageName>(serial: number, name: N, body: Bodies[N]): readonly Uint8Array[] {
  const encoded = encodeMessage(name, body, { version: 2013, text })
  if (!encoded.ok) throw new Error(encoded.fault.field)
  return writeFrames({ id: encoded.id, is2019: false, protocolVersion: 0, phone: PHONE, serial, encryption: 0, reserved: false }, encoded.body) ?? []
}
function talk() {
  const taken: Arrival[] = []
  let nowMs = AT
  let inTruck = 'truck'
  const session = openSession({
    text, nowMs: () => nowMs, tally: { count: () => undefined, counts: () => ({}) },
    desk: { register: async () => ({ refused: 4 }), authenticate: async () => ({ truckId: 'truck', plate: '渝A12345', version: 2013 }), identify: async () => ({ truckId: inTruck, plate: '渝A12345', version: 2013 }), logOut: async () => undefined, hold: async () => undefined, take: async (arrivals) => void taken.push(...arrivals) },
  })
  const said = (frames: readonly Uint8Array[]) => frames.flatMap((bytes) => readDatagram(bytes)).flatMap((one) => {
    const decoded = one.kind === 'frame' ? decodeMessage(one.header.id, one.body, { version: 2013, text }) : undefined
    return decoded?.ok === true ? [decoded.message] : []
  })
  const hear = async (frames: readonly Uint8Array[]) => said(await session.hear(frames.flatMap((bytes) => readDatagram(bytes))))
  return { taken, hear, move: (truck: string, ms: number) => { inTruck = truck; nowMs = ms }, due: (ms: number) => { nowMs = ms; return said(session.due()) } }
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

test('a terminal that was put into another truck no longer speaks for the first: it must register again', async () => {
  const { hear, taken, move } = talk()
  await hear(framesOf(1, 'authentication', { code: 'right' }))
  move('another', AT + 61_000)
  expect(await hear(framesOf(2, 'location', PLACE))).toMatchObject([{ body: { serial: 2, result: 1 } }])
  expect(taken).toEqual([])
})

test.each([[0, false], [0b10, true], [0b10_0010, false]])('status %i: located is %s, as encrypted co-ordinates are no place', (status, located) =>
  expect(fixOf({ ...PLACE, status }, { deviceId: PHONE, truckId: 'truck', receivedMs: AT, buffered: false }).located).toBe(located))
