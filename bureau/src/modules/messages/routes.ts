import { maskPhone } from '@zhunsheng/law/identifiers/mask.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { keyOf, workOnce } from '../../platform/once.ts'
import { notAllowed, notFound } from '../../platform/problem.ts'
import type { CaseDesk } from '../enforcement/contract.ts'
import type { Officers } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import type { PlanParts } from './listen.ts'
import { reachedAt } from './reminders.ts'
import { resend } from './resend.ts'
import { listMessages, messagesOf, type MessageRow } from './store.ts'
import { CaseMessages, Message, MessagePage, MessageQuery, Resending } from './wire.ts'

interface MessageRoutes extends PlanParts {
  readonly database: Database
  readonly officers: Officers
  readonly desk: CaseDesk
  readonly hasGateway: boolean
}
const Id = z.object({ id: z.string().max(64) })
const tags = ['短信提醒']

/** Reminders over HTTP (短信提醒接口): what was planned, what became of it, sent again. */
export function messageRoutes(http: Http, parts: MessageRoutes): void {
  const { database, officers, desk, hasGateway } = parts
  const allow = async (request: FastifyRequest, step: 'read' | 'resend') => {
    const actor = await officers.actor(request)
    if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
    return actor
  }
  const shown = (row: MessageRow): Message => view(row, hasGateway)

  http.get('/api/messages', { schema: { tags, summary: '短信提醒一览', querystring: MessageQuery, response: { 200: MessagePage } } }, async (request) => {
    await allow(request, 'read')
    const { query } = request
    const { rows, counts } = await database.read((queries) => listMessages(queries, query))
    // Without a gateway nothing is on its way: it is held.
    const told = hasGateway ? { ...counts, held: 0 } : { ...counts, held: counts.queued, queued: 0 }
    const isNone = query.state === (hasGateway ? 'held' : 'queued')
    return { rows: isNone ? [] : rows.map(shown), counts: told, total: query.state === undefined ? Object.values(told).reduce((sum, count) => sum + count, 0) : told[query.state], hasGateway }
  })
  http.get('/api/cases/:id/messages', { schema: { tags, summary: '案件的短信提醒', params: Id, response: { 200: CaseMessages } } }, async (request) => {
    await allow(request, 'read')
    const { id } = request.params
    return database.read(async (queries) => {
      const found = await desk.read(queries, id)
      if (found === undefined) throw notFound('没有这个案件')
      const reached = reachedAt(found.file)
      return { rows: (await messagesOf(queries, id)).map(shown), hasGateway, ...('because' in reached ? { because: reached.because } : {}) }
    })
  })
  http.post('/api/messages/:id/resending', { schema: { tags, summary: '重发短信', params: Id, body: Resending, response: { 201: Message } } }, async (request, reply) => {
    const actor = await allow(request, 'resend')
    const asked = { id: request.params.id, reason: request.body.reason, who: actor.name, key: keyOf(request) }
    return reply.status(201).send(shown(await workOnce(database, '这条短信已经重发', (tx) => resend(parts, tx, asked))))
  })
}

function view({ id, case_id, case_number, kind, seq, phone, text, planned_at, not_before, state, entries, corrects, who, reason, corrected_by }: MessageRow, hasGateway: boolean): Message {
  return {
    id, kind, seq, text,
    caseId: case_id,
    caseNumber: case_number,
    phone: maskPhone(phone),
    plannedAt: planned_at,
    notBefore: not_before,
    state: state === 'queued' && !hasGateway ? 'held' : state,
    entries: [...entries],
    ...(corrects === null ? {} : { corrects: { id: corrects, who: who ?? '', reason: reason ?? '' } }),
    ...(corrected_by === null ? {} : { correctedBy: corrected_by }),
  }
}
