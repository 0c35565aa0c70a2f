import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOfArea, readyArea, type Area } from './area.ts'
import { faultOfCorridor, readyCorridor } from './corridor.ts'
import { distanceM, moved } from './distance.ts'
import { fencesOf, scan } from './fences.ts'
import type { Point } from './point.ts'

const CENTRE = { lat: 29.5, lon: 106.5 }
const at = (northM: number, eastM: number): Point => moved(CENTRE, northM, eastM)
const metres = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
const point = fc.tuple(metres(4000), metres(4000)).map(([north, east]) => at(north, east))
const ring = fc.array(point, { minLength: 3, maxLength: 12 })
const area: fc.Arbitrary<Area> = fc.oneof(
  fc.record({ kind: fc.constant('polygon' as const), rings: fc.array(ring, { minLength: 1, maxLength: 2 }) }),
  fc.record({ kind: fc.constant('circle' as const), centre: point, radiusM: fc.double({ min: 1, max: 2000, noNaN: true }) }),
)
const corridor = fc.record({ path: fc.array(point, { minLength: 2, maxLength: 8 }), halfWidthM: fc.double({ min: 1, max: 200, noNaN: true }) })
const SQUARE = [at(-100, -100), at(-100, 100), at(100, 100), at(100, -100)]

describe('areas', () => {
  const square = readyArea({ kind: 'polygon', rings: [SQUARE] })
  const ringed = readyArea({ kind: 'polygon', rings: [SQUARE, [at(-50, -50), at(-50, 50), at(50, 50), at(50, -50)]] })
  test.each([
    ['the middle', 0, 0, true, false],
    ['a metre inside the edge', 99, 0, true, true],
    ['a metre outside of it', 101, 0, false, false],
    ['beside a corner', 99, 101, false, false],
    ['in the hole, a metre from its edge', 49, 0, true, false],
    ['beyond the hole', 51, 0, true, true],
  ])('%s', (_, north, east, inSquare, inRinged) => {
    const { lat, lon } = at(north, east)
    expect(square.contains(lat, lon)).toBe(inSquare)
    expect(ringed.contains(lat, lon)).toBe(inRinged)
  })
  test('which way round an outline is drawn, and where it begins, does not matter', () => {
    fc.assert(
      fc.property(ring, fc.nat(11), point, (corners, shift, { lat, lon }) => {
        const turned = [...corners.slice(shift % corners.length), ...corners.slice(0, shift % corners.length)]
        const as = (one: readonly Point[]) => readyArea({ kind: 'polygon', rings: [one] }).contains(lat, lon)
        expect(as(turned)).toBe(as(corners))
        expect(as(turned.toReversed())).toBe(as(corners))
      }),
    )
  })
  test('a circle is what is within its radius, to a thousandth', () => {
    fc.assert(
      fc.property(point, fc.double({ min: 10, max: 3000, noNaN: true }), point, (centre, radiusM, { lat, lon }) => {
        const away = distanceM(centre, { lat, lon })
        fc.pre(Math.abs(away - radiusM) > radiusM / 1000)
        expect(readyArea({ kind: 'circle', centre, radiusM }).contains(lat, lon)).toBe(away < radiusM)
      }),
    )
  })
  test.each<[string, Area, boolean]>([
    ['two corners', { kind: 'polygon', rings: [[at(0, 0), at(1, 1)]] }, false],
    ['no ring', { kind: 'polygon', rings: [] }, false],
    ['a latitude of 91', { kind: 'polygon', rings: [[at(0, 0), at(1, 1), { lat: 91, lon: 0 }]] }, false],
    ['no radius', { kind: 'circle', centre: CENTRE, radiusM: 0 }, false],
    ['a square', { kind: 'polygon', rings: [SQUARE] }, true],
  ])('%s can be used: %s', (_, drawn, usable) => expect(faultOfArea(drawn) === undefined).toBe(usable))
})

describe('corridors', () => {
  test('the distance to a line is never more than to its corners, and never less than to the nearest point of it by more than a thousandth', () => {
    fc.assert(
      fc.property(corridor, point, ({ path, halfWidthM }, from) => {
        const away = readyCorridor({ path, halfWidthM }).awayM(from.lat, from.lon)
        const samples = path.slice(1).flatMap((to, index) => Array.from({ length: 201 }, (_, step) => between(path[index] ?? to, to, step / 200)))
        const nearest = Math.min(...samples.map((sample) => distanceM(sample, from)))
        expect(away).toBeLessThanOrEqual(nearest * 1.001 + 0.01)
        // The samples of the longest piece lie 57 m apart.
        expect(away).toBeGreaterThanOrEqual(nearest * 0.999 - 29)
      }),
    )
  })
  test.each([
    [[at(0, 0)], 10, false],
    [[at(0, 0), at(1, 1)], 0, false],
    [[at(0, 0), at(1, 1)], 10, true],
  ])('%j with half a width of %f can be used: %s', (path, halfWidthM, usable) => expect(faultOfCorridor({ path, halfWidthM }) === undefined).toBe(usable))
})

describe('the index', () => {
  const shapes = fc.tuple(fc.array(area, { maxLength: 12 }), fc.array(corridor, { maxLength: 12 }), fc.array(point, { minLength: 1, maxLength: 40 }))
  test('answers as asking every shape in turn', () => {
    fc.assert(
      fc.property(shapes, ([drawn, lines, points]) => {
        const [areas, corridors] = [drawn.map((one) => ({ area: one })), lines.map((one) => ({ corridor: one }))]
        const [index, all] = [fencesOf(areas, corridors), scan(areas, corridors)]
        for (const { lat, lon } of [...points, ...lines.flatMap(({ path }) => path)]) {
          expect(index.areasAt(lat, lon)).toEqual(all.areasAt(lat, lon))
          expect(index.corridorsAt(lat, lon)).toEqual(all.corridorsAt(lat, lon))
        }
      }),
    )
  })
  test('of nothing answers nothing', () => expect(fencesOf([], []).areasAt(29.5, 106.5)).toEqual([]))
  test('a shape at the other end of the world costs no memory', () => {
    const far: Area = { kind: 'circle', centre: { lat: -60, lon: -150 }, radiusM: 100 }
    const index = fencesOf([{ area: far }, { area: { kind: 'circle' as const, centre: CENTRE, radiusM: 100 } }], [])
    expect(index.areasAt(CENTRE.lat, CENTRE.lon)).toHaveLength(1)
    expect(index.areasAt(-60, -150)).toHaveLength(1)
  })
})

function between(from: Point, to: Point, share: number): Point {
  return { lat: from.lat + (to.lat - from.lat) * share, lon: from.lon + (to.lon - from.lon) * share }
}
