import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Permit } from '../district.ts'
import type { Manifest } from '../manifest.ts'
import type { Trip } from '../trip/trip.ts'
import { assess, COMPLIANCE_RULE, type Assessment, type Beside } from './assess.ts'
import { LINKS, LINK_TITLES, type Link, type LinkVerdict } from './link.ts'
import { rankEnterprises, scoreOf } from './ranking.ts'
import { rateOf, ratesBy } from './rate.ts'

const HOUR = 3_600_000
const NOON = 20_734 * 24 * HOUR
const PERMIT: Permit = { id: 'p', siteId: 's', disposalSiteIds: ['tip'], truckIds: ['t'], routeIds: ['r'], validFromMs: 0, validUntilMs: 9e15, hours: [] }
const MANIFEST: Manifest = { id: 'm', truckId: 't', siteId: 's', disposalSiteId: 'tip', issuedMs: NOON, loadedM3: 16, closedMs: NOON + 2 * HOUR, receivedM3: 16 }
const TRIP: Trip = {
  id: 'trip', truckId: 't', enterpriseId: 'e', siteId: 's', loadingFromMs: NOON, loadingUntilMs: NOON + HOUR / 4, loadedBy: ['load'], permit: { standing: 'held', id: 'p' }, manifestId: 'm', throughGate: true, distanceM: 9_000,
  seen: { fixes: 100, movingFixes: 80, coverKnown: 80, longestGapMs: 10_000 }, alarms: [], endedMs: NOON + HOUR, volumeM3: 16, volumeFrom: 'manifest', confidence: 'confirmed',
  tipping: { kind: 'disposal-site', disposalSiteId: 'tip', fromMs: NOON + HOUR, untilMs: NOON + HOUR, by: ['lift'] },
}
const BESIDE: Beside = { alarms: [], manifest: MANIFEST, permit: PERMIT, atMs: NOON + 24 * HOUR }
const shown = (verdict: LinkVerdict): string => (verdict.verdict === 'failed' ? verdict.reasons.join('+') : verdict.verdict === 'unknown' ? `? ${verdict.reason}` : 'complied')

describe('a trip complies when every link does', () => {
  test('as this one does', () => expect(assess(TRIP, BESIDE, COMPLIANCE_RULE)).toMatchObject({ verdict: 'complied', day: 20_734, enterpriseId: 'e' }))
  test.each<[string, Link, Partial<Trip>, Partial<Beside>, string]>([
    ['no permit', 'permit', { permit: { standing: 'none' } }, { permit: undefined }, 'no-permit'],
    ['a permit for others', 'permit', { permit: { standing: 'others' } }, { permit: undefined }, 'other-truck'],
    ['over the fence', 'gate', { throughGate: false }, {}, 'past-the-gate'],
    ['nobody surveyed the gate', 'gate', { throughGate: undefined }, {}, '? gate-unknown'],
    ['open', 'cover', {}, { alarms: ['open-cover'] }, 'cover-open'],
    ['four positions in five told of the cover', 'cover', { seen: { ...TRIP.seen, coverKnown: 64 } }, {}, 'complied'],
    ['one less', 'cover', { seen: { ...TRIP.seen, coverKnown: 63 } }, {}, '? cover-unknown'],
    ['off the route, through a no-go area', 'route', {}, { alarms: ['off-route', 'no-go'] }, 'off-route+in-no-go'],
    ['a permit without routes', 'route', {}, { permit: { ...PERMIT, routeIds: [] } }, '? no-route-set'],
    ['a hole of eleven minutes', 'route', { seen: { ...TRIP.seen, longestGapMs: 660_000 } }, {}, '? track-broken'],
    ['a hole of ten', 'route', { seen: { ...TRIP.seen, longestGapMs: 600_000 } }, {}, 'complied'],
    ['at the wrong time', 'time', {}, { alarms: ['wrong-time'] }, 'wrong-time'],
    ['without a permit nobody knows the time', 'time', {}, { permit: undefined }, '? no-permit-to-compare'],
    ['too fast', 'speed', {}, { alarms: ['speeding'] }, 'too-fast'],
    ['a hole, and perhaps too fast in it', 'speed', { seen: { ...TRIP.seen, longestGapMs: 660_000 } }, {}, '? track-broken'],
    ['dumped', 'disposal', { tipping: { kind: 'elsewhere', at: { lat: 0, lon: 0 }, fromMs: 0, untilMs: 0, by: [] } }, {}, 'dumped'],
    ['lifted on the way', 'disposal', {}, { alarms: ['lifted-outside'] }, 'dumped'],
    ['nobody saw it go', 'disposal', { tipping: { kind: 'unseen' } }, {}, '? tipping-unseen'],
    ['another disposal site', 'disposal', {}, { permit: { ...PERMIT, disposalSiteIds: ['other'] } }, 'other-disposal-site'],
    ['no permit, but as the manifest says', 'disposal', {}, { permit: undefined }, 'complied'],
    ['neither permit nor manifest', 'disposal', {}, { permit: undefined, manifest: undefined }, '? no-permit-to-compare'],
    ['no manifest', 'manifest', {}, { manifest: undefined }, 'no-manifest'],
    ['not signed', 'manifest', {}, { manifest: { ...MANIFEST, closedMs: undefined } }, 'manifest-open'],
    ['not signed yet', 'manifest', {}, { manifest: { ...MANIFEST, closedMs: undefined }, atMs: NOON + 2 * HOUR }, '? manifest-pending'],
    ['signed two hours after', 'manifest', {}, { manifest: { ...MANIFEST, closedMs: NOON + 3 * HOUR } }, 'complied'],
    ['signed later than that, and less came than left', 'manifest', {}, { manifest: { ...MANIFEST, closedMs: NOON + 3 * HOUR + 1, receivedM3: 14 } }, 'manifest-open+volume-differs'],
  ])('%s', (_, link, trip, beside, expected) => {
    const assessment = assess({ ...TRIP, ...trip }, { ...BESIDE, ...beside }, COMPLIANCE_RULE)
    expect(shown(assessment.links[link])).toBe(expected)
    const all = LINKS.map((each) => assessment.links[each].verdict)
    expect(assessment.verdict).toBe(all.includes('failed') ? 'failed' : all.includes('unknown') ? 'unknown' : 'complied')
  })
  test('what has no link does not count: an overload is a matter for the police', () => expect(assess(TRIP, { ...BESIDE, alarms: ['overload', 'long-stop', 'fatigue'] }, COMPLIANCE_RULE).verdict).toBe('complied'))
  test('every link has a name', () => expect(LINKS.every((link) => LINK_TITLES[link].length > 1)).toBe(true))
})

