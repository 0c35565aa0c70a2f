import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fix } from '../fix.ts'
import { moved } from '../geometry/distance.ts'
import { admit, DOOR_RULE, DOOR_START, type DoorState, type DoorVerdict } from './door.ts'
import { DOOR_KINDS } from './fault.ts'

const HERE = { lat: 29.5, lon: 106.5 }
const NOON = Date.UTC(2026, 9, 8, 4)
const aFix = (seconds: number, northM = 0, more: Partial<Fix> = {}): Fix => {
  const atMs = NOON + seconds * 1_000
  return { ...moved(HERE, northM, 0), deviceId: 'd', truckId: 't', atMs, receivedMs: atMs + 1_000, located: true, speedKmh: 30, headingDeg: 0, serial: seconds, ...more }
}
function all(fixes: readonly Fix[], from: DoorState = DOOR_START): { readonly state: DoorState; readonly verdicts: readonly DoorVerdict[] } {
  let state = from
  const verdicts = fixes.map((fix) => {
    const { after, verdict } = admit(state, fix, DOOR_RULE)
    state = after
    return verdict
  })
  return { state, verdicts }
}
const said = (verdict: DoorVerdict | undefined): string => (verdict === undefined ? 'nothing' : verdict.passed ? (verdict.corrected ?? (verdict.reanchored ? 'reanchored' : 'passed')) : verdict.kind)
const WEEKS = 1024 * 7 * 86_400_000

describe('the door', () => {
  test.each<[string, readonly Fix[], string]>([
    ['the first position passes', [aFix(0)], 'passed'],
    ['the same message again is a duplicate', [aFix(0), aFix(0)], 'duplicate'],
    ['the same instant under another number as well', [aFix(0), aFix(0, 0, { serial: 99 })], 'duplicate'],
    ['the same number at the same place with a later time: sent again', [aFix(0), aFix(30, 0, { serial: 0 })], 'duplicate'],
    ['the same number somewhere else is a restarted terminal', [aFix(0), aFix(30, 100, { serial: 0 })], 'passed'],
    ['the same place under the next number is a truck that stands', [aFix(0), aFix(30)], 'passed'],
    ['another place at the same instant is a conflict', [aFix(0), aFix(0, 50)], 'conflict'],
    ['older than the last is late', [aFix(0), aFix(60), aFix(30)], 'late'],
    ['late and again is a duplicate', [aFix(0), aFix(60), aFix(30), aFix(30)], 'duplicate'],
    ['the last again, after a long history was sent again', [...Array.from({ length: 30 }, (_, index) => aFix(index * 10)), ...Array.from({ length: 30 }, (_, index) => aFix(index * 10))], 'duplicate'],
    ['1970, live: the time of receipt', [aFix(0, 0, { atMs: 5_000 })], 'clock-wrong'],
    ['1970, from memory: nobody knows', [aFix(0, 0, { atMs: 5_000, buffered: true })], 'clock-lost'],
    ['2099, live', [aFix(0, 0, { atMs: Date.UTC(2099, 0, 1) })], 'clock-wrong'],
    ['2099, twice received in one moment under two numbers: both stand', [aFix(0, 0, { atMs: Date.UTC(2099, 0, 1) }), aFix(0, 0, { atMs: Date.UTC(2099, 0, 2), serial: 99 })], 'clock-wrong'],
    ['2099, the same message again', [aFix(0, 0, { atMs: Date.UTC(2099, 0, 1) }), aFix(0, 0, { atMs: Date.UTC(2099, 0, 1) })], 'duplicate'],
    ['five minutes ahead is allowed', [aFix(0, 0, { receivedMs: NOON - 300_000 })], 'passed'],
    ['a second more is not', [aFix(0, 0, { receivedMs: NOON - 301_000 })], 'clock-wrong'],
    ['1024 weeks behind', [aFix(0, 0, { atMs: NOON - WEEKS })], 'clock-rollover'],
    ['1024 weeks behind, from memory of an hour ago', [aFix(0, 0, { atMs: NOON - WEEKS - 3_600_000, buffered: true })], 'clock-rollover'],
    ['an hour old, from memory', [aFix(0, 0, { receivedMs: NOON + 3_600_000, buffered: true })], 'passed'],
    ['no position', [aFix(0, 0, { located: false })], 'unlocated'],
    ['0° 0°', [aFix(0, 0, { lat: 0.001, lon: -0.002 })], 'null-island'],
    ['in Paris', [aFix(0, 0, { lat: 48.85, lon: 2.35 })], 'outside'],
    ['a latitude of 95', [aFix(0, 0, { lat: 95 })], 'malformed'],
    ['no number', [aFix(0, 0, { lon: Number.NaN })], 'malformed'],
    ['a speed below nothing', [aFix(0, 0, { speedKmh: -1 })], 'malformed'],
    ['400 m in ten seconds is 144 km/h', [aFix(0), aFix(10, 400)], 'passed'],
    ['500 m in ten seconds is 180 km/h', [aFix(0), aFix(10, 500)], 'jump'],
    ['140 m in one second is scatter', [aFix(0), aFix(1, 140)], 'passed'],
    ['the second of those that agree is still held', [aFix(0), aFix(10, 9_000), aFix(20, 9_100)], 'jump'],
    ['the third is believed', [aFix(0), aFix(10, 9_000), aFix(20, 9_100), aFix(30, 9_200)], 'reanchored'],
    ['three that agree with nobody are not', [aFix(0), aFix(10, 9_000), aFix(20, 19_000), aFix(30, 29_000)], 'jump'],
    ['one jump there, and on as before', [aFix(0), aFix(10, 9_000), aFix(20, 200)], 'passed'],
  ])('%s', (_, fixes, last) => expect(said(all(fixes).verdicts.at(-1))).toBe(last))

  test('a corrected position says its new instant', () => {
    const { verdicts } = all([aFix(0, 0, { atMs: NOON - WEEKS }), aFix(10, 50, { atMs: 5_000 })])
    expect(verdicts.map(({ fix }) => fix.atMs)).toEqual([NOON, NOON + 11_000])
  })
  test('what is held changes neither the last position nor anything that is compared with it', () => {
    const before = all([aFix(0), aFix(10, 50)]).state
    for (const held of [aFix(10, 50), aFix(5), aFix(20, 9_000), aFix(20, 0, { located: false }), aFix(20, 0, { lat: 0, lon: 0 })]) expect(admit(before, held, DOOR_RULE).after.last).toEqual(before.last)
  })
  test('every kind has words', () => expect(Object.values(DOOR_KINDS).every((words) => words.length > 2)).toBe(true))
})

