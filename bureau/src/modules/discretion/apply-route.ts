import { apply } from '@zhunsheng/discretion/apply.ts'
import { explain } from '@zhunsheng/discretion/explain.ts'
import { parseDay } from '@zhunsheng/law/day.ts'
import { fen, formatYuan } from '@zhunsheng/law/money.ts'
import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { malformed, notFound } from '../../platform/problem.ts'
import type { Benchmarks } from './contract.ts'
import { benchmarksOn } from './store.ts'
import { versionOf } from './version-view.ts'
import { AppliedView, Apply, BenchmarkTables, OnDay } from './wire.ts'

/** Every benchmark of a day in one answer: a phone takes them along for a shift without signal (离线使用). */
export function tablesRoute(http: Http, { database, clock }: { readonly database: Database; readonly clock: Clock }): void {
  http.get('/api/public/benchmark-tables', { schema: { tags: ['裁量权基准'], summary: '全部裁量权基准及其内容（离线使用）', querystring: OnDay, response: { 200: BenchmarkTables } } }, async (request) => {
    const rows = await database.read((queries) => benchmarksOn(queries, request.query.on ?? civilDay(clock.now())))
    return { rows: rows.map((row) => ({ version: versionOf(row), content: row.content })) }
  })
}

/** The calculator for programs (裁量计算接口): what the benchmark in force gives for facts, written as an act states it. Nothing is kept. */
export function applyRoute(http: Http, { database, clock, benchmarks }: { readonly database: Database; readonly clock: Clock; readonly benchmarks: Benchmarks }): void {
  const schema = { tags: ['裁量权基准'], summary: '按裁量权基准计算', params: z.object({ matter: z.string().max(64) }), body: Apply, response: { 200: AppliedView } }
  http.post('/api/public/benchmarks/:matter/apply', { schema }, async (request) => {
    const { on = civilDay(clock.now()), answers } = request.body
    const day = parseDay(on)
    if (day === undefined) throw malformed([{ path: 'on', because: '应为真实存在的日期，写作 2021-03-01' }])
    const found = await database.read((queries) => benchmarks.inForce(queries, request.params.matter, day))
    if (found === undefined) throw notFound('这个事项在这一天没有裁量权基准')
    const applied = apply(found.evaluator, answers)
    const { says } = explain(found.evaluator.benchmark, answers, applied.answer)
    const open = applied.is === 'open' ? applied.factors.map(({ code }) => code) : []
    if (applied.is !== 'given') return { benchmark: found.id, says: applied.is === 'malformed' ? applied.faults.map(({ because }) => because).join('；') : says, open }
    const { tier, span } = applied
    return { benchmark: found.id, says, open, tier, ...(span === undefined ? {} : { band: { low: formatYuan(fen(span.low)), high: formatYuan(fen(span.high)) } }) }
  })
}
