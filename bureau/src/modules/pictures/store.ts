import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import type { PictureQuery } from './wire.ts'

export const pictureMigrations: Readonly<Record<string, Migration>> = {
  '2021-61-pictures': {
    async up(db) {
      await sql`create table pictures (
        id text primary key, truck text not null, plate text not null, terminal text not null, media_id bigint not null, format integer not null, event integer not null, channel integer not null,
        at timestamptz not null, received timestamptz not null, lat float8, lon float8, sha256 text not null, size integer not null, media text not null, erased_at timestamptz, unique (terminal, media_id, sha256)
      )`.execute(db)
      await sql`create index pictures_truck on pictures (truck, at)`.execute(db)
      await sql`create index pictures_terminal on pictures (terminal, received)`.execute(db)
      await sql`create index pictures_kept on pictures (received) where erased_at is null`.execute(db)
      await sql`create index pictures_digest on pictures (sha256)`.execute(db)
      await sql`grant select, insert, update (erased_at) on pictures to ${sql.ref(CLERK)}`.execute(db)
    },
  },
  '2021-72-clips': {
    async up(db) {
      await sql`alter table pictures add column until timestamptz, add column kept_by text, add column reason text, add column packets_sha256 text`.execute(db)
    },
  },
}

export interface PictureRow {
  readonly id: string
  readonly truck: string
  readonly plate: string
  readonly terminal: string
  readonly media_id: number
  readonly format: number
  readonly event: number
  readonly channel: number
  readonly at: string
  readonly received: string
  readonly lat: number | null
  readonly lon: number | null
  readonly sha256: string
  readonly size: number
  readonly media: string
  /** Of a film that a person kept out of a live stream: until when, who, why, and the digest of the packets that it was made of. */
  readonly until: string | null
  readonly kept_by: string | null
  readonly reason: string | null
  readonly packets_sha256: string | null
}
const COLUMNS = sql.raw('id, truck, plate, terminal, media_id, format, event, channel, at, received, lat, lon, sha256, size, media, until, kept_by, reason, packets_sha256')

/** Writes a picture; answers whether it was not there before. */
export async function addPicture(tx: Queries, row: PictureRow): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`insert into pictures (${COLUMNS}) values (${row.id}, ${row.truck}, ${row.plate}, ${row.terminal}, ${row.media_id}, ${row.format}, ${row.event}, ${row.channel}, ${row.at}, ${row.received}, ${row.lat}, ${row.lon}, ${row.sha256}, ${row.size}, ${row.media}, ${row.until}, ${row.kept_by}, ${row.reason}, ${row.packets_sha256})
    on conflict (terminal, media_id, sha256) do nothing returning id`.execute(tx)
  return rows.length > 0
}
export async function isThere(queries: Queries, { terminal, media_id, sha256 }: Pick<PictureRow, 'terminal' | 'media_id' | 'sha256'>): Promise<boolean> {
  const { rows } = await sql`select 1 from pictures where terminal = ${terminal} and media_id = ${media_id} and sha256 = ${sha256}`.execute(queries)
  return rows.length > 0
}
export async function countSince(queries: Queries, terminal: string, since: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from pictures where terminal = ${terminal} and received > ${since}`.execute(queries)
  return Number(rows[0]?.n ?? 0)
}
export async function bytesKept(queries: Queries): Promise<number> {
  const { rows } = await sql<{ n: number | null }>`select sum(size) as n from pictures where erased_at is null`.execute(queries)
  return Number(rows[0]?.n ?? 0)
}
export async function findPicture(queries: Queries, id: string): Promise<PictureRow | undefined> {
  const { rows } = await sql<PictureRow>`select ${COLUMNS} from pictures where id = ${id} and erased_at is null`.execute(queries)
  return rows[0]
}
export async function listPictures(queries: Queries, { terminal, page, size }: PictureQuery): Promise<{ readonly total: number; readonly rows: readonly PictureRow[] }> {
  const where = sql`erased_at is null and (${terminal ?? null}::text is null or terminal = ${terminal ?? null})`
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from pictures where ${where}`.execute(queries)
  const { rows } = await sql<PictureRow>`select ${COLUMNS} from pictures where ${where} order by received desc, id limit ${size} offset ${(page - 1) * size}`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows }
}
export async function picturesBetween(queries: Queries, truck: string, from: string, until: string, most: number): Promise<readonly PictureRow[]> {
  const { rows } = await sql<PictureRow>`select ${COLUMNS} from pictures where truck = ${truck} and coalesce(until, at) >= ${from} and at <= ${until} and erased_at is null order by at, id limit ${most}`.execute(queries)
  return rows
}
/** Pictures received before, oldest first, beginning after one that was looked at. */
export async function olderThan(queries: Queries, before: string, after: { readonly received: string; readonly id: string }, most: number): Promise<readonly PictureRow[]> {
  const { rows } = await sql<PictureRow>`select ${COLUMNS} from pictures where erased_at is null and received < ${before} and (received, id) > (${after.received}::timestamptz, ${after.id}) order by received, id limit ${most}`.execute(queries)
  return rows
}
export async function noteErased(tx: Queries, ids: readonly string[], at: string): Promise<void> {
  await sql`update pictures set erased_at = ${at} where id = any(${[...ids]}::text[]) and erased_at is null`.execute(tx)
}
/** Of these digests, those that a picture is still kept under. */
export async function stillKept(queries: Queries, digests: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sha256: string }>`select distinct sha256 from pictures where sha256 = any(${[...digests]}::text[]) and erased_at is null`.execute(queries)
  return new Set(rows.map(({ sha256 }) => sha256))
}
