import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'

export const comparedMigrations: Readonly<Record<string, Migration>> = {
  '2021-54-consistency': {
    async up(db) {
      await sql`create table consistency_cases (
        case_id text primary key, number text not null, matter text not null, decided_on date not null, officer text not null, officer_name text not null, team text not null, town text,
        exempt boolean not null, fine_fen bigint, amount double precision, benchmark text, tier text, row_no integer, lighter boolean not null, beforehand text not null, answers jsonb not null
      )`.execute(db)
      await sql`create index consistency_cases_decided on consistency_cases (decided_on, case_id)`.execute(db)
      await sql`create index consistency_cases_matter on consistency_cases (matter, decided_on desc, case_id)`.execute(db)
      // How far the rows of cases from before there was such a table were computed; nothing once all are.
      await sql`create table consistency_progress (one boolean primary key default true check (one), after_case text not null, done boolean not null)`.execute(db)
      await sql`grant select, insert, update, delete on consistency_cases, consistency_progress to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

/** A decided case as it is compared (可比案件). Without a benchmark it has no tier, row or answers. */
export interface ComparedRow {
  readonly case_id: string
  readonly number: string
  readonly matter: string
  readonly decided_on: string
  readonly officer: string
  readonly officer_name: string
  readonly team: string
  readonly town: string | null
  readonly exempt: boolean
  readonly fine_fen: number | null
  /** Fen, or fen for each unit that the band hangs on. */
  readonly amount: number | null
  readonly benchmark: string | null
  readonly tier: string | null
  /** Which row of the benchmark answered, counted from 0. */
  readonly row_no: number | null
  readonly lighter: boolean
  /** What was known before it was decided whether to punish: subject, harm, and whether it was put right. */
  readonly beforehand: string
  readonly answers: Readonly<Record<string, number | string | boolean>>
}

/** Writes what a case is compared by, or takes it out where no decision stands. */
export async function putCompared(tx: Queries, caseId: string, row: ComparedRow | undefined): Promise<void> {
  await sql`delete from consistency_cases where case_id = ${caseId}`.execute(tx)
  if (row !== undefined) await addCompared(tx, [row])
}
export async function addCompared(tx: Queries, rows: readonly ComparedRow[]): Promise<void> {
  await sql`insert into consistency_cases select * from jsonb_populate_recordset(null::consistency_cases, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
}

/** Days from and to which decisions are looked at, both included. */
export interface Span {
  readonly from: string
  readonly to: string
}
export interface Place {
  readonly decided_on: string
  readonly case_id: string
}
/** The next so many of a period in the order of their days, after a place. */
export async function comparedPage(queries: Queries, { from, to }: Span, after: Place | undefined, most: number): Promise<readonly ComparedRow[]> {
  const { decided_on, case_id } = after ?? { decided_on: from, case_id: '' }
  const { rows } = await sql<ComparedRow>`select * from consistency_cases where (decided_on, case_id) > (${decided_on}::date, ${case_id}) and decided_on <= ${to} order by decided_on, case_id limit ${most}`.execute(queries)
  return rows
}
/** The cases of a matter that were decided in a period, the latest first; a case is not compared with itself. */
export async function comparedOfMatter(queries: Queries, { matter, from, to }: Span & { readonly matter: string }, { but, most }: { readonly but: string; readonly most: number }): Promise<readonly ComparedRow[]> {
  const { rows } = await sql<ComparedRow>`select * from consistency_cases where matter = ${matter} and decided_on between ${from} and ${to} and case_id <> ${but} order by decided_on desc, case_id limit ${most}`.execute(queries)
  return rows
}

/** How far old cases were computed; nothing where it was never begun. */
export async function progressOf(queries: Queries): Promise<{ readonly after_case: string; readonly done: boolean } | undefined> {
  const { rows } = await sql<{ after_case: string; done: boolean }>`select after_case, done from consistency_progress`.execute(queries)
  return rows[0]
}
export async function keepProgress(tx: Queries, { after_case, done }: { readonly after_case: string; readonly done: boolean }): Promise<void> {
  await sql`insert into consistency_progress (after_case, done) values (${after_case}, ${done}) on conflict (one) do update set after_case = excluded.after_case, done = excluded.done`.execute(tx)
}

/** What a group's cases are compared with: who decided, where, or when (比较的维度), and on which matter. */
export interface Group {
  readonly dimension: 'officer' | 'team' | 'town' | 'month'
  readonly value: string
  readonly matter?: string | undefined
}
const COLUMNS = { officer: sql`officer`, team: sql`team`, town: sql`town`, month: sql`to_char(decided_on, 'YYYY-MM')` } as const

/** Every case of a period that shares a stratum with one of a group, its own included: by the row that answered, or by what was known beforehand. */
export async function comparedWith(queries: Queries, { from, to }: Span, { dimension, value, matter }: Group, by: 'row' | 'beforehand'): Promise<readonly ComparedRow[]> {
  const same = by === 'row' ? sql`one.lighter = own.lighter and one.benchmark is not distinct from own.benchmark and one.row_no is not distinct from own.row_no and (own.row_no is not null or one.beforehand = own.beforehand)` : sql`one.beforehand = own.beforehand`
  const { rows } = await sql<ComparedRow>`select one.* from consistency_cases one where one.decided_on between ${from} and ${to} and exists (
      select 1 from (select distinct matter, benchmark, row_no, lighter, beforehand from consistency_cases where decided_on between ${from} and ${to} and ${COLUMNS[dimension]} = ${value} and (${matter ?? null}::text is null or matter = ${matter ?? null})) own
      where one.matter = own.matter and ${same})
    order by one.decided_on, one.case_id`.execute(queries)
  return rows
}
