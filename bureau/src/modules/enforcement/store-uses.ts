import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'

/** One act or lead that names a file by its digest, with how its case stands. */
export interface UseRow {
  readonly sha256: string
  readonly case_id: string | null
  readonly number: string
  readonly seq: number | null
  readonly kind: string | null
  readonly procedure: string | null
  readonly on_day: string | null
  readonly actors: unknown
  readonly ended: boolean
  readonly archived_on: string | null
  readonly keeping: string | null
  readonly in_remedy: boolean
}

/**
 * Every use of these files, or of all, in acts and leads (文件的用途). A photograph of a lead that became a case belongs to the case; of a
 * lead that was dismissed nobody needs it any more. `also` are uses that others know of.
 */
export async function usesOf(queries: Queries, digests?: readonly string[], also: readonly { readonly sha256: string; readonly caseId: string }[] = []): Promise<readonly UseRow[]> {
  const wanted = digests === undefined ? sql`true` : sql`m.sha256 = any(${[...digests]}::text[])`
  const likely = digests === undefined ? sql`true` : sql`a.data::text like any(${digests.map((digest) => `%${digest}%`)}::text[])`
  const { rows } = await sql<UseRow>`
    with named as (
      select m.sha256, a.case_id, a.seq, a.kind, a.on_day, a.actors
      from enforcement_acts a cross join lateral (select distinct (regexp_matches(a.data::text, '"([0-9a-f]{64})"', 'g'))[1] as sha256) m
      where ${likely} and ${wanted}
      union all
      select m.sha256, m.case_id, null, null, null, null from jsonb_to_recordset(${JSON.stringify(also.map(({ sha256, caseId }) => ({ sha256, case_id: caseId })))}::jsonb) as m(sha256 text, case_id text) where ${wanted}
      union all
      select m.sha256, l.case_id, null, null, l.received_on, null from enforcement_leads l cross join lateral unnest(l.photos) as m(sha256)
      where l.state = 'filed' and ${wanted}
    ), archived as (
      select a.case_id, coalesce((select c.data->'answers'->>'keeping' from enforcement_acts c where c.case_id = a.case_id and c.kind = 'correct' and c.data->>'target' = a.seq::text order by c.seq desc limit 1), a.data->>'keeping') as keeping
      from enforcement_acts a where a.kind = 'archive'
        and a.seq = (select max(z.seq) from enforcement_acts z where z.case_id = a.case_id and z.kind = 'archive')
    )
    select n.sha256, n.case_id, c.number, n.seq, n.kind, c.procedure, n.on_day, n.actors, c.ended, c.archived_on, k.keeping,
      exists (select 1 from enforcement_cases r where r.related = c.number and r.procedure like 'remedy.%' and not r.ended)
        or coalesce((select max(x.seq) from enforcement_acts x where x.case_id = c.id and x.kind = 'registerRemedy'), 0) > coalesce((select max(y.seq) from enforcement_acts y where y.case_id = c.id and y.kind = 'settleRemedy'), 0) as in_remedy
    from named n join enforcement_cases c on c.id = n.case_id left join archived k on k.case_id = n.case_id
    union all
    select m.sha256, null, l.number, null, null, null, l.received_on, null, false, null, null, false
    from enforcement_leads l cross join lateral unnest(l.photos) as m(sha256) where l.state = 'open' and ${wanted}
    order by number, seq`.execute(queries)
  return rows
}
