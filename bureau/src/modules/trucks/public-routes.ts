import { civilDay, momentOf } from '../../platform/clock.ts'
import type { Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import type { TruckParts } from './parts.ts'
import { beganAt, standingAt, standingNow, type Standing } from './store.ts'
import { HaulageQuery, MapBase, PublicHaulage, RECORDS } from './wire.ts'

/** Sites with a permit in force and where they may tip, for everybody: whoever sees a truck can tell whether it may be there. Names no driver and no plate. */
export function publicTruckRoutes(http: Http, { database, clock, map }: Pick<TruckParts, 'database' | 'clock' | 'map'>): void {
  http.get('/api/public/map', { schema: { tags: ['渣土车辆'], summary: '地图的底图', response: { 200: MapBase } } }, () => map)
  http.get('/api/public/haulage', { schema: { tags: ['渣土车辆'], summary: '在运工地、消纳场、路线和处置核准', querystring: HaulageQuery, response: { 200: PublicHaulage } } }, (request) =>
    database.read(async (queries) => {
      const today = civilDay(clock.now())
      const on = request.query.on ?? today
      const isPast = on < today
      const standing = isPast ? await stoodOn(queries, on) : await standingNow(queries, SHOWN)
      const began = await beganAt(queries, SHOWN)
      const titles = new Map(standing.map(({ id, title }) => [id, title]))
      const permits = standing.flatMap(({ kind, data }) => (kind === 'permit' ? [RECORDS.permit.parse(data)] : [])).filter(({ from, until }) => from <= on && on <= until)
      const used = new Set(permits.flatMap(({ site, disposal, routes }) => [site, disposal, ...routes]))
      const open = standing.filter(({ id }) => used.has(id))
      return {
        on,
        isPast,
        ...(began === undefined ? {} : { since: civilDay(new Date(began)) }),
        sites: open.flatMap(({ kind, data }) => (kind === 'site' ? [pick(RECORDS.site.parse(data))] : [])),
        disposals: open.flatMap(({ kind, data }) => (kind === 'disposal' ? [place(RECORDS.disposal.parse(data))] : [])),
        routes: open.flatMap(({ kind, data }) => (kind === 'route' ? [way(RECORDS.route.parse(data))] : [])),
        permits: permits.map(({ number, enterprise, site, disposal, volume, from, until, hours, vehicles, issuer }) => ({
          number, enterprise: titles.get(enterprise) ?? '', site: titles.get(site) ?? '', disposal: titles.get(disposal) ?? '', volume, from, until, vehicles: vehicles.length, issuer,
          ...(hours === undefined ? {} : { hours: `${hours.from} 至 ${hours.until}` }),
        })),
      }
    }),
  )
}

const SHOWN = ['enterprise', 'site', 'disposal', 'route', 'permit'] as const
const DAY_MS = 86_400_000
/** A day that is over is shown as it was known when it ended: what was corrected later was not known then. */
const stoodOn = (queries: Queries, on: string): Promise<readonly Standing[]> => standingAt(queries, SHOWN, new Date(momentOf(on, '00:00').getTime() + DAY_MS - 1).toISOString())

type Drawn = PublicHaulage['disposals'][number]
const place = ({ name, address, area }: Drawn): Drawn => ({ name, address, area })
const pick = ({ name, contractor, address, area }: PublicHaulage['sites'][number]): PublicHaulage['sites'][number] => ({ name, contractor, address, area })
const way = ({ name, line }: PublicHaulage['routes'][number]): PublicHaulage['routes'][number] => ({ name, line })
