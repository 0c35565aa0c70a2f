import { parseDay, type Day } from '@zhunsheng/law/day.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import { csvOf } from '../../platform/csv.ts'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { printPdf } from '../../platform/paper/press.ts'
import { keyOf, workOnce } from '../../platform/once.ts'
import { malformed, notAllowed, notFound } from '../../platform/problem.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { mayTake, type Step } from './access.ts'
import type { AppraisalOffice } from './appraisal.ts'
import type { FileChecks } from './checks.ts'
import { keptAsked, keptFiles, keptRow, type KeepingParts } from './keeping.ts'
import { destructionList } from './papers/destruction-list.ts'
import { addHold, endHold, holds, type HoldRow } from './store-keeping.ts'
import { firstItem } from './store.ts'
import { AppraisalDecision, AppraisalView, Checks, HoldEnd, HoldView, KeptPage, KeptQuery, KEPT_STATES, NewAppraisal, NewHold } from './wire.ts'

export interface KeepingRoutes extends KeepingParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly office: AppraisalOffice
  readonly checks: FileChecks
  readonly newId: () => string
  readonly bureau: { readonly name: string; readonly demo: boolean }
}
const tags = ['保管与鉴定']
const Id = z.object({ id: z.string().max(64) })

/** How long files are kept, what may go, who wants it kept, and whether all is whole (保管、鉴定、检查接口). */
export function keepingRoutes(http: Http, parts: KeepingRoutes): void {
  const { database, clock, officers, office, checks, bureau } = parts
  const allow = async (request: FastifyRequest, step: Step): Promise<Actor> => {
    const actor = await officers.actor(request)
    if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
    return actor
  }
  const rows = async () => (await database.read((queries) => keptFiles(parts, queries, todayBy(clock)))).map(keptRow)

  http.get('/api/keeping', { schema: { tags, summary: '证据文件的保管期限', querystring: KeptQuery, response: { 200: KeptPage } } }, async (request) => {
    const actor = await allow(request, 'read')
    const { page, size } = request.query
    const all = await rows()
    const asked = keptAsked(all, request.query)
    const counts = Object.fromEntries(Object.keys(KEPT_STATES).map((state) => [state, all.filter((row) => row.state === state).length]))
    const may = { appraise: mayTake(actor, 'appraise'), decide: mayTake(actor, 'decideAppraisal'), hold: mayTake(actor, 'hold'), check: mayTake(actor, 'checkFiles') }
    return { total: asked.length, rows: asked.slice((page - 1) * size, page * size), counts, setting: { ...parts.setting }, may }
  })
  http.get('/api/keeping.csv', { schema: { tags, summary: '导出证据文件保管清单', querystring: KeptQuery } }, async (request, reply) => {
    await allow(request, 'read')
    const lines = keptAsked(await rows(), request.query).map((row) => [row.name, row.sha256, String(row.size), row.officer, row.receivedAt, row.uses.map(({ number }) => number).join('、'), row.until ?? '', KEPT_STATES[row.state], row.obstacles.map(({ because }) => because).join('；')])
    const csv = csvOf([['文件名', 'SHA-256', '字节', '采集人', '入卷时间', '案件', '保管至', '状态', '不得销毁的理由'], ...lines])
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="keeping.csv"').send(csv)
  })

  http.get('/api/keeping/appraisals', { schema: { tags, summary: '鉴定意见', response: { 200: z.array(AppraisalView) } } }, async (request) => {
    await allow(request, 'read')
    return [...(await office.list())]
  })
  http.post('/api/keeping/appraisals', { schema: { tags, summary: '提出鉴定意见', body: NewAppraisal, response: { 201: AppraisalView } } }, async (request, reply) => {
    const actor = await allow(request, 'appraise')
    const [view] = await office.list(await office.propose(actor, keyOf(request), request.body))
    if (view === undefined) throw notFound('没有这份鉴定意见')
    return reply.status(201).send(view)
  })
  http.post('/api/keeping/appraisals/:id/decision', { schema: { tags, summary: '批准或者不批准鉴定意见', params: Id, body: AppraisalDecision, response: { 201: AppraisalView } } }, async (request, reply) => {
    const actor = await allow(request, 'decideAppraisal')
    await office.decide(actor, request.params.id, request.body)
    const [view] = await office.list(request.params.id)
    if (view === undefined) throw notFound('没有这份鉴定意见')
    return reply.status(201).send(view)
  })
  http.get('/api/keeping/appraisals/:id/list.pdf', { schema: { tags, summary: '鉴定销毁清册', params: Id } }, async (request, reply) => {
    await allow(request, 'read')
    const [view] = await office.list(request.params.id)
    if (view === undefined) throw notFound('没有这份鉴定意见')
    return reply.type('application/pdf').header('content-disposition', `inline; filename="appraisal-${view.id}.pdf"`).send(Buffer.from(await printPdf(destructionList({ bureau, view }), { createdAt: new Date(view.proposedAt) })))
  })
  holdRoutes(http, parts, allow)

  const checkState = async (actor: Actor) => ({ ...(await checks.state()), mayBegin: mayTake(actor, 'checkFiles') })
  http.get('/api/keeping/checks', { schema: { tags, summary: '证据文件完整性检查', response: { 200: Checks } } }, async (request) => {
    const actor = await officers.actor(request)
    if (!mayTake(actor, 'read') && !mayTake(actor, 'checkFiles')) throw notAllowed('您的岗位不能进行这项操作')
    return checkState(actor)
  })
  http.post('/api/keeping/checks', { schema: { tags, summary: '全部重新检查', response: { 201: Checks } } }, async (request, reply) => {
    const actor = await allow(request, 'checkFiles')
    await checks.begin(actor.name)
    return reply.status(201).send(await checkState(actor))
  })
}

