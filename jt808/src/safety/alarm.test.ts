import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gbkText } from '../bytes/text.ts'
import { IDENTITY_BYTES } from './identity.ts'
import { readSafetyAlarm, writeSafetyAlarm, type SafetyAlarm } from './alarm.ts'

const decoder = new TextDecoder('gbk')
const text = gbkText((bytes) => decoder.decode(bytes))
const byte = fc.nat(0xff)
const word = fc.nat(0xffff)
const dword = fc.nat(0x7fff_ffff)
const seconds = fc.integer({ min: 1_500_000_000, max: 1_900_000_000 }).map((second) => second * 1000)

const alarms: fc.Arbitrary<SafetyAlarm> = fc.constantFrom('jiangsu' as const, 'guangdong' as const).chain((dialect) => {
  const identity = fc.record({ terminalId: fc.stringMatching(/^[A-Z0-9]{1,7}$/), atMs: seconds, sequence: byte, files: byte, reserved: fc.uint8Array({ minLength: dialect === 'jiangsu' ? 1 : 2, maxLength: dialect === 'jiangsu' ? 1 : 2 }) })
  const every = { dialect: fc.constant(dialect), id: dword, state: byte, speedKmh: byte, altitudeM: word, latitudeE6: dword, longitudeE6: dword, atMs: seconds, vehicle: word, identity }
  const tyre = fc.record({ position: byte, alarms: word, pressureKpa: word, celsius: word, batteryPercent: word })
  return fc.oneof(
    fc.record({ ...every, kind: fc.constant('road' as const), type: byte, level: byte, frontSpeedKmh: byte, frontDistance: byte, deviation: byte, sign: byte, signValue: byte }),
    fc.record({ ...every, kind: fc.constant('driver' as const), type: byte, level: byte, tiredness: byte, reserved: fc.constant(undefined) }),
    fc.record({ ...every, kind: fc.constant('tyres' as const), tyres: fc.array(tyre, { maxLength: 12 }) }),
    fc.record({ ...every, kind: fc.constant('blindSpot' as const), type: byte }),
  )
})

describe('T/JSATL 12-2017, DB44/T 2246-2020 · alarms of active safety, items 0x64 to 0x67', () => {
  test('what was written is read again, in either standard, told apart by its length', () => {
    fc.assert(
      fc.property(alarms, (alarm) => {
        const wrote = writeSafetyAlarm(alarm, text)
        expect(wrote.ok && readSafetyAlarm(wrote.item, text)).toMatchObject({ ok: true, alarm })
      }),
    )
  })
  test('an item of another kind is none', () => expect(readSafetyAlarm({ id: 0x63, bytes: new Uint8Array(47) }, text)).toBeUndefined())
  test('an item that is cut at any byte is refused', () => {
    fc.assert(
      fc.property(alarms, fc.nat(1000), (alarm, cut) => {
        const wrote = writeSafetyAlarm(alarm, text)
        if (!wrote.ok) throw new Error('not written')
        const { id, bytes } = wrote.item
        // What is left of a longer identity may be as long as the shorter one, whose time then is none, or is one by chance.
        const kept = cut % (bytes.length - (alarm.dialect === 'guangdong' ? IDENTITY_BYTES.guangdong - 1 : 0))
        expect(readSafetyAlarm({ id, bytes: bytes.slice(0, kept) }, text)).toMatchObject({ ok: false })
      }),
    )
  })
  test('any bytes are answered', () => {
    fc.assert(fc.property(fc.constantFrom(0x64, 0x65, 0x66, 0x67), fc.uint8Array({ maxLength: 255 }), (id, bytes) => {
      expect(readSafetyAlarm({ id, bytes }, text)).toHaveProperty('ok')
    }))
  })
  test('a time that there is not is refused, and none is guessed', () => {
    const bytes = new Uint8Array(31 + IDENTITY_BYTES.jiangsu)
    expect(readSafetyAlarm({ id: 0x64, bytes }, text)).toMatchObject({ ok: false, fault: { code: 'not-a-time', field: 'atMs' } })
  })
})
