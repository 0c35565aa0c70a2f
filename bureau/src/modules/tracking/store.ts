import type { DoorVerdict } from '@zhunsheng/trucks/door/door.ts'
import type { Fix } from '@zhunsheng/trucks/fix.ts'
import type { TruckState } from '@zhunsheng/trucks/pipeline.ts'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import { containing } from '../../platform/like.ts'

export const trackingMigrations: Readonly<Record<string, Migration>> = {
  '2021-52-tracking': {
    async up(db) {
      // By the day on which the server had it: a terminal's own clock may say 1970.
      await sql`create table tracking_positions (
        truck text not null, at timestamptz not null, received timestamptz not null, device text not null, serial integer, lat float8 not null, lon float8 not null, speed real not null, heading real not null,
        held text, corrected text, signals jsonb not null, frame bytea
      ) partition by range (received)`.execute(db)
      await sql`create index tracking_positions_track on tracking_positions (truck, at)`.execute(db)
      await sql`create trigger append_only before update or delete or truncate on tracking_positions for each statement execute function refuse_change()`.execute(db)
      await sql`grant select, insert on tracking_positions to ${sql.ref(CLERK)}`.execute(db)
      await partitionsByDay(db)
      // What is remembered of a truck between two positions; written with the positions that made it so.
      await sql`create table tracking_states (truck text primary key, version integer not null, state jsonb not null, last jsonb, phase text not null)`.execute(db)
      await sql`create table tracking_trips (
        id text primary key, truck text not null, plate text not null, enterprise text, enterprise_name text not null, site text not null, site_name text not null, disposal_name text, manifest text, permit jsonb,
        day date not null, loaded_at timestamptz not null, ended_at timestamptz not null, trip jsonb not null, verdict text, links jsonb, reasons text[] not null default '{}', assess_after timestamptz
      )`.execute(db)
      await sql`create index tracking_trips_day on tracking_trips (day, verdict)`.execute(db)
      await sql`create index tracking_trips_due on tracking_trips (assess_after) where assess_after is not null`.execute(db)
      await sql`create index tracking_trips_manifest on tracking_trips (manifest) where manifest is not null`.execute(db)
      await sql`create table tracking_alarms (
        id text primary key, truck text not null, plate text not null, watch text not null, enterprise text, enterprise_name text not null, since timestamptz not null, until timestamptz, trip text, alarm jsonb not null, state text not null default 'raised', steps integer not null default 0
      )`.execute(db)
      await sql`create index tracking_alarms_since on tracking_alarms (since desc)`.execute(db)
      await sql`create index tracking_alarms_truck on tracking_alarms (truck, since)`.execute(db)
      await sql`create index tracking_alarms_trip on tracking_alarms (trip) where trip is not null`.execute(db)
      await sql`create table tracking_alarm_steps (alarm text not null references tracking_alarms, seq integer not null, kind text not null, text text not null, cause text, event text, event_number text, who text not null, at timestamptz not null, idempotency_key text not null unique, primary key (alarm, seq))`.execute(db)
      await sql`create table tracking_looks (id text primary key, who text not null, at timestamptz not null, truck text not null, plate text not null, from_at timestamptz not null, until_at timestamptz not null, reason text not null)`.execute(db)
      for (const table of ['tracking_alarm_steps', 'tracking_looks']) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
      await sql`grant select, insert, update on tracking_states, tracking_trips, tracking_alarms to ${sql.ref(CLERK)}`.execute(db)
    },
  },
  '2021-59-alarm-evidence': {
    async up(db) {
      // When an alarm was first written: the register is read as it stood then. One from before this column is taken as of its own beginning.
      await sql`alter table tracking_alarms add column raised_at timestamptz`.execute(db)
      await sql`alter table tracking_alarm_steps add column records text[] not null default '{}'`.execute(db)
    },
  },
}

/** An enterprise answers its alarms itself (企业自行处置). */
export const answerMigrations: Readonly<Record<string, Migration>> = {
  '2021-57-tracking-answers': {
    async up(db) {
      await sql`alter table tracking_alarm_steps add column enterprise text, add column files text[] not null default '{}'`.execute(db)
      await sql`create index tracking_alarms_enterprise on tracking_alarms (enterprise, since desc) where enterprise is not null`.execute(db)
    },
  },
}

