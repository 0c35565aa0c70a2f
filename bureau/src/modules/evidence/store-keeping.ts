import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'

const TABLES = ['evidence_appraisals', 'evidence_appraisal_decisions', 'evidence_erasure_orders', 'evidence_erasures', 'evidence_holds', 'evidence_hold_ends', 'evidence_check_runs', 'evidence_checks'] as const

export const keepingMigrations: Readonly<Record<string, Migration>> = {
  '2021-21-evidence-keeping': {
    async up(db) {
      await sql`create table evidence_appraisals (
        id text primary key, outcome text not null, keep_until date, digests text[] not null, opinion text not null,
        proposed_by text not null, proposed_name text not null, proposed_at timestamptz not null, idempotency_key text not null unique
      )`.execute(db)
      await sql`create table evidence_appraisal_decisions (
        appraisal_id text primary key references evidence_appraisals (id), approved boolean not null, opinion text not null,
        decided_by text not null, decided_name text not null, decided_at timestamptz not null
      )`.execute(db)
      await sql`create table evidence_erasure_orders (sha256 text not null, appraisal_id text not null references evidence_appraisals (id), at timestamptz not null, primary key (sha256, appraisal_id))`.execute(db)
      await sql`create table evidence_erasures (sha256 text not null, appraisal_id text not null, at timestamptz not null, primary key (sha256, appraisal_id))`.execute(db)
      await sql`create table evidence_holds (id text primary key, sha256 text, case_id text, case_number text, reason text not null, by_id text not null, by_name text not null, at timestamptz not null, idempotency_key text not null unique, check ((sha256 is null) <> (case_id is null)))`.execute(db)
      await sql`create table evidence_hold_ends (hold_id text primary key references evidence_holds (id), reason text not null, by_name text not null, at timestamptz not null)`.execute(db)
      await sql`create table evidence_check_runs (id bigint generated always as identity primary key, by_name text not null, begun_at timestamptz not null, total integer not null)`.execute(db)
      await sql`create table evidence_checks (id bigint generated always as identity primary key, sha256 text not null, run_id bigint, found text not null, at timestamptz not null)`.execute(db)
      await sql`create index evidence_checks_sha256 on evidence_checks (sha256, id)`.execute(db)
      for (const table of TABLES) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
    },
  },
}

