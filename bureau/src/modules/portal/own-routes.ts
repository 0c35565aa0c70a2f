import { z } from 'zod'
import { civilDay } from '../../platform/clock.ts'
import type { Http } from '../../platform/http.ts'
import { notAllowed, notFound } from '../../platform/problem.ts'
import { Compliance, Track, TrackQuery, TripPage, TripQuery } from '../tracking/wire.ts'
import { callerOf } from './caller.ts'
import { permitsOf } from './own-register.ts'
import type { PortalParts } from './parts.ts'
import { addReading, notices } from './store.ts'
import { NoticeList, Overview, SpanQuery } from './wire.ts'

const tags = ['企业端']
const HOUR_MS = 3_600_000

/** How an enterprise stands (企业端首页、达标率、趟次、轨迹、通知). */
export function ownRoutes(http: Http, parts: PortalParts): void {
  const { database, clock, own, haulage, term } = parts
  http.get('/api/portal/overview', { schema: { tags, summary: '企业端首页', response: { 200: Overview } } }, async (request) => {
    const { id, enterprise } = await callerOf(parts, request)
    const now = clock.now()
    const until = civilDay(now)
    const from = `${until.slice(0, 8)}01`
    return database.read(async (queries) => {
      const { target, whole } = await own.compliance(queries, enterprise, { from, until })
      const [vehicles, permits, manifests, told] = [await haulage.records(queries, enterprise, 'vehicle'), await permitsOf(parts, queries, enterprise), await haulage.manifests(queries, enterprise, { state: 'open', page: 1, size: 1 }), await notices(queries, { enterprise, account: id })]
      return {
        from, until, target, whole, vehicles: vehicles.length,
        permitsValid: permits.filter(({ standing }) => standing === 'valid').length,
        waiting: await own.unanswered(queries, enterprise, now.toISOString()),
        late: await own.unanswered(queries, enterprise, new Date(now.getTime() - term.hours * HOUR_MS).toISOString()),
        openManifests: manifests.total, unread: told.filter(({ mine }) => !mine).length,
      }
    })
  })
  http.get('/api/portal/compliance', { schema: { tags, summary: '本企业的达标率，按车辆', querystring: SpanQuery, response: { 200: Compliance } } }, async (request) => {
    const { enterprise } = await callerOf(parts, request)
    return database.read((queries) => own.compliance(queries, enterprise, request.query))
  })
  http.get('/api/portal/trips', { schema: { tags, summary: '本企业的运输趟次', querystring: TripQuery, response: { 200: TripPage } } }, async (request) => {
    const { enterprise } = await callerOf(parts, request)
    return database.read((queries) => own.trips(queries, enterprise, request.query))
  })
  http.get('/api/portal/track', { schema: { tags, summary: '本企业车辆的轨迹，查看留痕', querystring: TrackQuery, response: { 200: Track } } }, async (request) => {
    const { enterprise, signed } = await callerOf(parts, request)
    const since = await database.read((queries) => haulage.since(queries, enterprise, request.query.truck))
    if (since === undefined) throw notFound('本企业没有这辆车')
    // Who drove it before was somebody else's driver (个人信息保护法第六条).
    if (since !== 'always' && Date.parse(request.query.from) < Date.parse(since)) throw notAllowed(`这辆车 ${civilDay(new Date(since))} 才登记到本企业，此前的轨迹不能查看`)
    return own.track(request.query, `${signed}（企业）`)
  })
  http.get('/api/portal/notices', { schema: { tags, summary: '管理部门的通知', response: { 200: NoticeList } } }, async (request) => {
    const { id, enterprise, enterpriseName } = await callerOf(parts, request)
    const rows = await database.read((queries) => notices(queries, { enterprise, account: id }))
    // Who else of other enterprises has read a notice to all is not said.
    return { rows: rows.map((row) => ({ id: row.id, title: row.title, text: row.text, at: row.at, by: parts.bureau.name, to: row.enterprise === null ? '全部企业' : enterpriseName, read: row.mine, readers: [] })) }
  })
  http.post('/api/portal/notices/:id/reading', { schema: { tags, summary: '通知已读', params: z.object({ id: z.string().max(64) }), response: { 204: z.null() } } }, async (request, reply) => {
    const { id, enterprise } = await callerOf(parts, request)
    await database.work(async (tx) => {
      if (!(await notices(tx, { enterprise, account: id })).some((one) => one.id === request.params.id)) throw notFound('没有这条通知')
      await addReading(tx, request.params.id, id, clock.now().toISOString())
    })
    return reply.status(204).send(null)
  })
}
