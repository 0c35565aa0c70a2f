import type { AlarmRow, LiveTruck, TrackPoint } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { describe, expect, test } from 'vitest'
import { lengthOf } from '../map/measure.ts'
import { cornersOf } from './corners.ts'
import { agoOf, countsOf, fleetFor, lookOf, signalsOf, SILENT_AFTER_MS, trackOn } from './fleet.ts'
import { GLIDE_MS, glidesTo, spotOf } from './glide.ts'
import { believed, GAP_MS, heldOf, indexAt, marksOf, piecesOf, sheetOfTrack, spanOf, speedsIn, whereAt } from './play.ts'

const NOW = Date.parse('2021-12-30T10:00:00+08:00')
const MINUTE_MS = 60_000
const iso = (ms: number): string => new Date(ms).toISOString()
const truck = (more: Partial<LiveTruck>): LiveTruck => ({ truck: 't1', plate: '渝A10001', enterprise: '甲公司', lat: 29.5, lon: 106.5, speed: 30, heading: 0, at: iso(NOW), phase: 'hauling', alarms: [], ...more })

describe('实时监控 · how a truck is shown', () => {
  test('by its phase, while it is heard and nothing is wrong', () => {
    expect(lookOf(truck({ phase: 'tipping' }), NOW)).toBe('tipping')
  })
  test('an alarm comes before silence, and silence before the phase', () => {
    expect(lookOf(truck({ alarms: ['open-cover'], at: iso(NOW - 2 * SILENT_AFTER_MS) }), NOW)).toBe('alarm')
    expect(lookOf(truck({ at: iso(NOW - SILENT_AFTER_MS - 1) }), NOW)).toBe('off-line')
    expect(lookOf(truck({ at: iso(NOW - SILENT_AFTER_MS) }), NOW)).toBe('hauling')
  })
  test('the alarm of silence shows a silent truck', () => {
    expect(lookOf(truck({ alarms: ['off-line'] }), NOW)).toBe('off-line')
    expect(lookOf(truck({ alarms: ['off-line', 'speeding'] }), NOW)).toBe('alarm')
  })
  test('each filter narrows, and what needs somebody stands first', () => {
    const fleet = [truck({ truck: 'a', plate: '渝A1' }), truck({ truck: 'b', plate: '渝B2', alarms: ['speeding'] }), truck({ truck: 'c', plate: '渝C3', enterprise: '乙公司', phase: 'empty' })]
    const found = (asked: Readonly<Record<string, string>>) => fleetFor(fleet, asked, NOW).map((one) => one.truck)
    expect(found({})).toEqual(['b', 'a', 'c'])
    expect(found({ search: ' 渝a ' })).toEqual(['a'])
    expect(found({ enterprise: '乙公司' })).toEqual(['c'])
    expect(found({ look: 'hauling' })).toEqual(['a'])
    expect(found({ watch: 'speeding' })).toEqual(['b'])
    expect(countsOf(fleet, NOW)).toEqual({ 'off-line': 0, empty: 1, tipping: 0, loading: 0, hauling: 1, alarm: 1 })
  })
  test('a missing signal is named as missing, not as good', () => {
    expect(signalsOf({ cover: 'open', load: 'full' })).toEqual(['篷盖打开', '无举升信号', '满载'])
  })
  test('its track is that of the day in China', () => expect(trackOn('t 1', '2021-12-29T23:13:58.000Z')).toBe('/trucks/track?truck=t+1&on=2021-12-30'))
  test.each([[-5, '0 秒前'], [59, '59 秒前'], [60, '1 分钟前'], [7199, '1 小时前'], [200_000, '2 天前']])('%i seconds ago: %s', (seconds, words) => expect(agoOf(iso(NOW - seconds * 1000), NOW)).toBe(words))
})

