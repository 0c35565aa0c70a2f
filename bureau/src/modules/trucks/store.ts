import { sql, type RawBuilder } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import { containing } from '../../platform/like.ts'
import type { Kind, RowQuery, Version } from './wire.ts'

const RECORDS = ['trucks_register', 'trucks_manifests', 'trucks_manifest_entries']

export const truckMigrations: Readonly<Record<string, Migration>> = {
  '2021-50-trucks': {
    async up(db) {
      await sql`create table trucks_register (
        kind text not null, id text not null, version integer not null check (version > 0), title text not null, belongs text[] not null, data jsonb not null, ended text,
        who text not null, at timestamptz not null, idempotency_key text unique, primary key (id, version)
      )`.execute(db)
      // What stands now: the only table of the register that changes, and the one that keeps two from using one name.
      await sql`create table trucks_standing (kind text not null, id text primary key, version integer not null, title text not null, belongs text[] not null, data jsonb not null, ended text, who text not null, at timestamptz not null)`.execute(db)
      await sql`create unique index trucks_standing_title on trucks_standing (kind, title) where ended is null`.execute(db)
      await sql`create unique index trucks_standing_terminal on trucks_standing (ltrim(data ->> 'terminal', '0')) where kind = 'vehicle' and ended is null and data ? 'terminal'`.execute(db)
      await sql`create index trucks_standing_belongs on trucks_standing using gin (belongs)`.execute(db)
      await sql`create table trucks_manifests (
        id text primary key, number text not null unique, permit text not null, vehicle text not null, driver text, site text not null, disposal text not null,
        opened_at timestamptz not null, volume numeric not null, who text not null, at timestamptz not null, idempotency_key text not null unique
      )`.execute(db)
      await sql`create index trucks_manifests_permit on trucks_manifests (permit)`.execute(db)
      await sql`create index trucks_manifests_vehicle on trucks_manifests (vehicle, opened_at)`.execute(db)
      // One end for each: confirmed at the disposal site, or struck out.
      await sql`create table trucks_manifest_entries (manifest text primary key references trucks_manifests, kind text not null, closed_at timestamptz, volume numeric, reason text, who text not null, at timestamptz not null, idempotency_key text not null unique)`.execute(db)
      await sql`create table trucks_numbers (year integer primary key, last integer not null)`.execute(db)
      for (const table of RECORDS) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
      await sql`grant select, insert, update on trucks_standing, trucks_numbers to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

/** A record of the register as it stands. */
export interface Standing {
  readonly kind: Kind
  readonly id: string
  readonly version: number
  readonly title: string
  readonly belongs: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
  readonly ended: string | null
  readonly who: string
  readonly at: string
}

/** Writes a version. Whoever wrote the same version first wins: the second fails on the key. */
export async function addVersion(tx: Queries, row: Standing & { readonly key: string | null }): Promise<void> {
  const { kind, id, version, title, belongs, data, ended, who, at, key } = row
  await sql`insert into trucks_register (kind, id, version, title, belongs, data, ended, who, at, idempotency_key)
    values (${kind}, ${id}, ${version}, ${title}, ${[...belongs]}::text[], ${JSON.stringify(data)}::jsonb, ${ended}, ${who}, ${at}, ${key})`.execute(tx)
  await sql`insert into trucks_standing as old (kind, id, version, title, belongs, data, ended, who, at)
    values (${kind}, ${id}, ${version}, ${title}, ${[...belongs]}::text[], ${JSON.stringify(data)}::jsonb, ${ended}, ${who}, ${at})
    on conflict (id) do update set version = excluded.version, title = excluded.title, belongs = excluded.belongs, data = excluded.data, ended = excluded.ended, who = excluded.who, at = excluded.at`.execute(tx)
}

const STANDING = sql.raw('kind, id, version, title, belongs, data, ended, who, at')
export async function standingOf(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Standing>`select ${STANDING} from trucks_standing where id = any(${[...ids]}::text[])`.execute(queries)
  return new Map(rows.map((row) => [row.id, row]))
}
/** Everything of these kinds that has not been struck out, by its title. */
export async function standingNow(queries: Queries, kinds: readonly Kind[]): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`select ${STANDING} from trucks_standing where kind = any(${[...kinds]}::text[]) and ended is null order by kind, title`.execute(queries)
  return rows
}
/** Everything of these kinds as it stood at a moment (历史登记): of each record the last version until then, unless that version struck it out. */
export async function standingAt(queries: Queries, kinds: readonly Kind[], at: string): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`select ${STANDING} from (select distinct on (id) ${STANDING} from trucks_register where kind = any(${[...kinds]}::text[]) and at <= ${at} order by id, version desc) as then_standing where ended is null order by kind, title`.execute(queries)
  return rows
}
/** These records as they stood at a moment. */
export async function standingOfAt(queries: Queries, ids: readonly string[], at: string): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`select ${STANDING} from (select distinct on (id) ${STANDING} from trucks_register where id = any(${[...ids]}::text[]) and at <= ${at} order by id, version desc) as then_standing where ended is null order by kind, title`.execute(queries)
  return rows
}
/** When the first record of these kinds was entered: before it there is no register to read. */
export async function beganAt(queries: Queries, kinds: readonly Kind[]): Promise<string | undefined> {
  const { rows } = await sql<{ at: string | null }>`select min(at) as at from trucks_register where kind = any(${[...kinds]}::text[])`.execute(queries)
  return rows[0]?.at ?? undefined
}
/** Records of a kind by what they are called. */
export async function standingTitled(queries: Queries, kind: Kind, titles: readonly string[]): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`select ${STANDING} from trucks_standing where kind = ${kind} and ended is null and title = any(${[...titles]}::text[])`.execute(queries)
  return rows
}

function registerWhere(kind: Kind, { search, ended, of }: Pick<RowQuery, 'search' | 'ended' | 'of'>): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`kind = ${kind}`]
  if (search !== undefined && search !== '') conditions.push(sql`(title || ' ' || (data - 'area' - 'line')::text) like ${containing(search)}`)
  if (ended !== 'all') conditions.push(ended === 'yes' ? sql`ended is not null` : sql`ended is null`)
  if (of !== undefined) conditions.push(sql`belongs @> array[${of}]::text[]`)
  return sql.join(conditions, sql` and `)
}
export async function listStanding(queries: Queries, kind: Kind, query: RowQuery): Promise<{ readonly total: number; readonly rows: readonly Standing[] }> {
  const where = registerWhere(kind, query)
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from trucks_standing where ${where}`.execute(queries)
  const { rows } = await sql<Standing>`select ${STANDING} from trucks_standing where ${where} order by title limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows }
}

export async function versionsOf(queries: Queries, id: string): Promise<readonly Version[]> {
  const { rows } = await sql<Standing>`select ${STANDING} from trucks_register where id = ${id} order by version desc`.execute(queries)
  return rows.map(({ ended, who, ...row }) => ({ id: row.id, version: row.version, data: { ...row.data }, by: who, at: row.at, ...(ended === null ? {} : { ended }) }))
}
/** Every record that any version of this one names. */
export async function everNamed(queries: Queries, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ named: string }>`select distinct unnest(belongs) as named from trucks_register where id = ${id}`.execute(queries)
  return rows.map(({ named }) => named)
}
export async function versionUnder(queries: Queries, key: string): Promise<{ readonly id: string; readonly version: number } | undefined> {
  const { rows } = await sql<{ id: string; version: number }>`select id, version from trucks_register where idempotency_key = ${key}`.execute(queries)
  return rows[0]
}
/** How many versions were written so far. */
export async function editionNow(queries: Queries): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from trucks_register`.execute(queries)
  return Number(rows[0]?.n ?? 0)
}
/** The vehicle that carries a terminal now; zeros in front of a number say nothing, and on the wire they are padding. */
export async function vehicleWith(queries: Queries, terminal: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`select ${STANDING} from trucks_standing where kind = 'vehicle' and ended is null and data ? 'terminal' and ltrim(data ->> 'terminal', '0') = ltrim(${terminal}, '0')`.execute(queries)
  return rows[0]
}
/** The driver with a certificate; one whose registration stands before one whose registration has ended. */
export async function driverWith(queries: Queries, certificate: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`select ${STANDING} from trucks_standing where kind = 'driver' and data ->> 'certificate' = ${certificate} order by ended is not null, at desc limit 1`.execute(queries)
  return rows[0]
}