describe('whatever comes through the door', () => {
  const report = fc.record({ seconds: fc.integer({ min: 0, max: 600 }), north: fc.integer({ min: -20_000, max: 20_000 }), located: fc.boolean(), clock: fc.constantFrom(0, 0, 0, -WEEKS, 4e12) })
  const reports = fc.array(report, { maxLength: 60 }).map((list) => list.map(({ seconds, north, located, clock }) => aFix(seconds, north / 10, { located, atMs: NOON + seconds * 1_000 + clock, serial: seconds * 7 + north })))
  test('every message is counted once, and what passed is in the order of its time and below the speed of a jump', () => {
    fc.assert(
      fc.property(reports, (fixes) => {
        const { state, verdicts } = all(fixes)
        const { 'clock-wrong': wrong = 0, 'clock-rollover': rolled = 0, ...counts } = state.counts
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(fixes.length)
        expect(wrong + rolled).toBe(verdicts.filter((verdict) => verdict.passed && verdict.corrected !== undefined).length)
        const passed = verdicts.flatMap((verdict) => (verdict.passed ? [verdict.fix.atMs] : []))
        expect(passed).toEqual(passed.toSorted((a, b) => a - b))
        expect(new Set(passed).size).toBe(passed.length)
      }),
    )
  })
  test('twice is as good as once', () => {
    fc.assert(
      fc.property(reports, (fixes) => {
        const [once, twice] = [all(fixes), all(fixes.flatMap((fix) => [fix, fix]))]
        const { counts: _, ...state } = once.state
        expect(twice.state).toMatchObject(state)
        expect(twice.state.counts.passed).toBe(once.state.counts.passed)
      }),
    )
  })
})
