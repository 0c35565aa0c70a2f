import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import type { Deviation, Scan } from '@zhunsheng/discretion/deviation/scan.ts'

export const scanMigrations: Readonly<Record<string, Migration>> = {
  '2021-55-consistency-scans': {
    async up(db) {
      await sql`create table consistency_scans (
        id text primary key, from_day date not null, to_day date not null, confidence double precision not null, minimum_cases integer not null, minimum_effect double precision not null,
        cases integer not null, digest text not null, compared integer not null, deviations jsonb not null, too_few jsonb not null, names jsonb not null,
        by_name text not null, at timestamptz not null, idempotency_key text not null unique
      )`.execute(db)
      await sql`create table consistency_explanations (
        scan text not null references consistency_scans, finding integer not null, kind text not null, says text not null, by_name text not null, at timestamptz not null, idempotency_key text primary key
      )`.execute(db)
      for (const table of ['consistency_scans', 'consistency_explanations']) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.ref(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.ref(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
    },
  },
}

/** A scan as it was done (扫描记录): over which cases, how, and what it found. */
export interface ScanRow {
  readonly id: string
  readonly from_day: string
  readonly to_day: string
  readonly confidence: number
  readonly minimum_cases: number
  readonly minimum_effect: number
  readonly cases: number
  readonly digest: string
  readonly compared: number
  readonly deviations: readonly Deviation[]
  readonly too_few: Scan['tooFew']
  /** Names of people by identifier. */
  readonly names: Readonly<Record<string, string>>
  readonly by_name: string
  readonly at: string
}
export interface ExplanationRow {
  readonly scan: string
  /** From 1. */
  readonly finding: number
  readonly kind: 'explained' | 'followUp' | 'corrected'
  readonly says: string
  readonly by_name: string
  readonly at: string
}

export async function addScan(tx: Queries, row: ScanRow & { readonly idempotency_key: string }): Promise<void> {
  await sql`insert into consistency_scans select * from jsonb_populate_record(null::consistency_scans, ${JSON.stringify(row)}::jsonb)`.execute(tx)
}
export async function scanUnder(queries: Queries, key: string): Promise<ScanRow | undefined> {
  const { rows } = await sql<ScanRow>`select * from consistency_scans where idempotency_key = ${key}`.execute(queries)
  return rows[0]
}
/** The latest first. */
export async function scans(queries: Queries, id?: string): Promise<readonly ScanRow[]> {
  const { rows } = await sql<ScanRow>`select * from consistency_scans where ${id ?? null}::text is null or id = ${id ?? null} order by at desc, id desc limit 200`.execute(queries)
  return rows
}

/** The same answer sent twice is one. */
export async function addExplanation(tx: Queries, { scan, finding, kind, says, by_name, at, idempotency_key }: ExplanationRow & { readonly idempotency_key: string }): Promise<void> {
  await sql`insert into consistency_explanations (scan, finding, kind, says, by_name, at, idempotency_key) values (${scan}, ${finding}, ${kind}, ${says}, ${by_name}, ${at}, ${idempotency_key}) on conflict (idempotency_key) do nothing`.execute(tx)
}
export async function explanationsOf(queries: Queries, ids: readonly string[]): Promise<readonly ExplanationRow[]> {
  const { rows } = await sql<ExplanationRow>`select scan, finding, kind, says, by_name, at from consistency_explanations where scan = any(${[...ids]}::text[]) order by at`.execute(queries)
  return rows
}
