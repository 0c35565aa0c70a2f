import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'

/** The cases in which a payment of this day stands, or money was banked on it, corrections included (当日有收款的案件). */
export async function casesWithMoneyOn(queries: Queries, day: string): Promise<readonly string[]> {
  // Each part has an index of its own.
  const { rows } = await sql<{ case_id: string }>`select case_id from enforcement_acts where kind = 'pay' and data->>'paidOn' = ${day}
    union select case_id from enforcement_acts where kind = 'bankIn' and on_day = ${day}::date
    union select case_id from enforcement_acts where kind = 'correct' and data->'answers'->>'paidOn' = ${day} order by case_id`.execute(queries)
  return rows.map(({ case_id }) => case_id)
}
