import type { ToldAct } from '@zhunsheng/law/penalty/execution/published.ts'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { containing } from '../../platform/like.ts'

/** A published decision with the acts from which its public form is made. */
export interface PublishedRow {
  readonly id: string
  readonly kind: 'penalty' | 'measure' | 'performance' | 'demolition'
  readonly number: string | null
  readonly party: string
  readonly party_kind: string
  readonly credit_code: string | null
  readonly acting_town: string | null
  readonly matter: string
  readonly matter_name: string
  readonly kinds: readonly string[]
  readonly fine_fen: number
  readonly decided_on: string
  readonly published_on: string
  /** The acts, out of which the law reads what is shown and whose names are hidden. */
  readonly acts: readonly ToldAct[]
  readonly conclusion: string | null
  readonly withdrawn_on: string | null
  readonly until: string | null
  readonly ended_on: string | null
  readonly ended_reason: string | null
}

/** The acts of a case as the law reads a publication off them. */
export const TOLD_ACTS = sql`(select coalesce(jsonb_agg(jsonb_build_object('seq', a.seq, 'kind', a.kind, 'data', a.data, 'by', a.actors) order by a.seq), '[]') from enforcement_acts a where a.case_id = c.id) as acts`

/** The forms of the papers whose number is that of the decision. */
const DECISIONS = ['decision', 'spot-decision', 'measure-decision', 'performance-decision', 'clearing-order', 'removal-decision']
const FROM = sql`enforcement_cases c
  left join lateral (select number from enforcement_papers p where p.case_id = c.id and p.form = any(${DECISIONS}::text[]) order by seq desc limit 1) p on true
  left join lateral (select data->>'conclusion' as conclusion from enforcement_acts a where a.case_id = c.id and a.kind = 'publish' order by seq desc limit 1) u on true
  left join lateral (select data->>'reason' as reason from enforcement_acts a where a.case_id = c.id and a.kind = 'endPublication' order by seq desc limit 1) e on true`
const COLUMNS = sql`c.id, c.public_as as kind, p.number, c.party, c.party_kind, c.credit_code, c.acting_town, c.matter, c.matter_name, c.kinds, c.fine_fen, c.public_decided_on as decided_on, c.published_on, u.conclusion,
  c.withdrawn_on, c.public_until as until, c.public_ended_on as ended_on, e.reason as ended_reason, ${TOLD_ACTS}`

export interface PublishedQuery {
  readonly search?: string | undefined
  readonly kind?: string | undefined
  readonly page: number
  readonly size: number
}

/** What is public on a day: not what a repair ended, nor what outlived its term. What was withdrawn stays, with the reason. */
export async function published(queries: Queries, { search = '', kind, page, size }: PublishedQuery, today: string): Promise<{ readonly total: number; readonly rows: readonly PublishedRow[] }> {
  const condition = sql`c.published_on is not null and c.public_ended_on is null and (c.public_until is null or c.public_until >= ${today}::date)
    and ${kind === undefined ? sql`true` : sql`c.public_as = ${kind}`}
    and (coalesce(p.number, '') || c.matter_name || case when c.party_kind = 'citizen' then '' else c.party end) like ${containing(search)}`
  const { rows } = await sql<PublishedRow>`select ${COLUMNS} from ${FROM} where ${condition} order by c.published_on desc, c.number desc limit ${size} offset ${(page - 1) * size}`.execute(queries)
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from ${FROM} where ${condition}`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows }
}
export async function publishedOne(queries: Queries, id: string): Promise<PublishedRow | undefined> {
  const { rows } = await sql<PublishedRow>`select ${COLUMNS} from ${FROM} where c.published_on is not null and c.id = ${id}`.execute(queries)
  return rows[0]
}

/** A decision with the moment at which what the public sees of it last changed. */
export interface ChangedRow extends PublishedRow {
  /** With microseconds, in UTC, so that a cursor names exactly one place. */
  readonly changed_at: string
}
export interface Changes {
  /** After this place in the order of changes; from the beginning where there is none. */
  readonly after?: { readonly at: string; readonly id: string }
  readonly size: number
  /** The newest first, for a reader of news; else the oldest, for whoever keeps a copy. */
  readonly newest?: boolean
}
/** What was published, withdrawn or ended (增量), in the order of changes. A term that runs out changes it at midnight. */
export async function changed(queries: Queries, { after, size, newest = false }: Changes, today: string): Promise<readonly ChangedRow[]> {
  const changes = sql`(select c.id as case_id, greatest(max(a.recorded_at), case when c.withdrawn_on is null and c.public_ended_on is null and c.public_until < ${today}::date then ((c.public_until + 1)::timestamp at time zone 'Asia/Shanghai') end) as at
    from enforcement_cases c join enforcement_acts a on a.case_id = c.id and a.kind in ('publish', 'withdrawPublication', 'endPublication', 'correct', 'annul')
    where c.published_on is not null group by c.id)`
  const order = newest ? sql`x.at desc, c.id desc` : sql`x.at, c.id`
  const { rows } = await sql<ChangedRow>`select to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as changed_at, ${COLUMNS} from ${changes} x join ${FROM} on c.id = x.case_id
    where ${after === undefined ? sql`true` : sql`(x.at, c.id) > (${after.at}::timestamptz, ${after.id})`} order by ${order} limit ${size}`.execute(queries)
  return rows
}

/** The number of the act by which a decision was made public. */
export async function publishedBy(queries: Queries, id: string): Promise<number | undefined> {
  const { rows } = await sql<{ seq: number }>`select a.seq from enforcement_acts a join enforcement_cases c on c.id = a.case_id where a.case_id = ${id} and a.kind = 'publish' and c.published_on is not null order by a.seq desc limit 1`.execute(queries)
  return rows[0]?.seq
}
