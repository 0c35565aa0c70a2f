import { LINKS, LINK_TITLES, REASON_TITLES, UNKNOWN_REASONS, type Link, type LinkVerdict } from '@zhunsheng/trucks/compliance/link.ts'
import { ENOUGH_TRIPS, scoreOf } from '@zhunsheng/trucks/compliance/ranking.ts'
import { TARGET } from '@zhunsheng/trucks/compliance/rate.ts'
import { csvOf } from '../../platform/csv.ts'
import type { Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { malformed } from '../../platform/problem.ts'
import { allow, EXPORTED, type TrackingParts } from './parts.ts'
import { listTrips, ratesOf, reasonsOf, type RateRow, type RateSpan, type TripRow as StoredTrip } from './store-trips.ts'
import { Compliance, ComplianceQuery, TripPage, TripQuery, VERDICTS, type Rate, type TripRow } from './wire.ts'

const tags = ['渣土车辆']

/** Trips and how many of them complied (趟次与全流程监管达标率). Every count opens to the trips that it counts. */
export function tripRoutes(http: Http, parts: TrackingParts): void {
  const { database } = parts
  http.get('/api/trucks/trips', { schema: { tags, summary: '运输趟次', querystring: TripQuery, response: { 200: TripPage } } }, async (request) => {
    await allow(parts, request, 'read')
    const { total, rows } = await database.read((queries) => listTrips(queries, request.query))
    return { total, rows: rows.map(shown) }
  })
  http.get('/api/trucks/trips.csv', { schema: { tags, summary: '导出运输趟次', querystring: TripQuery } }, async (request, reply) => {
    await allow(parts, request, 'read')
    const { rows } = await database.read((queries) => listTrips(queries, { ...request.query, page: 1, size: EXPORTED }))
    const lines = rows.map(shown).map((trip) => [trip.plate, trip.enterprise, trip.site, trip.tipped, trip.loadedAt, trip.endedAt, String(trip.volume ?? ''), trip.distanceKm.toFixed(1), VERDICTS[trip.verdict], ...trip.links.map(({ verdict, reasons }) => (reasons.length === 0 ? VERDICTS[verdict] : reasons.join('；')))])
    const head = ['号牌', '运输企业', '工地', '倾倒地点', '装载完成', '运输结束', '方量（立方米）', '里程（公里）', '判定', ...LINKS.map((link) => LINK_TITLES[link])]
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="trips.csv"').send(csvOf([head, ...lines]))
  })
  http.get('/api/trucks/compliance', { schema: { tags, summary: '全流程监管达标率', querystring: ComplianceQuery, response: { 200: Compliance } } }, async (request) => {
    await allow(parts, request, 'read')
    const { by, ...span } = request.query
    return database.read((queries) => complianceOf(queries, span, by))
  })
}
const NOBODY: RateRow = { key: 'all', name: '全部', total: 0, complied: 0, failed: 0, unknown: 0 }

/** The rate of a span with its parts; of one enterprise, where it asks for its own. */
export async function complianceOf(queries: Queries, span: RateSpan, by: ComplianceQuery['by']): Promise<Compliance> {
  const { from, until } = span
  if (until < from) throw malformed([{ path: 'until', because: '截止日不能早于起始日' }])
  const [whole = rateOf(NOBODY, [], undefined)] = await rated(queries, span, undefined)
  return { from, until, target: TARGET, whole, parts: [...(await rated(queries, span, by))] }
}

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

async function rated(queries: Queries, span: RateSpan, by: ComplianceQuery['by'] | undefined): Promise<readonly Rate[]> {
  const rows = await ratesOf(queries, span, by)
  const reasons = await reasonsOf(queries, span, by)
  const rates = rows.map((row) => rateOf(row, reasons.filter(({ key }) => key === row.key), by))
  if (by !== 'enterprise') return rates
  const scored = rates.filter(({ score }) => score !== undefined).sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
  return [...scored.map((one) => ({ ...one, place: scored.findIndex(({ score }) => score === one.score) + 1 })), ...rates.filter(({ score }) => score === undefined)]
}
function rateOf({ key, name, total, complied, failed, unknown }: RateRow, reasons: readonly { readonly reason: string; readonly trips: number }[], by: ComplianceQuery['by'] | undefined): Rate {
  return {
    key, name, total, complied, failed, unknown,
    ...(total === 0 ? {} : { rate: complied / total, reachesTarget: complied / total >= TARGET }),
    ...(complied + failed === 0 ? {} : { rateOfKnown: complied / (complied + failed) }),
    ...(by === 'enterprise' && key !== '' && total >= ENOUGH_TRIPS ? { score: scoreOf(complied, total) } : {}),
    reasons: reasons.flatMap(({ reason, trips }) => reasonIn(reason, trips)),
  }
}
const isLink = (word: string): word is Link => LINKS.some((link) => link === word)
const isReason = (word: string): word is keyof typeof REASON_TITLES => word in REASON_TITLES
/** All others say that a link failed. */
const isUnknown = (word: string): boolean => UNKNOWN_REASONS.some((reason) => reason === word)
function reasonIn(written: string, trips: number): Rate['reasons'] {
  const [link = '', reason = ''] = written.split('.')
  return isLink(link) && isReason(reason) ? [{ link, reason, text: `${LINK_TITLES[link]}：${REASON_TITLES[reason]}`, kind: isUnknown(reason) ? 'unknown' : 'failed', trips }] : []
}
