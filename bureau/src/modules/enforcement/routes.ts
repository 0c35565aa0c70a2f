import { groundsOf } from '@zhunsheng/law/written/verdict.ts'
import ExcelJS from 'exceljs'
import { z } from 'zod'
import { civilDay } from '../../platform/clock.ts'
import type { Http } from '../../platform/http.ts'
import { keyOf, workAnew } from '../../platform/once.ts'
import { changedMeanwhile, malformed, notFound } from '../../platform/problem.ts'
import { allow } from './asking.ts'
import { procedureList, procedureView } from './cases.ts'
import { paperRoutes } from './paper-routes.ts'
import type { EnforcementRoutes } from './route-parts.ts'
import { signatureRoutes } from './signature-routes.ts'
import { dismissLead, findLead, listLeads } from './store-docket.ts'
import { CasePage, CaseQuery, CaseView, Lead, LeadPage, NewAct, NewLead, NextAct, ProcedureList, ProcedureView, Recorded, Refused, Workbench, WrittenActs } from './wire.ts'

const Id = z.object({ id: z.string().max(64) })

/** Cases over HTTP (案件接口): parse, allow, act, answer. */
export function enforcementRoutes(http: Http, parts: EnforcementRoutes): void {
  const { officers, recorder, cases, ledger } = parts
  const tags = ['案件']
  http.get('/api/procedures', { schema: { tags, summary: '程序总目', response: { 200: ProcedureList } } }, () => procedureList())
  http.get('/api/procedures/:code', { schema: { tags, summary: '程序及其表单', params: z.object({ code: z.string().max(64) }), response: { 200: ProcedureView } } }, (request) => procedureView(request.params.code))
  http.get('/api/workbench', { schema: { tags, summary: '工作台', response: { 200: Workbench } } }, async (request) => cases.workbench(await allow(parts, request, 'readCases')))
  http.get('/api/cases', { schema: { tags, summary: '案件列表', querystring: CaseQuery, response: { 200: CasePage } } }, async (request) => {
    await allow(parts, request, 'readCases')
    return cases.list(request.query)
  })
  http.get('/api/cases/:id', { schema: { tags, summary: '案件', params: Id, response: { 200: CaseView } } }, async (request) => cases.view(request.params.id, await allow(parts, request, 'readCases')))
  http.get('/api/cases/:id/acts', { schema: { tags, summary: '案卷行为，供没有网络时判断', params: Id, response: { 200: WrittenActs } } }, async (request) => {
    await allow(parts, request, 'readCases')
    return cases.acts(request.params.id)
  })
  http.post('/api/cases', { schema: { tags, summary: '呈请立案', body: NewAct.extend({ leadId: z.string().max(64).optional(), procedure: z.string().max(64).optional() }), response: { 201: Recorded } } }, async (request, reply) => {
    const actor = await officers.identity(request)
    const { leadId, procedure, ...act } = request.body
    return reply.status(201).send(await recorder.record({ act, actor, key: keyOf(request), ...(leadId === undefined ? {} : { leadId }), ...(procedure === undefined ? {} : { procedure }) }))
  })
  http.post('/api/cases/:id/acts', { schema: { tags, summary: '记录程序行为', params: Id, body: NextAct, response: { 201: Recorded } } }, async (request, reply) => {
    const actor = await officers.identity(request)
    const { version, ...act } = request.body
    return reply.status(201).send(await recorder.record({ act, actor, key: keyOf(request), on: { caseId: request.params.id, version } }))
  })
  http.post('/api/cases/:id/rulings', { schema: { tags, summary: '预先裁断，不作记录', params: Id, body: NextAct, response: { 200: Refused } } }, async (request) => {
    const actor = await officers.identity(request)
    const { version, ...act } = request.body
    const ruling = await recorder.consider({ act, actor, key: '', on: { caseId: request.params.id, version } })
    return { granted: ruling.granted, refusals: groundsOf(ruling) }
  })
  http.post('/api/rulings', { schema: { tags, summary: '新案预先裁断，不作记录', body: NewAct.extend({ procedure: z.string().max(64).optional() }), response: { 200: Refused } } }, async (request) => {
    const { procedure, ...act } = request.body
    const ruling = await recorder.consider({ act, actor: await officers.identity(request), key: '', ...(procedure === undefined ? {} : { procedure }) })
    return { granted: ruling.granted, refusals: groundsOf(ruling) }
  })
  http.get('/api/cases/:id/acts/:seq/proof', { schema: { tags, summary: '存证证明', params: Id.extend({ seq: z.coerce.number().int() }) } }, async (request, reply) => {
    await allow(parts, request, 'readCases')
    const proof = await ledger.proof(request.params.id, request.params.seq)
    if (proof === undefined) throw notFound('没有这项行为')
    return reply.type('text/plain; charset=utf-8').send(proof)
  })
  paperRoutes(http, parts)
  signatureRoutes(http, parts)
  listRoutes(http, parts)
  leadRoutes(http, parts)
}

