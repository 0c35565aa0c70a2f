import type { ToldAct } from '@zhunsheng/law/penalty/execution/published.ts'
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
  /** The acts, out of which the law reads what is shown and whose names are hidden. */
  readonly acts: readonly ToldAct[]
  readonly withdrawn_on: string | null
}

/** The acts of a case as the law reads a publication off them. */
export const TOLD_ACTS = sql`(select coalesce(jsonb_agg(jsonb_build_object('seq', a.seq, 'kind', a.kind, 'data', a.data, 'by', a.actors) order by a.seq), '[]') from enforcement_acts a where a.case_id = c.id) as acts`

const FROM = sql`enforcement_cases c
  left join enforcement_papers p on p.case_id = c.id and p.form in ('decision', 'spot-decision')`
const COLUMNS = sql`c.id, p.number, c.party, c.party_kind, c.credit_code, c.matter, c.matter_name, c.kinds, c.fine_fen, c.decided_on, c.published_on, c.withdrawn_on, ${TOLD_ACTS}`

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
