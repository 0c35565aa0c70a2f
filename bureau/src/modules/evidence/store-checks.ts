import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { Soundness } from '../../platform/files.ts'

/** Files that are to be there: everything that came and was not ordered to be destroyed since. */
const LIVING = sql`(select i.sha256, max(i.received_at) as received_at from evidence_items i group by i.sha256
  having not exists (select from evidence_erasure_orders o where o.sha256 = i.sha256 and o.at >= max(i.received_at)))`

export async function addCheck(tx: Queries, sha256: string, { found, run, at }: { readonly found: Soundness; readonly run?: number; readonly at: string }): Promise<void> {
  await sql`insert into evidence_checks (sha256, run_id, found, at) values (${sha256}, ${run ?? null}, ${found}, ${at})`.execute(tx)
}
export async function lastCheck(queries: Queries, sha256: string): Promise<{ readonly found: Soundness; readonly at: string } | undefined> {
  const { rows } = await sql<{ found: Soundness; at: string }>`select found, at from evidence_checks where sha256 = ${sha256} order by id desc limit 1`.execute(queries)
  return rows[0]
}

/** Begins to look at every file again, and answers how many there are. */
export async function addRun(tx: Queries, by: string, at: string): Promise<void> {
  await sql`insert into evidence_check_runs (by_name, begun_at, total) select ${by}, ${at}, (select count(*) from ${LIVING} as living)`.execute(tx)
}
export interface RunRow {
  readonly id: number
  readonly by_name: string
  readonly begun_at: string
  readonly total: number
  readonly done: number
  readonly left: number
}
export async function latestRun(queries: Queries): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`select r.*, (select count(distinct c.sha256) from evidence_checks c where c.run_id = r.id) as done,
      (select count(*) from ${LIVING} as living where living.received_at <= r.begun_at and not exists (select from evidence_checks c where c.run_id = r.id and c.sha256 = living.sha256)) as left
    from evidence_check_runs r order by r.id desc limit 1`.execute(queries)
  return rows[0]
}
export async function leftInRun(queries: Queries, { id, begun_at }: Pick<RunRow, 'id' | 'begun_at'>, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`select living.sha256 from ${LIVING} as living where living.received_at <= ${begun_at} and not exists (select from evidence_checks c where c.run_id = ${id} and c.sha256 = living.sha256) order by living.sha256 limit ${most}`.execute(queries)
  return rows.map(({ sha256 }) => sha256)
}
/** Files that nobody compared since a moment, the longest first. */
export async function notCheckedSince(queries: Queries, since: string, most: number): Promise<{ readonly total: number; readonly digests: readonly string[] }> {
  const { rows } = await sql<{ sha256: string; total: number }>`with last as (select living.sha256, greatest(living.received_at, (select max(c.at) from evidence_checks c where c.sha256 = living.sha256)) as at from ${LIVING} as living)
    select sha256, count(*) over () as total from last where at < ${since} order by at, sha256 limit ${most}`.execute(queries)
  return { total: Number(rows[0]?.total ?? 0), digests: rows.map(({ sha256 }) => sha256) }
}
export interface FaultyRow {
  readonly sha256: string
  readonly name: string
  readonly found: 'damaged' | 'missing'
  readonly at: string
}
/** What was not whole when it was last looked at, and was not brought again since. */
export async function faultyFiles(queries: Queries): Promise<{ readonly files: number; readonly faulty: readonly FaultyRow[] }> {
  const { rows } = await sql<FaultyRow>`select last.sha256, (select i.name from evidence_items i where i.sha256 = last.sha256 order by i.id desc limit 1) as name, last.found, last.at
    from (select distinct on (c.sha256) c.sha256, c.found, c.at from evidence_checks c order by c.sha256, c.id desc) last join ${LIVING} as living on living.sha256 = last.sha256
    where last.found <> 'whole' and living.received_at <= last.at order by last.at desc`.execute(queries)
  const { rows: counted } = await sql<{ files: number }>`select count(*) as files from ${LIVING} as living`.execute(queries)
  return { files: Number(counted[0]?.files ?? 0), faulty: rows }
}
