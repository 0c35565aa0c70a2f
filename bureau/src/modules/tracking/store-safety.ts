import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import type { SafetySign } from '../terminals/contract.ts'

export const safetyMigrations: Readonly<Record<string, Migration>> = {
  '2021-63-tracking-safety': {
    async up(db) {
      // What a camera thinks of a driver goes when the tracks go: these rows may be deleted.
      await sql`create table tracking_safety (seq bigint generated always as identity primary key, truck text not null, plate text not null, at timestamptz not null, received timestamptz not null, kind text not null, number bigint not null, level integer not null, words text not null, speed integer not null, unique (truck, at, kind, number))`.execute(db)
      await sql`create index tracking_safety_received on tracking_safety (received desc)`.execute(db)
      await sql`grant select, insert, delete on tracking_safety to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

export async function addSigns(tx: Queries, signs: readonly SafetySign[]): Promise<void> {
  const rows = signs.map(({ truckId, plate, atMs, receivedMs, kind, number, level, words, speedKmh }) => ({ truck: truckId, plate, at: new Date(atMs).toISOString(), received: new Date(receivedMs).toISOString(), kind, number, level, words, speed: speedKmh }))
  await sql`insert into tracking_safety (truck, plate, at, received, kind, number, level, words, speed) select truck, plate, at, received, kind, number, level, words, speed from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(truck text, plate text, at timestamptz, received timestamptz, kind text, number bigint, level integer, words text, speed integer) on conflict do nothing`.execute(tx)
}
export interface SafetyRow {
  readonly truck: string
  readonly plate: string
  readonly at: string
  readonly level: number
  readonly words: string
  readonly speed: number
}
export async function listSigns(queries: Queries, { page, size }: { readonly page: number; readonly size: number }): Promise<{ readonly total: number; readonly rows: readonly SafetyRow[] }> {
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from tracking_safety`.execute(queries)
  const { rows } = await sql<SafetyRow>`select truck, plate, at, level, words, speed from tracking_safety order by at desc, seq desc limit ${size} offset ${(page - 1) * size}`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows }
}
export async function forgetSignsBefore(tx: Queries, day: string): Promise<void> {
  await sql`delete from tracking_safety where received < ${`${day}T00:00:00+08:00`}`.execute(tx)
}