/** The clerk cannot make or drop a table, so two functions of the owner do: one day is made ready, and days that need not be kept are dropped whole. */
async function partitionsByDay(db: Queries): Promise<void> {
  await sql`create function tracking_ready(wanted date) returns void language plpgsql security definer set search_path from current as $$
    declare name text := 'tracking_positions_' || to_char(wanted, 'YYYYMMDD'); begin
      if to_regclass(name) is null then
        perform pg_advisory_xact_lock(1078, to_char(wanted, 'YYYYMMDD')::integer);
        execute format('create table if not exists %I partition of tracking_positions for values from (%L) to (%L)', name, wanted::text || ' 00:00+08', (wanted + 1)::text || ' 00:00+08');
      end if;
    end $$`.execute(db)
  await sql`create function tracking_forget(before date) returns integer language plpgsql security definer set search_path from current as $$
    declare part text; gone integer := 0; begin
      for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'tracking_positions'::regclass and right(c.relname, 8) < to_char(before, 'YYYYMMDD') loop
        execute format('drop table %I', part);
        gone := gone + 1;
      end loop;
      return gone;
    end $$`.execute(db)
  for (const name of ['tracking_ready(date)', 'tracking_forget(date)']) {
    await sql`revoke all on function ${sql.raw(name)} from public`.execute(db)
    await sql`grant execute on function ${sql.raw(name)} to ${sql.ref(CLERK)}`.execute(db)
  }
}

