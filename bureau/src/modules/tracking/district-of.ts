import type { DistrictData, Permit, Road, Route, Site } from '@zhunsheng/trucks/district.ts'
import type { Area } from '@zhunsheng/trucks/geometry/area.ts'
import type { Corridor } from '@zhunsheng/trucks/geometry/corridor.ts'
import { dayFrom, midnightOf, type Hours } from '@zhunsheng/trucks/time-of-day.ts'
import type { Registered } from '../trucks/contract.ts'
import { RECORDS, type Point } from '../trucks/wire.ts'

/** The register as the pipeline reads it (登记转辖区数据). What a record does not say stays unknown: nobody is accused for want of a survey. */
export function districtData(standing: readonly Registered[]): DistrictData {
  const each = <T>(kind: Registered['kind'], read: (record: Registered) => T): readonly T[] => standing.filter((record) => record.kind === kind).map(read)
  return {
    sites: each('site', siteOf),
    disposalSites: each('disposal', ({ id, data }) => {
      const { name, area } = RECORDS.disposal.parse(data)
      return { kind: 'disposal-site', id, name, area: areaOf(area) }
    }),
    noGoAreas: each('zone', ({ id, data }) => {
      const { name, area, hours, onlyLoaded } = RECORDS.zone.parse(data)
      return { kind: 'no-go', id, name, area: areaOf(area), ...(hours === undefined ? {} : { hours: hoursOf(hours) }), onlyLoaded: onlyLoaded ?? false }
    }),
    roads: each('road', roadOf),
    routes: each('route', routeOf),
    permits: each('permit', permitOf),
    trucks: each('vehicle', ({ id, title, data }) => {
      const { enterprise, capacity, volume } = RECORDS.vehicle.parse(data)
      return { id, plate: title, enterpriseId: enterprise, ratedLoadKg: capacity, bodyM3: volume }
    }),
  }
}

const placeOf = ([lon, lat]: Point) => ({ lat, lon })
const areaOf = (ring: readonly Point[]): Area => ({ kind: 'polygon', rings: [ring.map(placeOf)] })
const corridorOf = ({ line, width }: { readonly line: readonly Point[]; readonly width: number }): Corridor => ({ path: line.map(placeOf), halfWidthM: width / 2 })
const minuteIn = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const hoursOf = (hours: { readonly from: string; readonly until: string } | undefined): readonly Hours[] => (hours === undefined ? [] : [{ fromMinute: minuteIn(hours.from), untilMinute: minuteIn(hours.until) }])

function siteOf({ id, data }: Registered): Site {
  const { name, area, gate } = RECORDS.site.parse(data)
  return { kind: 'site', id, name, area: areaOf(area), ...(gate === undefined ? {} : { gate: { kind: 'circle', centre: placeOf(gate.at), radiusM: gate.radius } }) }
}
function roadOf({ id, data }: Registered): Road {
  const { name, roadClass, sign, ...drawn } = RECORDS.road.parse(data)
  return { id, name, roadClass, ...(sign === undefined ? {} : { signKmh: sign }), corridor: corridorOf(drawn) }
}
function routeOf({ id, data }: Registered): Route {
  const { name, ...drawn } = RECORDS.route.parse(data)
  return { id, name, corridor: corridorOf(drawn) }
}
/** Valid from the first instant of its first day to the last of its last, in China. */
function permitOf({ id, data }: Registered): Permit {
  const { site, disposal, vehicles, routes, from, until, hours } = RECORDS.permit.parse(data)
  return { id, siteId: site, disposalSiteIds: [disposal], truckIds: vehicles, routeIds: routes, validFromMs: midnightOf(dayFrom(from)), validUntilMs: midnightOf(dayFrom(until) + 1), hours: hoursOf(hours) }
}
