import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'

const RECORDS = ['monitoring_devices', 'monitoring_sources', 'monitoring_keys', 'monitoring_events', 'monitoring_entries']

export const monitoringMigrations: Readonly<Record<string, Migration>> = {
  '2021-12-monitoring': {
    async up(db) {
      await sql`create table monitoring_devices (id text primary key, identifier text not null unique)`.execute(db)
      await sql`create table monitoring_sources (id text primary key, name text not null)`.execute(db)
      // The latest row of a source says which key opens the door, or that none does.
      await sql`create table monitoring_keys (id bigint generated always as identity primary key, source text not null references monitoring_sources, key_hash text unique, who text not null, at timestamptz not null)`.execute(db)
      await sql`create table monitoring_events (
        id text primary key, number text not null unique, code text not null, source text not null, external text not null, said_hash text not null,
        device text not null, at timestamptz not null, sent_at timestamptz, received_at timestamptz not null, made_at timestamptz not null, made_on date not null, received_on date not null, ahead integer,
        content text not null, matter text, plate text, plate_colour text, party text, value text, unit text, place text, position jsonb, records text[] not null, flags text[] not null, taken_by text not null,
        unique (source, external)
      )`.execute(db)
      await sql`create index monitoring_events_device on monitoring_events (device, made_at)`.execute(db)
      await sql`create index monitoring_events_records on monitoring_events using gin (records)`.execute(db)
      await sql`create table monitoring_entries (
        dossier text not null, seq integer not null check (seq > 0), kind text not null, on_day date not null, actors jsonb not null, data jsonb not null, recorded_at timestamptz not null,
        idempotency_key text unique, primary key (dossier, seq)
      )`.execute(db)
      // Computed from the entries; the only table of this module that changes.
      await sql`create table monitoring_standings (
        event text primary key, standing text not null, outcome text, reason text, reviewed_on date, duties text[] not null, due date, lead text, lead_number text
      )`.execute(db)
      await sql`create index monitoring_standings_due on monitoring_standings (due) where due is not null`.execute(db)
      await sql`create index monitoring_standings_lead on monitoring_standings (lead) where lead is not null`.execute(db)
      for (const table of RECORDS) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
      await sql`grant select, insert, update on monitoring_standings to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

export interface DeviceIdentity {
  readonly id: string
  readonly identifier: string
}
export async function addDevice(tx: Queries, { id, identifier }: DeviceIdentity): Promise<void> {
  await sql`insert into monitoring_devices (id, identifier) values (${id}, ${identifier})`.execute(tx)
}
export async function allDevices(queries: Queries): Promise<readonly DeviceIdentity[]> {
  const { rows } = await sql<DeviceIdentity>`select id, identifier from monitoring_devices order by identifier`.execute(queries)
  return rows
}
export async function findDevice(queries: Queries, id: string): Promise<DeviceIdentity | undefined> {
  const { rows } = await sql<DeviceIdentity>`select id, identifier from monitoring_devices where id = ${id}`.execute(queries)
  return rows[0]
}
/** Devices by the names that their sources give them. */
export async function devicesNamed(queries: Queries, identifiers: readonly string[]): Promise<readonly DeviceIdentity[]> {
  const { rows } = await sql<DeviceIdentity>`select id, identifier from monitoring_devices where identifier = any(${[...identifiers]}::text[])`.execute(queries)
  return rows
}

export interface EntryRow {
  readonly dossier: string
  readonly seq: number
  readonly kind: string
  readonly on_day: string
  readonly actors: unknown
  readonly data: Readonly<Record<string, unknown>>
  readonly recorded_at: string
}
export async function addEntry(tx: Queries, row: EntryRow & { readonly idempotency_key: string | null }): Promise<void> {
  await sql`insert into monitoring_entries (dossier, seq, kind, on_day, actors, data, recorded_at, idempotency_key)
    values (${row.dossier}, ${row.seq}, ${row.kind}, ${row.on_day}, ${JSON.stringify(row.actors)}::jsonb, ${JSON.stringify(row.data)}::jsonb, ${row.recorded_at}, ${row.idempotency_key})`.execute(tx)
}
/** The entries of devices or events, in order. */
export async function entriesOf(queries: Queries, dossiers: readonly string[]): Promise<readonly EntryRow[]> {
  const { rows } = await sql<EntryRow>`select dossier, seq, kind, on_day, actors, data, recorded_at from monitoring_entries where dossier = any(${[...dossiers]}::text[]) order by dossier, seq`.execute(queries)
  return rows
}
export async function entryUnder(queries: Queries, key: string): Promise<EntryRow | undefined> {
  const { rows } = await sql<EntryRow>`select dossier, seq, kind, on_day, actors, data, recorded_at from monitoring_entries where idempotency_key = ${key}`.execute(queries)
  return rows[0]
}

export interface SourceRow {
  readonly id: string
  readonly name: string
  readonly open: boolean
  readonly at: string
  readonly who: string
}
const SOURCES = sql`select s.id, s.name, k.key_hash is not null as open, k.key_hash, k.at, k.who from monitoring_sources s
  left join lateral (select key_hash, at, who from monitoring_keys where source = s.id order by id desc limit 1) k on true`
export async function allSources(queries: Queries): Promise<readonly SourceRow[]> {
  const { rows } = await sql<SourceRow>`${SOURCES} order by s.id`.execute(queries)
  return rows
}
export async function findSource(queries: Queries, id: string): Promise<SourceRow | undefined> {
  const { rows } = await sql<SourceRow>`${SOURCES} where s.id = ${id}`.execute(queries)
  return rows[0]
}
/** Whose key this is, while it is the latest of its source. */
export async function sourceOfKey(queries: Queries, keyHash: string): Promise<SourceRow | undefined> {
  const { rows } = await sql<SourceRow>`${SOURCES} where k.key_hash = ${keyHash}`.execute(queries)
  return rows[0]
}
export async function addSource(tx: Queries, { id, name }: Pick<SourceRow, 'id' | 'name'>): Promise<void> {
  await sql`insert into monitoring_sources (id, name) values (${id}, ${name})`.execute(tx)
}
/** A new key takes the place of the one before; none closes the source. */
export async function addKey(tx: Queries, { source, keyHash, who, at }: { readonly source: string; readonly keyHash: string | null; readonly who: string; readonly at: string }): Promise<void> {
  await sql`insert into monitoring_keys (source, key_hash, who, at) values (${source}, ${keyHash}, ${who}, ${at})`.execute(tx)
}
