import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import type { Issue } from './wire.ts'

export const discretionMigrations: Readonly<Record<string, Migration>> = {
  '2021-20-discretion': {
    async up(db) {
      await sql`create table discretion_benchmarks (
        matter text not null, version integer not null check (version > 0), from_day date not null,
        title text not null, document_number text not null, issuer text not null, level text not null, example boolean not null, source text not null,
        content jsonb not null, published_by text not null, published_at timestamptz not null, primary key (matter, version)
      )`.execute(db)
      await sql`create index discretion_benchmarks_from on discretion_benchmarks (matter, from_day)`.execute(db)
      await sql`create trigger append_only before update or delete or truncate on discretion_benchmarks for each statement execute function refuse_change()`.execute(db)
      await sql`grant select, insert on discretion_benchmarks to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

export interface BenchmarkRow {
  readonly matter: string
  readonly version: number
  readonly from_day: string
  readonly title: string
  readonly document_number: string
  readonly issuer: string
  readonly level: Issue['level']
  readonly example: boolean
  readonly source: string
  readonly content: unknown
  readonly published_by: string
  readonly published_at: string
}

/** The benchmark of each matter that applies to acts of a day: of several that began by then, the one published last. */
export async function benchmarksOn(queries: Queries, on: string): Promise<readonly BenchmarkRow[]> {
  const { rows } = await sql<BenchmarkRow>`select distinct on (matter) * from discretion_benchmarks where from_day <= ${on} order by matter, from_day desc, version desc`.execute(queries)
  return rows
}
export async function benchmarkOn(queries: Queries, matter: string, on: string): Promise<BenchmarkRow | undefined> {
  const { rows } = await sql<BenchmarkRow>`select * from discretion_benchmarks where matter = ${matter} and from_day <= ${on} order by from_day desc, version desc limit 1`.execute(queries)
  return rows[0]
}
/** Every version of a matter, the newest first. */
export async function versionsOf(queries: Queries, matter: string): Promise<readonly BenchmarkRow[]> {
  const { rows } = await sql<BenchmarkRow>`select * from discretion_benchmarks where matter = ${matter} order by version desc`.execute(queries)
  return rows
}

/** Adds the next version of a matter; two at once get two numbers, or the later one is told. */
export async function addBenchmark(tx: Queries, { matter, issue, content, by, at }: { readonly matter: string; readonly issue: Issue; readonly content: unknown; readonly by: string; readonly at: string }): Promise<BenchmarkRow> {
  const { rows } = await sql<BenchmarkRow>`insert into discretion_benchmarks (matter, version, from_day, title, document_number, issuer, level, example, source, content, published_by, published_at)
    select ${matter}, coalesce(max(version), 0) + 1, ${issue.from}, ${issue.title}, ${issue.documentNumber}, ${issue.issuer}, ${issue.level}, ${issue.example}, ${issue.source}, ${JSON.stringify(content)}::jsonb, ${by}, ${at}
    from discretion_benchmarks where matter = ${matter} returning *`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a benchmark was added and did not come back')
  return row
}
