import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { malformed, notFound } from '../../platform/problem.ts'
import { rateLimit } from '../../platform/rate-limit.ts'
import type { AgencyOf } from '../enforcement/contract.ts'
import { cursorOf, entryOf, feedAtom, feedCsv, readCursor } from './feed.ts'
import { changed, publishedBy } from './store.ts'
import { FeedPage, FeedQuery } from './wire.ts'

export interface FeedParts {
  readonly database: Database
  readonly clock: Clock
  /** The hour outside, by which callers are counted. */
  readonly outside: Clock
  readonly agency: string
  readonly agencyOf: AgencyOf
  readonly proof: (dossier: string, seq: number) => Promise<string | undefined>
}
/** Five minutes: a decision is public for months, and a copy of this age misleads nobody. */
const KEPT = 'public, max-age=300'
const LIMIT = { requests: 60, everySeconds: 60 }
const NEWS = 50

/** Published decisions as open data (开放数据): JSON with a schema, CSV, Atom; paged by a cursor, with the address of a proof for each. */
export function feedRoutes(http: Http, { database, clock, outside, agency, agencyOf, proof }: FeedParts): void {
  const tags = ['开放数据']
  const limit = rateLimit({ ...LIMIT, nowMs: () => outside.now().getTime() })
  async function pageOf({ cursor, size }: FeedQuery): Promise<FeedPage> {
    const after = cursor === undefined ? undefined : readCursor(cursor)
    if (cursor !== undefined && after === undefined) throw malformed([{ path: 'cursor', because: '不是本接口给出的游标；去掉游标从头开始' }])
    const today = civilDay(clock.now())
    const rows = await database.read((queries) => changed(queries, { size: size + 1, ...(after === undefined ? {} : { after }) }, today))
    const shown = rows.slice(0, size)
    const last = shown.at(-1)
    const next = last === undefined ? cursor : cursorOf(last)
    return { agency, schema: '/api/public/feed.schema.json', more: rows.length > size, entries: shown.map((row) => entryOf(row, agencyOf, today)), ...(next === undefined ? {} : { cursor: next }) }
  }
  http.get('/api/public/feed.json', { schema: { tags, summary: '公示的执法决定（JSON）', description: '按变动先后返回；以回答中的 cursor 继续，more 为 false 时已到最新，下次仍用这个 cursor 取增量。', querystring: FeedQuery, response: { 200: FeedPage, 304: z.null() } } }, async (request, reply) => {
    limit(request, reply)
    const page = await pageOf(request.query)
    return unchanged(request, reply, JSON.stringify(page)) ? reply.status(304).send(null) : page
  })
  http.get('/api/public/feed.csv', { schema: { tags, summary: '公示的执法决定（CSV）', querystring: FeedQuery } }, async (request, reply) => {
    limit(request, reply)
    const { entries, cursor, more } = await pageOf(request.query)
    const text = feedCsv(entries)
    if (cursor !== undefined) reply.header('x-cursor', cursor).header('x-more', String(more))
    if (unchanged(request, reply, text)) return reply.status(304).send()
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="decisions.csv"').send(text)
  })
  http.get('/api/public/feed.atom', { schema: { tags, summary: '最新公示（Atom）' } }, async (request, reply) => {
    limit(request, reply)
    const today = civilDay(clock.now())
    const rows = await database.read((queries) => changed(queries, { size: NEWS, newest: true }, today))
    const text = feedAtom(rows.map((row) => entryOf(row, agencyOf, today)), { agency, base: `${request.protocol}://${request.host}`, updated: rows[0]?.changed_at ?? `${today}T00:00:00Z` })
    return unchanged(request, reply, text) ? reply.status(304).send() : reply.type('application/atom+xml; charset=utf-8').send(text)
  })
  http.get('/api/public/feed.schema.json', { schema: { tags, summary: '开放数据的结构（JSON Schema）' } }, (request, reply) => {
    const text = JSON.stringify(z.toJSONSchema(FeedPage), undefined, 2)
    return unchanged(request, reply, text) ? reply.status(304).send() : reply.type('application/schema+json; charset=utf-8').send(text)
  })
  http.get('/api/public/decisions/:id/proof', { schema: { tags, summary: '公示行为的存证证明', description: '公示这件决定的行为在存证日志中的包含证明（C2SP tlog-proof），不含任何内容。', params: z.object({ id: z.string().max(64) }) } }, async (request, reply) => {
    limit(request, reply)
    const seq = await database.read((queries) => publishedBy(queries, request.params.id))
    const text = seq === undefined ? undefined : await proof(request.params.id, seq)
    if (text === undefined) throw notFound('没有公示这件决定')
    return reply.type('text/plain; charset=utf-8').send(text)
  })
}

/** Says how long an answer may be kept and by what it is known again; whether the caller has it already. */
function unchanged(request: FastifyRequest, reply: FastifyReply, text: string): boolean {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  reply.header('cache-control', KEPT).header('etag', tag)
  return request.headers['if-none-match'] === tag
}
