import { z } from 'zod'
import { civilDay } from '../../platform/clock.ts'
import type { Http } from '../../platform/http.ts'
import { renderHtml } from '../../platform/paper/html.ts'
import { paperCss } from '../../platform/paper/paper-css.ts'
import { printPdf } from '../../platform/paper/press.ts'
import { changedMeanwhile, malformed, notFound } from '../../platform/problem.ts'
import { dayRoutes } from './day-routes.ts'
import { asCsv, asXlsx } from './export.ts'
import { issue, slipsAndOffers } from './issue.ts'
import { slipPaper } from './papers/slip-paper.ts'
import { publicRoutes } from './public-routes.ts'
import { allow, type PaymentParts } from './route-parts.ts'
import { collectingBy, printedSlip, shownOffer, shownSlip } from './show.ts'
import { addSlipEntry, findSlip, listSlips, waitTurn, type SlipWithEntries } from './store.ts'
import { CaseSlips, NewSlip, Slip, SlipPage, SlipQuery, Voiding } from './wire.ts'

const Id = z.object({ id: z.string().max(64) })
const EXPORTED = 10_000
const tags = ['缴款']

/** Payment slips over HTTP (缴款通知): issued, voided, printed, listed. */
export function paymentRoutes(http: Http, parts: PaymentParts): void {
  const { database, clock } = parts
  const today = () => civilDay(clock.now())
  const reread = async (id: string): Promise<SlipWithEntries> => {
    const row = await database.read((queries) => findSlip(queries, { id }, today()))
    if (row === undefined) throw notFound('没有这份缴款通知')
    return row
  }
  http.get('/api/payments/slips', { schema: { tags, summary: '缴款通知列表', querystring: SlipQuery, response: { 200: SlipPage } } }, async (request) => {
    await allow(parts, request, 'read')
    const { total, rows, counts } = await database.read((queries) => listSlips(queries, request.query, today()))
    return { total, counts, rows: rows.map(shownSlip) }
  })
  http.get('/api/cases/:id/slips', { schema: { tags, summary: '案件的缴款通知', params: Id, response: { 200: CaseSlips } } }, async (request) => {
    await allow(parts, request, 'read')
    const { slips, offers } = await database.read((queries) => slipsAndOffers(parts, queries, request.params.id))
    return { slips: slips.map(shownSlip), offers: offers.offers.map(shownOffer), ...(offers.because === undefined ? {} : { because: offers.because }) }
  })
  http.post('/api/payments/slips', { schema: { tags, summary: '开具缴款通知', body: NewSlip, response: { 201: Slip } } }, async (request, reply) => {
    const actor = await allow(parts, request, 'issue')
    const id = await database.work((tx) => issue(parts, tx, request.body, actor))
    return reply.status(201).send(shownSlip(await reread(id)))
  })
  http.post('/api/payments/slips/:id/voiding', { schema: { tags, summary: '作废缴款通知', params: Id, body: Voiding, response: { 200: Slip } } }, async (request) => {
    const actor = await allow(parts, request, 'void')
    await database.work(async (tx) => {
      await waitTurn(tx)
      const slip = await findSlip(tx, { id: request.params.id }, today())
      if (slip === undefined) throw notFound('没有这份缴款通知')
      if (slip.state === 'voided') throw changedMeanwhile('这份缴款通知已经作废')
      if (slip.paid_fen > 0) throw malformed([{ path: 'reason', because: '已有缴款，不能作废；多缴、错缴的，在对账中办理退付或者改记' }])
      await addSlipEntry(tx, { slipId: slip.id, kind: 'voided', on: today(), reason: request.body.reason, who: actor.name, at: clock.now().toISOString() })
    })
    return shownSlip(await reread(request.params.id))
  })
  http.get('/api/payments/slips/:id/print.:format', { schema: { tags, summary: '打印缴款通知', params: Id.extend({ format: z.enum(['pdf', 'html']) }) } }, async (request, reply) => {
    await allow(parts, request, 'read')
    const row = await reread(request.params.id)
    if (parts.settings === undefined) throw malformed([{ path: 'format', because: '本机关还没有配置执收项目和代收机构' }])
    const paper = slipPaper(printedSlip(row), parts.settings, await collectingBy(parts, row))
    if (request.params.format === 'pdf') return reply.type('application/pdf').send(Buffer.from(await printPdf(paper, { createdAt: new Date(row.issued_at) })))
    return reply.type('text/html; charset=utf-8').send(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>缴款通知</title><style>${paperCss}</style>${renderHtml(paper)}</html>`)
  })
  http.get('/api/payments/slips.:format', { schema: { tags, summary: '导出缴款通知', params: z.object({ format: z.enum(['xlsx', 'csv']) }), querystring: SlipQuery } }, async (request, reply) => {
    await allow(parts, request, 'read')
    const { rows } = await database.read((queries) => listSlips(queries, { ...request.query, page: 1, size: EXPORTED }, today()))
    const { format } = request.params
    const slips = rows.map(shownSlip)
    void reply.header('content-disposition', `attachment; filename="slips.${format}"`)
    if (format === 'csv') return reply.type('text/csv; charset=utf-8').send(asCsv(slips))
    return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(await asXlsx(slips, `${parts.bureau.name}缴款通知一览（${today()}）`))
  })
  dayRoutes(http, parts)
  publicRoutes(http, parts)
}
