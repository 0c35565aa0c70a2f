import { USUAL_OPTIONS, type ScanOptions } from '@zhunsheng/discretion/deviation/scan.ts'
import { parseDay } from '@zhunsheng/law/day.ts'
import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database, Queries } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { keyOf, workAnew } from '../../platform/once.ts'
import { malformed, notAllowed, notFound } from '../../platform/problem.ts'
import type { Benchmarks } from '../discretion/contract.ts'
import type { Actor, Officers } from '../officers/contract.ts'
import type { FastifyRequest } from 'fastify'
import { mayTake } from './access.ts'
import { behind } from './behind.ts'
import { runScan } from './scan-run.ts'
import { findingOf, findingsCsv, headOf, scanView } from './scan-view.ts'
import { comparedWith } from './store-compared.ts'
import { addExplanation, addScan, explanationsOf, scans, scanUnder, type ScanRow } from './store-scans.ts'
import { Again, Behind, NewExplanation, ScanBody, ScanHead, ScanView } from './wire.ts'

interface ScanParts {
  readonly database: Database
  readonly clock: Clock
  readonly officers: Officers
  readonly benchmarks: Benchmarks
  readonly newId: () => string
  /** Computes what is compared of every case that was decided before there was such a table. */
  readonly catchUp: () => Promise<void>
}
const Id = z.object({ id: z.string().max(64) })
const One = Id.extend({ finding: z.coerce.number().int().min(1) })
const tags = ['同案同罚']

/** Who decides like cases otherwise (同案不同罚的扫描): a scan is kept with what it looked at, and can be done again. */
export function scanRoutes(http: Http, parts: ScanParts): void {
  const { database, clock, newId } = parts
  http.get('/api/consistency/scans', { schema: { tags, summary: '扫描记录', response: { 200: z.array(ScanHead) } } }, async (request) => {
    await allow(parts, request, 'scan')
    return database.read(async (queries) => {
      const rows = await scans(queries)
      const explanations = await explanationsOf(queries, rows.map(({ id }) => id))
      return rows.map((row) => headOf(row, explanations))
    })
  })
  http.post('/api/consistency/scans', { schema: { tags, summary: '扫描一个期间的已决定案件', body: ScanBody, response: { 201: ScanView } } }, async (request, reply) => {
    const { name } = await allow(parts, request, 'scan')
    const key = keyOf(request)
    const { from, to, confidence } = request.body
    checkPeriod({ from, to }, civilDay(clock.now()))
    const before = await database.read((queries) => scanUnder(queries, key))
    const options: ScanOptions = { ...USUAL_OPTIONS, confidence }
    const row = before ?? (await scanned({ from, to }, options))
    const { id } = before ?? (await workAnew(database, async (tx) => {
      const known = await scanUnder(tx, key)
      if (known === undefined) await addScan(tx, { ...row, by_name: name, idempotency_key: key })
      return known ?? row
    }))
    return reply.status(201).send(await view(id))
  })
  http.get('/api/consistency/scans/:id', { schema: { tags, summary: '扫描结果', params: Id, response: { 200: ScanView } } }, async (request) => {
    await allow(parts, request, 'scan')
    return view(request.params.id)
  })
  http.get('/api/consistency/scans/:id/findings.csv', { schema: { tags, summary: '导出扫描结果', params: Id } }, async (request, reply) => {
    await allow(parts, request, 'scan')
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="findings.csv"').send(findingsCsv(await view(request.params.id)))
  })
  http.post('/api/consistency/scans/:id/again', { schema: { tags, summary: '以同样的方法再次扫描并核对，不作记录', params: Id, response: { 200: Again } } }, async (request) => {
    await allow(parts, request, 'scan')
    const before = await database.read((queries) => found(queries, request.params.id))
    const { scan, cases, digest } = await runScan(database, { from: before.from_day, to: before.to_day }, { confidence: before.confidence, minimumCases: before.minimum_cases, minimumEffect: before.minimum_effect })
    return { sameData: digest === before.digest, sameFindings: JSON.stringify(written(scan.deviations)) === JSON.stringify(written(before.deviations)), cases }
  })
  const scanned = async (span: { readonly from: string; readonly to: string }, options: ScanOptions): Promise<ScanRow> => {
    await parts.catchUp()
    const { scan, cases, digest, names } = await runScan(database, span, options)
    return {
      id: newId(), from_day: span.from, to_day: span.to, confidence: options.confidence, minimum_cases: options.minimumCases, minimum_effect: options.minimumEffect,
      cases, digest, compared: scan.compared, deviations: scan.deviations, too_few: scan.tooFew, names, by_name: '', at: clock.now().toISOString(),
    }
  }
  const view = (id: string): Promise<ScanView> => database.read(async (queries) => scanView(await found(queries, id), await explanationsOf(queries, [id])))
  findingRoutes(http, parts)
}