describe('移动 · between two answers', () => {
  const before = glidesTo(new Map(), [truck({ heading: 350 })], 0)
  const after = glidesTo(before, [truck({ lon: 106.501, heading: 10 })], 1000)
  const glide = after.get('t1')
  test('half the time, half the way, turned the shorter way round', () => {
    if (glide === undefined) throw new Error('the truck is gone')
    const { at, heading } = spotOf(glide, 1000 + GLIDE_MS / 2)
    expect(at[0]).toBeCloseTo(106.5005)
    expect(heading).toBeCloseTo(0)
    expect(spotOf(glide, 1000 + GLIDE_MS)).toEqual({ at: [106.501, 29.5], heading: 10 })
    expect(spotOf(glide, 0).at[0]).toBeCloseTo(106.5)
  })
  test('it goes on from where it is drawn, without a jump', () => {
    const again = glidesTo(after, [truck({ lon: 106.502 })], 1000 + GLIDE_MS / 2).get('t1')
    expect(again?.from.at[0]).toBeCloseTo(106.5005)
  })
  test('a leap is not drawn as driving, and a truck that is gone is not drawn', () => {
    const leapt = glidesTo(after, [truck({ lon: 106.6 })], 9000)
    const stands = leapt.get('t1')
    expect(stands?.from).toBe(stands?.to)
    expect(glidesTo(after, [], 9000).size).toBe(0)
  })
  test('the map keeps its view while they drive within it, and sees whoever leaves it', () => {
    const [near, same, far] = [[106.501, 106.531], [106.505, 106.535], [106.501, 106.551]].map((longitudes) => cornersOf(longitudes.map((longitude): [number, number] => [longitude, 29.51])))
    expect(same).toEqual(near)
    expect(far?.[1]?.[0]).toBeCloseTo(106.56)
    expect(cornersOf([])).toEqual([])
  })
})

const point = (ms: number, more: Partial<TrackPoint> = {}): TrackPoint => ({ at: iso(NOW + ms), lat: 29.5, lon: 106.5, speed: 30, heading: 90, ...more })
describe('轨迹回放 · what plays', () => {
  const points = [point(20_000, { lon: 106.502, lift: 'up', speed: 5 }), point(0, { lift: 'down', cover: 'closed' }), point(10_000, { lon: 106.501, cover: 'open', speed: 40 }), point(15_000, { lon: 120, held: '漂移' }), point(20_000 + 2 * GAP_MS, { lon: 106.6 })]
  const track = believed(points)
  test('in the order of time, without what was not believed', () => {
    expect(track.map(({ ms }) => ms - NOW)).toEqual([0, 10_000, 20_000, 20_000 + 2 * GAP_MS])
    expect(heldOf(points).map(({ held }) => held)).toEqual(['漂移'])
    expect(spanOf(track)).toEqual({ fromMs: NOW, untilMs: NOW + 20_000 + 2 * GAP_MS })
  })
  test.each([[-1, -1], [0, 0], [9999, 0], [10_000, 1], [9_999_999, 3]])('after %i ms the last position is number %i', (ms, index) => expect(indexAt(track, NOW + ms)).toBe(index))
  test('between two positions on the line between them', () => {
    expect(whereAt(track, NOW + 5000)?.spot.at[0]).toBeCloseTo(106.5005)
    expect(whereAt(track, NOW - 1)?.spot.at[0]).toBe(106.5)
    expect(whereAt([], NOW)).toBeUndefined()
  })
  test('in a hole it stands where it was last, and no line is drawn', () => {
    expect(whereAt(track, NOW + 20_000 + GAP_MS)).toMatchObject({ isGap: true, spot: { at: [106.502, 29.5] } })
    expect(piecesOf(track).map((piece) => piece.length)).toEqual([3, 1])
    expect(lengthOf([[106.502, 29.5], [106.6, 29.5]])).toBeGreaterThan(9000)
  })
  test('alarms, lifts, covers and holes stand on the time line; an alarm from before does not', () => {
    const alarm: AlarmRow = { id: 'a:1', watch: 'open-cover', title: '未密闭运输', truck: 't1', plate: '渝A10001', enterprise: '甲公司', since: iso(NOW + 12_000), state: 'raised', steps: 0 }
    expect(marksOf(track, [alarm, { ...alarm, id: 'a:0', since: iso(NOW - MINUTE_MS) }]).map(({ ms, kind, text }) => [ms - NOW, kind, text])).toEqual([
      [10_000, 'cover', '篷盖打开'],
      [12_000, 'alarm', '预警：未密闭运输'],
      [20_000, 'lift', '车厢举升'],
      [20_000, 'gap', '中断 10 分钟'],
    ])
  })
  test('the highest speed of each part, and nothing where nothing came', () => {
    expect(speedsIn(track.slice(0, 3), 4)).toEqual([30, undefined, 40, 5])
  })
  test('the sheet has every point, in the time of China, and says why one was not believed', () => {
    const [heads, ...rows] = sheetOfTrack([point(0, { lift: 'up' }), point(1000, { held: '漂移, 跳变' })]).trimEnd().split('\r\n')
    expect(heads?.startsWith('\uFEFF时间,经度')).toBe(true)
    expect(rows).toEqual(['2021-12-30 10:00:00,106.5,29.5,30,90,,up,,,,', '2021-12-30 10:00:01,106.5,29.5,30,90,,,,,,"漂移, 跳变"'])
  })
})
