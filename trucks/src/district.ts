import type { Area } from './geometry/area.ts'
import { readyCorridor, type Corridor } from './geometry/corridor.ts'
import { distanceM } from './geometry/distance.ts'
import { fencesOf, type Fences } from './geometry/fences.ts'
import type { Point } from './geometry/point.ts'
import type { Hours } from './time-of-day.ts'

/** Where muck is loaded (工地, 产生源). */
export interface Site {
  readonly kind: 'site'
  readonly id: string
  readonly name: string
  readonly area: Area
  /** The ground in front of the gate with the wheel wash (进出口、冲洗设施), where it was surveyed. */
  readonly gate?: Area
}
/** Where muck may be tipped (消纳场). */
export interface DisposalSite {
  readonly kind: 'disposal-site'
  readonly id: string
  readonly name: string
  readonly area: Area
}
/** Where trucks may not go (禁行区域), always or at some hours, all of them or only when loaded. */
export interface NoGoArea {
  readonly kind: 'no-go'
  readonly id: string
  readonly name: string
  readonly area: Area
  readonly hours?: readonly Hours[]
  readonly onlyLoaded: boolean
}
/** A road with its class, which decides how fast a truck may go there. */
export interface Road {
  readonly id: string
  readonly name: string
  readonly roadClass: RoadClass
  /** Where the sign says otherwise than the class. */
  readonly signKmh?: number
  readonly corridor: Corridor
}
/** As the regulation divides city roads: without a centre line, one lane each way, and all others, for which signs decide. */
export type RoadClass = 'no-centre-line' | 'one-lane' | 'several-lanes'
/** An approved route (核定路线). */
export interface Route {
  readonly id: string
  readonly name: string
  readonly corridor: Corridor
}
/** Who may move muck from where to where, by which trucks, on which routes and at which hours (建筑垃圾运输许可). */
export interface Permit {
  readonly id: string
  readonly siteId: string
  readonly disposalSiteIds: readonly string[]
  readonly truckIds: readonly string[]
  /** Empty: no route was set. */
  readonly routeIds: readonly string[]
  readonly validFromMs: number
  /** The first instant at which it is no longer valid. */
  readonly validUntilMs: number
  /** Empty: no hours were set. */
  readonly hours: readonly Hours[]
}
export interface Truck {
  readonly id: string
  readonly plate: string
  readonly enterpriseId: string
  /** The rated load (核定载质量). */
  readonly ratedLoadKg: number
  /** What the body holds. */
  readonly bodyM3: number
}

/** Everything that is known of the ground and of the papers at one time; data that the bureau hands in. */
export interface DistrictData {
  readonly sites: readonly Site[]
  readonly disposalSites: readonly DisposalSite[]
  readonly noGoAreas: readonly NoGoArea[]
  readonly roads: readonly Road[]
  readonly routes: readonly Route[]
  readonly permits: readonly Permit[]
  readonly trucks: readonly Truck[]
}
export type Ground = Site | DisposalSite | NoGoArea

/** The same, made ready for questions. It is built once whenever the data change, and never changes itself. */
export interface District {
  readonly data: DistrictData
  readonly fences: Fences<Ground, Road>
  readonly truck: (id: string) => Truck | undefined
  readonly site: (id: string) => Site | undefined
  readonly permit: (id: string) => Permit | undefined
  readonly permitsOf: (siteId: string) => readonly Permit[]
  /** Metres from a point to the middle of a route, and half the width within which it is the route; nothing for a route that nobody knows. */
  readonly routeAway: (routeId: string, lat: number, lon: number) => { readonly awayM: number; readonly halfWidthM: number } | undefined
  /** Whether the straight way between two points leads through the gate of a site; nothing where the gate was not surveyed. */
  readonly passesGate: (siteId: string, from: Point, to: Point) => boolean | undefined
}

/** Between two positions a truck is looked for at the gate every so many metres, up to half a kilometre. */
const GATE_STEP_M = 10
const MOST_STEPS = 50

export function districtOf(data: DistrictData): District {
  const trucks = new Map(data.trucks.map((truck) => [truck.id, truck]))
  const sites = new Map(data.sites.map((site) => [site.id, site]))
  const permits = new Map(data.permits.map((permit) => [permit.id, permit]))
  const bySite = new Map<string, Permit[]>()
  for (const permit of data.permits) bySite.set(permit.siteId, [...(bySite.get(permit.siteId) ?? []), permit])
  const routes = new Map(data.routes.map(({ id, corridor }) => [id, readyCorridor(corridor)]))
  const gates = fencesOf(data.sites.flatMap(({ id, gate }) => (gate === undefined ? [] : [{ id, area: gate }])), [])
  return {
    data,
    fences: fencesOf<Ground, Road>([...data.sites, ...data.disposalSites, ...data.noGoAreas], data.roads),
    truck: (id) => trucks.get(id),
    site: (id) => sites.get(id),
    permit: (id) => permits.get(id),
    permitsOf: (siteId) => bySite.get(siteId) ?? [],
    routeAway: (routeId, lat, lon) => {
      const route = routes.get(routeId)
      return route === undefined ? undefined : { awayM: route.awayM(lat, lon), halfWidthM: route.halfWidthM }
    },
    passesGate: (siteId, from, to) => {
      if (sites.get(siteId)?.gate === undefined) return undefined
      const steps = Math.min(Math.ceil(distanceM(from, to) / GATE_STEP_M), MOST_STEPS)
      for (let step = 0; step <= steps; step += 1) {
        const share = steps === 0 ? 0 : step / steps
        const [lat, lon] = [from.lat + (to.lat - from.lat) * share, from.lon + (to.lon - from.lon) * share]
        if (gates.areasAt(lat, lon).some(({ id }) => id === siteId)) return true
      }
      return false
    },
  }
}
