import type { ToldAct } from '@zhunsheng/law/penalty/execution/published.ts'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import { TOLD_ACTS } from './store.ts'

export const publicityMigrations: Readonly<Record<string, Migration>> = {
  '2021-06-publicity-credit': {
    async up(db) {
      await sql`create table publicity_credit_exports (
        id bigint generated always as identity primary key, at timestamptz not null, who text not null, decided_from date not null, decided_to date not null,
        party text not null, format text not null, records integer not null, faults integer not null, sha256 text not null
      )`.execute(db)
      await sql`create trigger append_only before update or delete or truncate on publicity_credit_exports for each statement execute function refuse_change()`.execute(db)
      await sql`grant select, insert on publicity_credit_exports to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

/** A published penalty with what the credit record asks beyond the public page. */
export interface CreditSource {
  readonly id: string
  readonly number: string | null
  readonly case_number: string
  readonly party: string
  readonly party_kind: string
  readonly credit_code: string | null
  readonly acting_town: string | null
  readonly id_number: string | null
  readonly representative: string | null
  readonly matter: string
  readonly matter_name: string
  readonly kinds: readonly string[]
  readonly fine_fen: number
  readonly confiscated_fen: number
  /** The acts, out of which the law reads the facts as they are shown. */
  readonly acts: readonly ToldAct[]
  readonly decided_on: string
  readonly withdrawn_on: string | null
  readonly public_until: string | null
  readonly public_ended_on: string | null
}

/** Penalties decided between two days and made public, by number. Spot penalties of organisations are not collected (二手资料). */
export async function creditSources(queries: Queries, from: string, to: string): Promise<readonly CreditSource[]> {
  const { rows } = await sql<CreditSource>`
    select c.id, p.number, c.number as case_number, c.party, c.party_kind, c.credit_code, c.acting_town, o.data->'party'->>'idNumber' as id_number, o.data->'party'->>'representative' as representative,
      c.matter, c.matter_name, c.kinds, c.fine_fen, c.confiscated_fen, c.decided_on, c.withdrawn_on, c.public_until, c.public_ended_on, ${TOLD_ACTS}
    from enforcement_cases c
    join enforcement_papers p on p.case_id = c.id and p.form in ('decision', 'spot-decision')
    join enforcement_acts o on o.case_id = c.id and o.seq = 1
    where c.outcome = 'penalise' and c.published_on is not null and c.decided_on between ${from}::date and ${to}::date
      and not (c.procedure = 'penalty.simple' and c.party_kind = 'organisation')
    order by p.number`.execute(queries)
  return rows
}

export interface ExportRow {
  readonly at: string
  readonly who: string
  readonly decided_from: string
  readonly decided_to: string
  readonly party: string
  readonly format: string
  readonly records: number
  readonly faults: number
  readonly sha256: string
}
export async function addExport(tx: Queries, row: ExportRow): Promise<void> {
  await sql`insert into publicity_credit_exports (at, who, decided_from, decided_to, party, format, records, faults, sha256)
    values (${row.at}, ${row.who}, ${row.decided_from}, ${row.decided_to}, ${row.party}, ${row.format}, ${row.records}, ${row.faults}, ${row.sha256})`.execute(tx)
}
export async function exportsSoFar(queries: Queries): Promise<readonly ExportRow[]> {
  const { rows } = await sql<ExportRow>`select at, who, decided_from, decided_to, party, format, records, faults, sha256 from publicity_credit_exports order by id desc limit 50`.execute(queries)
  return rows
}