function holdRoutes(http: Http, { database, clock, records, newId }: KeepingRoutes, allow: (request: FastifyRequest, step: Step) => Promise<Actor>): void {
  const list = async () => (await database.read(holds)).map(holdView)
  http.get('/api/keeping/holds', { schema: { tags, summary: '暂缓销毁', response: { 200: z.array(HoldView) } } }, async (request) => {
    await allow(request, 'read')
    return list()
  })
  http.post('/api/keeping/holds', { schema: { tags, summary: '要求暂缓销毁', body: NewHold, response: { 201: z.array(HoldView) } } }, async (request, reply) => {
    const actor = await allow(request, 'hold')
    const key = keyOf(request)
    const { sha256, caseNumber, reason } = request.body
    await database.work(async (tx) => {
      const caseId = sha256 === undefined ? await records.caseNumbered(tx, caseNumber ?? '') : undefined
      if (sha256 === undefined && caseId === undefined) throw malformed([{ path: 'caseNumber', because: `没有编号为 ${caseNumber ?? ''} 的案件` }])
      if (sha256 !== undefined && (await firstItem(tx, sha256)) === undefined) throw malformed([{ path: 'sha256', because: '没有这个文件' }])
      await addHold(tx, { id: newId(), sha256: sha256 ?? null, case_id: caseId ?? null, case_number: caseId === undefined ? null : (caseNumber ?? null), reason, by_id: actor.id, by_name: actor.name, at: clock.now().toISOString(), idempotency_key: key })
    })
    return reply.status(201).send(await list())
  })
  http.post('/api/keeping/holds/:id/end', { schema: { tags, summary: '解除暂缓销毁', params: Id, body: HoldEnd, response: { 201: z.array(HoldView) } } }, async (request, reply) => {
    const actor = await allow(request, 'hold')
    const [hold] = (await database.read(holds)).filter(({ id }) => id === request.params.id)
    if (hold === undefined) throw notFound('没有这项暂缓')
    // Whoever asked for it may take it back; nobody else but the head of the bureau.
    if (hold.by_id !== actor.id && !actor.posts.includes('bureauLeader')) throw notAllowed(`这项暂缓由${hold.by_name}要求，应当由其本人或者机关负责人解除`)
    await workOnce(database, '这项暂缓已经解除', (tx) => endHold(tx, hold.id, { reason: request.body.reason, by: actor.name, at: clock.now().toISOString() }))
    return reply.status(201).send(await list())
  })
}

const holdView = ({ id, sha256, case_number, reason, by_name, at, end_reason, end_name, end_at }: HoldRow): HoldView => ({
  id, reason, by: by_name, at,
  ...(sha256 === null ? {} : { sha256 }),
  ...(case_number === null ? {} : { caseNumber: case_number }),
  ...(end_at === null ? {} : { ended: { reason: end_reason ?? '', by: end_name ?? '', at: end_at } }),
})
/** A cell that a spreadsheet takes for text, whatever a file is called. */
function todayBy(clock: Clock): Day {
  const day = parseDay(civilDay(clock.now()))
  if (day === undefined) throw new Error('the clock is beyond the calendar')
  return day
}
