import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Arrival } from '../terminals/contract.ts'
import { packed, unpacked } from './parcel.ts'

const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((one) => (Object.is(one, -0) ? 0 : one))
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const name = fc.string({ maxLength: 40, unit: 'binary' })
/** A signal that a truck does not have is missing: JSON knows no other way to say it. */
const without = <T extends object>(given: T): T => JSON.parse(JSON.stringify(given))
const fix = fc.record({
  lat: number, lon: number, deviceId: name, atMs: number, receivedMs: number, located: fc.boolean(), speedKmh: number, headingDeg: number,
  serial: maybe(fc.integer({ min: 0, max: 0xffff })), buffered: maybe(fc.boolean()), mileageKm: maybe(number), accOn: maybe(fc.boolean()),
  cover: maybe(fc.constantFrom('open', 'closed')), lift: maybe(fc.constantFrom('up', 'down')), load: maybe(fc.constantFrom('empty', 'part', 'full')), weightKg: maybe(number),
  faults: maybe(fc.array(fc.constantFrom('antenna-cut', 'power-cut', 'jammed'), { maxLength: 3 })),
})
const arrival: fc.Arbitrary<Arrival> = fc.record({ truckId: name, fix, frame: fc.uint8Array({ maxLength: 80 }) }).map(({ truckId, fix: one, frame }) => ({ truckId, fix: without({ ...one, truckId }), frame }))

describe('positions on their way to a worker', () => {
  test('come out as they went in', () => {
    fc.assert(fc.property(fc.array(arrival, { maxLength: 20 }), (arrivals) => { expect(unpacked(packed(arrivals))).toEqual(arrivals) }))
  })
  test('carry the frame of a message of many positions once', () => {
    const frame = new Uint8Array(1000).fill(0x7f)
    const [one] = fc.sample(arrival, 1)
    if (one === undefined) throw new Error('no example')
    const many = Array.from({ length: 50 }, () => ({ ...one, frame }))
    expect(packed(many).length - packed(many.slice(0, 1)).length).toBeLessThan(50 * (JSON.stringify(one.fix).length + 100))
    expect(unpacked(packed(many))).toEqual(many)
  })
  test.each([
    ['no JSON', 'xx'],
    ['nothing', ''],
    ['another edition', JSON.stringify({ edition: 2, frames: [], arrivals: [] })],
    ['a position without a place', JSON.stringify({ edition: 1, frames: ['AA=='], arrivals: [['t', { deviceId: 'd', truckId: 't', atMs: 1, receivedMs: 1, located: true, speedKmh: 0, headingDeg: 0 }, 0]] })],
    ['a frame that is not there', JSON.stringify({ edition: 1, frames: [], arrivals: [['t', { lat: 1, lon: 1, deviceId: 'd', truckId: 't', atMs: 1, receivedMs: 1, located: true, speedKmh: 0, headingDeg: 0 }, 0]] })],
    ['a position of another truck', JSON.stringify({ edition: 1, frames: ['AA=='], arrivals: [['t', { lat: 1, lon: 1, deviceId: 'd', truckId: 'u', atMs: 1, receivedMs: 1, located: true, speedKmh: 0, headingDeg: 0 }, 0]] })],
    ['a value that nobody knows', JSON.stringify({ edition: 1, frames: ['AA=='], arrivals: [['t', { lat: 1, lon: 1, deviceId: 'd', truckId: 't', atMs: 1, receivedMs: 1, located: true, speedKmh: 0, headingDeg: 0, cover: 'ajar' }, 0]] })],
  ])('%s is not taken for positions', (_, text) => expect(unpacked(Buffer.from(text))).toBeUndefined())
  test('bytes that came apart on the way are not taken for positions, whatever they are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => { expect(unpacked(bytes)).toBeUndefined() }))
  })
})
