import type { DisposalSite, DistrictData, NoGoArea, Permit, Road, Route, Site, Truck } from '../district.ts'
import { moved } from '../geometry/distance.ts'
import type { Area } from '../geometry/area.ts'
import type { Point } from '../geometry/point.ts'
import { between, milestones, part, pointAt } from './path.ts'

/** The middle of the fictional district; it lies where 九龙坡 is, and nothing in it exists. */
const CENTRE: Point = { lat: 29.5, lon: 106.5 }
const at = (northM: number, eastM: number): Point => moved(CENTRE, northM, eastM)

/** Where a truck goes when it has nothing to do. */
export const DEPOT = at(-1500, 0)
/** A way that a truck knows: out of the site, through the gate, along the route, into the disposal site. */
export interface Way {
  readonly siteId: string
  readonly disposalSiteId: string
  readonly routeId: string
  readonly topKmh: number
  /** From the middle of the site to the middle of the disposal site. */
  readonly path: readonly Point[]
}
/** The fictional district (虚构辖区): its ground and papers, and the ways through it. */
export interface Fictional {
  readonly data: DistrictData
  readonly ways: readonly Way[]
}

const SITES: readonly { readonly id: string; readonly name: string; readonly middle: Point; readonly disposalSiteId: string; readonly oneLane?: boolean }[] = [
  { id: 'site-a', name: '甲工地〔虚构〕', middle: at(-3000, 3500), disposalSiteId: 'disposal-d' },
  { id: 'site-b', name: '乙工地〔虚构〕', middle: at(-4500, 1500), disposalSiteId: 'disposal-d' },
  { id: 'site-c', name: '丙工地〔虚构〕', middle: at(-3800, -2500), disposalSiteId: 'disposal-e', oneLane: true },
  { id: 'site-u', name: '丁工地〔虚构，未办证〕', middle: at(-1000, -4000), disposalSiteId: 'disposal-e' },
]
const DISPOSAL_SITES = [
  { id: 'disposal-d', name: '东消纳场〔虚构〕', middle: at(5000, 1000) },
  { id: 'disposal-e', name: '西消纳场〔虚构〕', middle: at(4200, -3500) },
]
export const NO_GO: NoGoArea = { kind: 'no-go', id: 'no-go-1', name: '学校周边禁行区〔虚构〕', area: { kind: 'circle', centre: at(1500, 0), radiusM: 400 }, onlyLoaded: false }
/** The middle of the no-go area, for whoever drives through it. */
export const NO_GO_MIDDLE = at(1500, 0)
const HALF_YARD_M = 120
const HALF_WIDTH_M = 40

const yard = (middle: Point): Area => {
  const corner = (north: number, east: number) => moved(middle, north * HALF_YARD_M, east * HALF_YARD_M)
  return { kind: 'polygon', rings: [[corner(-1, -1), corner(-1, 1), corner(1, 1), corner(1, -1)]] }
}

/** Builds the district for so many trucks of so many enterprises, with permits valid for that day. Trucks whose number is in `unlisted` stand in no permit. */
export function fictionalDistrict(options: { readonly trucks: number; readonly enterprises: number; readonly midnightMs: number; readonly unlisted: readonly number[] }): Fictional {
  const disposalSites = DISPOSAL_SITES.map(({ id, name, middle }): DisposalSite => ({ kind: 'disposal-site', id, name, area: { kind: 'circle', centre: middle, radiusM: 150 } }))
  const ways = SITES.map(wayOf)
  const sites = SITES.map(({ id, name, middle }, index): Site => ({ kind: 'site', id, name, area: yard(middle), gate: { kind: 'circle', centre: gateOf(ways[index]?.path ?? []), radiusM: 45 } }))
  const routes = ways.map(({ routeId, path }, index): Route => ({ id: routeId, name: `${index + 1}号路线〔虚构〕`, corridor: { path, halfWidthM: HALF_WIDTH_M } }))
  const roads = ways.map(({ path }, index): Road => ({
    id: `road-${index + 1}`,
    name: `${index + 1}号路〔虚构〕`,
    ...(SITES[index]?.oneLane === true ? { roadClass: 'one-lane' } : { roadClass: 'several-lanes', signKmh: 60 }),
    corridor: { path, halfWidthM: HALF_WIDTH_M },
  }))
  const trucks = Array.from({ length: options.trucks }, (_, index): Truck => ({ id: truckId(index), plate: `渝A${String(10_000 + index)}〔虚构〕`, enterpriseId: `enterprise-${(index % options.enterprises) + 1}`, ratedLoadKg: 30_000, bodyM3: 18 }))
  const listed = trucks.filter((_, index) => !options.unlisted.includes(index)).map(({ id }) => id)
  const permits = ways.filter(({ siteId }) => siteId !== 'site-u').map(({ siteId, disposalSiteId, routeId }): Permit => ({
    id: `permit-${siteId}`,
    siteId,
    disposalSiteIds: [disposalSiteId],
    truckIds: listed,
    routeIds: [routeId],
    validFromMs: options.midnightMs - 30 * 86_400_000,
    validUntilMs: options.midnightMs + 30 * 86_400_000,
    hours: [{ fromMinute: 5 * 60, untilMinute: 17 * 60 }, { fromMinute: 19 * 60, untilMinute: 23 * 60 }],
  }))
  return { data: { sites, disposalSites, noGoAreas: [NO_GO], roads, routes, permits, trucks }, ways }
}

export const truckId = (index: number): string => `truck-${index + 1}`

/** A line with three bends from a site to its disposal site. */
function wayOf({ id, middle, disposalSiteId, oneLane }: (typeof SITES)[number], index: number): Way {
  const goal = DISPOSAL_SITES.find((one) => one.id === disposalSiteId)?.middle ?? CENTRE
  const bends = [0.25, 0.5, 0.75].map((share, bend) => moved(between(middle, goal, share), ((index + bend) % 3) * 60 - 60, ((index * 2 + bend) % 3) * 120 - 120))
  return { siteId: id, disposalSiteId, routeId: `route-${index + 1}`, topKmh: oneLane === true ? 42 : 50, path: [middle, ...bends, goal] }
}

/** Where a way crosses the edge of the yard that it begins in. */
function gateOf(path: readonly Point[]): Point {
  const marks = milestones(path)
  const [middle] = path
  const isInside = (point: Point) => middle !== undefined && Math.abs(point.lat - middle.lat) < HALF_YARD_M / 110_850 && Math.abs(point.lon - middle.lon) < HALF_YARD_M / 96_900
  let alongM = 0
  while (alongM < 400 && isInside(pointAt(path, marks, alongM))) alongM += 1
  return pointAt(path, marks, alongM)
}

/** A way round that leaves the route between two shares of it, so many metres to the side. */
export function detour(path: readonly Point[], from: number, until: number, by: (leaving: Point, back: Point) => readonly Point[]): readonly Point[] {
  const [before, after] = [part(path, 0, from), part(path, until, 1)]
  const [leaving, back] = [before.at(-1) ?? CENTRE, after[0] ?? CENTRE]
  return [...before, ...by(leaving, back), ...after]
}
