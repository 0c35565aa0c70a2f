import { describe, expect, test } from 'vitest'
import { districtOf, type DistrictData } from '../district.ts'
import type { Fix } from '../fix.ts'
import { moved } from '../geometry/distance.ts'
import { manifestOf, withManifest, type Manifest } from '../manifest.ts'
import { lookAround } from '../sighting.ts'
import { followTrip } from './follow-trip.ts'
import { TRIP_RULE } from './rule.ts'
import { EMPTY, type Trip, type TripState } from './trip.ts'

const north = (metres: number, east = 0) => moved({ lat: 29.5, lon: 106.5 }, metres, east)
const circle = (metres: number, radiusM: number) => ({ kind: 'circle' as const, centre: north(metres), radiusM })
const DATA: DistrictData = {
  sites: [
    { kind: 'site', id: 'site', name: '工地', area: circle(0, 100), gate: circle(100, 40) },
    { kind: 'site', id: 'other', name: '别处', area: circle(5_000, 100) },
  ],
  disposalSites: [{ kind: 'disposal-site', id: 'tip', name: '消纳场', area: circle(9_000, 150) }],
  noGoAreas: [],
  roads: [],
  routes: [],
  permits: [],
  trucks: [{ id: 't', plate: '渝A00000', enterpriseId: 'e', ratedLoadKg: 30_000, bodyM3: 18 }],
}
const district = districtOf(DATA)
const START = 1_000_000_000_000
const MANIFEST: Manifest = { id: 'm', truckId: 't', siteId: 'site', disposalSiteId: 'tip', issuedMs: START + 200_000, loadedM3: 16 }

/** So many positions at one place, ten seconds apart. */
interface Stay extends Partial<Fix> {
  readonly at: number
  readonly east?: number
  readonly fixes: number
}
function lived(stays: readonly Stay[], manifests: readonly Manifest[] = []): { readonly trips: readonly Trip[]; readonly state: TripState } {
  let state: TripState = EMPTY
  let [last, atMs]: [Fix | undefined, number] = [undefined, START]
  const trips: Trip[] = []
  for (const { at, east = 0, fixes, ...more } of stays)
    for (let index = 0; index < fixes; index += 1) {
      const fix: Fix = { ...north(at, east), deviceId: 'd', truckId: 't', atMs, receivedMs: atMs, located: true, speedKmh: 0, headingDeg: 0, ...more }
      const { after, ended } = followTrip(state, lookAround(district, fix, last, { manifests, taken: [] }), TRIP_RULE)
      if (ended !== undefined) trips.push(ended)
      state = after
      last = fix
      atMs += 10_000
    }
  return { trips, state }
}
const said = ({ trips, state }: ReturnType<typeof lived>): string => [...trips.map(({ tipping, confidence }) => `${tipping.kind === 'disposal-site' ? tipping.disposalSiteId : tipping.kind} ${confidence}`), state.phase].join(', ')
const road = (more: Partial<Fix> = {}): Stay[] => [2_000, 4_000, 6_000, 8_000].map((at) => ({ at, fixes: 1, speedKmh: 40, ...more }))
const full = { load: 'full' } as const
const gone = { load: 'empty' } as const

describe('a round with every signal', () => {
  const whole = lived([{ at: 0, fixes: 40, ...gone }, ...road(full), { at: 9_000, fixes: 6, ...full }, { at: 9_000, fixes: 6, lift: 'up', ...gone }, ...road(gone).toReversed(), { at: 0, fixes: 3, ...gone }], [MANIFEST])
  test('is one trip, and the next loading begins', () => expect(said(whole)).toBe('tip confirmed, loading'))
  test('says where, when, how much and by which signs', () =>
    expect(whole.trips[0]).toMatchObject({
      id: `t:${START}`,
      siteId: 'site',
      enterpriseId: 'e',
      loadingFromMs: START,
      loadingUntilMs: START + 390_000,
      loadedBy: ['load', 'manifest'],
      manifestId: 'm',
      volumeM3: 16,
      volumeFrom: 'manifest',
      throughGate: true,
      tipping: { kind: 'disposal-site', disposalSiteId: 'tip', by: ['lift', 'load'] },
    }))
  test('its way is as long as the road', () => expect((whole.trips[0]?.distanceM ?? 0) / 1_000).toBeCloseTo(9, 2))
})