const anAssessment = fc
  .record({ gate: fc.option(fc.boolean(), { nil: undefined }), fast: fc.boolean(), cover: fc.integer({ min: 0, max: 80 }), enterprise: fc.constantFrom('e1', 'e2', undefined), days: fc.integer({ min: 0, max: 2 }) })
  .map(({ gate, fast, cover, enterprise, days }): Assessment => assess({ ...TRIP, throughGate: gate, enterpriseId: enterprise, loadingUntilMs: NOON + days * 24 * HOUR, seen: { ...TRIP.seen, coverKnown: cover } }, { ...BESIDE, alarms: fast ? ['speeding'] : [] }, COMPLIANCE_RULE))
const assessments = fc.array(anAssessment, { maxLength: 60 }).map((list) => list.map((one, index) => ({ ...one, tripId: `trip-${index}` })))

describe('the rate', () => {
  test('of nothing is nothing', () => expect(rateOf([])).toMatchObject({ total: 0, rate: undefined, rateOfKnown: undefined, reachesTarget: undefined, reasons: [] }))
  test.each([
    [90, 10, 0, true],
    [89, 11, 0, false],
    [90, 0, 10, true],
    [89, 0, 11, false],
  ])('%i complied, %i failed, %i unknown: reaches 90 %% is %s', (complied, failed, unknown, reaches) => {
    const one = (beside: Partial<Beside>, trip: Partial<Trip> = {}) => assess({ ...TRIP, ...trip }, { ...BESIDE, ...beside }, COMPLIANCE_RULE)
    const list = [...Array.from({ length: complied }, () => one({})), ...Array.from({ length: failed }, () => one({ alarms: ['speeding'] })), ...Array.from({ length: unknown }, () => one({}, { throughGate: undefined }))]
    expect(rateOf(list)).toMatchObject({ complied, failed, unknown, reachesTarget: reaches })
  })
  test('its parts add up, by whatever it is divided, and every reason opens to trips that have it', () => {
    fc.assert(
      fc.property(assessments, (list) => {
        const whole = rateOf(list)
        expect(whole.complied + whole.failed + whole.unknown).toBe(whole.total)
        for (const key of ['day', 'siteId', 'enterpriseId', 'truckId'] as const) {
          const parts = ratesBy(list, key)
          for (const field of ['total', 'complied', 'failed', 'unknown'] as const) expect(parts.reduce((sum, part) => sum + part[field], 0)).toBe(whole[field])
        }
        for (const { link, kind, tripIds } of whole.reasons) {
          expect(new Set(tripIds).size).toBe(tripIds.length)
          for (const id of tripIds) expect(list.find(({ tripId }) => tripId === id)?.links[link].verdict).toBe(kind)
        }
        const explained = new Set(whole.reasons.flatMap(({ tripIds }) => tripIds))
        expect(explained.size).toBe(whole.failed + whole.unknown)
      }),
    )
  })
})

describe('the ranking of enterprises', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 and 15 of 148 have lower ends of 0.2553 and 0.0624.
  test.each([
    [81, 263, 25.5],
    [15, 148, 6.2],
    [0, 20, 0],
    [0, 0, 0],
  ])('%i of %i scores %f', (complied, total, score) => expect(scoreOf(complied, total)).toBe(score))
  test('more complied of as many never scores less, and more trips of the same share never less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), (total, some) => {
        const complied = some % total
        expect(scoreOf(complied + 1, total)).toBeGreaterThanOrEqual(scoreOf(complied, total))
        expect(scoreOf(complied * 2, total * 2)).toBeGreaterThanOrEqual(scoreOf(complied, total))
      }),
    )
  })
  test('those with too few trips have no place, and those alike share one', () => {
    const trips = (enterpriseId: string | undefined, count: number, fast: number) => Array.from({ length: count }, (_, index) => assess({ ...TRIP, enterpriseId }, { ...BESIDE, alarms: index < fast ? ['speeding'] : [] }, COMPLIANCE_RULE))
    const ranking = rankEnterprises([...trips('good', 20, 0), ...trips('alike', 20, 0), ...trips('bad', 20, 9), ...trips('new', 9, 0), ...trips(undefined, 5, 5)])
    expect(ranking.map(({ enterpriseId, place }) => [enterpriseId, place])).toEqual([['alike', 1], ['good', 1], ['bad', 3], ['new', undefined]])
  })
})
