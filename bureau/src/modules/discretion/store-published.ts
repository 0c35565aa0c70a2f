import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { BenchmarkRow } from './store.ts'

/** A version without its content, by which it is known again. */
export type VersionRow = Omit<BenchmarkRow, 'content'>

const KNOWN = sql`matter, version, from_day, title, document_number, issuer, level, example, source, published_by, published_at`

/** Every version of a matter in the order in which they came into force, without what they say. */
export async function versionsInOrder(queries: Queries, matter: string): Promise<readonly VersionRow[]> {
  const { rows } = await sql<VersionRow>`select ${KNOWN} from discretion_benchmarks where matter = ${matter} order by from_day, version`.execute(queries)
  return rows
}

/** What a version says. */
export async function contentOf(queries: Queries, { matter, version }: Pick<VersionRow, 'matter' | 'version'>): Promise<unknown> {
  const { rows } = await sql<{ readonly content: unknown }>`select content from discretion_benchmarks where matter = ${matter} and version = ${version}`.execute(queries)
  return rows[0]?.content
}
