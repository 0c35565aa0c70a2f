import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'

/** A published decision with the acts from which its public form is made. */
export interface PublishedRow {
  readonly id: string
  readonly number: string | null
  readonly party: string
  readonly party_kind: string
  readonly credit_code: string | null
  readonly matter: string
  readonly matter_name: string
  readonly kinds: readonly string[]
  readonly fine_fen: number
  readonly decided_on: string
  readonly published_on: string
  readonly facts: string
  /** Everybody whom the file names as a person: those asked, witnesses, receivers, representatives. */
  readonly people: readonly string[]
  readonly withdrawn_on: string | null
  readonly withdrawn_reason: string | null
}

const FROM = sql`enforcement_cases c
  left join enforcement_papers p on p.case_id = c.id and p.form in ('decision', 'spot-decision')
  left join lateral (select data->>'facts' as facts from enforcement_acts a where a.case_id = c.id and a.kind = 'decide' order by seq desc limit 1) d on true
  left join lateral (select data->>'reason' as reason from enforcement_acts a where a.case_id = c.id and a.kind = 'withdrawPublication' order by seq desc limit 1) w on true
  left join lateral (select coalesce(array_agg(distinct name) filter (where name <> ''), '{}') as people from enforcement_acts a,
    lateral (values (data->>'person'), (data->>'witness'), (data->>'receiver'), (data->>'onSite'), (data->'party'->>'representative')) n (name) where a.case_id = c.id) n on true`
const COLUMNS = sql`c.id, p.number, c.party, c.party_kind, c.credit_code, c.matter, c.matter_name, c.kinds, c.fine_fen, c.decided_on, c.published_on, d.facts, n.people, c.withdrawn_on, w.reason as withdrawn_reason`

export async function published(queries: Queries, search: string, page: number, size: number): Promise<{ readonly total: number; readonly rows: readonly PublishedRow[] }> {
  const condition = sql`c.published_on is not null and (coalesce(p.number, '') || c.matter_name || case when c.party_kind = 'citizen' then '' else c.party end) like ${`%${search.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`}`
  const { rows } = await sql<PublishedRow>`select ${COLUMNS} from ${FROM} where ${condition} order by c.published_on desc, c.number desc limit ${size} offset ${(page - 1) * size}`.execute(queries)
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from ${FROM} where ${condition}`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows }
}
export async function publishedOne(queries: Queries, id: string): Promise<PublishedRow | undefined> {
  const { rows } = await sql<PublishedRow>`select ${COLUMNS} from ${FROM} where c.published_on is not null and c.id = ${id}`.execute(queries)
  return rows[0]
}
