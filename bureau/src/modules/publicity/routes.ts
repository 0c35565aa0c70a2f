import { citeShort } from '@zhunsheng/law/article.ts'
import { maskName } from '@zhunsheng/law/identifiers/mask.ts'
import { redacted } from '@zhunsheng/law/identifiers/redact.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { publicationOf } from '@zhunsheng/law/penalty/execution/published.ts'
import { PENALTY_KINDS } from '@zhunsheng/law/penalty/forms.ts'
import { z } from 'zod'
import type { Database } from '../../platform/database.ts'
import type { Http } from '../../platform/http.ts'
import { notFound } from '../../platform/problem.ts'
import { published, publishedOne, type PublishedRow } from './store.ts'
import { PublicDecision, PublicPage, PublicQuery } from './wire.ts'

export interface PublicityParts {
  readonly database: Database
  readonly bureau: { readonly name: string; readonly demo: boolean }
  readonly accounts: readonly { readonly login: string; readonly name: string; readonly post: string }[]
  readonly password?: string
  readonly checkpoint: () => Promise<string | undefined>
  /** The log's keys as a bureau prints them on its notice board. */
  readonly logKeys: readonly string[]
}

/** What everybody may see without logging in (公示), 行政处罚法第三十九条、第四十八条. */
export function publicityRoutes(http: Http, { database, bureau, accounts, password, checkpoint, logKeys }: PublicityParts): void {
  const tags = ['公示']
  const Bureau = z.object({ name: z.string(), demo: z.boolean(), accounts: z.array(z.object({ login: z.string(), name: z.string(), post: z.string() })).optional(), password: z.string().optional() })
  http.get('/api/public/bureau', { schema: { tags, summary: '机关', response: { 200: Bureau } } }, () => ({ ...bureau, ...(bureau.demo && password !== undefined ? { accounts: [...accounts], password } : {}) }))
  http.get('/api/public/decisions', { schema: { tags, summary: '公示的处罚决定', querystring: PublicQuery, response: { 200: PublicPage } } }, async (request) => {
    const { search = '', page, size } = request.query
    const { total, rows } = await database.read((queries) => published(queries, search, page, size))
    return { total, rows: rows.map((row) => publicDecision(row, bureau.name)) }
  })
  http.get('/api/public/decisions/:id', { schema: { tags, summary: '公示的一件决定', params: z.object({ id: z.string().max(64) }), response: { 200: PublicDecision } } }, async (request) => {
    const row = await database.read((queries) => publishedOne(queries, request.params.id))
    if (row === undefined) throw notFound('没有公示这件决定')
    return publicDecision(row, bureau.name)
  })
  http.get('/api/public/log-keys', { schema: { tags, summary: '存证日志的公钥', response: { 200: z.object({ keys: z.array(z.string()) }) } } }, () => ({ keys: [...logKeys] }))
  http.get('/api/public/checkpoint', { schema: { tags, summary: '存证日志的签名检查点' } }, async (_, reply) => {
    const note = await checkpoint()
    if (note === undefined) throw notFound('日志还是空的')
    return reply.type('text/plain; charset=utf-8').send(note)
  })
}

/** The public form of a decision: a natural person's name is masked, and so is whatever in a text identifies somebody. */
function publicDecision(row: PublishedRow, agency: string): PublicDecision {
  const isPerson = row.party_kind === 'citizen'
  const kinds: Readonly<Record<string, string>> = PENALTY_KINDS
  const { facts, withdrawn, people } = publicationOf(row.acts)
  const matter = findMatter(row.matter)
  return {
    id: row.id,
    number: row.number ?? '',
    party: isPerson ? maskName(row.party) : row.party,
    partyKind: row.party_kind,
    matter: row.matter_name,
    basis: matter === undefined ? '' : citeShort(matter.basis),
    facts: redacted(facts, people),
    kinds: row.kinds.map((kind) => kinds[kind] ?? kind),
    decidedOn: row.decided_on,
    publishedOn: row.published_on,
    agency,
    ...(row.credit_code === null || isPerson ? {} : { creditCode: row.credit_code }),
    ...(row.fine_fen === 0 ? {} : { fine: (row.fine_fen / 100).toFixed(2) }),
    ...(row.withdrawn_on === null ? {} : { withdrawn: { on: row.withdrawn_on, reason: redacted(withdrawn, people) } }),
  }
}
