import { formatDay, parseDay } from '@zhunsheng/law/day.ts'
import { valueOn, type LocalRules } from '@zhunsheng/law/jurisdiction.ts'
import { parseYuan } from '@zhunsheng/law/money.ts'
import { publicWeight, repairableFrom } from '@zhunsheng/law/public-term.ts'
import { CREDIT_REPAIR } from '@zhunsheng/law/publicity/repair/procedure.ts'
import { redacted } from '@zhunsheng/law/identifiers/redact.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { workOnce } from '../../platform/once.ts'
import { changedMeanwhile, malformed, notAllowed, notFound } from '../../platform/problem.ts'
import { rateLimit } from '../../platform/rate-limit.ts'
import { Recorded } from '../enforcement/wire.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import type { CaseOpener } from './contract.ts'
import { addRequest, dismissRequest, findRequest, requests, type AboutRow, type RequestRow } from './store-repair.ts'
import { RepairPage, RepairProgress, RepairQuery, RepairReceipt, RepairRequest, type RepairRow } from './wire.ts'

export interface RepairParts {
  readonly database: Database
  readonly clock: Clock
  /** The hour outside, by which callers are counted. */
  readonly outside: Clock
  readonly officers: Officers
  readonly openCase: CaseOpener
  /** The numbers of the place, among them the terms of publication. */
  readonly setting: { readonly local: LocalRules }
  /** A word that nobody can guess: whoever has it may ask what became of the application. */
  readonly secret: () => string
}
/** Enough for a family's office; a machine that tries codes gets no answer from it anyway. */
const LIMIT = { requests: 20, everySeconds: 3600 }
const ASKING = { requests: 60, everySeconds: 60 }
/** Ninety-six bits: nobody guesses one, and it can be written down. */
const RECEIPT_LENGTH = 16
const Receipt = z.object({ receipt: z.string().max(64) })

/**
 * Applications for the repair of credit (信用修复申请) from the public window, and what the office does with them. The window answers the same
 * whether a penalty was found or not: it tells nobody whose code belongs to which decision.
 */
export function repairRoutes(http: Http, parts: RepairParts): void {
  const { database, clock, outside, secret } = parts
  const tags = ['信用修复']
  const [sending, asking] = [LIMIT, ASKING].map((limit) => rateLimit({ ...limit, nowMs: () => outside.now().getTime() }))
  http.post('/api/public/repairs', { schema: { tags, summary: '申请信用修复', body: RepairRequest, response: { 201: RepairReceipt } } }, async (request, reply) => {
    sending?.(request, reply)
    const { commitment: _, ...asked } = request.body
    const receipt = `XF${secret().slice(0, RECEIPT_LENGTH)}`
    await database.work((tx) => addRequest(tx, { ...asked, code: asked.code.toUpperCase(), receipt, receivedOn: civilDay(clock.now()), at: clock.now().toISOString() }))
    return reply.status(201).send({ receipt })
  })
  http.get('/api/public/repairs/:receipt', { schema: { tags, summary: '查询信用修复的办理情况', params: Receipt, response: { 200: RepairProgress } } }, async (request, reply): Promise<RepairProgress> => {
    asking?.(request, reply)
    const row = await database.read((queries) => findRequest(queries, request.params.receipt))
    if (row === undefined) throw notFound('没有这个受理编号，请核对')
    return progressOf(row)
  })
  officeRoutes(http, parts)
}

