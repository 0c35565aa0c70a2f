import { describe, expect, test } from 'vitest'
import { districtOf, type DistrictData, type Permit } from '../district.ts'
import type { Fix } from '../fix.ts'
import { moved } from '../geometry/distance.ts'
import type { Manifest } from '../manifest.ts'
import { lookAround, type Sighting } from '../sighting.ts'
import { midnightOf } from '../time-of-day.ts'
import { EMPTY, type PermitStanding, type Trip, type TripDraft, type TripState } from '../trip/trip.ts'
import { WATCHES } from './list.ts'
import { WATCH_NAMES, type WatchName } from './name.ts'
import { WATCH_RULES } from './rules.ts'
import { STANDING_START } from './standing.ts'

const CENTRE = { lat: 29.5, lon: 106.5 }
const north = (metres: number, east = 0) => moved(CENTRE, metres, east)
const circle = (metres: number, radiusM: number) => ({ kind: 'circle' as const, centre: north(metres), radiusM })
const MIDNIGHT = midnightOf(20_734)
const hour = (hours: number) => MIDNIGHT + hours * 3_600_000
const PERMIT: Permit = { id: 'p', siteId: 'site', disposalSiteIds: ['tip'], truckIds: ['t'], routeIds: ['r'], validFromMs: hour(-99), validUntilMs: hour(99), hours: [{ fromMinute: 20 * 60, untilMinute: 6 * 60 }] }
/** A road north from a site to a disposal site nine kilometres away, a lane each way from the fifth kilometre on. */
const DATA: DistrictData = {
  sites: [{ kind: 'site', id: 'site', name: '工地', area: circle(0, 100) }],
  disposalSites: [{ kind: 'disposal-site', id: 'tip', name: '消纳场', area: circle(9_000, 150) }],
  noGoAreas: [{ kind: 'no-go', id: 'school', name: '学校', area: circle(3_000, 100), onlyLoaded: true, hours: [{ fromMinute: 7 * 60, untilMinute: 9 * 60 }] }],
  roads: [
    { id: 'wide', name: '大路', roadClass: 'several-lanes', signKmh: 60, corridor: { path: [north(-500), north(5_000)], halfWidthM: 30 } },
    { id: 'lane', name: '小路', roadClass: 'one-lane', corridor: { path: [north(5_030), north(9_000)], halfWidthM: 30 } },
    { id: 'unsigned', name: '无标志', roadClass: 'several-lanes', corridor: { path: [north(2_000, 500), north(2_000, 900)], halfWidthM: 30 } },
  ],
  routes: [{ id: 'r', name: '路线', corridor: { path: [north(0), north(9_000)], halfWidthM: 50 } }],
  permits: [PERMIT, { ...PERMIT, id: 'free', hours: [], routeIds: [] }],
  trucks: [{ id: 't', plate: '渝A00000', enterpriseId: 'e', ratedLoadKg: 30_000, bodyM3: 18 }],
}
const district = districtOf(DATA)
const DRAFT: TripDraft = { id: 'trip', siteId: 'site', loadingFromMs: hour(21), loadingUntilMs: hour(21.2), loadedBy: ['load'], permit: { standing: 'held', id: 'p' }, distanceM: 0, seen: { fixes: 0, movingFixes: 0, coverKnown: 0, longestGapMs: 0 }, alarms: [] }
const hauling = (permit: PermitStanding = DRAFT.permit): TripState => ({ phase: 'hauling', trip: { ...DRAFT, permit } })
const LOADED = hauling()

/** Shows a watch the same state of things every `everySeconds` for so long, and says what it rang. */
interface Scene extends Partial<Fix> {
  readonly northM?: number
  readonly eastM?: number
  readonly trip?: TripState
  readonly forSeconds: number
  readonly everySeconds?: number
  readonly fromMs?: number
  readonly manifests?: readonly Manifest[]
  readonly ended?: Trip
  readonly news?: Sighting['news']
}
function rings(name: WatchName, scenes: readonly Scene[]): readonly string[] {
  const watch = WATCHES.find((one) => one.name === name)?.watch
  const standing = { ...STANDING_START }
  let [nowMs, last]: [number, Fix | undefined] = [hour(22), undefined]
  const rang: string[] = []
  for (const { northM = 2_000, eastM = 0, trip = LOADED, forSeconds, everySeconds = 10, fromMs, manifests = [], ended, news = 'position', ...more } of scenes) {
    nowMs = fromMs ?? nowMs
    for (const endMs = nowMs + forSeconds * 1_000; nowMs <= endMs; nowMs += everySeconds * 1_000) {
      const fix: Fix = { ...north(northM, eastM), deviceId: 'd', truckId: 't', atMs: nowMs, receivedMs: nowMs, located: true, speedKmh: 40, headingDeg: 0, ...more }
      const seen: Fix = news === 'none' ? (last ?? fix) : fix
      const sighting: Sighting = { ...lookAround(district, seen, last, { manifests, taken: [] }), news, atMs: nowMs, message: news === 'none' ? undefined : fix, trip, ended }
      for (const { change, worst, limit } of watch?.(standing, sighting, WATCH_RULES) ?? []) rang.push(`${change} ${worst}/${limit}`)
      last = seen
    }
  }
  return rang
}
const MANIFEST: Manifest = { id: 'm', truckId: 't', siteId: 'site', disposalSiteId: 'tip', issuedMs: hour(21.1), loadedM3: 16 }
const ENDED: Trip = { ...DRAFT, truckId: 't', endedMs: hour(22), tipping: { kind: 'disposal-site', disposalSiteId: 'tip', fromMs: hour(21.9), untilMs: hour(22), by: ['lift'] }, volumeM3: 16, volumeFrom: 'manifest', confidence: 'confirmed', manifestId: 'm' }
const T20 = 20 * 60 * 1_000