function findingRoutes(http: Http, parts: ScanParts): void {
  const { database, clock, benchmarks } = parts
  const behindOf = (id: string, number: number): Promise<Behind> =>
    database.read(async (queries) => {
      const row = await found(queries, id)
      const deviation = row.deviations[number - 1]
      if (deviation === undefined) throw notFound('这次扫描没有这一项')
      const rows = await comparedWith(queries, { from: row.from_day, to: row.to_day }, deviation, deviation.about === 'fine' ? 'row' : 'beforehand')
      return { finding: findingOf(row, number, await explanationsOf(queries, [id])), ...(await behind(queries, benchmarks, deviation, rows)) }
    })
  http.get('/api/consistency/scans/:id/findings/:finding', { schema: { tags, summary: '一项偏离所依据的案件', params: One, response: { 200: Behind } } }, async (request) => {
    await allow(parts, request, 'scan')
    return behindOf(request.params.id, request.params.finding)
  })
  http.post('/api/consistency/scans/:id/findings/:finding/explanations', { schema: { tags, summary: '对一项偏离作出说明', params: One, body: NewExplanation, response: { 201: Behind } } }, async (request, reply) => {
    const { name } = await allow(parts, request, 'explain')
    const key = keyOf(request)
    const { id, finding } = request.params
    await database.work(async (tx) => {
      if ((await found(tx, id)).deviations[finding - 1] === undefined) throw notFound('这次扫描没有这一项')
      await addExplanation(tx, { scan: id, finding, ...request.body, by_name: name, at: clock.now().toISOString(), idempotency_key: key })
    })
    return reply.status(201).send(await behindOf(id, finding))
  })
}

async function allow({ officers }: ScanParts, request: FastifyRequest, step: 'scan' | 'explain'): Promise<Actor> {
  const actor = await officers.actor(request)
  if (!mayTake(actor, step)) throw notAllowed(step === 'scan' ? '扫描由法制审核人员、机关负责人和执法监督人员进行' : '说明由法制审核人员或者机关负责人作出')
  return actor
}

async function found(queries: Queries, id: string): Promise<ScanRow> {
  const [row] = await scans(queries, id)
  if (row === undefined) throw notFound('没有这次扫描')
  return row
}

function checkPeriod({ from, to }: { readonly from: string; readonly to: string }, today: string): void {
  const faults = Object.entries({ from, to }).flatMap(([path, day]) => (parseDay(day) === undefined ? [{ path, because: '应为真实存在的日期，写作 2021-03-01' }] : []))
  if (faults.length === 0 && from > to) faults.push({ path: 'to', because: '期间的末日早于首日，请对调' })
  if (faults.length === 0 && from > today) faults.push({ path: 'from', because: '期间还没有开始' })
  if (faults.length > 0) throw malformed(faults)
}

/** A finding as it comes back from a database: its numbers are kept to the last place, in one order of names. */
const written = (deviations: ScanRow['deviations']) => deviations.map((one) => Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
