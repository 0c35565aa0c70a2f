import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import type { Guidance, NewGuidance } from './wire.ts'

export const devolutionMigrations: Readonly<Record<string, Migration>> = {
  '2021-32-devolution': {
    async up(db) {
      await sql`create table devolution_guidance (
        id bigint generated always as identity primary key, number text not null, town text not null, on_day date not null, kind text not null, content text not null, found text,
        who text not null, at timestamptz not null, idempotency_key text not null unique
      )`.execute(db)
      await sql`create trigger append_only before update or delete or truncate on devolution_guidance for each statement execute function refuse_change()`.execute(db)
      await sql`grant select, insert on devolution_guidance to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

interface Row {
  readonly id: number
  readonly number: string
  readonly town: string
  readonly on_day: string
  readonly kind: Guidance['kind']
  readonly content: string
  readonly found: string | null
  readonly who: string
  readonly at: string
}
const guidanceOf = ({ on_day, found, id, ...row }: Row): Guidance => ({ ...row, id: Number(id), on: on_day, ...(found === null ? {} : { found }) })

/** Records what was done once, however often it is sent. */
export async function addGuidance(tx: Queries, { number, town, on, kind, content, found, who, at, key }: NewGuidance & { readonly number: string; readonly who: string; readonly at: string; readonly key: string }): Promise<Guidance> {
  await sql`insert into devolution_guidance (number, town, on_day, kind, content, found, who, at, idempotency_key)
    values (${number}, ${town}, ${on}, ${kind}, ${content}, ${found ?? null}, ${who}, ${at}, ${key}) on conflict (idempotency_key) do nothing`.execute(tx)
  const { rows } = await sql<Row>`select * from devolution_guidance where idempotency_key = ${key}`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('guidance was not kept')
  return guidanceOf(row)
}

export async function guidanceFor(queries: Queries, number: string): Promise<readonly Guidance[]> {
  const { rows } = await sql<Row>`select * from devolution_guidance where number = ${number} order by on_day desc, id desc`.execute(queries)
  return rows.map(guidanceOf)
}
