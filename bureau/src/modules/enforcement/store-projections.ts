import { sql } from 'kysely'
import { citeShort } from '@zhunsheng/law/article.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import type { Obligation } from '@zhunsheng/law/obligation.ts'
import type { Queries } from '../../platform/database.ts'
import type { Summary } from './summary.ts'

/** A case as the lists know it. */
export interface CaseHead {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly procedure: string
  readonly lead_id: string | null
}

/** Writes what lists and figures read, in the transaction of the act from which it is computed. */
export async function putSummary(tx: Queries, head: CaseHead, summary: Summary): Promise<void> {
  const row = {
    ...head,
    ...summary,
    fine_fen: summary.fine_fen.toString(),
    confiscated_fen: summary.confiscated_fen.toString(),
    paid_fen: summary.paid_fen.toString(),
    search: `${head.number} ${summary.party} ${summary.matter_name} ${summary.credit_code ?? ''}`,
  }
  const names = Object.keys(row)
  // One value holds the whole row, so that the statement is the same every time and its plan can be kept.
  await sql`insert into enforcement_cases select * from jsonb_populate_record(null::enforcement_cases, ${JSON.stringify(row)}::jsonb)
    on conflict (id) do update set ${sql.raw(names.map((name) => `"${name}" = excluded."${name}"`).join(', '))}`.execute(tx)
}

/** How many like matters of this party were punished or spared since a day (同类违法记录), other than this case. */
export async function priorsOf(queries: Queries, { party, matter, since, except }: { readonly party: string; readonly matter: string; readonly since: string; readonly except: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from enforcement_cases
    where party_key = ${party} and matter = ${matter} and id <> ${except} and opened_on >= ${since}::date and (outcome = 'penalise' or solved in ('management', 'enforcement'))`.execute(queries)
  return Number(rows[0]?.count ?? 0)
}

/** How far the transfer with that number has come, if it grew out of this case (移送进度). */
export async function transferStateOf(queries: Queries, { transfer, caseId }: { readonly transfer: string; readonly caseId: string }): Promise<string | undefined> {
  const { rows } = await sql<{ flow: string | null }>`select t.flow from enforcement_cases t join enforcement_cases c on t.related = c.number
    where t.procedure = 'transfer.crime' and t.number = ${transfer} and c.id = ${caseId}`.execute(queries)
  return rows[0]?.flow ?? undefined
}

/** Replaces the obligations of a case by those that its acts give now; what has not changed is not written again. */
export async function putObligations(tx: Queries, caseId: string, obligations: readonly Obligation[]): Promise<void> {
  const rows = obligations.map(({ code, says, duty, basis, since, due, provisional, metOn, standing }) => ({
    case_id: caseId,
    code,
    says,
    duty,
    basis: basis.map(citeShort),
    since: formatDay(since),
    due: due === undefined ? null : formatDay(due),
    provisional,
    met_on: metOn === undefined ? null : formatDay(metOn),
    paused: standing === 'suspended',
  }))
  await sql`with present as (select * from jsonb_populate_recordset(null::enforcement_obligations, ${JSON.stringify(rows)}::jsonb)),
      gone as (delete from enforcement_obligations where case_id = ${caseId} and code not in (select code from present))
    insert into enforcement_obligations as old select * from present
    on conflict (case_id, code) do update set says = excluded.says, duty = excluded.duty, basis = excluded.basis, since = excluded.since,
      due = excluded.due, provisional = excluded.provisional, met_on = excluded.met_on, paused = excluded.paused
    where old is distinct from excluded`.execute(tx)
}

export async function caseHead(queries: Queries, id: string): Promise<CaseHead | undefined> {
  const { rows } = await sql<CaseHead>`select id, number, version, procedure, lead_id from enforcement_cases where id = ${id}`.execute(queries)
  return rows[0]
}

export async function caseNumbered(queries: Queries, number: string): Promise<CaseHead | undefined> {
  const { rows } = await sql<CaseHead>`select id, number, version, procedure, lead_id from enforcement_cases where number = ${number}`.execute(queries)
  return rows[0]
}

export async function settleLead(tx: Queries, leadId: string, caseId: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`update enforcement_leads set state = 'filed', case_id = ${caseId} where id = ${leadId} and state = 'open' returning id`.execute(tx)
  return rows.length
}
