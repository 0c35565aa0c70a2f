import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from './database.ts'
import type { Failures } from './lockout.ts'

export const sessionMigrations: Readonly<Record<string, Migration>> = {
  '2021-00-sessions': {
    async up(db) {
      await sql`create table platform_sessions (token_hash text primary key, user_id text not null, opened_at timestamptz not null, used_at timestamptz not null)`.execute(db)
      await sql`create table platform_login_failures (name text primary key, count integer not null, last_at timestamptz not null)`.execute(db)
      await sql`create table platform_settings (name text primary key, value text not null)`.execute(db)
      await sql`grant select, insert, update, delete on platform_sessions, platform_login_failures to ${sql.ref(CLERK)}`.execute(db)
      await sql`grant select, insert on platform_settings to ${sql.ref(CLERK)}`.execute(db)
    },
  },
  '2021-57-session-kinds': {
    async up(db) {
      await sql`alter table platform_sessions add column kind text not null default 'officer'`.execute(db)
    },
  },
}

/** Whose session it is: its kind, and who of that kind. A token of one kind is nothing to another. */
export interface Whose {
  readonly kind: string
  readonly userId: string
}
export async function addSession(tx: Queries, tokenHash: string, { kind, userId }: Whose, at: Date): Promise<void> {
  await sql`insert into platform_sessions (token_hash, kind, user_id, opened_at, used_at) values (${tokenHash}, ${kind}, ${userId}, ${at.toISOString()}, ${at.toISOString()})`.execute(tx)
}
export interface StoredSession {
  readonly user_id: string
  readonly opened_at: string
  readonly used_at: string
}
export async function findSession(queries: Queries, tokenHash: string, kind: string): Promise<StoredSession | undefined> {
  const { rows } = await sql<StoredSession>`select user_id, opened_at, used_at from platform_sessions where token_hash = ${tokenHash} and kind = ${kind}`.execute(queries)
  return rows[0]
}
export async function touchSession(tx: Queries, tokenHash: string, at: Date): Promise<void> {
  await sql`update platform_sessions set used_at = ${at.toISOString()} where token_hash = ${tokenHash}`.execute(tx)
}
export async function dropSession(tx: Queries, tokenHash: string): Promise<void> {
  await sql`delete from platform_sessions where token_hash = ${tokenHash}`.execute(tx)
}
/** Whoever was logged in with the old password is logged out. */
export async function dropSessionsOf(tx: Queries, { kind, userId }: Whose): Promise<void> {
  await sql`delete from platform_sessions where kind = ${kind} and user_id = ${userId}`.execute(tx)
}
export async function failuresOf(queries: Queries, name: string): Promise<Failures | undefined> {
  const { rows } = await sql<{ count: number; last_at: string }>`select count, last_at from platform_login_failures where name = ${name}`.execute(queries)
  return rows[0] === undefined ? undefined : { count: rows[0].count, lastAtMs: Date.parse(rows[0].last_at) }
}
export async function putFailures(tx: Queries, name: string, { count, lastAtMs }: Failures): Promise<void> {
  await sql`insert into platform_login_failures (name, count, last_at) values (${name}, ${count}, ${new Date(lastAtMs).toISOString()})
    on conflict (name) do update set count = excluded.count, last_at = excluded.last_at`.execute(tx)
}
export async function forgetFailures(tx: Queries, name: string): Promise<void> {
  await sql`delete from platform_login_failures where name = ${name}`.execute(tx)
}
export async function setting(queries: Queries, name: string): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`select value from platform_settings where name = ${name}`.execute(queries)
  return rows[0]?.value
}
export async function addSetting(tx: Queries, name: string, value: string): Promise<void> {
  await sql`insert into platform_settings (name, value) values (${name}, ${value})`.execute(tx)
}
