import { LINKS, LINK_TITLES, REASON_TITLES, type LinkVerdict } from '@zhunsheng/trucks/compliance/link.ts'
import { civilMinute } from '../../platform/clock.ts'
import { csvOf } from '../../platform/csv.ts'
import type { Http } from '../../platform/http.ts'
import { mayTake } from './access.ts'
import { allow, EXPORTED, type TrackingParts } from './parts.ts'
import { listTrips, type TripRow as StoredTrip } from './store-trips.ts'
import { TripPage, TripQuery, VERDICTS, type TripRow } from './wire.ts'

const tags = ['渣土车辆']

/** Trips, each with its eight links (运输趟次). Who drove is shown to those only who may see tracks. */
export function tripRoutes(http: Http, parts: TrackingParts): void {
  const { database } = parts
  http.get('/api/trucks/trips', { schema: { tags, summary: '运输趟次', querystring: TripQuery, response: { 200: TripPage } } }, async (request) => {
    const actor = await allow(parts, request, 'read')
    return database.read(async (queries) => {
      const { total, rows } = await listTrips(queries, request.query)
      const drivers = mayTake(actor, 'track') ? await parts.register.driversOf(queries, rows.flatMap(({ trip }) => trip.manifestId ?? [])) : new Map<string, never>()
      return { total, rows: rows.map((row) => ({ ...shown(row), ...driverIn(drivers.get(row.trip.manifestId ?? '')) })) }
    })
  })
  http.get('/api/trucks/trips.csv', { schema: { tags, summary: '导出运输趟次', querystring: TripQuery } }, async (request, reply) => {
    await allow(parts, request, 'read')
    const { rows } = await database.read((queries) => listTrips(queries, { ...request.query, page: 1, size: EXPORTED }))
    const lines = rows.map(shown).map((trip) => [trip.plate, trip.enterprise, trip.site, trip.tipped, when(trip.loadedAt), when(trip.endedAt), String(trip.volume ?? ''), trip.distanceKm.toFixed(1), VERDICTS[trip.verdict], ...trip.links.map(({ verdict, reasons }) => (reasons.length === 0 ? VERDICTS[verdict] : reasons.join('；')))])
    const head = ['号牌', '运输企业', '工地', '倾倒地点', '装载完成', '运输结束', '方量（立方米）', '里程（公里）', '判定', ...LINKS.map((link) => LINK_TITLES[link])]
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="trips.csv"').send(csvOf([head, ...lines]))
  })
}

const when = (at: string): string => civilMinute(new Date(at))

/** By the manifest, nobody else says who drove. */
const driverIn = (driver: TripRow['driver']): Pick<TripRow, 'driver'> => (driver === undefined ? {} : { driver: { ...driver } })

/** What people read of a trip. */
export function shown({ id, truck, plate, enterprise_name, site_name, disposal_name, trip, verdict, links }: StoredTrip): TripRow {
  return {
    id, truck, plate, enterprise: enterprise_name, site: site_name,
    tipped: disposal_name ?? (trip.tipping.kind === 'elsewhere' ? '消纳场外' : '未见倾倒'),
    loadedAt: new Date(trip.loadingUntilMs).toISOString(), endedAt: new Date(trip.endedMs).toISOString(),
    ...(trip.volumeM3 === undefined ? {} : { volume: trip.volumeM3 }),
    distanceKm: Math.round(trip.distanceM / 100) / 10, confidence: trip.confidence, verdict,
    links: LINKS.map((link) => ({ link, title: LINK_TITLES[link], verdict: links[link].verdict, reasons: wordsOf(links[link]) })),
  }
}
const wordsOf = (one: LinkVerdict): string[] => (one.verdict === 'complied' ? [] : one.verdict === 'failed' ? one.reasons.map((reason) => REASON_TITLES[reason]) : [REASON_TITLES[one.reason]])
