import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { check } from '@zhunsheng/discretion/check.ts'
import { writeDmn } from '@zhunsheng/discretion/dmn/write.ts'
import { isPublishable } from '@zhunsheng/discretion/finding.ts'
import { CHENGDU, CHONGQING } from '@zhunsheng/discretion/formula.ts'
import { readBenchmark, writeBenchmark } from '@zhunsheng/discretion/written.ts'
import { findMatter, MATTERS } from '@zhunsheng/law/matters/matters.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import { isTaken, type Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { changedMeanwhile, malformed, notAllowed, notFound, refused } from '../../platform/problem.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import { contentIn } from './content.ts'
import { groundsAgainst } from './issue-rules.ts'
import { OTHER_EXAMPLES } from './other-examples.ts'
import { addBenchmark, benchmarkOn, benchmarksOn, versionsOf, type BenchmarkRow } from './store.ts'
import { templateFor } from './template.ts'
import { versionOf } from './version-view.ts'
import { readBook, workbookOf } from './workbook.ts'
import { BenchmarkView, Checked, NewBenchmark, OnDay, ReadBook, Version, VersionList } from './wire.ts'

export interface DiscretionParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
}
const FORMULAS = { chongqing: CHONGQING, chengdu: CHENGDU } as const
const Matter = z.object({ matter: z.string().max(64) })
const EXPORTS = {
  json: { media: 'application/json; charset=utf-8', make: (benchmark: Benchmark) => Promise.resolve(JSON.stringify(writeBenchmark(benchmark), undefined, 2)) },
  dmn: { media: 'application/xml; charset=utf-8', make: (benchmark: Benchmark) => Promise.resolve(writeDmn(benchmark)) },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', make: workbookOf },
} as const

/** Benchmarks over HTTP (裁量权基准接口): open to everybody (行政处罚法第三十四条), checked before they are published. */
export function discretionRoutes(http: Http, { database, clock, officers }: DiscretionParts): void {
  const tags = ['裁量权基准']
  const today = (): string => civilDay(clock.now())
  const allow = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await officers.actor(request)
    if (!mayTake(actor, 'publish')) throw notAllowed('裁量权基准由法制审核人员或者机关负责人发布')
    return actor
  }
  const inForce = async (matter: string, on: string): Promise<BenchmarkRow> => {
    const row = await database.read((queries) => benchmarkOn(queries, matter, on))
    if (row === undefined) throw notFound('这个事项在这一天没有裁量权基准')
    return row
  }

  http.get('/api/public/benchmarks', { schema: { tags, summary: '裁量权基准目录', querystring: OnDay, response: { 200: VersionList } } }, async (request) => {
    const rows = await database.read((queries) => benchmarksOn(queries, request.query.on ?? today()))
    const without = MATTERS.filter((matter) => templateFor(matter, CHONGQING) === undefined).map(({ id, name }) => ({ matter: id, name }))
    return { rows: rows.map(versionOf), without }
  })
  http.get('/api/public/benchmarks/:matter', { schema: { tags, summary: '一个事项的裁量权基准', params: Matter, querystring: OnDay, response: { 200: BenchmarkView } } }, async (request) => {
    const row = await inForce(request.params.matter, request.query.on ?? today())
    const versions = await database.read((queries) => versionsOf(queries, request.params.matter))
    return { version: versionOf(row), content: row.content, versions: versions.map(versionOf) }
  })
  http.get('/api/public/benchmarks/:matter/file.:format', { schema: { tags, summary: '导出裁量权基准', params: Matter.extend({ format: z.enum(['json', 'dmn', 'xlsx']) }), querystring: OnDay } }, async (request, reply) => {
    const { matter, format } = request.params
    const read = readBenchmark((await inForce(matter, request.query.on ?? today())).content)
    if (!read.ok) throw new Error(`the published benchmark of ${matter} cannot be read`)
    const { media, make } = EXPORTS[format]
    return reply.type(media).header('content-disposition', `attachment; filename="benchmark-${matter}.${format}"`).send(await make(read.benchmark))
  })
  http.get('/api/public/benchmarks/:matter/template', { schema: { tags, summary: '按公式生成示例', params: Matter, querystring: z.object({ formula: z.enum(['chongqing', 'chengdu']).default('chongqing') }), response: { 200: z.object({ content: z.unknown() }) } } }, (request) => {
    const matter = findMatter(request.params.matter)
    const template = matter === undefined ? OTHER_EXAMPLES.find((one) => one.matter === request.params.matter) : templateFor(matter, FORMULAS[request.query.formula])
    if (template === undefined) throw notFound('没有这个事项，或者条文没有规定罚款数额，没有可以划分的幅度')
    return { content: writeBenchmark(template) }
  })
  http.post('/api/public/benchmarks/check', { schema: { tags, summary: '检查裁量权基准', body: z.object({ content: z.unknown() }), response: { 200: Checked } } }, (request) => checkedOf(contentIn(request.body.content)))
  http.post('/api/benchmarks/workbook', { schema: { tags, summary: '读取电子表格', response: { 200: ReadBook } } }, async (request) => {
    await allow(request)
    const file = await request.file()
    if (file === undefined) throw malformed([{ path: 'file', because: '没有文件' }])
    const sheets = await readBook(await file.toBuffer())
    if (sheets === undefined) throw malformed([{ path: 'file', because: '不是有效的 XLSX 文件；旧式 .xls 请另存为 .xlsx' }])
    return { sheets: [...sheets] }
  })
  http.post('/api/benchmarks', { schema: { tags, summary: '发布裁量权基准', body: NewBenchmark, response: { 201: Version } } }, async (request, reply) => {
    const actor = await allow(request)
    const benchmark = contentIn(request.body.content)
    const { issue } = request.body
    const grounds = groundsAgainst(benchmark, issue, today())
    if (grounds.length > 0) throw refused(grounds)
    const row = await database.work((tx) => addBenchmark(tx, { matter: benchmark.matter, issue, content: writeBenchmark(benchmark), by: actor.name, at: clock.now().toISOString() })).catch((failure: unknown) => {
      throw isTaken(failure) ? changedMeanwhile('别人刚刚发布了这个事项的新版本，请刷新后再决定是否发布') : failure
    })
    return reply.status(201).send(versionOf(row))
  })
}

function checkedOf(benchmark: Benchmark): z.infer<typeof Checked> {
  const findings = check(benchmark)
  return { publishable: isPublishable(findings), findings: findings.map(({ kind, weight, rows, says }) => ({ kind, weight, rows: [...rows], says })) }
}
