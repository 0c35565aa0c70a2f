import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'

export const custodyMigrations: Readonly<Record<string, Migration>> = {
  '2021-20-evidence-custody': {
    async up(db) {
      await sql`create table evidence_handovers (
        case_id text not null, seq integer not null, item integer not null, number integer not null check (number > 0),
        turn text not null, from_name text not null, to_name text not null, to_id text, place text not null, seal text, photos text[] not null, note text,
        given_at timestamptz not null, recorded_by text not null, recorded_name text not null, recorded_at timestamptz not null, idempotency_key text not null unique,
        primary key (case_id, seq, item, number)
      )`.execute(db)
      await sql`create table evidence_receipts (
        case_id text not null, seq integer not null, item integer not null, number integer not null,
        accepted boolean not null, hand jsonb, receipt text, note text,
        received_at timestamptz not null, recorded_by text not null, recorded_name text not null, recorded_at timestamptz not null, idempotency_key text not null unique,
        primary key (case_id, seq, item, number),
        foreign key (case_id, seq, item, number) references evidence_handovers (case_id, seq, item, number)
      )`.execute(db)
      for (const table of ['evidence_handovers', 'evidence_receipts']) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
    },
  },
}

/** A thing of a case. */
export interface ThingKey {
  readonly case_id: string
  readonly seq: number
  readonly item: number
}
export interface HandoverRow extends ThingKey {
  readonly number: number
  readonly turn: string
  readonly from_name: string
  readonly to_name: string
  readonly to_id: string | null
  readonly place: string
  readonly seal: string | null
  readonly photos: readonly string[]
  readonly note: string | null
  readonly given_at: string
  readonly recorded_by: string
  readonly recorded_name: string
  readonly recorded_at: string
  readonly idempotency_key: string
}
export interface ReceiptRow extends ThingKey {
  readonly number: number
  readonly accepted: boolean
  readonly hand: number[][] | null
  readonly receipt: string | null
  readonly note: string | null
  readonly received_at: string
  readonly recorded_by: string
  readonly recorded_name: string
  readonly recorded_at: string
  readonly idempotency_key: string
}

export async function addHandover(tx: Queries, row: HandoverRow): Promise<void> {
  await sql`insert into evidence_handovers (case_id, seq, item, number, turn, from_name, to_name, to_id, place, seal, photos, note, given_at, recorded_by, recorded_name, recorded_at, idempotency_key)
    values (${row.case_id}, ${row.seq}, ${row.item}, ${row.number}, ${row.turn}, ${row.from_name}, ${row.to_name}, ${row.to_id}, ${row.place}, ${row.seal}, ${[...row.photos]}::text[], ${row.note}, ${row.given_at}, ${row.recorded_by}, ${row.recorded_name}, ${row.recorded_at}, ${row.idempotency_key})`.execute(tx)
}
export async function handoversOf(queries: Queries, caseId: string): Promise<readonly HandoverRow[]> {
  const { rows } = await sql<HandoverRow>`select * from evidence_handovers where case_id = ${caseId} order by seq, item, number`.execute(queries)
  return rows
}
export async function handoverUnder(queries: Queries, key: string): Promise<HandoverRow | undefined> {
  const { rows } = await sql<HandoverRow>`select * from evidence_handovers where idempotency_key = ${key}`.execute(queries)
  return rows[0]
}
export async function addReceipt(tx: Queries, row: ReceiptRow): Promise<void> {
  await sql`insert into evidence_receipts (case_id, seq, item, number, accepted, hand, receipt, note, received_at, recorded_by, recorded_name, recorded_at, idempotency_key)
    values (${row.case_id}, ${row.seq}, ${row.item}, ${row.number}, ${row.accepted}, ${row.hand === null ? null : JSON.stringify(row.hand)}::jsonb, ${row.receipt}, ${row.note}, ${row.received_at}, ${row.recorded_by}, ${row.recorded_name}, ${row.recorded_at}, ${row.idempotency_key})`.execute(tx)
}
export async function receiptsOf(queries: Queries, caseId: string): Promise<readonly ReceiptRow[]> {
  const { rows } = await sql<ReceiptRow>`select * from evidence_receipts where case_id = ${caseId}`.execute(queries)
  return rows
}
export async function receiptUnder(queries: Queries, key: string): Promise<ReceiptRow | undefined> {
  const { rows } = await sql<ReceiptRow>`select * from evidence_receipts where idempotency_key = ${key}`.execute(queries)
  return rows[0]
}
