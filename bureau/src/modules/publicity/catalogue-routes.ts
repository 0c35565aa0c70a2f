import { citeShort } from '@zhunsheng/law/article.ts'
import { chartOf } from '@zhunsheng/law/chart.ts'
import { formatDay, parseDay, type Day } from '@zhunsheng/law/day.ts'
import type { Setting } from '@zhunsheng/law/dossier.ts'
import { isCertified } from '@zhunsheng/law/person.ts'
import { findProcedure, PROCEDURES } from '@zhunsheng/law/procedures.ts'
import ExcelJS from 'exceljs'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { malformed, notAllowed, notFound } from '../../platform/problem.ts'
import type { Officers, Staff } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import type { Agency, BenchmarksOn, ListsOn, PowersOn, PublicCertificate } from './contract.ts'
import { lacksOf, listed, plainSection, type Listed } from './sections.ts'
import { Catalogue, CatalogueQuery, ChartView, Lacks } from './wire.ts'

export interface CatalogueParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly agency: Agency
  readonly powers: PowersOn
  readonly lists: ListsOn
  readonly benchmarks: BenchmarksOn
  readonly setting: Setting
}

/** What is public before anything is done (事前公开), as of any day: 行政处罚法第三十四条、第三十九条, 国办发〔2018〕118号. */
export function catalogueRoutes(http: Http, { database, clock, officers, agency, powers, lists, benchmarks, setting }: CatalogueParts): void {
  const tags = ['事前公开']
  const dayOf = (on: string | undefined): Day => {
    const day = parseDay(on ?? civilDay(clock.now()))
    if (day === undefined) throw malformed([{ path: 'on', because: '不是真实存在的日期' }])
    return day
  }
  const sectionsOn = async (on: Day): Promise<readonly Listed[]> => {
    const [staff, known] = await database.read(async (queries) => [await officers.staffOn(queries, on), await benchmarks(queries, formatDay(on))] as const)
    return listed(on, { agency, certificates: staff.flatMap((person) => certificateOf(person, on)), benchmarks: known, powers, lists, setting })
  }
  const catalogue = async (on: Day): Promise<Catalogue> => ({
    agency: agency.name,
    on: formatDay(on),
    sections: (await sectionsOn(on)).map(plainSection),
    procedures: PROCEDURES.map(({ procedure: { code, name } }) => ({ code, name })),
  })
  http.get('/api/public/catalogue', { schema: { tags, summary: '事前公开的清单', querystring: CatalogueQuery, response: { 200: Catalogue } } }, (request) => catalogue(dayOf(request.query.on)))
  const params = z.object({ format: z.enum(['xlsx', 'json']) })
  http.get('/api/public/catalogue.:format', { schema: { tags, summary: '导出事前公开的清单', params, querystring: CatalogueQuery } }, async (request, reply) => {
    const made = await catalogue(dayOf(request.query.on))
    reply.header('content-disposition', `attachment; filename="catalogue-${made.on}.${request.params.format}"`)
    if (request.params.format === 'json') return reply.type('application/json; charset=utf-8').send(JSON.stringify(made, undefined, 2))
    return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(await asXlsx(made))
  })
  http.get('/api/public/procedures/:code/chart', { schema: { tags, summary: '执法流程图', params: z.object({ code: z.string().max(64) }), querystring: CatalogueQuery, response: { 200: ChartView } } }, (request): ChartView => {
    const known = findProcedure(request.params.code)
    if (known === undefined) throw notFound('没有这种程序')
    const on = dayOf(request.query.on)
    const { stages, ...head } = chartOf(known.procedure, on, setting)
    return {
      ...head,
      on: formatDay(on),
      stages: stages.map(({ name, acts }) => ({
        name,
        acts: acts.map(({ by, basis, after, duties, ...act }) => ({ ...act, by: [...by], basis: basis.map(citeShort), after: [...after], duties: duties.map((duty) => ({ ...duty, basis: duty.basis.map(citeShort) })) })),
      })),
    }
  })
  const allow = async (request: FastifyRequest) => {
    const actor = await officers.actor(request)
    if (!mayTake(actor, 'review')) throw notAllowed('您的岗位不能进行这项操作')
  }
  http.get('/api/publicity/lacks', { schema: { tags, summary: '事前公开缺什么', querystring: CatalogueQuery, response: { 200: Lacks } } }, async (request) => {
    await allow(request)
    const on = dayOf(request.query.on)
    return { on: formatDay(on), lacks: [...lacksOf(await sectionsOn(on))] }
  })
}

/** A certificate that holds on that day, and nothing else of its bearer. */
function certificateOf(person: Staff, on: Day): readonly PublicCertificate[] {
  const { name, department, certificate } = person
  return certificate === undefined || !isCertified(person, on) ? [] : [{ name, department, number: certificate.number, from: formatDay(certificate.from), until: formatDay(certificate.until) }]
}

/** One sheet a list, with its articles above the table. */
async function asXlsx({ agency, on, sections }: Catalogue): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  for (const { title, basis, columns, rows } of sections) {
    const sheet = book.addWorksheet(title.slice(0, 31), { pageSetup: { paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 } })
    sheet.addRow([`${agency}：${title}（${on} 有效）`])
    sheet.addRow([`依据：${basis.join('、')}`])
    sheet.addRow(columns.map((column) => column.title))
    for (const row of rows) sheet.addRow(columns.map(({ key }) => row[key] ?? ''))
    columns.forEach((column, index) => {
      sheet.getColumn(index + 1).width = Math.min(60, Math.max(column.title.length * 2 + 4, ...rows.slice(0, 50).map((row) => (row[column.key] ?? '').length + 4)))
    })
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}