describe('where signals are missing', () => {
  const stay = (at: number, fixes: number): Stay => ({ at, fixes })
  test.each<[string, readonly Stay[], string]>([
    ['three minutes in the site are loading, a minute and a half in the disposal site tipping', [stay(0, 20), ...road(), stay(9_000, 11), ...road().toReversed()], 'tip presumed, empty'],
    ['two minutes in the site are not', [stay(0, 13), ...road(), stay(9_000, 11), ...road().toReversed()], 'empty'],
    ['a minute in the disposal site is not tipping', [stay(0, 20), ...road(), stay(9_000, 7), { at: 9_500, fixes: 3 }], 'hauling'],
    ['driving through a site is not loading', [{ at: 0, fixes: 30, speedKmh: 10 }, ...road()], 'empty'],
    ['a position inside is scatter', [...road(), { at: 4_950, fixes: 1 }, ...road()], 'empty'],
    ['the sensor says that nothing was loaded, however long it stood', [{ at: 0, fixes: 99, ...gone }, ...road(gone)], 'empty'],
    ['the sensor says that it is loaded, however short it stood', [{ at: 0, fixes: 3 }, ...road(full)], 'hauling'],
    ['the scales count, not the sensor', [{ at: 0, fixes: 3 }, ...road({ ...full, weightKg: 100 })], 'empty'],
    ['a lift that works and stayed down, and nothing tells of the load: not tipped', [stay(0, 20), ...road({ lift: 'down' }), { at: 9_000, fixes: 30, lift: 'down' }, { at: 9_500, fixes: 3, lift: 'down' }], 'hauling'],
    ['the lift rose, and nothing tells of the load: tipped', [stay(0, 20), ...road({ lift: 'down' }), { at: 9_000, fixes: 3, lift: 'up' }, { at: 9_500, fixes: 3, lift: 'down' }], 'tip likely, empty'],
    ['the lift rose and it is still full: not tipped', [stay(0, 20), ...road(full), { at: 9_000, fixes: 3, lift: 'up', ...full }, { at: 9_500, fixes: 3, lift: 'down', ...full }], 'hauling'],
    ['the lift rose on the road', [stay(0, 20), ...road({ lift: 'down' }), { at: 8_000, fixes: 5, lift: 'up' }, { at: 8_100, fixes: 3, lift: 'down' }], 'elsewhere likely, empty'],
    ['the lift rose before the gate of the disposal site, and went in', [stay(0, 20), { at: 8_700, fixes: 3, lift: 'up' }, { at: 9_000, fixes: 5, lift: 'up' }, { at: 9_500, fixes: 3, lift: 'down' }], 'tip likely, empty'],
    ['the load is gone, and nobody saw where', [stay(0, 20), ...road(full), { at: 8_200, fixes: 3, ...gone }], 'unseen likely, empty'],
    ['it loads again elsewhere, and nothing told of the first load', [stay(0, 20), { at: 2_000, fixes: 2, speedKmh: 40 }, stay(5_000, 25)], 'unseen presumed, loading'],
    ['twelve hours later it is lost from sight', [stay(0, 20), stay(2_000, 12 * 360 + 5)], 'unseen presumed, empty'],
    ['before the gate and back in is the same loading', [stay(0, 20), { at: 150, fixes: 3 }, stay(0, 20), ...road(), stay(9_000, 11), ...road().toReversed()], 'tip presumed, empty'],
  ])('%s', (_, stays, expected) => expect(said(lived(stays))).toBe(expected))
  test('a manifest alone shows that it was loaded', () => expect(said(lived([stay(0, 25), ...road()].map((one) => ({ ...one, speedKmh: 5 })), [MANIFEST]))).toBe('hauling'))
})

describe('the gate', () => {
  const leaves = (east: number, at: number): Trip | undefined => lived([{ at: 0, fixes: 20 }, { at, east, fixes: 1, ...full }, ...road(full), { at: 9_000, fixes: 6, lift: 'up', ...gone }, ...road(gone)]).trips[0]
  test('through it, though no position lies there', () => expect(leaves(0, 300)?.throughGate).toBe(true))
  test('over the fence', () => expect(leaves(400, 0)?.throughGate).toBe(false))
})

describe('the volume', () => {
  const trip = (more: Partial<Fix>) => lived([{ at: 0, fixes: 20 }, ...road({ ...full, ...more }), { at: 9_000, fixes: 4, lift: 'up', ...gone }, ...road(gone)]).trips[0]
  test('from the scales where there is no manifest', () => expect(trip({ weightKg: 24_000 })).toMatchObject({ volumeM3: 15, volumeFrom: 'weight' }))
  test('what the body holds where there are no scales', () => expect(trip({})).toMatchObject({ volumeM3: 18, volumeFrom: 'body' }))
})

describe('manifests', () => {
  test('a newer state replaces the older, and a void one is as if it had never been', () => {
    const one = withManifest([], MANIFEST)
    expect(withManifest(one, { ...MANIFEST, closedMs: 1 })).toEqual([{ ...MANIFEST, closedMs: 1 }])
    expect(withManifest(one, { ...MANIFEST, isVoid: true })).toEqual([])
  })
  test.each([
    ['while it was loaded', 0, [], 'm'],
    ['an hour before', -3_600_000 - 200_000, [], 'm'],
    ['earlier than that', -3_600_000 - 200_001, [], undefined],
    ['after the trip', 400_001, [], undefined],
    ['another trip has used it', 0, ['m'], undefined],
  ])('belongs to a load if written %s', (_, shiftMs, taken, id) =>
    expect(manifestOf([{ ...MANIFEST, issuedMs: MANIFEST.issuedMs + shiftMs }], 'site', { fromMs: START, untilMs: START + 600_000 }, taken)?.id).toBe(id))
})
