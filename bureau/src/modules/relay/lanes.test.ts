import { describe, expect, test } from 'vitest'
import type { Arrival } from '../terminals/contract.ts'
import { openLanes } from './lanes.ts'
import { unpacked } from './parcel.ts'
import { PARTITIONS, partitionOf } from './partition.ts'

const arrival = (truckId: string, serial = 0): Arrival => ({ truckId, frame: new Uint8Array([serial & 0xff]), fix: { truckId, deviceId: truckId, atMs: serial, receivedMs: 0, located: true, lat: 29, lon: 106, speedKmh: 0, headingDeg: 0, serial } })
interface Sent {
  readonly partition: number
  readonly number: number
  readonly serials: readonly (number | undefined)[]
}
/** A broker that takes everything, or nothing; what it took stands in `sent`. */
function laid({ patienceMs = 60_000, isOpen = true } = {}) {
  const sent: Sent[] = []
  const counts = new Map<string, number>()
  const lanes = openLanes({
    publish: (partition, bytes, number) => {
      if (!isOpen) return Promise.reject(new Error('closed'))
      sent.push({ partition, number, serials: (unpacked(bytes) ?? []).map(({ fix }) => fix.serial) })
      return Promise.resolve()
    },
    patienceMs, count: (what, times = 1) => void counts.set(what, (counts.get(what) ?? 0) + times),
  })
  return { sent, counts, lanes }
}
const settled = async (given: Promise<unknown>): Promise<string> => Promise.race([given.then(() => 'durable', () => 'refused'), new Promise<string>((done) => setTimeout(done, 5, 'waits'))])

describe('from a gateway to the workers', () => {
  test('positions wait for the word that they are durable, and for no other', async () => {
    const { sent, lanes } = laid()
    const [first, second] = [lanes.take([arrival('a', 1)]), lanes.take([arrival('b', 2)])]
    expect(await settled(first)).toBe('waits')
    expect(sent.map(({ partition }) => partition)).toEqual([partitionOf('a'), partitionOf('b')])
    lanes.answered(sent[1]?.number ?? 0, true)
    expect([await settled(first), await settled(second)]).toEqual(['waits', 'durable'])
    lanes.answered(sent[0]?.number ?? 0, false)
    expect(await settled(first)).toBe('refused')
  })
  test('a call for several partitions is durable when all of it is', async () => {
    const { sent, lanes } = laid()
    const both = lanes.take([arrival('a'), arrival('b')])
    lanes.answered(sent[0]?.number ?? 0, true)
    expect(await settled(both)).toBe('waits')
    lanes.answered(sent[1]?.number ?? 0, true)
    expect(await settled(both)).toBe('durable')
  })
  test('what comes while others are under way goes together, and in order', async () => {
    const { sent, lanes } = laid()
    const all = Array.from({ length: 7 }, (_, serial) => lanes.take([arrival('a', serial)]))
    expect(sent.map(({ serials }) => serials)).toEqual([[0], [1]])
    lanes.answered(sent[0]?.number ?? 0, true)
    expect(sent.map(({ serials }) => serials)).toEqual([[0], [1], [2, 3, 4, 5, 6]])
    for (const { number } of sent.slice(1)) lanes.answered(number, true)
    expect(await Promise.all(all.map(settled))).toEqual(all.map(() => 'durable'))
  })
  test('a message of more positions than a parcel holds goes in several', async () => {
    const { sent, lanes } = laid()
    const many = lanes.take(Array.from({ length: 1200 }, (_, serial) => arrival('a', serial)))
    for (let at = 0; at < 3; at += 1) lanes.answered(sent[at]?.number ?? 0, true)
    expect(await settled(many)).toBe('durable')
    expect(sent.map(({ serials }) => serials.length)).toEqual([500, 500, 200])
  })
  test('what the broker does not take is refused at once', async () => {
    const { lanes, counts } = laid({ isOpen: false })
    expect(await settled(lanes.take([arrival('a')]))).toBe('refused')
    expect(counts.get('relay.refused')).toBe(1)
  })
  test('where nobody answers in time it is refused, a late answer changes nothing, and the way is free again', async () => {
    const { sent, lanes, counts } = laid({ patienceMs: 20 })
    const lost = [lanes.take([arrival('a', 1)]), lanes.take([arrival('a', 2)]), lanes.take([arrival('a', 3)])]
    expect((await Promise.allSettled(lost)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    const again = lanes.take([arrival('a', 4)])
    lanes.answered(sent[0]?.number ?? 0, true)
    expect(await settled(again)).toBe('waits')
    lanes.answered(sent.at(-1)?.number ?? 0, true)
    expect(await settled(again)).toBe('durable')
    expect(counts.get('relay.timed-out')).toBe(3)
  })
  test('what is under way goes once more when the broker has come back, and one answer is enough', async () => {
    const { sent, lanes } = laid()
    const waits = lanes.take([arrival('a', 1)])
    lanes.again()
    expect(sent.map(({ number, serials }) => [number, serials])).toEqual([[sent[0]?.number, [1]], [sent[0]?.number, [1]]])
    for (const { number } of sent) lanes.answered(number, true)
    expect(await settled(waits)).toBe('durable')
    lanes.again()
    expect(sent).toHaveLength(2)
  })
  test('more than fifty thousand do not wait: they are refused, and others may come when these are done', async () => {
    const { sent, lanes, counts } = laid()
    const many = Array.from({ length: PARTITIONS * 8 }, (_, truck) => lanes.take(Array.from({ length: 97 }, (__, serial) => arrival(`truck-${truck}`, serial))))
    expect(await settled(lanes.take(Array.from({ length: 400 }, () => arrival('a'))))).toBe('refused')
    expect(counts.get('relay.full')).toBe(400)
    for (let at = 0; at < sent.length; at += 1) lanes.answered(sent[at]?.number ?? 0, true)
    await Promise.all(many)
    const more = lanes.take([arrival('a')])
    lanes.answered(sent.at(-1)?.number ?? 0, true)
    expect(await settled(more)).toBe('durable')
  })
})
