import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceM, headingDeg, impliedKmh, moved } from './distance.ts'
import type { Point } from './point.ts'

const place = fc.record({ lat: fc.double({ min: 18, max: 53, noNaN: true }), lon: fc.double({ min: 74, max: 134, noNaN: true }) })
const near = fc.tuple(place, fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: 0, max: 100_000, noNaN: true }))

describe('distance on the ellipsoid', () => {
  test('is within a centimetre up to 10 km, and within 0.002 % up to 100 km, of Vincenty', () => {
    fc.assert(
      fc.property(near, ([from, heading, away]) => {
        const to = moved(from, away * Math.cos((heading * Math.PI) / 180), away * Math.sin((heading * Math.PI) / 180))
        const error = Math.abs(distanceM(from, to) - vincenty(from, to))
        expect(error).toBeLessThan(Math.max(0.01, away > 10_000 ? away * 2e-5 : 0))
      }),
      { numRuns: 500 },
    )
  })
  test('is the same both ways, and nothing to oneself', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        expect(distanceM(from, to)).toBe(distanceM(to, from))
        expect(distanceM(from, from)).toBe(0)
      }),
    )
  })
  test('a degree of latitude at 29.5° is 110,844 m', () => expect(distanceM({ lat: 29, lon: 106 }, { lat: 30, lon: 106 })).toBeCloseTo(110_844, -1))
  test.each([
    ['north', 1, 0, 0],
    ['east', 0, 1, 90],
    ['south', -1, 0, 180],
    ['west', 0, -1, 270],
  ])('%s', (_, north, east, degrees) => expect(headingDeg({ lat: 29, lon: 106 }, moved({ lat: 29, lon: 106 }, north * 100, east * 100))).toBeCloseTo(degrees, 3))
  test('a kilometre in a minute is 60 km/h; in no time it is no speed at all', () => {
    const from = { lat: 29, lon: 106 }
    expect(impliedKmh(from, moved(from, 1000, 0), 60_000)).toBeCloseTo(60, 3)
    expect(impliedKmh(from, moved(from, 1000, 0), 0)).toBe(Infinity)
  })
})

/** T. Vincenty, Survey Review XXIII 176 (1975), the inverse problem on WGS 84. */
function vincenty(from: Point, to: Point): number {
  const [a, f] = [6_378_137, 1 / 298.257223563]
  const b = a * (1 - f)
  const rad = Math.PI / 180
  const [u1, u2, l] = [Math.atan((1 - f) * Math.tan(from.lat * rad)), Math.atan((1 - f) * Math.tan(to.lat * rad)), (to.lon - from.lon) * rad]
  let [lambda, sinSigma, cosSigma, sigma, cos2Alpha, cos2M] = [l, 0, 1, 0, 1, 0]
  for (let round = 0; round < 100; round += 1) {
    sinSigma = Math.hypot(Math.cos(u2) * Math.sin(lambda), Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda))
    if (sinSigma === 0) return 0
    cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda)
    sigma = Math.atan2(sinSigma, cosSigma)
    const sinAlpha = (Math.cos(u1) * Math.cos(u2) * Math.sin(lambda)) / sinSigma
    cos2Alpha = 1 - sinAlpha ** 2
    cos2M = cosSigma - (2 * Math.sin(u1) * Math.sin(u2)) / cos2Alpha
    const c = (f / 16) * cos2Alpha * (4 + f * (4 - 3 * cos2Alpha))
    const next = l + (1 - c) * f * sinAlpha * (sigma + c * sinSigma * (cos2M + c * cosSigma * (2 * cos2M ** 2 - 1)))
    const done = Math.abs(next - lambda) < 1e-13
    lambda = next
    if (done) break
  }
  const square = (cos2Alpha * (a * a - b * b)) / (b * b)
  const bigA = 1 + (square / 16384) * (4096 + square * (-768 + square * (320 - 175 * square)))
  const bigB = (square / 1024) * (256 + square * (-128 + square * (74 - 47 * square)))
  const delta = bigB * sinSigma * (cos2M + (bigB / 4) * (cosSigma * (2 * cos2M ** 2 - 1) - (bigB / 6) * cos2M * (4 * sinSigma ** 2 - 3) * (4 * cos2M ** 2 - 3)))
  return b * bigA * (sigma - delta)
}
