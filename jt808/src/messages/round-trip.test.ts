import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gbkText } from '../bytes/text.ts'
import { FIRST_MS, LAST_MS } from '../bytes/time.ts'
import type { Field, Form, Meanings } from '../layout/layout.ts'
import { location, locationBasic } from '../location/layout.ts'
import { BASIC_BYTES, readLocation } from '../location/read-location.ts'
import { decodeMessage } from '../message.ts'
import { readerOf } from '../bytes/reader.ts'
import { writerOf, written } from '../bytes/writer.ts'
import type { Version } from '../version.ts'
import { MESSAGES } from './catalogue.ts'
import type { Definition } from './message.ts'

const decoder = new TextDecoder('gbk')
const text = gbkText((bytes) => decoder.decode(bytes))
const ALL: readonly Definition<string, unknown>[] = Object.values(MESSAGES)
const VERSIONS = [2011, 2013, 2019] as const

const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength })
const u = (bits: number) => fc.oneof(fc.constantFrom(0, 2 ** bits - 1), fc.nat(2 ** Math.min(bits, 30) - 1), fc.double({ min: 0, max: 2 ** bits - 1, noNaN: true }).map(Math.floor))
const seconds = fc.integer({ min: FIRST_MS / 1000 + 8 * 3600, max: LAST_MS / 1000 }).map((second) => second * 1000)
const days = fc.date({ min: new Date(Date.UTC(1900, 0, 1)), max: new Date(Date.UTC(2199, 11, 31)), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const area = fc.oneof(fc.constant({ type: 0, id: undefined }), fc.record({ type: u(8), id: u(32) }))
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined })
/** Ids that no item of the standard has, so that the same bytes are read as the same item. */
const rawItem = fc.record({ id: fc.integer({ min: 0x40, max: 0xff }), bytes: bytes(0, 40) })

/** Reports whose status word says the hemispheres that the coordinates have. */
const reports = fc
  .record({
    alarms: u(32), status: u(32), latitudeE6: fc.integer({ min: -90_000_000, max: 90_000_000 }), longitudeE6: fc.integer({ min: -180_000_000, max: 180_000_000 }),
    altitudeM: u(16), speedTenthsKmh: u(16), courseDegrees: u(16), atMs: seconds,
    mileageTenthsKm: maybe(u(32)), fuelTenthsL: maybe(u(16)), recorderSpeedTenthsKmh: maybe(u(16)), alarmToConfirm: maybe(u(16)), tyrePressures: maybe(bytes(30, 30)), cabinCelsius: maybe(fc.integer({ min: -32_767, max: 32_767 })),
    overspeed: maybe(area), crossing: maybe(fc.record({ type: u(8), id: u(32), direction: u(8) })), stretch: maybe(fc.record({ id: u(32), seconds: u(16), result: u(8) })),
    videoAlarms: maybe(u(32)), channelsLost: maybe(u(32)), channelsCovered: maybe(u(32)), storageFaults: maybe(u(16)), behaviour: maybe(fc.record({ kinds: u(16), tiredness: u(8) })),
    signals: maybe(u(32)), inputs: maybe(u(16)), analogue: maybe(u(32)), signalStrength: maybe(u(8)), satellites: maybe(u(8)), others: fc.array(rawItem, { maxLength: 4 }),
  })
  .map((one) => ({ ...one, status: ((one.status & ~12) | (one.latitudeE6 < 0 ? 4 : 0) | (one.longitudeE6 < 0 ? 8 : 0)) >>> 0 }))

const basics = reports.map((one) => ({ ...readLocation(readerOf(new Uint8Array(BASIC_BYTES), 2019, text)), ...Object.fromEntries(Object.entries(one).slice(0, 8)) }))

/** Forms that describe more than may be together, and what is really written by them. */
const SPECIAL: ReadonlyMap<Form, fc.Arbitrary<unknown>> = new Map<Form, fc.Arbitrary<unknown>>([[location.form, reports], [locationBasic.form, basics], [MESSAGES.locationBatch.layout.form, fc.record({ type: u(8), locations: fc.array(reports, { maxLength: 5 }), refused: fc.constant([]) })]])
const characters = fc.constantFrom(...'渝A12345 准绳限速牌号§啊龥ABCxyz.-_/@')
const withinBytes = (most: number) => (value: string): string => {
  const kept = [...value]
  while ((text.encode(kept.join('')) ?? []).length > most) kept.pop()
  return kept.join('')
}
const values = (meanings: Meanings | undefined): readonly number[] => Object.keys(meanings ?? {}).map(Number)