describe.each<[WatchName, readonly (readonly [string, readonly Scene[], readonly string[]])[]]>([
  ['no-permit', [
    ['a load of a site without a permit', [{ trip: hauling({ standing: 'none' }), forSeconds: 60 }], ['opened 1/0']],
    ['it is over when the trip is', [{ trip: hauling({ standing: 'none' }), forSeconds: 60 }, { trip: EMPTY, forSeconds: 120 }], ['opened 1/0', 'closed 1/0']],
    ['a permit that names others is another matter', [{ trip: hauling({ standing: 'others' }), forSeconds: 60 }], []],
    ['an empty truck needs none', [{ trip: EMPTY, forSeconds: 60 }], []],
  ]],
  ['other-truck', [
    ['a load under a permit that does not name it', [{ trip: hauling({ standing: 'others' }), forSeconds: 60 }], ['opened 1/0']],
    ['a load under its own', [{ forSeconds: 60 }], []],
  ]],
  ['wrong-time', [
    ['at ten in the evening, allowed from eight to six', [{ forSeconds: 300 }], []],
    ['a minute to six', [{ fromMs: hour(5.95), forSeconds: 120 }], []],
    ['from six on', [{ fromMs: hour(6), forSeconds: 300 }], ['opened 1/0']],
    ['a permit without hours', [{ fromMs: hour(12), trip: hauling({ standing: 'held', id: 'free' }), forSeconds: 300 }], []],
    ['two minutes too late are not yet an alarm', [{ fromMs: hour(6), forSeconds: 110 }], []],
    ['empty it may be anywhere', [{ fromMs: hour(12), trip: EMPTY, forSeconds: 300 }], []],
  ]],
  ['off-route', [
    ['on the edge of the corridor, 50 m from its middle', [{ eastM: 49, forSeconds: 120 }], []],
    ['within what is allowed beyond it', [{ eastM: 69, forSeconds: 120 }], []],
    ['beyond', [{ eastM: 80, forSeconds: 120 }], ['opened 30/20']],
    ['and back again', [{ eastM: 80, forSeconds: 120 }, { forSeconds: 120 }], ['opened 30/20', 'closed 30/20']],
    ['half a minute beyond', [{ eastM: 80, forSeconds: 30 }], []],
    ['no route was set', [{ eastM: 500, trip: hauling({ standing: 'held', id: 'free' }), forSeconds: 120 }], []],
    ['within the disposal site', [{ northM: 9_000, eastM: 120, forSeconds: 120 }], []],
    ['empty', [{ eastM: 500, trip: EMPTY, forSeconds: 120 }], []],
  ]],
  ['no-go', [
    ['loaded, at half past seven', [{ northM: 3_000, fromMs: hour(7.5), forSeconds: 60 }], ['opened 1/0']],
    ['loaded, at ten', [{ northM: 3_000, fromMs: hour(10), forSeconds: 60 }], []],
    ['empty, at half past seven', [{ northM: 3_000, trip: EMPTY, fromMs: hour(7.5), forSeconds: 60 }], []],
    ['on no trip, but its sensor says full', [{ northM: 3_000, trip: EMPTY, load: 'full', fromMs: hour(7.5), forSeconds: 60 }], ['opened 1/0']],
    ['beside it', [{ northM: 3_200, fromMs: hour(7.5), forSeconds: 60 }], []],
  ]],
  ['speeding', [
    ['at the sign', [{ speedKmh: 60, forSeconds: 60 }], []],
    ['within what the instrument may be wrong by', [{ speedKmh: 65, forSeconds: 60 }], []],
    ['above', [{ speedKmh: 65.1, forSeconds: 60 }], ['opened 65.1/60']],
    ['ten seconds are one bad position', [{ speedKmh: 90, forSeconds: 10 }], []],
    ['a lane each way without a sign: 50', [{ northM: 6_000, speedKmh: 56, forSeconds: 60 }], ['opened 56/50']],
    ['where the two roads meet the faster one counts', [{ northM: 5_015, speedKmh: 56, forSeconds: 60 }], []],
    ['no road is known there', [{ eastM: 300, speedKmh: 99, forSeconds: 60 }], []],
    ['a road whose limit nobody knows', [{ eastM: 700, speedKmh: 99, forSeconds: 60 }], []],
  ]],
  ['open-cover', [
    ['open and under way', [{ cover: 'open', forSeconds: 60 }], ['opened 40/10']],
    ['closed', [{ cover: 'closed', forSeconds: 60 }], []],
    ['nobody knows', [{ forSeconds: 60 }], []],
    ['open and standing', [{ cover: 'open', speedKmh: 0, forSeconds: 600 }], []],
    ['a red light in between', [{ cover: 'open', forSeconds: 10 }, { cover: 'open', speedKmh: 0, forSeconds: 60 }, { cover: 'open', forSeconds: 10 }], ['opened 40/10']],
    ['empty', [{ cover: 'open', trip: EMPTY, forSeconds: 60 }], []],
    ['in the site', [{ northM: 0, cover: 'open', forSeconds: 60 }], []],
    ['its own scales say empty', [{ cover: 'open', weightKg: 200, forSeconds: 60 }], []],
  ]],
  ['lifted-outside', [
    ['up on the road', [{ lift: 'up', speedKmh: 0, forSeconds: 30 }], ['opened 1/0']],
    ['up in the disposal site', [{ northM: 9_000, lift: 'up', speedKmh: 0, forSeconds: 30 }], []],
    ['up with nothing in it', [{ lift: 'up', trip: EMPTY, forSeconds: 30 }], []],
    ['nobody knows', [{ forSeconds: 30 }], []],
    ['a single position', [{ lift: 'up', forSeconds: 0 }, { lift: 'down', forSeconds: 30 }], []],
  ]],
  ['long-stop', [
    ['nineteen minutes', [{ speedKmh: 0, forSeconds: 19 * 60 }], []],
    ['twenty', [{ speedKmh: 0, forSeconds: 20 * 60 }], [`opened ${T20}/${T20}`]],
    ['and off again', [{ speedKmh: 0, forSeconds: 20 * 60 }, { northM: 2_500, forSeconds: 10 }], [`opened ${T20}/${T20}`, `closed ${T20}/${T20}`]],
    ['positions scatter while it stands', [{ speedKmh: 0, forSeconds: 600 }, { northM: 2_090, speedKmh: 0, forSeconds: 0 }, { speedKmh: 0, forSeconds: 590 }], [`opened ${T20}/${T20}`]],
    ['it crawls on', [{ speedKmh: 0, forSeconds: 600 }, { northM: 2_090, speedKmh: 4, forSeconds: 0 }, { northM: 2_090, speedKmh: 0, forSeconds: 1_100 }], []],
    ['in the disposal site', [{ northM: 9_000, speedKmh: 0, forSeconds: 3_600 }], []],
    ['empty', [{ trip: EMPTY, speedKmh: 0, forSeconds: 3_600 }], []],
  ]],
  ['off-line', [
    ['ten minutes of silence by the clock', [{ accOn: true, forSeconds: 0 }, { news: 'none', forSeconds: 590 }], []],
    ['a minute more', [{ accOn: true, forSeconds: 0 }, { news: 'none', forSeconds: 660, everySeconds: 60 }], ['opened 610000/600000']],
    ['and there it is again', [{ accOn: true, forSeconds: 0 }, { news: 'none', forSeconds: 660, everySeconds: 60 }, { forSeconds: 0 }], ['opened 610000/600000', 'closed 730000/600000']],
    ['without a clock the hole tells', [{ accOn: true, forSeconds: 0 }, { accOn: true, fromMs: hour(23), forSeconds: 0 }], ['opened 3600000/600000', 'closed 3600000/600000']],
    ['parked with the engine off', [{ accOn: false, trip: EMPTY, forSeconds: 0 }, { news: 'none', forSeconds: 7_200, everySeconds: 60 }], []],
  ]],
  ['tampered', [
    ['a cut aerial', [{ faults: ['antenna-cut'], forSeconds: 180 }], ['opened 1/0']],
    ['cut and no position: both count', [{ faults: ['power-cut'], located: false, accOn: true, forSeconds: 180, news: 'contact' }], ['opened 2/0']],
    ['for a minute', [{ faults: ['antenna-cut'], forSeconds: 60 }, { forSeconds: 60 }], []],
    ['a low battery', [{ faults: ['power-low'], forSeconds: 600 }], []],
    ['no position, parked in a hall', [{ located: false, accOn: false, forSeconds: 600, news: 'contact' }], []],
  ]],
  ['overload', [
    ['five percent too much is what scales may be wrong by', [{ weightKg: 31_500, forSeconds: 120 }], []],
    ['six percent', [{ weightKg: 31_800, forSeconds: 120 }], ['opened 1.06/1.05']],
    ['in the site it may still be taken off', [{ weightKg: 40_000, trip: EMPTY, forSeconds: 120 }], []],
    ['no scales', [{ load: 'full', forSeconds: 120 }], []],
  ]],
  ['fatigue', [
    ['four hours', [{ forSeconds: 4 * 3_600 }], []],
    ['a position more', [{ forSeconds: 4 * 3_600 + 10 }], [`opened ${4 * 3_600_000 + 10_000}/${4 * 3_600_000}`]],
    ['with nineteen minutes of rest', [{ forSeconds: 2 * 3_600 }, { speedKmh: 0, forSeconds: 19 * 60 }, { forSeconds: 2 * 3_600 }], ['opened 14410000/14400000']],
    ['with twenty', [{ forSeconds: 2 * 3_600 }, { speedKmh: 0, forSeconds: 20 * 60 }, { forSeconds: 2 * 3_600 }], []],
    ['with an hour of which nobody knows', [{ forSeconds: 2 * 3_600 }, { fromMs: hour(25.1), forSeconds: 2 * 3_600 }], []],
    ['a rest ends it', [{ forSeconds: 4 * 3_600 + 10 }, { speedKmh: 0, forSeconds: 1_200 }], ['opened 14410000/14400000', 'closed 14420000/14400000']],
  ]],
  ['manifest-open', [
    ['two hours after tipping', [{ ended: ENDED, manifests: [MANIFEST], trip: EMPTY, forSeconds: 0 }, { manifests: [MANIFEST], trip: EMPTY, fromMs: hour(24), forSeconds: 0, news: 'none' }], []],
    ['a second later', [{ ended: ENDED, manifests: [MANIFEST], trip: EMPTY, forSeconds: 0 }, { manifests: [MANIFEST], trip: EMPTY, fromMs: hour(24) + 1_000, forSeconds: 0, news: 'none' }], ['opened 7201000/7200000']],
    ['signed in time', [{ ended: ENDED, manifests: [MANIFEST], trip: EMPTY, forSeconds: 0 }, { manifests: [{ ...MANIFEST, closedMs: hour(23) }], trip: EMPTY, fromMs: hour(25), forSeconds: 0, news: 'none' }], []],
    ['there is none', [{ ended: { ...ENDED, manifestId: undefined }, trip: EMPTY, forSeconds: 0 }, { trip: EMPTY, fromMs: hour(25), forSeconds: 60, news: 'none' }], ['opened 10800000/7200000']],
    ['signed too late', [{ ended: ENDED, manifests: [MANIFEST], trip: EMPTY, forSeconds: 0 }, { manifests: [MANIFEST], trip: EMPTY, fromMs: hour(25), forSeconds: 0, news: 'none' }, { manifests: [{ ...MANIFEST, closedMs: hour(26) }], trip: EMPTY, fromMs: hour(26), forSeconds: 0, news: 'none' }], ['opened 10800000/7200000', 'closed 14400000/7200000']],
  ]],
  ['volume-differs', [
    ['a tenth less', [{ manifests: [{ ...MANIFEST, loadedM3: 20, closedMs: hour(22), receivedM3: 18 }], forSeconds: 60 }], []],
    ['a little more than that', [{ manifests: [{ ...MANIFEST, loadedM3: 20, closedMs: hour(22), receivedM3: 17.9 }], forSeconds: 60 }], ['opened 0.105/0.1']],
    ['not signed yet', [{ manifests: [MANIFEST], forSeconds: 60 }], []],
    ['put right', [{ manifests: [{ ...MANIFEST, closedMs: hour(22), receivedM3: 8 }], forSeconds: 0 }, { manifests: [{ ...MANIFEST, closedMs: hour(22), receivedM3: 16 }], forSeconds: 0 }], ['opened 0.5/0.1', 'closed 0/0.1']],
  ]],
])('%s', (name, rows) => {
  test.each(rows)('%s', (_, scenes, expected) => expect(rings(name, scenes)).toEqual(expected))
})

describe('the list', () => {
  test('has every watch once, in order', () => expect(WATCHES.map(({ name }) => name)).toEqual(WATCH_NAMES))
  test('a threshold that no source sets says that the bureau must', () => {
    for (const { verified, source } of Object.values(WATCH_RULES)) expect(verified || source.includes('机关')).toBe(true)
  })
})
