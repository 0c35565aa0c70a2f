import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import type { MediaOf } from './contract.ts'
import type { Flag, Item, Reading } from './wire.ts'

export const evidenceMigrations: Readonly<Record<string, Migration>> = {
  '2021-05-evidence': {
    async up(db) {
      await sql`create table evidence_items (
        id bigint generated always as identity primary key,
        sha256 text not null, sm3 text not null, size bigint not null, media text not null, name text not null,
        taken_at timestamptz, clock_offset double precision, latitude double precision, longitude double precision, accuracy double precision, device text,
        officer text not null, officer_name text not null, received_at timestamptz not null, flags text[] not null
      )`.execute(db)
      await sql`create index evidence_items_sha256 on evidence_items (sha256)`.execute(db)
      await sql`create table evidence_readings (id bigint generated always as identity primary key, sha256 text not null, who text not null, what text not null, at timestamptz not null)`.execute(db)
      await sql`create index evidence_readings_sha256 on evidence_readings (sha256)`.execute(db)
      for (const table of ['evidence_items', 'evidence_readings']) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
    },
  },
}

interface ItemRow {
  readonly sha256: string
  readonly sm3: string
  readonly size: number
  readonly media: string
  readonly name: string
  readonly taken_at: string | null
  readonly clock_offset: number | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly accuracy: number | null
  readonly device: string | null
  readonly officer_name: string
  readonly received_at: string
  readonly flags: readonly string[]
}
const itemOf = (row: ItemRow): Item => ({
  sha256: row.sha256,
  sm3: row.sm3,
  size: Number(row.size),
  media: row.media,
  name: row.name,
  officer: row.officer_name,
  receivedAt: row.received_at,
  flags: [...row.flags],
  ...(row.taken_at === null ? {} : { takenAt: row.taken_at }),
  ...(row.clock_offset === null ? {} : { clockOffset: row.clock_offset }),
  ...(row.latitude === null ? {} : { latitude: row.latitude }),
  ...(row.longitude === null ? {} : { longitude: row.longitude }),
  ...(row.accuracy === null ? {} : { accuracy: row.accuracy }),
  ...(row.device === null ? {} : { device: row.device }),
})

export async function addItem(tx: Queries, item: Omit<Item, 'flags'> & { readonly flags: readonly Flag[]; readonly officerId: string }): Promise<void> {
  await sql`insert into evidence_items (sha256, sm3, size, media, name, taken_at, clock_offset, latitude, longitude, accuracy, device, officer, officer_name, received_at, flags)
    values (${item.sha256}, ${item.sm3}, ${item.size}, ${item.media}, ${item.name}, ${item.takenAt ?? null}, ${item.clockOffset ?? null}, ${item.latitude ?? null}, ${item.longitude ?? null},
      ${item.accuracy ?? null}, ${item.device ?? null}, ${item.officerId}, ${item.officer}, ${item.receivedAt}, ${[...item.flags]}::text[])`.execute(tx)
}

/** Lets nobody else write down these bytes until this unit of work ends: of two who bring them at once, the later one learns of the first. */
export async function holdDigest(tx: Queries, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`.execute(tx)
}

/** The first item of these bytes: when and by whom they first came. */
export async function firstItem(queries: Queries, sha256: string): Promise<Item | undefined> {
  const { rows } = await sql<ItemRow>`select * from evidence_items where sha256 = ${sha256} order by id limit 1`.execute(queries)
  return rows[0] === undefined ? undefined : itemOf(rows[0])
}

/** What these files are by their bytes. */
export const mediaOfItems: MediaOf = async (queries, digests) => {
  const { rows } = await sql<{ sha256: string; media: string }>`select distinct sha256, media from evidence_items where sha256 = any(${[...digests]}::text[])`.execute(queries)
  return new Map(rows.map(({ sha256, media }) => [sha256, media]))
}

export async function addReading(tx: Queries, sha256: string, { who, what, at }: Reading): Promise<void> {
  await sql`insert into evidence_readings (sha256, who, what, at) values (${sha256}, ${who}, ${what}, ${at})`.execute(tx)
}
export async function readingsOf(queries: Queries, sha256: string): Promise<Reading[]> {
  const { rows } = await sql<Reading>`select who, what, at from evidence_readings where sha256 = ${sha256} order by id`.execute(queries)
  return rows.map(({ who, what, at }) => ({ who, what, at }))
}
