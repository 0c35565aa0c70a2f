import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'

const TABLES = ['portal_accounts', 'portal_codes', 'portal_endings', 'portal_notices', 'portal_notice_readings', 'portal_files']
export const portalMigrations: Readonly<Record<string, Migration>> = {
  '2021-58-portal': {
    async up(db) {
      await sql`create table portal_accounts (id text primary key, enterprise text not null, login text not null unique, name text not null, by text not null, at timestamptz not null)`.execute(db)
      await sql`create table portal_codes (nr bigint generated always as identity, hash text primary key, account text not null references portal_accounts, until timestamptz not null, by text not null, at timestamptz not null)`.execute(db)
      await sql`create table portal_endings (account text primary key references portal_accounts, reason text not null, by text not null, at timestamptz not null)`.execute(db)
      await sql`create table portal_notices (id text primary key, enterprise text, title text not null, text text not null, by text not null, at timestamptz not null, idempotency_key text not null unique)`.execute(db)
      await sql`create table portal_notice_readings (notice text not null references portal_notices, account text not null references portal_accounts, at timestamptz not null, primary key (notice, account))`.execute(db)
      await sql`create table portal_files (sha256 text not null, enterprise text not null, account text not null references portal_accounts, at timestamptz not null, primary key (sha256, enterprise))`.execute(db)
      for (const table of TABLES) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
      // A new code takes the old password away.
      await sql`create table portal_passwords (account text primary key references portal_accounts, hash text not null, set_at timestamptz not null)`.execute(db)
      await sql`grant select, insert, update, delete on portal_passwords to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

export interface AccountRow {
  readonly id: string
  readonly enterprise: string
  readonly login: string
  readonly name: string
  readonly by: string
  readonly at: string
  readonly set_at: string | null
  readonly code_until: string | null
  readonly ended_by: string | null
  readonly ended_reason: string | null
}
const ACCOUNTS = sql`select a.id, a.enterprise, a.login, a.name, a.by, a.at, p.set_at, (select max(c.until) from portal_codes c where c.account = a.id) as code_until, e.by as ended_by, e.reason as ended_reason
  from portal_accounts a left join portal_passwords p on p.account = a.id left join portal_endings e on e.account = a.id`
export async function accounts(queries: Queries): Promise<readonly AccountRow[]> {
  const { rows } = await sql<AccountRow>`${ACCOUNTS} order by (e.account is not null), a.at desc, a.login`.execute(queries)
  return rows
}
export async function findAccount(queries: Queries, id: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`${ACCOUNTS} where a.id = ${id}`.execute(queries)
  return rows[0]
}
export async function addAccount(tx: Queries, { id, enterprise, login, name, by, at }: Pick<AccountRow, 'id' | 'enterprise' | 'login' | 'name' | 'by' | 'at'>): Promise<void> {
  await sql`insert into portal_accounts (id, enterprise, login, name, by, at) values (${id}, ${enterprise}, ${login}, ${name}, ${by}, ${at})`.execute(tx)
}
export async function addEnding(tx: Queries, { account, reason, by, at }: { readonly account: string; readonly reason: string; readonly by: string; readonly at: string }): Promise<void> {
  await sql`insert into portal_endings (account, reason, by, at) values (${account}, ${reason}, ${by}, ${at})`.execute(tx)
}

export async function addCode(tx: Queries, { hash, account, until, by, at }: { readonly hash: string; readonly account: string; readonly until: string; readonly by: string; readonly at: string }): Promise<void> {
  await sql`insert into portal_codes (hash, account, until, by, at) values (${hash}, ${account}, ${until}, ${by}, ${at})`.execute(tx)
}
/** The account that a code opens: the last code given, before its term, once, and while the account has not ended. */
export async function accountOf(tx: Queries, hash: string, now: string): Promise<{ readonly id: string; readonly login: string } | undefined> {
  const { rows } = await sql<{ id: string; login: string }>`select a.id, a.login from portal_codes c join portal_accounts a on a.id = c.account
    where c.hash = ${hash} and c.until > ${now} and not exists (select 1 from portal_codes n where n.account = c.account and n.nr > c.nr)
      and not exists (select 1 from portal_passwords p where p.account = c.account) and not exists (select 1 from portal_endings e where e.account = c.account)`.execute(tx)
  return rows[0]
}
export async function findLogin(queries: Queries, login: string): Promise<{ readonly id: string; readonly hash: string } | undefined> {
  const { rows } = await sql<{ id: string; hash: string }>`select a.id, p.hash from portal_accounts a join portal_passwords p on p.account = a.id where a.login = ${login} and not exists (select 1 from portal_endings e where e.account = a.id)`.execute(queries)
  return rows[0]
}
/** Sets the first password; one that is there already is a code used twice at once, and fails on the key. */
export async function addPassword(tx: Queries, account: string, hash: string, at: string): Promise<void> {
  await sql`insert into portal_passwords (account, hash, set_at) values (${account}, ${hash}, ${at})`.execute(tx)
}
export async function putPassword(tx: Queries, account: string, hash: string, at: string): Promise<void> {
  await sql`update portal_passwords set hash = ${hash}, set_at = ${at} where account = ${account}`.execute(tx)
}
export async function dropPassword(tx: Queries, account: string): Promise<void> {
  await sql`delete from portal_passwords where account = ${account}`.execute(tx)
}

export interface NoticeRow {
  readonly id: string
  readonly enterprise: string | null
  readonly title: string
  readonly text: string
  readonly by: string
  readonly at: string
  readonly readers: readonly string[]
  readonly mine: boolean
}
/** The same sending twice is one notice. */
export async function addNotice(tx: Queries, { id, enterprise, title, text, by, at }: Omit<NoticeRow, 'readers' | 'mine'>, key: string): Promise<void> {
  await sql`insert into portal_notices (id, enterprise, title, text, by, at, idempotency_key) values (${id}, ${enterprise}, ${title}, ${text}, ${by}, ${at}, ${key}) on conflict (idempotency_key) do nothing`.execute(tx)
}
const NOTICES_MOST = 200
/** What was sent; for an enterprise, what was sent to it or to all, and whether this account has read it. */
export async function notices(queries: Queries, to?: { readonly enterprise: string; readonly account: string }): Promise<readonly NoticeRow[]> {
  const wanted = to === undefined ? sql`true` : sql`n.enterprise is null or n.enterprise = ${to.enterprise}`
  const { rows } = await sql<NoticeRow>`select n.id, n.enterprise, n.title, n.text, n.by, n.at, coalesce(r.readers, '{}') as readers, coalesce(r.accounts @> array[${to?.account ?? ''}]::text[], false) as mine
    from portal_notices n left join lateral (select array_agg(a.name order by x.at) as readers, array_agg(a.id) as accounts from portal_notice_readings x join portal_accounts a on a.id = x.account where x.notice = n.id) r on true
    where ${wanted} order by n.at desc, n.id limit ${NOTICES_MOST}`.execute(queries)
  return rows
}
export async function addReading(tx: Queries, notice: string, account: string, at: string): Promise<void> {
  await sql`insert into portal_notice_readings (notice, account, at) values (${notice}, ${account}, ${at}) on conflict do nothing`.execute(tx)
}

export async function addFile(tx: Queries, { sha256, enterprise, account, at }: { readonly sha256: string; readonly enterprise: string; readonly account: string; readonly at: string }): Promise<void> {
  await sql`insert into portal_files (sha256, enterprise, account, at) values (${sha256}, ${enterprise}, ${account}, ${at}) on conflict do nothing`.execute(tx)
}
/** Which of these files the enterprise itself handed in. */
export async function filesOf(queries: Queries, enterprise: string, digests: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sha256: string }>`select sha256 from portal_files where enterprise = ${enterprise} and sha256 = any(${[...digests]}::text[])`.execute(queries)
  return new Set(rows.map(({ sha256 }) => sha256))
}
