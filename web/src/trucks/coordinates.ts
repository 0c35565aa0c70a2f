import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'

export type ReadPoints = { readonly ok: true; readonly points: readonly Point[] } | { readonly ok: false; readonly because: string }

/** Six decimals are a tenth of a metre. */
const DECIMALS = 6
const written = (degrees: number): string => String(Number(degrees.toFixed(DECIMALS)))
/** One point a line, longitude first: what is typed is what is shown. */
export const writePoints = (points: readonly Point[]): string => points.map(([longitude, latitude]) => `${written(longitude)}, ${written(latitude)}`).join('\n')

/** Reads coordinates as people paste them: a point a line or between semicolons, the two numbers between a comma or a blank (经度在前). */
export function readPoints(text: string): ReadPoints {
  const pairs = text.split(/[;；\n]+/).map((pair) => pair.trim()).filter((pair) => pair !== '')
  const points: Point[] = []
  for (const [index, pair] of pairs.entries()) {
    const [longitude, latitude, ...more] = pair.split(/[\s,，]+/).map(Number)
    if (longitude === undefined || latitude === undefined || more.length > 0 || !Number.isFinite(longitude) || !Number.isFinite(latitude)) return { ok: false, because: `第 ${index + 1} 个点「${pair}」应写作「经度, 纬度」，如 106.51, 29.50` }
    if (Math.abs(latitude) > 90 && Math.abs(longitude) <= 90) return { ok: false, because: `第 ${index + 1} 个点「${pair}」把纬度写在了前面，应经度在前` }
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return { ok: false, because: `第 ${index + 1} 个点「${pair}」超出了经度 ±180、纬度 ±90 的范围` }
    points.push([longitude, latitude])
  }
  return { ok: true, points }
}

/** Puts a point between two others, where the line or the edge of the area is cut. */
export const withPoint = (points: readonly Point[], at: number, point: Point): readonly Point[] => [...points.slice(0, at), point, ...points.slice(at)]
export const movedPoint = (points: readonly Point[], at: number, point: Point): readonly Point[] => points.map((one, index) => (index === at ? point : one))
export const withoutPoint = (points: readonly Point[], at: number): readonly Point[] => points.filter((_, index) => index !== at)

/** Where a further point may be put: the middles of the edges, with the place in the order that it would have. */
export function middlesOf(of: 'area' | 'line' | 'point', points: readonly Point[]): readonly { readonly at: number; readonly point: Point }[] {
  if (of === 'point' || points.length < 2) return []
  const isRing = of === 'area' && points.length > 2
  return points.slice(0, isRing ? points.length : -1).map(([longitude, latitude], index) => {
    const [east, north] = points[(index + 1) % points.length] ?? [longitude, latitude]
    return { at: index + 1, point: [(longitude + east) / 2, (latitude + north) / 2] }
  })
}

/** Points as they lie in a record that was read: anything else is not drawn. */
export const pointsIn = (value: unknown): readonly Point[] => (Array.isArray(value) ? value.flatMap((one: unknown) => pointIn(one)) : [])
/** The one point, or none. */
export function pointIn(value: unknown): readonly Point[] {
  if (!Array.isArray(value)) return []
  const [longitude, latitude]: readonly unknown[] = value
  return typeof longitude === 'number' && typeof latitude === 'number' ? [[longitude, latitude]] : []
}
