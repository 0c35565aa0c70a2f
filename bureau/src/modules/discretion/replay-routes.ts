import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { readBenchmark } from '@zhunsheng/discretion/written.ts'
import { parseDay } from '@zhunsheng/law/day.ts'
import type { FastifyRequest } from 'fastify'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database, Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { malformed, notAllowed, notFound } from '../../platform/problem.ts'
import type { DecidedCases } from '../enforcement/contract.ts'
import type { Officers } from '../officers/contract.ts'
import { mayTake } from './access.ts'
import { contentIn } from './content.ts'
import { replayCsv, replayedView } from './replay-view.ts'
import { benchmarkOn, versionsOf, type BenchmarkRow } from './store.ts'
import { ReplayBody, ReplayView } from './wire.ts'

interface ReplayParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly decidedCases: DecidedCases
}
interface Fault {
  readonly path: string
  readonly because: string
}
interface Named {
  readonly name: string
  readonly benchmark: Benchmark
}

/** Tries a version of a benchmark on cases that were decided (以旧案试算), before it is published or after. Nothing is kept. */
export function replayRoutes(http: Http, { database, clock, officers, decidedCases }: ReplayParts): void {
  const tags = ['裁量权基准']
  const allow = async (request: FastifyRequest): Promise<void> => {
    if (!mayTake(await officers.actor(request), 'replay')) throw notAllowed('裁量权基准由法制审核人员、机关负责人或者执法监督人员用旧案试算')
  }
  const tried = (body: ReplayBody): Promise<ReplayView> => {
    const { matter, from, to } = body
    const faults = periodFaults(body)
    if (faults.length > 0) throw malformed(faults)
    return database.read(async (queries) => {
      const before = await versionBefore(queries, body, civilDay(clock.now()))
      const after = await versionAfter(queries, body)
      return { before: before.name, after: after.name, from, to, ...replayedView(before.benchmark, after.benchmark, await decidedCases(queries, { matter, from, to })) }
    })
  }

  http.post('/api/discretion/replay', { schema: { tags, summary: '用已决案件试算裁量权基准', body: ReplayBody, response: { 200: ReplayView } } }, async (request) => {
    await allow(request)
    return tried(request.body)
  })
  http.post('/api/discretion/replay.csv', { schema: { tags, summary: '导出试算结果', body: ReplayBody } }, async (request, reply) => {
    await allow(request)
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="replay.csv"').send(replayCsv(await tried(request.body)))
  })
}

function periodFaults({ from, to }: ReplayBody): readonly Fault[] {
  const days = Object.entries({ from, to }).flatMap(([path, day]): readonly Fault[] => (parseDay(day) === undefined ? [{ path, because: '应为真实存在的日期，写作 2021-03-01' }] : []))
  return days.length === 0 && from > to ? [{ path: 'to', because: '期间的末日早于首日，请对调' }] : days
}

async function versionBefore(queries: Queries, { matter, before }: ReplayBody, today: string): Promise<Named> {
  if (before !== undefined) return versionNumbered(queries, matter, before)
  const row = await benchmarkOn(queries, matter, today)
  if (row === undefined) throw notFound('这个事项现在没有裁量权基准，没有可以比较的版本')
  return published(row)
}

async function versionAfter(queries: Queries, { matter, after }: ReplayBody): Promise<Named> {
  if (after.is === 'version') return versionNumbered(queries, matter, after.version)
  const benchmark = contentIn(after.content, 'after.content')
  if (benchmark.matter !== matter) throw malformed([{ path: 'after.content.matter', because: `草稿是事项「${benchmark.matter}」的裁量权基准，不能与「${matter}」的案件比较` }])
  return { name: '草稿', benchmark }
}

async function versionNumbered(queries: Queries, matter: string, version: number): Promise<Named> {
  const row = (await versionsOf(queries, matter)).find((one) => one.version === version)
  if (row === undefined) throw notFound(`这个事项的裁量权基准没有第 ${version} 版`)
  return published(row)
}

function published({ matter, version, content }: BenchmarkRow): Named {
  const read = readBenchmark(content)
  if (!read.ok) throw new Error(`the published benchmark ${matter}/${version} cannot be read`)
  return { name: `${matter}/${version}`, benchmark: read.benchmark }
}