function officeRoutes(http: Http, { database, clock, officers, openCase, setting: { local } }: RepairParts): void {
  const tags = ['信用修复']
  const allow = async (request: FastifyRequest, step: 'readRepairs' | 'handleRepairs'): Promise<Actor> => {
    const actor = await officers.actor(request)
    if (!mayTake(actor, step)) throw notAllowed('您的岗位不能进行这项操作')
    return actor
  }
  const received = async (receipt: string): Promise<RequestRow> => {
    const row = await database.read((queries) => findRequest(queries, receipt))
    if (row === undefined) throw notFound('没有这个申请')
    if (row.state !== 'received') throw changedMeanwhile(row.state === 'handled' ? '这个申请已经登记为案件' : '这个申请已经处理')
    return row
  }
  http.get('/api/repairs', { schema: { tags, summary: '信用修复网上申请', querystring: RepairQuery, response: { 200: RepairPage } } }, async (request) => {
    await allow(request, 'readRepairs')
    const { total, rows } = await database.read((queries) => requests(queries, request.query))
    return { total, rows: rows.map((row) => rowOf(row, local)) }
  })
  http.post('/api/repairs/:receipt/case', { schema: { tags, summary: '把网上申请登记为案件', params: Receipt, response: { 201: Recorded } } }, async (request, reply) => {
    const actor = await allow(request, 'handleRepairs')
    const row = await received(request.params.receipt)
    if (row.about === null) throw malformed([{ path: 'receipt', because: '文号和证件号码没有对应的公示，不能登记；请写明理由退回' }])
    const data = { ...applicationOf(row, row.about, local), receipt: row.receipt }
    return reply.status(201).send(await openCase({ act: { kind: 'register', on: civilDay(clock.now()), with: [], data }, actor: actor.id, key: `repair-${row.receipt}`, procedure: CREDIT_REPAIR.code }))
  })
  http.post('/api/repairs/:receipt/dismissal', { schema: { tags, summary: '退回网上申请', params: Receipt, body: z.object({ reason: z.string().trim().min(1, '请填写理由').max(1000) }), response: { 204: z.null() } } }, async (request, reply) => {
    const actor = await allow(request, 'handleRepairs')
    const { receipt } = await received(request.params.receipt)
    await workOnce(database, '这个申请已经处理', (tx) => dismissRequest(tx, { receipt, who: actor.name, reason: request.body.reason, at: clock.now().toISOString() }))
    return reply.status(204).send(null)
  })
}

/** What the act of registering says, from the application and from the file of the penalty. */
function applicationOf({ received_on, reason }: RequestRow, about: AboutRow, local: LocalRules): Readonly<Record<string, unknown>> {
  return { related: about.number, party: about.party, way: 'web', receivedOn: received_on, decidedOn: about.decided_on, publishedOn: about.published_on, weight: weightOf(about, received_on, local) ?? 'usual', commitment: 'signed', reason }
}

function weightOf({ party_kind, kinds, fine_fen }: AboutRow, on: string, local: LocalRules) {
  const day = parseDay(on)
  const terms = day === undefined ? undefined : valueOn(local.publicTerms, day)?.value
  const fine = parseYuan(`${Math.floor(fine_fen / 100)}.${String(fine_fen % 100).padStart(2, '0')}`)
  return terms === undefined ? undefined : publicWeight({ partyKind: party_kind, kinds, ...(fine === undefined ? {} : { fine }) }, terms)
}

/** From when the penalty may be repaired, in words for the clerk. */
function fromOf(about: AboutRow, on: string, local: LocalRules): string {
  const [asked, decidedOn, publishedOn] = [on, about.decided_on, about.published_on].map(parseDay)
  const weight = weightOf(about, on, local)
  if (asked === undefined || decidedOn === undefined || publishedOn === undefined || weight === undefined) return '没有可以适用的公示期限'
  const from = repairableFrom({ weight, decidedOn, publishedOn }, asked, local)
  return from === undefined ? '没有可以适用的公示期限' : from === 'never' ? '不能提前停止公示' : `${formatDay(from)} 起可以申请`
}

const rowOf = ({ receipt, number, name, code, phone, reason, received_on, state, about, dismissed_by, dismissed_reason, case_id, case_number, case_status }: RequestRow, local: LocalRules): RepairRow => ({
  receipt, number, name, code, phone, reason, state,
  receivedOn: received_on,
  ...(about === null ? {} : { about: { caseId: about.id, caseNumber: about.number, decidedOn: about.decided_on, publishedOn: about.published_on, from: fromOf(about, received_on, local) } }),
  ...(dismissed_by === null ? {} : { dismissed: { by: dismissed_by, reason: dismissed_reason ?? '' } }),
  ...(case_id === null ? {} : { handled: { caseId: case_id, caseNumber: case_number ?? '', status: case_status ?? '' } }),
})

const ANSWERS: Readonly<Record<string, string>> = { 'accept accept': '已受理，正在核实', 'accept refuse': '不予受理，通知书另行送达', 'decide grant': '准予修复，停止公示', 'decide refuse': '不准予修复，决定书另行送达' }
/** What the applicant is told: nothing that is not his own. */
function progressOf({ receipt, received_on, state, case_status, answer, dismissed_reason }: RequestRow): RepairProgress {
  const status = state === 'received' ? '已收到，等待登记' : state === 'dismissed' ? '已退回' : (ANSWERS[answer ?? ''] ?? `已登记办理：${case_status ?? ''}`)
  return { receipt, receivedOn: received_on, state, status, ...(state === 'dismissed' ? { reason: redacted(dismissed_reason ?? '', []) } : {}) }
}
