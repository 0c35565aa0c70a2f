import { evidenceGrounds, openAnswers, ruleEvent } from '@zhunsheng/law/monitoring/event.ts'
import { dutiesOf } from '@zhunsheng/law/monitoring/duties.ts'
import { lacksAt } from '@zhunsheng/law/monitoring/device.ts'
import { STANDINGS } from '@zhunsheng/law/monitoring/event.ts'
import { valueOn } from '@zhunsheng/law/jurisdiction.ts'
import { z } from 'zod'
import { civilDay } from '../../platform/clock.ts'
import { csvOf } from '../../platform/csv.ts'
import type { Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { workOnce } from '../../platform/once.ts'
import { notAllowed, notFound } from '../../platform/problem.ts'
import { mayHandle } from './access.ts'
import { enter, judged, proposalOf, shownEntries, storedDay } from './dossiers.ts'
import { deviceRows } from './device-routes.ts'
import { leadFor } from './event-lead.ts'
import { allow, nowOf, refusedBy, TAKEN, type MonitoringParts } from './parts.ts'
import { restate } from './standings.ts'
import { countWork, findEvent, listEvents, type EventAsked, type ListedEvent } from './store-events.ts'
import { eventRow, shownDuty, shownGrounds } from './view.ts'
import { Desk, EventPage, EventQuery, EventView, NewEntry, type EventRow } from './wire.ts'

const tags = ['非现场执法']
const Id = z.object({ id: z.string().max(64) })
const EXPORTED = 10_000

/** Records of devices over HTTP (监控事件): reviewed, told, answered, considered. */
export function eventRoutes(http: Http, parts: MonitoringParts): void {
  const { database } = parts
  const today = (): string => civilDay(parts.clock.now())
  http.get('/api/monitoring/desk', { schema: { tags, summary: '非现场执法的待办', response: { 200: Desk } } }, async (request) => {
    await allow(parts, request, 'read')
    return database.read((queries) => deskOf(queries, parts))
  })
  http.get('/api/monitoring/events', { schema: { tags, summary: '监控事件列表', querystring: EventQuery, response: { 200: EventPage } } }, async (request) => {
    await allow(parts, request, 'read')
    return database.read(async (queries) => {
      const { total, rows } = await listEvents(queries, await askedOf(queries, parts, request.query), today())
      return { total, rows: await shownRows(queries, parts, rows), counts: await countWork(queries, today()) }
    })
  })
  http.get('/api/monitoring/events.csv', { schema: { tags, summary: '导出监控事件', querystring: EventQuery } }, async (request, reply) => {
    await allow(parts, request, 'read')
    const rows = await database.read(async (queries) => shownRows(queries, parts, (await listEvents(queries, { ...(await askedOf(queries, parts, request.query)), page: 1, size: EXPORTED }, today())).rows))
    const lines = [['事件编号', '设备', '设备时间', '收到时间', '地点', '事项', '号牌', '测量值', '状态', '线索编号'], ...rows.map((row) => [row.number, row.deviceName ?? row.device, row.at, row.receivedAt, row.place ?? '', row.matter ?? row.content, row.plate ?? '', row.measured ?? '', STANDINGS[row.standing], row.leadNumber ?? ''])]
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="monitoring-events.csv"').send(csvOf(lines))
  })
  http.get('/api/monitoring/events/:id', { schema: { tags, summary: '监控事件', params: Id, response: { 200: EventView } } }, async (request) => {
    await allow(parts, request, 'read')
    return database.read((queries) => viewOf(queries, parts, request.params.id))
  })
  http.post('/api/monitoring/events/:id/entries', { schema: { tags, summary: '审核、告知、复核，以及撤销', params: Id, body: NewEntry, response: { 201: EventView } } }, async (request, reply) => {
    const actor = await parts.officers.actor(request)
    const { version, ...entry } = request.body
    if (!mayHandle(actor, entry.kind)) throw notAllowed('您的岗位不能办理这一项')
    const { id } = request.params
    await workOnce(parts.database, TAKEN, async (tx) => {
      const row = await findEvent(tx, id)
      if (row === undefined) throw notFound('没有这个监控事件')
      const event = await judged(tx, row)
      const proposal = await proposalOf(parts, tx, entry, actor.id, event.stored)
      const ruling = ruleEvent(proposal, event, nowOf(parts))
      if (!ruling.granted) throw refusedBy(ruling.refusals)
      await enter(parts, tx, proposal, { dossier: id, stored: event.stored, version })
      const isLead = proposal.kind === 'review' && proposal.data['outcome'] !== 'rejected'
      await restate(tx, row, parts.setting, isLead ? await leadFor(parts, tx, row, { by: actor.name, isEvidence: proposal.data['outcome'] === 'admitted' }) : undefined)
    })
    return reply.status(201).send(await database.read((queries) => viewOf(queries, parts, id)))
  })
}

/** A case that grew out of no lead has no records. */
async function askedOf(queries: Queries, { leads }: MonitoringParts, { case: caseId, ...asked }: EventQuery): Promise<EventAsked> {
  return caseId === undefined ? asked : { ...asked, lead: (await leads.ofCase(queries, caseId)) ?? '' }
}

async function shownRows(queries: Queries, parts: MonitoringParts, rows: readonly ListedEvent[]): Promise<EventRow[]> {
  const devices = new Map((await deviceRows(queries, parts, [...new Set(rows.map(({ device }) => device))])).map((device) => [device.identifier, device]))
  return rows.map((row) => eventRow(row, devices.get(row.device)))
}

async function viewOf(queries: Queries, parts: MonitoringParts, id: string): Promise<EventView> {
  const row = await findEvent(queries, id)
  if (row === undefined) throw notFound('没有这个监控事件')
  const event = await judged(queries, row)
  const { today, nowMs, setting } = nowOf(parts)
  const [shown] = await shownRows(queries, parts, [row])
  if (shown === undefined) throw new Error(`event ${id} is not shown`)
  const filed = row.lead === null ? undefined : (await parts.leads.standing(queries, [row.lead])).get(row.lead)?.filed
  return {
    row: shown,
    version: event.stored.length,
    source: row.source,
    external: row.external,
    madeAt: row.made_at,
    entries: shownEntries(event.stored),
    grounds: shownGrounds(evidenceGrounds(event, today, { nowMs, setting })),
    lacks: shownGrounds(lacksAt(event.device, event, nowMs, setting)),
    duties: dutiesOf(event, storedDay(row.received_on), setting).map(shownDuty),
    openAnswers: [...openAnswers(event.entries, setting)],
    code: row.code,
    ...(row.sent_at === null ? {} : { sentAt: row.sent_at }),
    ...(row.ahead === null ? {} : { ahead: row.ahead }),
    ...(row.position === null ? {} : { position: row.position }),
    ...(event.deviceId === undefined ? {} : { deviceId: event.deviceId }),
    ...(filed === undefined ? {} : { case: { id: filed.id, number: filed.number } }),
  }
}

async function deskOf(queries: Queries, parts: MonitoringParts): Promise<Desk> {
  const { today, setting } = nowOf(parts)
  const devices = await deviceRows(queries, parts)
  const days = valueOn(setting.local.monitoringWorkdays, today)
  return {
    counts: await countWork(queries, civilDay(parts.clock.now())),
    lacking: devices.filter(({ inService, lacks }) => inService && lacks.length > 0).length,
    renewals: devices.flatMap(({ id, name, renewal }) => (renewal === undefined ? [] : [{ id, name, duty: renewal }])),
    ...(days === undefined ? {} : { days: { ...days.value, source: days.source, verified: days.verified } }),
  }
}
