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
    officers: sql`${[...summary.officers]}::text[]`,
    officer_names: sql`${[...summary.officer_names]}::text[]`,
    kinds: sql`${[...summary.kinds]}::text[]`,
    fine_fen: summary.fine_fen.toString(),
    confiscated_fen: summary.confiscated_fen.toString(),
    paid_fen: summary.paid_fen.toString(),
    search: `${head.number} ${summary.party} ${summary.matter_name} ${summary.credit_code ?? ''}`,
  }
  const names = Object.keys(row)
  const values = Object.values(row).map((value) => (typeof value === 'object' && value !== null ? value : sql`${value}`))
  await sql`insert into enforcement_cases (${sql.join(names.map((name) => sql.ref(name)))}) values (${sql.join(values)})
    on conflict (id) do update set ${sql.join(names.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(tx)
}

/** Replaces the obligations of a case by those that its acts give now. */
export async function putObligations(tx: Queries, caseId: string, obligations: readonly Obligation[]): Promise<void> {
  await sql`delete from enforcement_obligations where case_id = ${caseId}`.execute(tx)
  if (obligations.length === 0) return
  const rows = obligations.map(
    (one) => sql`(${caseId}, ${one.code}, ${one.says}, ${[...one.duty]}::text[], ${one.basis.map(citeShort)}::text[], ${formatDay(one.since)}::date,
      ${one.due === undefined ? null : formatDay(one.due)}::date, ${one.provisional}, ${one.metOn === undefined ? null : formatDay(one.metOn)}::date, ${one.standing === 'suspended'})`,
  )
  await sql`insert into enforcement_obligations (case_id, code, says, duty, basis, since, due, provisional, met_on, paused) values ${sql.join(rows)}`.execute(tx)
}

export async function caseHead(queries: Queries, id: string): Promise<CaseHead | undefined> {
  const { rows } = await sql<CaseHead>`select id, number, version, procedure, lead_id from enforcement_cases where id = ${id}`.execute(queries)
  return rows[0]
}

export async function settleLead(tx: Queries, leadId: string, caseId: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`update enforcement_leads set state = 'filed', case_id = ${caseId} where id = ${leadId} and state = 'open' returning id`.execute(tx)
  return rows.length
}
