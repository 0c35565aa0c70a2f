import { describe, expect, test } from 'vitest'
import { gbkText } from '../bytes/text.ts'
import { decodeMessage, encodeMessage } from '../message.ts'
import type { Location } from './location.ts'
import { isFixed, isIgnitionOn, loadOf } from './words.ts'

const decoder = new TextDecoder('gbk')
const text = gbkText((bytes) => decoder.decode(bytes))
const HOW = { version: 2019, text } as const
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
/** In front of the railway station of a district: 600 tenths of a kilometre an hour, eastwards, half past eight in the morning. */
const BASIC = '00000002 00000003 01c20d24 06576b30 00fa 0258 005a 210301083000'
const decode = (hex: string) => decodeMessage(0x0200, bytesOf(hex), HOW)
const located = (hex: string): { readonly location: Location; readonly unread: number } => {
  const decoded = decode(hex)
  if (!decoded.ok || decoded.message.name !== 'location') throw new Error('no location')
  return { location: decoded.message.body, unread: decoded.unread }
}
const bytes = (hex: string): Uint8Array => bytesOf(hex)

describe('JT/T 808 消息 0x0200 · what every report has', () => {
  test('flags, coordinates, height, speed, direction and time, in whole numbers', () => {
    expect(located(BASIC).location).toEqual({
      alarms: 2, status: 3, latitudeE6: 29_494_564, longitudeE6: 106_392_368, altitudeM: 250, speedTenthsKmh: 600, courseDegrees: 90, atMs: Date.UTC(2021, 2, 1, 0, 30), others: [],
    })
  })
  test.each([
    ['south by the status word', '00000004 01c20d24 06576b30', [-29_494_564, 106_392_368]],
    ['west by the status word', '00000008 01c20d24 06576b30', [29_494_564, -106_392_368]],
    ['south by a sign, as some terminals send it', '00000000 fe3df2dc 06576b30', [-29_494_564, 106_392_368]],
    ['south by both', '00000004 fe3df2dc 06576b30', [-29_494_564, 106_392_368]],
    ['the poles and the date line', '0000000c 055d4a80 0aba9500', [-90_000_000, -180_000_000]],
  ])('%s', (_, place, expected) => {
    const { location } = located(`00000000 ${place} 0000 0000 0000 210301083000`)
    expect([location.latitudeE6, location.longitudeE6]).toEqual(expected)
  })
  test.each([
    ['a latitude beyond the pole', `00000000 00000000 055d4a81 06576b30 0000 0000 0000 210301083000`, 'not-a-position', 8],
    ['a longitude beyond the date line', `00000000 00000000 01c20d24 0aba9501 0000 0000 0000 210301083000`, 'not-a-position', 8],
    ['a time that there is not', BASIC.replace('210301', '210229'), 'not-a-time', 22],
    ['a clock that was never set', BASIC.replace('210301083000', '000000000000'), 'not-a-time', 22],
    ['one byte too few', BASIC.slice(0, -2), 'too-short', 0],
    ['nothing', '', 'too-short', 0],
  ])('%s is refused', (_, hex, code, at) => expect(decode(hex)).toEqual({ ok: false, version: 2019, fault: { code, field: '', at } }))
  test.each([
    ['ignition and fix', 3, [true, true, 0]], ['half loaded', 0x100, [false, false, 1]], ['reserved', 0x200, [false, false, 2]], ['full', 0x303, [true, true, 3]],
  ])('the status word: %s', (_, status, expected) => expect([isIgnitionOn(status), isFixed(status), loadOf(status)]).toEqual(expected))
})