export interface AppraisalRow {
  readonly id: string
  readonly outcome: 'destroy' | 'keep'
  readonly keep_until: string | null
  readonly digests: readonly string[]
  readonly opinion: string
  readonly proposed_by: string
  readonly proposed_name: string
  readonly proposed_at: string
  readonly approved: boolean | null
  readonly decision: string | null
  readonly decided_name: string | null
  readonly decided_at: string | null
  readonly erased: number
}
export interface NewAppraisalRow extends Pick<AppraisalRow, 'id' | 'outcome' | 'keep_until' | 'digests' | 'opinion' | 'proposed_by' | 'proposed_name' | 'proposed_at'> {
  readonly idempotency_key: string
}
export async function addAppraisal(tx: Queries, row: NewAppraisalRow): Promise<void> {
  await sql`insert into evidence_appraisals (id, outcome, keep_until, digests, opinion, proposed_by, proposed_name, proposed_at, idempotency_key)
    values (${row.id}, ${row.outcome}, ${row.keep_until}::date, ${[...row.digests]}::text[], ${row.opinion}, ${row.proposed_by}, ${row.proposed_name}, ${row.proposed_at}, ${row.idempotency_key})`.execute(tx)
}
export async function appraisalUnder(queries: Queries, key: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from evidence_appraisals where idempotency_key = ${key}`.execute(queries)
  return rows[0]?.id
}
/** Appraisals with their decisions, the latest first. */
export async function appraisals(queries: Queries, id?: string): Promise<readonly AppraisalRow[]> {
  const { rows } = await sql<AppraisalRow>`select a.*, d.approved, d.opinion as decision, d.decided_name, d.decided_at, (select count(*) from evidence_erasures e where e.appraisal_id = a.id) as erased
    from evidence_appraisals a left join evidence_appraisal_decisions d on d.appraisal_id = a.id where ${id === undefined ? sql`true` : sql`a.id = ${id}`} order by a.proposed_at desc, a.id desc`.execute(queries)
  return rows
}
/** Decides, and, where the files may go, orders each of them to be erased. */
export async function addDecision(tx: Queries, { id, outcome, digests }: AppraisalRow, decision: { readonly approved: boolean; readonly opinion: string; readonly by: string; readonly name: string; readonly at: string }): Promise<void> {
  await sql`insert into evidence_appraisal_decisions (appraisal_id, approved, opinion, decided_by, decided_name, decided_at) values (${id}, ${decision.approved}, ${decision.opinion}, ${decision.by}, ${decision.name}, ${decision.at})`.execute(tx)
  if (decision.approved && outcome === 'destroy') await sql`insert into evidence_erasure_orders (sha256, appraisal_id, at) select unnest(${[...digests]}::text[]), ${id}, ${decision.at}`.execute(tx)
}

export interface ErasureOrder {
  readonly sha256: string
  readonly appraisal_id: string
}
/** What is to be erased and is not yet, unless the same file was brought again since (那就是另一份入卷). */
export async function openOrders(queries: Queries): Promise<readonly ErasureOrder[]> {
  const { rows } = await sql<ErasureOrder>`select o.sha256, o.appraisal_id from evidence_erasure_orders o
    where not exists (select from evidence_erasures e where e.sha256 = o.sha256 and e.appraisal_id = o.appraisal_id)
      and not exists (select from evidence_items i where i.sha256 = o.sha256 and i.received_at > o.at)`.execute(queries)
  return rows
}
export async function addErasure(tx: Queries, { sha256, appraisal_id }: ErasureOrder, at: string): Promise<void> {
  await sql`insert into evidence_erasures (sha256, appraisal_id, at) values (${sha256}, ${appraisal_id}, ${at}) on conflict do nothing`.execute(tx)
}

export interface DestroyedRow {
  readonly sha256: string
  readonly appraisal_id: string
  readonly opinion: string
  readonly proposed_name: string
  readonly decided_name: string
  readonly decided_at: string
  readonly erased_at: string | null
}
/** The files that may not be read any more, each with the decision. */
export async function destroyedAmong(queries: Queries, digests?: readonly string[]): Promise<readonly DestroyedRow[]> {
  const { rows } = await sql<DestroyedRow>`select distinct on (o.sha256) o.sha256, o.appraisal_id, d.opinion, a.proposed_name, d.decided_name, d.decided_at, e.at as erased_at
    from evidence_erasure_orders o join evidence_appraisals a on a.id = o.appraisal_id join evidence_appraisal_decisions d on d.appraisal_id = o.appraisal_id
      left join evidence_erasures e on e.sha256 = o.sha256 and e.appraisal_id = o.appraisal_id
    where ${digests === undefined ? sql`true` : sql`o.sha256 = any(${[...digests]}::text[])`} and not exists (select from evidence_items i where i.sha256 = o.sha256 and i.received_at > o.at)
    order by o.sha256, o.at desc`.execute(queries)
  return rows
}

export interface HoldRow {
  readonly id: string
  readonly sha256: string | null
  readonly case_id: string | null
  readonly case_number: string | null
  readonly reason: string
  readonly by_id: string
  readonly by_name: string
  readonly at: string
  readonly end_reason: string | null
  readonly end_name: string | null
  readonly end_at: string | null
}
export async function addHold(tx: Queries, row: Omit<HoldRow, 'end_reason' | 'end_name' | 'end_at'> & { readonly idempotency_key: string }): Promise<void> {
  await sql`insert into evidence_holds (id, sha256, case_id, case_number, reason, by_id, by_name, at, idempotency_key) values (${row.id}, ${row.sha256}, ${row.case_id}, ${row.case_number}, ${row.reason}, ${row.by_id}, ${row.by_name}, ${row.at}, ${row.idempotency_key})
    on conflict (idempotency_key) do nothing`.execute(tx)
}
export async function holds(queries: Queries): Promise<readonly HoldRow[]> {
  const { rows } = await sql<HoldRow>`select h.*, e.reason as end_reason, e.by_name as end_name, e.at as end_at from evidence_holds h left join evidence_hold_ends e on e.hold_id = h.id order by h.at desc, h.id desc`.execute(queries)
  return rows
}
export async function endHold(tx: Queries, id: string, { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: string }): Promise<void> {
  await sql`insert into evidence_hold_ends (hold_id, reason, by_name, at) values (${id}, ${reason}, ${by}, ${at})`.execute(tx)
}

/** Files that the custody of things names: photographs of hand-overs and receipts, with their cases. */
export async function namedByCustody(queries: Queries): Promise<readonly { readonly sha256: string; readonly caseId: string }[]> {
  const { rows } = await sql<{ sha256: string; caseId: string }>`select unnest(photos) as sha256, case_id as "caseId" from evidence_handovers union select receipt, case_id from evidence_receipts where receipt is not null`.execute(queries)
  return rows
}

export interface KeptItem {
  readonly sha256: string
  readonly name: string
  readonly media: string
  readonly size: number
  readonly officer_name: string
  readonly received_at: string
}
/** Every file once, as it came last; or those of these digests. */
export async function keptItems(queries: Queries, digests?: readonly string[]): Promise<readonly KeptItem[]> {
  const { rows } = await sql<KeptItem>`select distinct on (sha256) sha256, name, media, size, officer_name, received_at from evidence_items
    where ${digests === undefined ? sql`true` : sql`sha256 = any(${[...digests]}::text[])`} order by sha256, id desc`.execute(queries)
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}
