import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import type { Signature } from './wire.ts'

export const signatureMigrations: Readonly<Record<string, Migration>> = {
  '2021-09-enforcement-signatures': {
    async up(db) {
      await sql`create table enforcement_signatures (
        case_id text not null, seq integer not null, role text not null, name text not null,
        strokes jsonb not null, content text not null, signed_at timestamptz not null, made jsonb, received_at timestamptz not null, taken_by text not null, idempotency_key text not null unique,
        primary key (case_id, seq, role, name)
      )`.execute(db)
      await sql`create trigger append_only before update or delete or truncate on enforcement_signatures for each statement execute function refuse_change()`.execute(db)
      await sql`grant select, insert on enforcement_signatures to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

export interface SignatureRow {
  readonly case_id: string
  readonly seq: number
  readonly role: Signature['role']
  readonly name: string
  readonly strokes: Signature['strokes']
  /** SHA-256 of what was shown to the signer. */
  readonly content: string
  /** By the clock of the device on which it was signed. */
  readonly signed_at: string
  readonly made: NonNullable<Signature['made']> | null
  readonly received_at: string
  readonly taken_by: string
  readonly idempotency_key: string
}
export async function addSignature(tx: Queries, row: SignatureRow): Promise<void> {
  await sql`insert into enforcement_signatures (case_id, seq, role, name, strokes, content, signed_at, made, received_at, taken_by, idempotency_key)
    values (${row.case_id}, ${row.seq}, ${row.role}, ${row.name}, ${JSON.stringify(row.strokes)}::jsonb, ${row.content}, ${row.signed_at}, ${row.made === null ? null : JSON.stringify(row.made)}::jsonb, ${row.received_at}, ${row.taken_by}, ${row.idempotency_key})`.execute(tx)
}
export async function signaturesOf(queries: Queries, caseId: string): Promise<readonly SignatureRow[]> {
  const { rows } = await sql<SignatureRow>`select * from enforcement_signatures where case_id = ${caseId} order by received_at, name`.execute(queries)
  return rows
}
export async function signatureUnder(queries: Queries, key: string): Promise<SignatureRow | undefined> {
  const { rows } = await sql<SignatureRow>`select * from enforcement_signatures where idempotency_key = ${key}`.execute(queries)
  return rows[0]
}
