import type { Version } from '@zhunsheng/jt808/version.ts'
import type { Bodies } from '@zhunsheng/jt808/messages/catalogue.ts'
import { hash } from 'node:crypto'
import type { Registered } from '../trucks/contract.ts'
import { RECORDS, type Point } from '../trucks/wire.ts'

/** A drawn shape as a terminal keeps it (区域和路线下发), or why it cannot be. */
export type Shape =
  | { readonly kind: 'circle'; readonly id: number; readonly body: Bodies['circles'] }
  | { readonly kind: 'rectangle'; readonly id: number; readonly body: Bodies['rectangles'] }
  | { readonly kind: 'polygon'; readonly id: number; readonly body: Bodies['polygon'] }
  | { readonly kind: 'route'; readonly id: number; readonly body: Bodies['route'] }
export type Shaped = { readonly ok: true; readonly shape: Shape } | { readonly ok: false; readonly because: string }

/** Of an area: going in is told to the driver and to the platform; going out to the platform. */
const [ENTER_DRIVER, ENTER_PLATFORM, LEAVE_PLATFORM, SOUTH, WEST] = [1 << 2, 1 << 3, 1 << 5, 1 << 6, 1 << 7]
/** Of a route: leaving it is told to both. */
const LEAVES_ROUTE = (1 << 4) | (1 << 5)
const [STRETCH_SOUTH, STRETCH_WEST] = [1 << 2, 1 << 3]
const WIDEST_M = 255
const ADDED = 1
const NAME = 20

/** The number by which a terminal knows a record: the same each time, made of the record's own id. */
export const numberOf = (id: string): number => Number.parseInt(hash('sha256', id).slice(0, 8), 16)

/** `edition`: names are new in 2019. */
export function shapeOf(record: Registered, ofGate: boolean, edition: Version): Shaped {
  const { id, title, kind, data } = record
  const named: Named = { id: numberOf(ofGate ? `${id} gate` : id), ...(edition === 2019 ? { name: title.slice(0, NAME) } : {}) }
  if (ofGate && kind !== 'site') return { ok: false, because: '只有工地有出入口' }
  switch (kind) {
    case 'zone': {
      const { area, hours } = RECORDS.zone.parse(data)
      return hours === undefined ? areaShape(named, area, ENTER_DRIVER | ENTER_PLATFORM) : { ok: false, because: `这个区域只在 ${hours.from} 至 ${hours.until} 禁行，终端会全天报警；请由平台判断，不下发` }
    }
    case 'site': {
      const { area, gate } = RECORDS.site.parse(data)
      if (!ofGate) return areaShape(named, area, ENTER_PLATFORM | LEAVE_PLATFORM)
      return gate === undefined ? { ok: false, because: '这个工地没有登记出入口' } : gateShape(named, gate)
    }
    case 'disposal': return areaShape(named, RECORDS.disposal.parse(data).area, ENTER_PLATFORM | LEAVE_PLATFORM)
    case 'route': return routeShape(named, RECORDS.route.parse(data))
    default: return { ok: false, because: '只有工地、消纳场、禁行区域和路线可以下发给终端' }
  }
}
interface Named { readonly id: number; readonly name?: string }

const placeOf = ([lon, lat]: Point) => ({ latitudeE6: Math.round(Math.abs(lat) * 1e6), longitudeE6: Math.round(Math.abs(lon) * 1e6) })
/** Coordinates are without sign on the wire: the first corner says which half of the globe it is. */
const halves = ([[lon = 0, lat = 0] = []]: readonly (readonly number[])[], south: number, west: number): number => (lat < 0 ? south : 0) | (lon < 0 ? west : 0)

function areaShape(named: Named, area: readonly Point[], attributes: number): Shaped {
  const signed = attributes | halves(area, SOUTH, WEST)
  const box = boxOf(area)
  if (box === undefined) return { ok: true, shape: { kind: 'polygon', id: named.id, body: { ...named, attributes: signed, points: openRing(area).map(placeOf) } } }
  const [northWest, southEast] = [placeOf([box.west, box.north]), placeOf([box.east, box.south])]
  const body = { ...named, attributes: signed, northWestLatitudeE6: northWest.latitudeE6, northWestLongitudeE6: northWest.longitudeE6, southEastLatitudeE6: southEast.latitudeE6, southEastLongitudeE6: southEast.longitudeE6 }
  return { ok: true, shape: { kind: 'rectangle', id: named.id, body: { setting: ADDED, areas: [body] } } }
}
function gateShape(named: Named, { at, radius }: { readonly at: Point; readonly radius: number }): Shaped {
  return { ok: true, shape: { kind: 'circle', id: named.id, body: { setting: ADDED, areas: [{ ...named, attributes: ENTER_PLATFORM | LEAVE_PLATFORM | halves([at], SOUTH, WEST), ...placeOf(at), radiusM: radius }] } } }
}
function routeShape(named: Named, { line, width }: { readonly line: readonly Point[]; readonly width: number }): Shaped {
  if (width > WIDEST_M) return { ok: false, because: `终端的路段最宽 ${WIDEST_M} 米，这条路线宽 ${width} 米` }
  const turns = line.map((at, index) => ({ id: index + 1, stretchId: index + 1, ...placeOf(at), widthM: width, attributes: halves([at], STRETCH_SOUTH, STRETCH_WEST) }))
  return { ok: true, shape: { kind: 'route', id: named.id, body: { ...named, attributes: LEAVES_ROUTE, turns } } }
}

/** A ring that names its first corner again at the end has one corner too many for a terminal. */
function openRing(area: readonly Point[]): readonly Point[] {
  const [first, last] = [area[0], area.at(-1)]
  return area.length > 3 && first !== undefined && first[0] === last?.[0] && first[1] === last[1] ? area.slice(0, -1) : area
}
function boxOf(area: readonly Point[]): { readonly west: number; readonly south: number; readonly east: number; readonly north: number } | undefined {
  const corners = openRing(area)
  const [lons, lats] = [[...new Set(corners.map(([lon]) => lon))], [...new Set(corners.map(([, lat]) => lat))]]
  const isBox = corners.length === 4 && lons.length === 2 && lats.length === 2 && corners.every(([lon, lat], index) => {
    const [nextLon, nextLat] = corners[(index + 1) % 4] ?? [lon, lat]
    return (lon === nextLon) !== (lat === nextLat)
  })
  return isBox ? { west: Math.min(...lons), south: Math.min(...lats), east: Math.max(...lons), north: Math.max(...lats) } : undefined
}