export async function readyDay(queries: Queries, day: string): Promise<void> {
  await sql`select tracking_ready(${day}::date)`.execute(queries)
}
/** Drops the days before this one; answers how many. */
export async function forgetBefore(queries: Queries, day: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select tracking_forget(${day}::date) as gone`.execute(queries)
  return rows[0]?.gone ?? 0
}

/** What is kept of one position: as it came, and whether it was believed. */
export interface PositionRow {
  readonly verdict: DoorVerdict
  readonly frame: Uint8Array
}
const iso = (ms: number): string => new Date(ms).toISOString()
/** The last instant that a day of the database can be written as; a terminal's clock may say anything. */
const KNOWN_MS = Date.UTC(2200, 0, 1)
const within = (ms: number, receivedMs: number): number => (Number.isFinite(ms) && Math.abs(ms) < KNOWN_MS ? ms : receivedMs)

/** Writes positions in one statement. One that the door does not remember, because it is late or no news, is not written again where it was there already. */
export async function addPositions(tx: Queries, rows: readonly PositionRow[]): Promise<void> {
  const written = rows.map(({ verdict, frame }) => ({ ...columnsOf(verdict.fix), held: verdict.passed ? null : verdict.kind, corrected: verdict.passed ? (verdict.corrected ?? null) : null, frame: Buffer.from(frame).toString('base64') }))
  await sql`insert into tracking_positions (truck, at, received, device, serial, lat, lon, speed, heading, held, corrected, signals, frame)
    select n.truck, n.at, n.received, n.device, n.serial, n.lat, n.lon, n.speed, n.heading, n.held, n.corrected, n.signals, decode(n.frame, 'base64')
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as n(truck text, at timestamptz, received timestamptz, device text, serial integer, lat float8, lon float8, speed real, heading real, held text, corrected text, signals jsonb, frame text)
    where n.held is null or n.held not in ('late', 'malformed', 'clock-lost', 'conflict') or not exists (select from tracking_positions p where p.truck = n.truck and p.at = n.at and p.lat = n.lat and p.lon = n.lon and (n.held = 'late' or p.serial is not distinct from n.serial) and p.received > n.received - interval '30 days')`.execute(tx)
}
function columnsOf({ truckId, deviceId, atMs, receivedMs, lat, lon, speedKmh, headingDeg, serial, located, ...signals }: Fix) {
  return { truck: truckId, device: deviceId, at: iso(within(atMs, receivedMs)), received: iso(receivedMs), serial: serial ?? null, lat, lon, speed: speedKmh, heading: headingDeg, signals: { ...signals, ...(located ? {} : { located }) } }
}

export interface KeptState {
  readonly version: number
  readonly state: TruckState
}
export async function statesOf(queries: Queries, trucks: readonly string[]): Promise<ReadonlyMap<string, KeptState>> {
  const { rows } = await sql<KeptState & { readonly truck: string }>`select truck, version, state from tracking_states where truck = any(${[...trucks]}::text[])`.execute(queries)
  return new Map(rows.map(({ truck, version, state }) => [truck, { version, state }]))
}
export async function trucksFollowed(queries: Queries): Promise<readonly string[]> {
  const { rows } = await sql<{ truck: string }>`select truck from tracking_states order by truck`.execute(queries)
  return rows.map(({ truck }) => truck)
}
/** Writes states, each as the next version of the one that it came from; answers the trucks that were written. A truck that is missing from the answer was written by somebody else meanwhile. */
export async function putStates(tx: Queries, states: readonly KeptState[]): Promise<ReadonlySet<string>> {
  const written = states.map(({ version, state }) => ({ truck: state.truckId, version, state, last: state.door.last ?? null, phase: state.trip.phase }))
  const { rows } = await sql<{ truck: string }>`insert into tracking_states as old (truck, version, state, last, phase)
    select truck, version, state, last, phase from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as n(truck text, version integer, state jsonb, last jsonb, phase text) order by truck
    on conflict (truck) do update set version = excluded.version, state = excluded.state, last = excluded.last, phase = excluded.phase where old.version = excluded.version - 1 returning truck`.execute(tx)
  return new Set(rows.map(({ truck }) => truck))
}

export interface LiveRow {
  readonly truck: string
  readonly last: Fix
  readonly phase: TruckState['trip']['phase']
}
export async function liveNow(queries: Queries): Promise<readonly LiveRow[]> {
  const { rows } = await sql<LiveRow>`select truck, last, phase from tracking_states where last is not null order by truck`.execute(queries)
  return rows
}

export interface TrackRow {
  readonly at: string
  readonly lat: number
  readonly lon: number
  readonly speed: number
  readonly heading: number
  readonly held: string | null
  readonly signals: Pick<Fix, 'cover' | 'lift' | 'load' | 'weightKg' | 'buffered'>
}
/** The positions of a truck in the order of its clock. The days of receipt tell the database where to look: memory is sent within a month. */
export async function trackOf(queries: Queries, truck: string, span: { readonly from: string; readonly until: string }, most: number): Promise<readonly TrackRow[]> {
  const { rows } = await sql<TrackRow>`select at, lat, lon, speed, heading, held, signals from tracking_positions
    where truck = ${truck} and at >= ${span.from} and at < ${span.until} and received >= ${span.from}::timestamptz - interval '1 hour' and received < ${span.until}::timestamptz + interval '31 days' order by at, received limit ${most}`.execute(queries)
  return rows
}

export interface LookRow {
  readonly id: string
  readonly who: string
  readonly at: string
  readonly truck: string
  /** As it was when he looked. */
  readonly plate: string
  readonly from_at: string
  readonly until_at: string
  readonly reason: string
}
export async function addLook(tx: Queries, { id, who, at, truck, plate, from_at, until_at, reason }: LookRow): Promise<void> {
  await sql`insert into tracking_looks (id, who, at, truck, plate, from_at, until_at, reason) values (${id}, ${who}, ${at}, ${truck}, ${plate}, ${from_at}, ${until_at}, ${reason})`.execute(tx)
}
export async function listLooks(queries: Queries, { search, page, size }: { readonly search?: string | undefined; readonly page: number; readonly size: number }): Promise<{ readonly total: number; readonly rows: readonly LookRow[] }> {
  const where = search === undefined || search === '' ? sql`true` : sql`(who || ' ' || plate || ' ' || reason) like ${containing(search)}`
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from tracking_looks where ${where}`.execute(queries)
  const { rows } = await sql<LookRow>`select id, who, at, truck, plate, from_at, until_at, reason from tracking_looks where ${where} order by at desc, id desc limit ${size} offset ${(page - 1) * size}`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows }
}
/** What the doors of all trucks have counted, by kind. */
export async function doorCounts(queries: Queries): Promise<readonly { readonly kind: string; readonly count: number }[]> {
  const { rows } = await sql<{ kind: string; count: number }>`select c.key as kind, sum(c.value::numeric)::float8 as count from tracking_states s, jsonb_each_text(s.state -> 'door' -> 'counts') c group by c.key order by c.key`.execute(queries)
  return rows
}
