import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'

/** The cases in which a payment of this day stands, or money was banked on it, corrections included (当日有收款的案件). */
export async function casesWithMoneyOn(queries: Queries, day: string): Promise<readonly string[]> {
  const { rows } = await sql<{ case_id: string }>`select distinct case_id from enforcement_acts
    where (kind = 'pay' and data->>'paidOn' = ${day}) or (kind = 'bankIn' and on_day = ${day}::date) or (kind = 'correct' and data->'answers'->>'paidOn' = ${day}) order by case_id`.execute(queries)
  return rows.map(({ case_id }) => case_id)
}