describe('JT/T 808-2019 消息 0x0200, JT/T 1078 · additional items', () => {
  test.each<[string, string, Partial<Location>]>([
    ['mileage', '0104 0012d687', { mileageTenthsKm: 1_234_567 }],
    ['fuel', '0202 0258', { fuelTenthsL: 600 }],
    ['speed by the tachograph', '0302 0258', { recorderSpeedTenthsKmh: 600 }],
    ['an alarm to confirm', '0402 0007', { alarmToConfirm: 7 }],
    ['tyres', `051e ${'64'.repeat(6)}${'ff'.repeat(24)}`, { tyrePressures: bytes(`${'64'.repeat(6)}${'ff'.repeat(24)}`) }],
    ['temperature above zero', '0602 0014', { cabinCelsius: 20 }],
    ['temperature below zero: the highest bit is the sign', '0602 8014', { cabinCelsius: -20 }],
    ['speeding nowhere in particular', '1101 00', { overspeed: { type: 0, id: undefined } }],
    ['speeding in an area', '1105 01 00000009', { overspeed: { type: 1, id: 9 } }],
    ['an area was left', '1206 02 00000009 01', { crossing: { type: 2, id: 9, direction: 1 } }],
    ['a stretch driven too long', '1307 00000009 0e10 01', { stretch: { id: 9, seconds: 3600, result: 1 } }],
    ['video alarms', '1404 00000003', { videoAlarms: 3 }],
    ['channels lost', '1504 80000001', { channelsLost: 0x8000_0001 }],
    ['channels covered', '1604 00000002', { channelsCovered: 2 }],
    ['storage faults', '1702 0001', { storageFaults: 1 }],
    ['tired and on the phone', '1803 0003 3c', { behaviour: { kinds: 3, tiredness: 60 } }],
    ['vehicle signals', '2504 00000010', { signals: 16 }],
    ['inputs', '2a02 0002', { inputs: 2 }],
    ['analogue inputs', '2b04 00640032', { analogue: 0x0064_0032 }],
    ['network', '3001 1f', { signalStrength: 31 }],
    ['satellites', '3101 0c', { satellites: 12 }],
  ])('%s', (_, item, expected) => {
    const { location, unread } = located(`${BASIC} ${item}`)
    expect(location).toMatchObject({ ...expected, others: [] })
    expect(unread).toBe(0)
    // Written by the same values it is the same item.
    expect(encodeMessage('location', { ...located(BASIC).location, ...expected }, HOW)).toEqual({ ok: true, id: 0x0200, body: bytesOf(`${BASIC} ${item}`) })
  })
  test.each([
    ['an item of a maker', 'e102 abcd', [{ id: 0xe1, bytes: bytes('abcd') }]],
    ['a standard item of another length', '0102 abcd', [{ id: 1, bytes: bytes('abcd') }]],
    ['an item that came twice: the first is the one', '0202 0001 0202 0002', [{ id: 2, bytes: bytes('0002') }]],
    ['an item without bytes', 'e100', [{ id: 0xe1, bytes: bytes('') }]],
  ])('%s is kept as it came', (_, items, others) => expect(located(`${BASIC} ${items}`).location.others).toEqual(others))
  test('an item that says to be longer than the report stays unread, and the place is known all the same', () => {
    const { location, unread } = located(`${BASIC} 0104 00000001 e1ff abcd`)
    expect([location.mileageTenthsKm, location.others, unread]).toEqual([1, [], 4])
  })
})

describe('what cannot be written', () => {
  test.each<[string, Partial<Location>, string, string]>([
    ['a speed of more than two bytes', { speedTenthsKmh: 65_536 }, 'out-of-range', 'speedTenthsKmh'],
    ['half a metre', { altitudeM: 0.5 }, 'out-of-range', 'altitudeM'],
    ['a latitude beyond the pole', { latitudeE6: -90_000_001 }, 'not-a-position', 'latitudeE6'],
    ['half a second', { atMs: 1_614_558_600_500 }, 'not-a-time', 'atMs'],
    ['thirty-one tyres', { tyrePressures: new Uint8Array(31) }, 'too-long', 'tyrePressures'],
    ['colder than the field', { cabinCelsius: -32_768 }, 'out-of-range', 'cabinCelsius'],
    ['an item of 256 bytes', { others: [{ id: 0xe1, bytes: new Uint8Array(256) }] }, 'out-of-range', 'others'],
    ['an item without an id of one byte', { others: [{ id: 256, bytes: new Uint8Array() }] }, 'out-of-range', 'others'],
  ])('%s', (_, more, code, field) => expect(encodeMessage('location', { ...located(BASIC).location, ...more }, HOW)).toMatchObject({ ok: false, fault: { code, field } }))
})
