import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bdFromGcj, gcjFromBd, gcjFromWgs, wgsFromGcj } from './datum.ts'
import { distanceM } from './distance.ts'

const inland = fc.record({ lat: fc.double({ min: 18, max: 53, noNaN: true }), lon: fc.double({ min: 74, max: 134, noNaN: true }) })

describe('WGS 84, GCJ-02 and BD-09', () => {
  // Vectors of eviltransform's own tests (googollee/eviltransform, MIT): Shanghai, Shenzhen, Beijing.
  test.each([
    [31.1774276, 121.5272106, 31.17530398364597, 121.531541859215],
    [22.543847, 113.912316, 22.540796131694766, 113.9171764808363],
    [39.911954, 116.377817, 39.91334545536069, 116.38404722455657],
  ])('%f, %f as the libraries shift it', (lat, lon, gcjLat, gcjLon) => {
    const gcj = gcjFromWgs({ lat, lon })
    expect(distanceM(gcj, { lat: gcjLat, lon: gcjLon })).toBeLessThan(1e-6)
  })
  test('there and back again is within 0.1 mm', () => {
    fc.assert(
      fc.property(inland, (wgs) => {
        expect(distanceM(wgsFromGcj(gcjFromWgs(wgs)), wgs)).toBeLessThan(1e-4)
        expect(distanceM(gcjFromBd(bdFromGcj(wgs)), wgs)).toBeLessThan(1e-4)
        expect(distanceM(wgsFromGcj(gcjFromBd(bdFromGcj(gcjFromWgs(wgs)))), wgs)).toBeLessThan(1e-3)
      }),
    )
  })
  test('a shift is between 50 m and 1 km', () => {
    fc.assert(
      fc.property(inland, (wgs) => {
        const away = distanceM(gcjFromWgs(wgs), wgs)
        expect(away).toBeGreaterThan(50)
        expect(away).toBeLessThan(1000)
      }),
    )
  })
  test('abroad nothing is shifted', () => {
    expect(gcjFromWgs({ lat: 48.85, lon: 2.35 })).toEqual({ lat: 48.85, lon: 2.35 })
    expect(wgsFromGcj({ lat: 48.85, lon: 2.35 })).toEqual({ lat: 48.85, lon: 2.35 })
  })
})
