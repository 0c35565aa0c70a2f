import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, isTaken, type Database, type Queries } from '../../platform/database.ts'
import { token } from '../../platform/random.ts'
import { addSetting, setting } from '../../platform/session-store.ts'

export const relayMigrations: Readonly<Record<string, Migration>> = {
  '2021-70-relay-processes': {
    async up(db) {
      // Who lives, by the clock of the database alone: the machines need not agree on the time.
      await sql`create table relay_processes (id text primary key, role text not null, since timestamptz not null default clock_timestamp(), beat timestamptz not null default clock_timestamp(), said jsonb not null)`.execute(db)
      await sql`grant select, insert, update, delete on relay_processes to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

export interface ProcessRow {
  readonly id: string
  readonly role: string
  readonly since: string
  readonly said: unknown
}
/** Says that a process lives, and what it has to say of itself. */
export async function putBeat(tx: Queries, { id, role, said }: { readonly id: string; readonly role: string; readonly said: object }): Promise<void> {
  await sql`insert into relay_processes (id, role, said) values (${id}, ${role}, ${JSON.stringify(said)}::jsonb) on conflict (id) do update set beat = clock_timestamp(), said = excluded.said`.execute(tx)
}
/** Those that have been heard within the lease. */
export async function living(queries: Queries, leaseMs: number): Promise<readonly ProcessRow[]> {
  const { rows } = await sql<ProcessRow>`select id, role, since, said from relay_processes where beat > clock_timestamp() - make_interval(secs => ${leaseMs / 1000}) order by role, id`.execute(queries)
  return rows
}
/** One that leaves by itself need not be waited for. */
export async function leave(tx: Queries, id: string): Promise<void> {
  await sql`delete from relay_processes where id = ${id} or beat < clock_timestamp() - interval '1 day'`.execute(tx)
}

const NAME_LENGTH = 12
/**
 * By what the processes of one database find each other at the broker (转发名): made once, by whoever comes first. Two bureaus,
 * or a trial beside the real thing, may share a broker without ever hearing each other's trucks.
 */
export async function relayName(database: Database): Promise<string> {
  const find = (): Promise<string | undefined> => database.read((queries) => setting(queries, 'relay'))
  const known = await find()
  if (known !== undefined) return known
  const made = token().replaceAll(/[^A-Za-z0-9]/g, '').slice(0, NAME_LENGTH)
  await database.work((tx) => addSetting(tx, 'relay', made)).catch((failure: unknown) => {
    if (!isTaken(failure)) throw failure
  })
  return (await find()) ?? made
}
