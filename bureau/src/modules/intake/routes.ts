import { calendarOf } from '@zhunsheng/law/calendar.ts'
import { maskName, maskPhone } from '@zhunsheng/law/identifiers/mask.ts'
import { parseDay } from '@zhunsheng/law/day.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import { csvOf } from '../../platform/csv.ts'
import type { Database, Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { changedMeanwhile, malformed, notAllowed, notFound } from '../../platform/problem.ts'
import type { LeadOffice } from '../enforcement/contract.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import { draftOf } from './draft.ts'
import { readOrders, type ReadOrder } from './read-file.ts'
import { addEntry, addOrder, countOrders, findOrder, knownOf, listOrders, type OrderRow } from './store.ts'
import { ANSWERS, Imported, ImportFile, NewEntry, Order, OrderPage, OrderQuery, Preview } from './wire.ts'

export interface IntakeParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly leads: LeadOffice
  readonly newId: () => string
}
const CALENDAR = calendarOf()
const EXPORTED = 10_000

/** Work orders over HTTP (外部工单): looked at before they come in, answered from the dossier, handed back as a file. */
export function intakeRoutes(http: Http, parts: IntakeParts): void {
  const { database, clock, officers } = parts
  const tags = ['外部工单']
  const today = (): string => civilDay(clock.now())
  const allow = async (request: FastifyRequest, step: Parameters<typeof mayTake>[1]): Promise<Actor> => {
    const actor = await officers.actor(request)
    if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
    return actor
  }
  const read = (text: string) => {
    const day = parseDay(today())
    const file = day === undefined ? undefined : readOrders(text, day, CALENDAR)
    if (file?.ok !== true) throw malformed([{ path: 'text', because: file?.because ?? '' }])
    return file
  }

  http.post('/api/intake/import/preview', { schema: { tags, summary: '导入预览', body: ImportFile, response: { 200: Preview } } }, async (request) => {
    await allow(request, 'import')
    const { orders, unread } = read(request.body.text)
    const known = await database.read((queries) => knownOf(queries, request.body.source, orders.map(({ order }) => order.external)))
    return { unread: [...unread], rows: orders.map(({ line, order: { external, place, content, receivedOn, dueOn }, faults }) => ({ line, external, place, content, receivedOn, dueOn, known: known.has(external), faults: [...faults] })) }
  })
  http.post('/api/intake/import', { schema: { tags, summary: '导入工单', body: ImportFile, response: { 200: Imported } } }, async (request) => {
    const actor = await allow(request, 'import')
    const { orders } = read(request.body.text)
    const good = orders.filter(({ faults }) => faults.length === 0)
    const known = await database.work((tx) => takeIn(parts, tx, good, { source: request.body.source, by: actor.name }))
    return { added: good.length - known, known, faulty: orders.length - good.length }
  })
  http.get('/api/intake/orders', { schema: { tags, summary: '工单列表', querystring: OrderQuery, response: { 200: OrderPage } } }, async (request) => {
    await allow(request, 'read')
    return database.read(async (queries) => {
      const { total, rows } = await listOrders(queries, request.query, today())
      return { total, rows: await shown(parts, queries, rows, today()), counts: await countOrders(queries, today()) }
    })
  })
  http.post('/api/intake/orders/:id/entries', { schema: { tags, summary: '答复、退单、申请延期', params: z.object({ id: z.string().max(64) }), body: NewEntry, response: { 201: Order } } }, async (request, reply) => {
    const actor = await allow(request, 'answer')
    const { kind, text, until } = request.body
    if (kind === 'extended' && (until === undefined || until <= today())) throw malformed([{ path: 'until', because: '请填写今天之后的延期日期' }])
    await database.work(async (tx) => {
      const order = await findOrder(tx, request.params.id)
      if (order === undefined) throw notFound('没有这个工单')
      if (order.entries.some((one) => one.kind !== 'extended')) throw changedMeanwhile('这个工单已经答复或者退回')
      if (kind === 'answered' && (await parts.leads.standing(tx, [order.lead_id])).get(order.lead_id)?.state === 'open') throw malformed([{ path: 'kind', because: '线索还没有处置，不能办结；请先立案、登记处置或者写明不予处理的理由' }])
      await addEntry(tx, order.id, { kind, text, who: actor.name, at: clock.now().toISOString(), ...(until === undefined ? {} : { until }) })
    })
    const [order] = await database.read(async (queries) => {
      const row = await findOrder(queries, request.params.id)
      return row === undefined ? [] : shown(parts, queries, [row], today())
    })
    if (order === undefined) throw notFound('没有这个工单')
    return reply.status(201).send(order)
  })
  answerRoutes(http, parts, allow)
}

/** Answers as the neighbour's system takes them back (答复导出). */
function answerRoutes(http: Http, { database, clock }: IntakeParts, allow: (request: FastifyRequest, step: 'answer') => Promise<Actor>): void {
  http.get('/api/intake/answers.csv', { schema: { tags: ['外部工单'], summary: '导出答复', querystring: z.object({ source: z.enum(['hotline', 'city']) }) } }, async (request, reply) => {
    await allow(request, 'answer')
    const { rows } = await database.read((queries) => listOrders(queries, { source: request.query.source, state: 'answered', page: 1, size: EXPORTED }, civilDay(clock.now())))
    const lines = [['工单编号', '办理结果', '答复内容', '答复时间'], ...rows.map((row) => {
      const last = row.entries.findLast(({ kind }) => kind !== 'extended')
      return [row.external, last === undefined ? '' : ANSWERS[last.kind], last?.text ?? '', last?.at ?? '']
    })]
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="answers-${request.query.source}.csv"`).send(csvOf(lines))
  })
}

/** Every good row becomes a lead, unless it came before. Answers how many had come before. */
async function takeIn({ leads, newId, clock }: IntakeParts, tx: Queries, rows: readonly ReadOrder[], { source, by }: { readonly source: 'hotline' | 'city'; readonly by: string }): Promise<number> {
  const known = await knownOf(tx, source, rows.map(({ order }) => order.external))
  for (const { order } of rows.filter((row) => !known.has(row.order.external))) {
    const lead = await leads.add(tx, { source, receivedOn: order.receivedOn, place: order.place, content: `${order.category === '' ? '' : `【${order.category}】`}${order.content}`, registeredBy: by })
    await addOrder(tx, { ...order, id: newId(), source, leadId: lead.id, leadNumber: lead.number, by, at: clock.now().toISOString() })
  }
  return known.size
}

async function shown({ leads }: IntakeParts, queries: Queries, rows: readonly OrderRow[], today: string): Promise<Order[]> {
  const standings = await leads.standing(queries, rows.map(({ lead_id }) => lead_id))
  return rows.map((row) => {
    const standing = standings.get(row.lead_id) ?? { state: 'open' as const }
    const isSettled = row.entries.some(({ kind }) => kind !== 'extended')
    return {
      id: row.id,
      source: row.source,
      external: row.external,
      receivedOn: row.received_on,
      dueOn: row.due_on,
      category: row.category,
      place: row.place,
      content: row.content,
      reporter: row.reporter === '' ? '' : `${maskName(row.reporter)}${row.phone === '' ? '' : ` ${maskPhone(row.phone)}`}`,
      leadNumber: row.lead_number,
      overdue: !isSettled && row.due_on < today,
      entries: row.entries.map(({ until, ...entry }) => ({ ...entry, ...(until === null ? {} : { until }) })),
      handled: standing.state !== 'open',
      draft: draftOf(standing),
      ...(standing.filed === undefined ? {} : { caseId: standing.filed.id, caseNumber: standing.filed.number }),
    }
  })
}
