import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries, type Statement } from '../../platform/database.ts'

/** A leaf as it was written beside its act. */
export interface StoredLeaf {
  readonly id: number
  readonly dossier: string
  readonly seq: number
  readonly entry: string
  /** 32 bytes in base64. */
  readonly salt: string
  readonly hash: string
}

export const ledgerMigrations: Readonly<Record<string, Migration>> = {
  '2021-01-ledger': {
    async up(db) {
      await sql`create table ledger_leaves (
        id bigint generated always as identity primary key,
        dossier text not null,
        seq integer not null,
        entry text not null,
        salt text not null,
        hash text not null unique,
        unique (dossier, seq)
      )`.execute(db)
      await sql`create table ledger_places (place bigint primary key, leaf bigint not null unique references ledger_leaves)`.execute(db)
      await sql`create table ledger_tiles (level integer not null, index bigint not null, width integer not null, bytes text not null, primary key (level, index, width))`.execute(db)
      await sql`create table ledger_checkpoints (size bigint primary key, note text not null, made_at timestamptz not null)`.execute(db)
      await sql`create function refuse_change() returns trigger language plpgsql as $$
        begin raise exception '案卷和存证只能追加，不能修改或者删除（%）', tg_table_name using errcode = 'ZS001'; end $$`.execute(db)
      for (const table of ['ledger_leaves', 'ledger_places', 'ledger_tiles', 'ledger_checkpoints']) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
    },
  },
}

export const addLeaves = (leaves: readonly Omit<StoredLeaf, 'id'>[]): Statement =>
  sql`insert into ledger_leaves (dossier, seq, entry, salt, hash)
    select * from jsonb_to_recordset(${JSON.stringify(leaves)}::jsonb) as given (dossier text, seq integer, entry text, salt text, hash text)`

/** The hash of the latest leaf of each of these dossiers that has one, by dossier. */
export async function latestHashes(queries: Queries, dossiers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (dossiers.length === 0) return new Map()
  const { rows } = await sql<{ dossier: string; hash: string }>`select l.* from unnest(${[...dossiers]}::text[]) as asked (dossier)
    cross join lateral (select dossier, hash from ledger_leaves where dossier = asked.dossier order by seq desc limit 1) l`.execute(queries)
  return new Map(rows.map(({ dossier, hash }) => [dossier, hash]))
}

/** One process at a time gives out places: the lock is held until the transaction ends. */
export async function lockPlaces(tx: Queries): Promise<void> {
  await sql`select pg_advisory_xact_lock(8021, 1)`.execute(tx)
}

export async function size(queries: Queries): Promise<number> {
  const { rows } = await sql<{ size: number }>`select coalesce(max(place) + 1, 0) as size from ledger_places`.execute(queries)
  return Number(rows[0]?.size ?? 0)
}

/** Leaves without a place, oldest first. A leaf that is committed later simply gets a later place. */
export async function unplaced(tx: Queries, most: number): Promise<readonly Pick<StoredLeaf, 'id' | 'hash'>[]> {
  const { rows } = await sql<{ id: number; hash: string }>`
    select l.id, l.hash from ledger_leaves l left join ledger_places p on p.leaf = l.id where p.leaf is null order by l.id limit ${most}`.execute(tx)
  return rows
}

export async function addPlaces(tx: Queries, first: number, leaves: readonly { readonly id: number }[]): Promise<void> {
  const places = leaves.map((_, index) => first + index)
  await sql`insert into ledger_places (place, leaf) select * from unnest(${places}::bigint[], ${leaves.map(({ id }) => id)}::bigint[])`.execute(tx)
}

export interface StoredTile {
  readonly level: number
  readonly index: number
  readonly width: number
  /** Base64. */
  readonly bytes: string
}

export async function addTile(tx: Queries, tile: StoredTile): Promise<void> {
  await sql`insert into ledger_tiles (level, index, width, bytes) values (${tile.level}, ${tile.index}, ${tile.width}, ${tile.bytes}) on conflict do nothing`.execute(tx)
}

/** The widest stored version of each of these tiles. */
export async function findTile(queries: Queries, level: number, index: number, atLeast: number): Promise<string | undefined> {
  const { rows } = await sql<{ bytes: string }>`
    select bytes from ledger_tiles where level = ${level} and index = ${index} and width >= ${atLeast} order by width limit 1`.execute(queries)
  return rows[0]?.bytes
}

/** A tile of just this width, as it was when the log had just that many. A full tile gives its narrower ones too. */
export async function exactTile(queries: Queries, level: number, index: number, width: number): Promise<string | undefined> {
  const { rows } = await sql<{ bytes: string }>`
    select encode(substring(decode(bytes, 'base64') for ${width * 32}), 'base64') as bytes from ledger_tiles where level = ${level} and index = ${index} and width >= ${width} order by width limit 1`.execute(queries)
  return rows[0]?.bytes.replaceAll('\n', '')
}

export async function addCheckpoint(tx: Queries, size: number, note: string, madeAt: Date): Promise<void> {
  await sql`insert into ledger_checkpoints (size, note, made_at) values (${size}, ${note}, ${madeAt.toISOString()})`.execute(tx)
}

export async function latestCheckpoint(queries: Queries): Promise<{ readonly size: number; readonly note: string } | undefined> {
  const { rows } = await sql<{ size: number; note: string }>`select size, note from ledger_checkpoints order by size desc limit 1`.execute(queries)
  return rows[0] === undefined ? undefined : { size: Number(rows[0].size), note: rows[0].note }
}

/** A dossier's leaves with their places, in order. */
export async function placedLeaves(queries: Queries, dossier: string): Promise<readonly (StoredLeaf & { readonly place: number })[]> {
  const { rows } = await sql<StoredLeaf & { place: number }>`
    select l.*, p.place from ledger_leaves l join ledger_places p on p.leaf = l.id where l.dossier = ${dossier} order by l.seq`.execute(queries)
  return rows.map((row) => ({ ...row, place: Number(row.place) }))
}

/** Entries of the log in a range of places, for the entry bundles of the public log. */
export async function entriesIn(queries: Queries, from: number, to: number): Promise<readonly string[]> {
  const { rows } = await sql<{ entry: string }>`
    select l.entry from ledger_places p join ledger_leaves l on l.id = p.leaf where p.place >= ${from} and p.place < ${to} order by p.place`.execute(queries)
  return rows.map(({ entry }) => entry)
}
