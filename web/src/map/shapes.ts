import type { MapBase, Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { gcjFromWgs, wgsFromGcj } from '@zhunsheng/trucks/geometry/datum.ts'
import type { Drawn } from './drawn.ts'

type Shift = (point: Point) => Point
/** From WGS-84 onto the ground below, and back: on-line maps of the mainland are shifted, and so is what lies on them (坐标偏移). */
export function shiftsOf({ tiles }: MapBase): { readonly onto: Shift; readonly back: Shift } {
  if (tiles?.datum !== 'GCJ-02') return { onto: (point) => point, back: (point) => point }
  return {
    onto: ([lon, lat]) => flat(gcjFromWgs({ lon, lat })),
    back: ([lon, lat]) => flat(wgsFromGcj({ lon, lat })),
  }
}
const flat = ({ lon, lat }: { readonly lon: number; readonly lat: number }): Point => [lon, lat]

type Geometry = { readonly type: 'Point'; readonly coordinates: number[] } | { readonly type: 'LineString'; readonly coordinates: number[][] } | { readonly type: 'Polygon'; readonly coordinates: number[][][] }
interface Feature {
  readonly type: 'Feature'
  readonly properties: { readonly kind: Drawn['kind']; readonly name?: string; readonly band?: number }
  readonly geometry: Geometry
}
interface Features {
  readonly type: 'FeatureCollection'
  features: Feature[]
}

/** The shapes as GeoJSON, each with a place for its name: the library would name an area once in every tile that it touches. */
export function featuresOf(shapes: readonly Drawn[], onto: Shift): Features {
  return { type: 'FeatureCollection', features: shapes.flatMap((drawn) => [...shapeOf(drawn, onto), ...nameOf(drawn, onto)]) }
}

function shapeOf({ kind, of, points, width }: Drawn, onto: Shift): readonly Feature[] {
  const [first, ...rest] = points.map((point) => [...onto(point)])
  if (first === undefined) return []
  if (of === 'point') return [{ type: 'Feature', properties: { kind }, geometry: { type: 'Point', coordinates: first } }]
  if (rest.length === 0) return []
  const band = width === undefined ? {} : { band: pixelsAtZoomZero(width, first[1] ?? 0) }
  return [{ type: 'Feature', properties: { kind, ...band }, geometry: of === 'area' ? { type: 'Polygon', coordinates: [[first, ...rest, first]] } : { type: 'LineString', coordinates: [first, ...rest] } }]
}

function nameOf({ kind, of, points, name }: Drawn, onto: Shift): readonly Feature[] {
  const place = of === 'line' ? points[Math.floor(points.length / 2)] : topOf(points)
  if (place === undefined || name === '' || kind === 'gate') return []
  return [{ type: 'Feature', properties: { kind, name }, geometry: { type: 'Point', coordinates: [...onto(place)] } }]
}
/** Above the middle: its name hides no small area. */
function topOf(points: readonly Point[]): Point | undefined {
  if (points.length === 0) return undefined
  return [points.reduce((sum, [longitude]) => sum + longitude, 0) / points.length, Math.max(...points.map(([, latitude]) => latitude))]
}

/** Metres of a pixel where the whole equator fits into the 512 pixels of the farthest view. */
const METRES_AT_ZERO = 40_075_016.686 / 512
export const metresPerPixel = (zoom: number, latitude: number): number => (METRES_AT_ZERO * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom
const pixelsAtZoomZero = (metres: number, latitude: number): number => metres / metresPerPixel(0, latitude)
