import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SimulatedDay } from './day.ts'
import { readTracks } from './recorded.ts'
import { runEvents, worldOf } from './run.ts'

const HOUSE = resolve(import.meta.dirname, '../../..')
/** 20,188 positions of taxis in Wuxi, thinned to one in five (liikeuforever/CoST, MIT). */
const csv = readFileSync(resolve(HOUSE, process.env['ZS_SHARED'] ?? '../shared', 'trucks/real-tracks/wuxi-taxi.csv'), 'utf8')
const NOTHING: SimulatedDay['data'] = { sites: [], disposalSites: [], noGoAreas: [], roads: [], routes: [], permits: [], trucks: [] }

describe('tracks that were really driven', () => {
  const tracks = readTracks(csv)
  const events = [...tracks].flatMap(([truckId, fixes]) => fixes.map((report) => ({ truckId, atMs: report.receivedMs, event: { kind: 'position' as const, report } })))
  const played = runEvents(events, worldOf({ data: NOTHING }))
  const counts = [...played.states.values()].map(({ door }) => door.counts)
  const sum = (kind: keyof (typeof counts)[number]) => counts.reduce((total, one) => total + (one[kind] ?? 0), 0)

  test('every position is counted once, let through or held', () => {
    const corrected = sum('clock-wrong') + sum('clock-rollover')
    const all = counts.flatMap((one) => Object.values(one)).reduce((total, count) => total + count, 0)
    expect(events.length).toBe(20_188)
    expect(all - corrected).toBe(events.length)
  })
  test('almost all of them are believed', () => expect(sum('passed')).toBeGreaterThan(events.length * 0.95))
  test('a taxi without a site makes no trip, and no alarm but of its silence and of long driving', () => {
    expect(played.trips).toEqual([])
    expect([...new Set(played.alarms.map(({ watch }) => watch))].filter((watch) => watch !== 'off-line' && watch !== 'fatigue')).toEqual([])
  })
  test('played again with each state written and read in between, it is the same', () => {
    const few = events.slice(0, 3_000)
    const one = runEvents(few, worldOf({ data: NOTHING }))
    const half = runEvents(few.slice(0, 1_500), worldOf({ data: NOTHING }))
    const read: typeof half.states = new Map(JSON.parse(JSON.stringify([...half.states])))
    const rest = runEvents(few.slice(1_500), worldOf({ data: NOTHING }), read)
    expect([...half.alarms, ...rest.alarms]).toEqual(one.alarms)
    expect(rest.states).toEqual(one.states)
  })
})