/** Values of a form: whatever a part of this look may hold. */
function arbitraryOf(form: Form, version: Version): fc.Arbitrary<unknown> {
  const special = SPECIAL.get(form)
  if (special !== undefined) return special
  switch (form.kind) {
    case 'number': {
      const any = fc.oneof(fc.constantFrom(form.least, form.most), fc.double({ min: form.least, max: form.most, noNaN: true }).map(Math.floor), fc.integer({ min: form.least, max: Math.min(form.most, 0xff) }))
      return form.meanings === undefined || values(form.meanings).length === 0 ? any : fc.oneof(fc.constantFrom(...values(form.meanings)), any)
    }
    case 'wide': return fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn })
    case 'digits': return fc.array(fc.nat(9), { minLength: 1, maxLength: form.most }).map((all) => all.join('').replace(/^0+(?=.)/, ''))
    case 'time': return form.absent ? fc.option(seconds, { nil: undefined }) : seconds
    case 'day': return fc.option(days, { nil: undefined })
    case 'text': return fc.array(characters, { maxLength: form.mostBytes, size: 'large' }).map((all) => withinBytes(form.mostBytes)(all.join('')))
    case 'bytes': return bytes(form.exactly ?? 0, form.most)
    case 'reserved': return fc.constant(undefined)
    case 'tagged': {
      const known = fc.constantFrom(...form.ids).chain((id) => fc.record({ id: fc.constant(id), value: arbitraryOf(form.fieldOf(id).layout.form, version) }))
      return fc.oneof(known, fc.record({ id: fc.integer({ min: 0xf000, max: 0xffff }), value: bytes(0, 40) }))
    }
    case 'record': return recordOf(Object.entries(form.fields), version)
    case 'list': return fc.array(arbitraryOf(form.item.form, version), { maxLength: form.most })
    case 'versions': return arbitraryOf(form.of(version).form, version)
    default: return form satisfies never
  }
}

/** Field by field, as some are there only for some values of those before. */
function recordOf(fields: readonly (readonly [string, Field<unknown>])[], version: Version): fc.Arbitrary<unknown> {
  return fields.reduce<fc.Arbitrary<Readonly<Record<string, unknown>>>>(
    (before, [key, { layout, when }]) =>
      before.chain((so) => (when === undefined || when(so, version) ? arbitraryOf(layout.form, version).map((value) => ({ ...so, [key]: value })) : fc.constant(so))),
    fc.constant({}),
  )
}

describe.each(VERSIONS)('JT/T 808-%i · what was written is read again', (version) => {
  test.each(ALL)('$label ($name)', ({ id, name, layout }) => {
    fc.assert(
      fc.property(arbitraryOf(layout.form, version), (value) => {
        // Read as 2011 by its length, which no plate makes longer than this.
        fc.pre(!(version === 2011 && name === 'registration') || /"plate":".{0,5}"/.test(JSON.stringify(value)))
        const to = writerOf(version, text)
        layout.write(to, value)
        expect(to.fault).toBeUndefined()
        expect(decodeMessage(id, written(to), { version, text })).toEqual({ ok: true, message: { name, body: value }, version, unread: 0 })
      }),
      { numRuns: 40 },
    )
  })
})

describe('no bytes make a reader throw or hold more than they are', () => {
  const runs = { numRuns: 60 }
  test.each(ALL)('$label ($name)', ({ layout }) => {
    const examples = fc.constantFrom(...VERSIONS).chain((version) => fc.record({ version: fc.constant(version), value: arbitraryOf(layout.form, version), at: fc.nat(200), byte: fc.nat(255), kept: fc.nat(400), noise: bytes(0, 300) }))
    fc.assert(
      fc.property(examples, ({ version, value, at, byte, kept, noise }) => {
        const to = writerOf(version, text)
        layout.write(to, value)
        const mutated = written(to).slice(0, kept).map((old, index) => (index === at ? byte : old))
        for (const body of [mutated, noise]) {
          const from = readerOf(body, version, text)
          const read = layout.read(from)
          expect(from.at).toBeLessThanOrEqual(body.length)
          // Every entry of a list has at least one byte, so a wrong count makes no list longer than the body.
          expect(JSON.stringify(read, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner)).length).toBeLessThan(2000 + body.length * 400)
        }
      }),
      runs,
    )
  })
})

describe('the catalogue', () => {
  test('has every id once, and every name as its key', () => {
    const all = Object.entries(MESSAGES)
    expect(new Set(all.map(([, { id }]) => id)).size).toBe(all.length)
    expect(all.filter(([key, { name }]) => key !== name)).toEqual([])
  })
})
