import { gbkText } from '@zhunsheng/jt808/bytes/text.ts'
import { writeSafetyAlarm, type SafetyAlarm } from '@zhunsheng/jt808/safety/alarm.ts'
import { describe, expect, test } from 'vitest'
import { signsOf } from './safety-signs.ts'

const AT = Date.UTC(2021, 7, 10, 2)
const text = gbkText(() => '')
const WHO = { terminal: '13800138000', truckId: 'truck', plate: '渝A12345', receivedMs: AT }
const place = { speedKmh: 40, altitudeM: 200, latitudeE6: 29_500_000, longitudeE6: 106_500_000, atMs: AT, vehicle: 0 }
const identity = { terminalId: '1234567', atMs: AT, sequence: 0, files: 0, reserved: new Uint8Array(1) }
const driver = (type: number, more: { readonly state?: number; readonly level?: number } = {}): SafetyAlarm => ({ kind: 'driver', dialect: 'jiangsu', id: 7, state: more.state ?? 1, type, level: more.level ?? 2, tiredness: 0, reserved: undefined, ...place, identity })
const said = (...alarms: readonly SafetyAlarm[]) => {
  const others = alarms.map((alarm) => {
    const written = writeSafetyAlarm(alarm, text)
    if (!written.ok) throw new Error(written.fault.field)
    return written.item
  })
  return signsOf({ alarms: 0, status: 0, latitudeE6: 0, longitudeE6: 0, altitudeM: 0, speedTenthsKmh: 0, courseDegrees: 0, atMs: AT, others }, text, WHO)
}
const tyres = (alarms: number): SafetyAlarm => ({ kind: 'tyres', dialect: 'jiangsu', id: 8, state: 1, ...place, identity, tyres: [{ position: 0, alarms, pressureKpa: 700, celsius: 30, batteryPercent: 90 }] })

describe('what a terminal warns of (主动安全报警)', () => {
  test('is told once, when it begins', () => {
    expect(said(driver(2))).toEqual([{ ...WHO, kind: 'driver', number: 7, atMs: AT, speedKmh: 40, words: '接打电话报警', level: 2 }])
    expect(said(driver(2, { state: 2 }))).toEqual([])
  })
  test.each([
    ['an event of the camera warns of nothing', driver(17), []],
    ['the regular report of tyres warns of nothing', tyres(0b1), []],
    ['a tyre with two faults is one warning', tyres(0b101), ['胎压过低']],
    ['a type that the standard does not have is named by its number', driver(9), ['类型 9']],
  ])('%s', (_, alarm, words) => expect(said(alarm).map((sign) => sign.words)).toEqual(words))
  test('bytes that are no alarm warn of nothing', () => expect(signsOf({ alarms: 0, status: 0, latitudeE6: 0, longitudeE6: 0, altitudeM: 0, speedTenthsKmh: 0, courseDegrees: 0, atMs: AT, others: [{ id: 0x65, bytes: new Uint8Array(3) }] }, text, WHO)).toEqual([]))
})
