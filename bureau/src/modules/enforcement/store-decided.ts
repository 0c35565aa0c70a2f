import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { DecidedPeriod } from './contract.ts'

export interface DecidedRow {
  readonly id: string
  readonly number: string
  readonly procedure: string
  readonly decided_on: string
}

/** The penalty cases of a matter that were decided within these days, the oldest first. */
export async function decidedWithin(queries: Queries, { matter, from, to }: DecidedPeriod): Promise<readonly DecidedRow[]> {
  const { rows } = await sql<DecidedRow>`select id, number, procedure, decided_on from enforcement_cases
    where decided_on between ${from} and ${to} and matter = ${matter} and procedure like 'penalty.%' order by decided_on, id`.execute(queries)
  return rows
}

/** The next penalty cases by identifier, decided or not. */
export async function penaltiesAfter(queries: Queries, after: string, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from enforcement_cases where id > ${after} and procedure like 'penalty.%' order by id limit ${most}`.execute(queries)
  return rows.map(({ id }) => id)
}
