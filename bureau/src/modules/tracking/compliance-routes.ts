import { LINK_TITLES, REASON_TITLES } from '@zhunsheng/trucks/compliance/link.ts'
import type { FastifyReply } from 'fastify'
import { civilDay } from '../../platform/clock.ts'
import { csvOf } from '../../platform/csv.ts'
import type { Http } from '../../platform/http.ts'
import { printPdf } from '../../platform/paper/press.ts'
import { monthlyReport } from './papers/monthly-report.ts'
import { allow, type TrackingParts } from './parts.ts'
import { complianceOf } from './rates.ts'
import { alarmCounts } from './store-alarms.ts'
import { BY_TITLES, Compliance, ComplianceQuery, MonthQuery, type Rate } from './wire.ts'

const tags = ['渣土车辆']

/** How many trips complied (全流程监管达标率): to look at, for a spreadsheet, and as the month's report. Every count opens to the trips that it counts. */
export function complianceRoutes(http: Http, parts: TrackingParts): void {
  const { database, clock, bureau } = parts
  const asked = (query: ComplianceQuery): Promise<Compliance> => database.read((queries) => complianceOf(queries, query))
  http.get('/api/trucks/compliance', { schema: { tags, summary: '全流程监管达标率', querystring: ComplianceQuery, response: { 200: Compliance } } }, async (request) => {
    await allow(parts, request, 'read')
    return asked(request.query)
  })
  http.get('/api/trucks/compliance.csv', { schema: { tags, summary: '导出达标率和排名', querystring: ComplianceQuery } }, async (request, reply) => {
    await allow(parts, request, 'read')
    const { by } = request.query
    const { whole, parts: rates } = await asked(request.query)
    const isRanked = by === 'enterprise'
    const head = [...(isRanked ? ['名次'] : []), BY_TITLES[by], '趟次', '达标', '不达标', '无法判定', '达标率', '可判定趟次的达标率', ...(isRanked ? ['得分'] : [])]
    const row = ({ name, total, complied, failed, unknown, rate, rateOfKnown, place, score }: Rate): string[] => [...(isRanked ? [String(place ?? '')] : []), name, String(total), String(complied), String(failed), String(unknown), percent(rate), percent(rateOfKnown), ...(isRanked ? [score?.toFixed(1) ?? ''] : [])]
    return sendSheet(reply, 'compliance', [head, ...rates.map(row), row({ ...whole, name: '合计' })])
  })
  http.get('/api/trucks/compliance-reasons.csv', { schema: { tags, summary: '导出没有达标的原因', querystring: ComplianceQuery } }, async (request, reply) => {
    await allow(parts, request, 'read')
    const { by } = request.query
    const { whole, parts: rates } = await asked(request.query)
    const rows = ({ name, reasons }: Rate): string[][] => reasons.map(({ link, reason, kind, trips }) => [name, LINK_TITLES[link], titleOf(reason), kind === 'unknown' ? '无法判定' : '不达标', String(trips)])
    return sendSheet(reply, 'compliance-reasons', [[BY_TITLES[by], '环节', '原因', '判定', '趟次'], ...rates.flatMap(rows), ...rows({ ...whole, name: '合计' })])
  })
  http.get('/api/trucks/compliance-report.pdf', { schema: { tags, summary: '打印达标率月报', querystring: MonthQuery } }, async (request, reply) => {
    await allow(parts, request, 'read')
    const { month } = request.query
    const now = clock.now()
    const span = spanOf(month)
    const report = await database.read(async (queries) => ({
      month, ...span, today: civilDay(now), printedAt: now.toISOString(),
      days: await complianceOf(queries, { ...span, by: 'day' }),
      enterprises: (await complianceOf(queries, { ...span, by: 'enterprise' })).parts,
      sites: (await complianceOf(queries, { ...span, by: 'site' })).parts,
      before: (await complianceOf(queries, { ...spanOf(monthBefore(month)), by: 'day' })).whole,
      alarms: await alarmCounts(queries, span),
    }))
    return reply.type('application/pdf').header('content-disposition', `inline; filename="compliance-${month}.pdf"`).send(Buffer.from(await printPdf(monthlyReport(report, bureau), { createdAt: now })))
  })
}
const isReason = (word: string): word is keyof typeof REASON_TITLES => Object.hasOwn(REASON_TITLES, word)
const titleOf = (reason: string): string => (isReason(reason) ? REASON_TITLES[reason] : reason)
const percent = (rate: number | undefined): string => (rate === undefined ? '' : `${(rate * 100).toFixed(1)}%`)
const sendSheet = (reply: FastifyReply, name: string, rows: readonly (readonly string[])[]) => reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}.csv"`).send(csvOf(rows))

/** The days of a month, both ends included. */
function spanOf(month: string): { readonly from: string; readonly until: string } {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return { from: `${month}-01`, until: `${month}-${String(new Date(Date.UTC(year, of, 0)).getUTCDate()).padStart(2, '0')}` }
}
function monthBefore(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return of === 1 ? `${year - 1}-12` : `${year}-${String(of - 1).padStart(2, '0')}`
}
