import { scaleAt } from './distance.ts'
import type { Point } from './point.ts'

/**
 * A piece of ground (电子围栏). A polygon is a list of rings, each closed by itself: the first is the outline, others are
 * holes (what lies within an odd number of rings is inside). Edges are straight in latitude and longitude.
 */
export type Area =
  | { readonly kind: 'polygon'; readonly rings: readonly (readonly Point[])[] }
  | { readonly kind: 'circle'; readonly centre: Point; readonly radiusM: number }

/** A rectangle of degrees. */
export interface Box {
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
}

/** An area made ready for many questions. */
export interface ReadyArea {
  readonly box: Box
  /** Whether a point lies inside. A point on the very edge may be told either way: the edge is thinner than any position. */
  readonly contains: (lat: number, lon: number) => boolean
  /** Whether some of the edge lies within this rectangle; may say yes where it only comes near. */
  readonly edgeMeets: (box: Box) => boolean
}

/** Makes an area ready. A polygon needs three corners, a circle a radius above nothing; `faultOfArea` says what is missing. */
export const readyArea = (area: Area): ReadyArea => (area.kind === 'circle' ? readyCircle(area.centre, area.radiusM) : readyPolygon(area.rings))

/** What is wrong with an area as somebody drew it; nothing if it can be used. */
export function faultOfArea(area: Area): string | undefined {
  if (area.kind === 'circle') return isPlace(area.centre) && area.radiusM > 0 && area.radiusM < 1e6 ? undefined : '圆形区域须有圆心，半径须大于零、小于一千公里'
  if (area.rings.length === 0 || area.rings.some((ring) => ring.length < 3)) return '多边形至少须有三个顶点'
  return area.rings.every((ring) => ring.every(isPlace)) ? undefined : '顶点的经纬度超出范围'
}

/** Whether these are degrees of latitude and longitude at all. */
export const isPlace = ({ lat, lon }: Point): boolean => lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180

function readyCircle(centre: Point, radiusM: number): ReadyArea {
  const { latM, lonM } = scaleAt(centre.lat)
  const most = radiusM * radiusM
  const away2 = (lat: number, lon: number): number => {
    const north = (lat - centre.lat) * latM
    const east = (lon - centre.lon) * lonM
    return north * north + east * east
  }
  const box = { south: centre.lat - radiusM / latM, north: centre.lat + radiusM / latM, west: centre.lon - radiusM / lonM, east: centre.lon + radiusM / lonM }
  return {
    box,
    contains: (lat, lon) => away2(lat, lon) <= most,
    edgeMeets: ({ south, west, north, east }) => {
      const nearest = away2(clamp(centre.lat, south, north), clamp(centre.lon, west, east))
      const farthest = Math.max(away2(south, west), away2(south, east), away2(north, west), away2(north, east))
      return nearest <= most * 1.001 && farthest >= most * 0.999
    },
  }
}

function readyPolygon(rings: readonly (readonly Point[])[]): ReadyArea {
  const edges = edgesOf(rings)
  return { box: boxOf(rings.flat()), contains: (lat, lon) => isWithin(edges, lat, lon), edgeMeets: (box) => someEdgeMeets(edges, box) }
}

/** Each edge as four numbers: latitude and longitude of one end, then of the other. */
function edgesOf(rings: readonly (readonly Point[])[]): Float64Array {
  return Float64Array.from(
    rings.flatMap((ring) =>
      ring.flatMap((from, index) => {
        const to = ring[(index + 1) % ring.length] ?? from
        return [from.lat, from.lon, to.lat, to.lon]
      }),
    ),
  )
}

/** Counts the edges that a ray towards the east crosses. */
function isWithin(edges: Float64Array, lat: number, lon: number): boolean {
  let inside = false
  for (let at = 0; at < edges.length; at += 4) {
    const lat1 = edges[at] ?? 0
    const lat2 = edges[at + 2] ?? 0
    if (lat1 > lat === lat2 > lat) continue
    const lon1 = edges[at + 1] ?? 0
    const lon2 = edges[at + 3] ?? 0
    if (lon < lon1 + ((lat - lat1) / (lat2 - lat1)) * (lon2 - lon1)) inside = !inside
  }
  return inside
}

function someEdgeMeets(edges: Float64Array, { south, west, north, east }: Box): boolean {
  for (let at = 0; at < edges.length; at += 4) {
    const [lat1, lon1, lat2, lon2] = [edges[at] ?? 0, edges[at + 1] ?? 0, edges[at + 2] ?? 0, edges[at + 3] ?? 0]
    if (Math.max(lat1, lat2) < south || Math.min(lat1, lat2) > north || Math.max(lon1, lon2) < west || Math.min(lon1, lon2) > east) continue
    // The line passes by if all four corners lie on one side of it.
    const side = (lat: number, lon: number): number => (lat - lat1) * (lon2 - lon1) - (lon - lon1) * (lat2 - lat1)
    const sides = [side(south, west), side(south, east), side(north, west), side(north, east)]
    if (Math.max(...sides) >= 0 && Math.min(...sides) <= 0) return true
  }
  return false
}

/** The rectangle around points. */
export function boxOf(points: readonly Point[]): Box {
  let box = { south: Infinity, west: Infinity, north: -Infinity, east: -Infinity }
  for (const { lat, lon } of points) box = { south: Math.min(box.south, lat), west: Math.min(box.west, lon), north: Math.max(box.north, lat), east: Math.max(box.east, lon) }
  return box
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
