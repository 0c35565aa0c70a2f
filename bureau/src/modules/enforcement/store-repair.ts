import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'

/** What the bureau's own records say of a published penalty (被公示的处罚). */
export interface PublishedCase {
  readonly id: string
  readonly party_key: string
  readonly party_kind: string
  readonly matter: string
  readonly kinds: readonly string[]
  readonly fine_fen: number
  readonly decided_on: string
  readonly published_on: string | null
  readonly withdrawn_on: string | null
  readonly public_until: string | null
  readonly public_ended_on: string | null
  readonly performed: boolean
}

/** The penalty with that number of its case, published or not. */
export async function penaltyNumbered(queries: Queries, number: string): Promise<PublishedCase | undefined> {
  const { rows } = await sql<PublishedCase>`select id, party_key, party_kind, matter, kinds, fine_fen, decided_on, published_on, withdrawn_on, public_until, public_ended_on,
      (close_result = 'performed' or paid_fen >= fine_fen + confiscated_fen) as performed
    from enforcement_cases where number = ${number} and outcome = 'penalise'`.execute(queries)
  return rows[0]
}

/** How many penalties for the like this party received after a day (再次受罚). */
export async function penaltiesSince(queries: Queries, { party, matter, since, except }: { readonly party: string; readonly matter: string; readonly since: string; readonly except: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from enforcement_cases
    where party_key = ${party} and matter = ${matter} and id <> ${except} and outcome = 'penalise' and decided_on > ${since}::date`.execute(queries)
  return Number(rows[0]?.count ?? 0)
}
