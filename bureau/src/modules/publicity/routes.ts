import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { gone, notFound } from '../../platform/problem.ts'
import type { AgencyOf } from '../enforcement/contract.ts'
import { published, publishedOne } from './store.ts'
import { endOf, publicDecision } from './public-decision.ts'
import { PublicDecision, PublicPage, PublicQuery } from './wire.ts'

export interface PublicityParts {
  readonly database: Database
  readonly clock: Clock
  readonly bureau: { readonly name: string; readonly demo: boolean }
  readonly agencyOf: AgencyOf
  readonly accounts: readonly { readonly login: string; readonly name: string; readonly post: string }[]
  readonly enterprises: readonly { readonly login: string; readonly name: string; readonly post: string }[]
  readonly password?: string
  readonly checkpoint: () => Promise<string | undefined>
  /** The log's keys as a bureau prints them on its notice board. */
  readonly logKeys: readonly string[]
}

/** What everybody may see without logging in (公示), 行政处罚法第三十九条、第四十八条. */
export function publicityRoutes(http: Http, { database, clock, bureau, agencyOf, accounts, enterprises, password, checkpoint, logKeys }: PublicityParts): void {
  const tags = ['公示']
  const DemoAccount = z.object({ login: z.string(), name: z.string(), post: z.string() })
  const Bureau = z.object({ name: z.string(), demo: z.boolean(), accounts: z.array(DemoAccount).optional(), enterprises: z.array(DemoAccount).optional(), password: z.string().optional() })
  http.get('/api/public/bureau', { schema: { tags, summary: '机关', response: { 200: Bureau } } }, () => ({ ...bureau, ...(bureau.demo && password !== undefined ? { accounts: [...accounts], enterprises: [...enterprises], password } : {}) }))
  http.get('/api/public/decisions', { schema: { tags, summary: '公示的执法决定', querystring: PublicQuery, response: { 200: PublicPage } } }, async (request) => {
    const { total, rows } = await database.read((queries) => published(queries, request.query, civilDay(clock.now())))
    return { total, rows: rows.map((row) => publicDecision(row, agencyOf)) }
  })
  http.get('/api/public/decisions/:id', { schema: { tags, summary: '公示的一件决定', params: z.object({ id: z.string().max(64) }), response: { 200: PublicDecision } } }, async (request) => {
    const row = await database.read((queries) => publishedOne(queries, request.params.id))
    if (row === undefined) throw notFound('没有公示这件决定')
    const end = endOf(row, civilDay(clock.now()))
    // What was withdrawn stays to be seen with its reason (行政处罚法第四十八条第二款); what ended by its term or by a repair does not.
    if (end !== undefined && end.state !== 'withdrawn') throw gone(`这件决定已于 ${end.on} 停止公示：${end.reason}`)
    return publicDecision(row, agencyOf)
  })
  http.get('/api/public/log-keys', { schema: { tags, summary: '存证日志的公钥', response: { 200: z.object({ keys: z.array(z.string()) }) } } }, () => ({ keys: [...logKeys] }))
  http.get('/api/public/checkpoint', { schema: { tags, summary: '存证日志的签名检查点' } }, async (_, reply) => {
    const note = await checkpoint()
    if (note === undefined) throw notFound('日志还是空的')
    return reply.type('text/plain; charset=utf-8').send(note)
  })
}