function listRoutes(http: Http, parts: EnforcementRoutes): void {
  http.get('/api/cases.xlsx', { schema: { tags: ['案件'], summary: '导出案件列表', querystring: CaseQuery } }, async (request, reply) => {
    await allow(parts, request, 'exportCases')
    const { rows } = await parts.cases.list({ ...request.query, page: 1, size: 10_000 })
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('案件', { pageSetup: { paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 } })
    sheet.addRow([`${parts.bureau.name}案件一览（${civilDay(parts.clock.now())}）`])
    sheet.addRow(['案件编号', '当事人', '事项', '状态', '呈请日期', '立案日期', '决定日期', '罚款（元）', '承办人', '最近期限'])
    for (const row of rows) sheet.addRow([row.number, row.party, row.matterName, row.status, row.openedOn, row.filedOn ?? '', row.decidedOn ?? '', row.fine ?? '', row.officers.join('、'), row.nextDue ?? ''])
    return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').header('content-disposition', 'attachment; filename="cases.xlsx"').send(Buffer.from(await book.xlsx.writeBuffer()))
  })
}

function leadRoutes(http: Http, parts: EnforcementRoutes): void {
  const { database, clock } = parts
  const query = z.object({ search: z.string().max(100).optional(), state: z.enum(['open', 'filed', 'dismissed']).optional(), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) })
  const reread = async (id: string): Promise<Lead> => {
    const lead = await database.read((queries) => findLead(queries, id))
    if (lead === undefined) throw notFound('没有这条线索')
    return lead
  }
  http.get('/api/leads', { schema: { tags: ['线索'], summary: '线索列表', querystring: query, response: { 200: LeadPage } } }, async (request) => {
    await allow(parts, request, 'readCases')
    const { total, rows } = await database.read((queries) => listLeads(queries, request.query))
    return { total, rows: [...rows] }
  })
  http.post('/api/leads', { schema: { tags: ['线索'], summary: '登记线索', body: NewLead, response: { 201: Lead } } }, async (request, reply) => {
    const actor = await allow(parts, request, 'registerLead')
    if (request.body.receivedOn > civilDay(clock.now())) throw malformed([{ path: 'receivedOn', because: '收到日期晚于今天' }])
    const key = request.headers['idempotency-key'] === undefined ? undefined : keyOf(request)
    const { id } = await workAnew(database, (tx) => parts.leads.add(tx, { ...request.body, registeredBy: actor.name, ...(key === undefined ? {} : { key }) }))
    return reply.status(201).send(await reread(id))
  })
  http.post('/api/leads/:id/dismissal', { schema: { tags: ['线索'], summary: '线索不予处理', params: Id, body: z.object({ reason: z.string().trim().min(1, '请填写理由').max(1000) }), response: { 200: Lead } } }, async (request) => {
    await allow(parts, request, 'dismissLead')
    if ((await database.work((tx) => dismissLead(tx, request.params.id, request.body.reason))) === 0) throw changedMeanwhile('这条线索不存在，或者已经处理')
    return reread(request.params.id)
  })
}
