import type { Version } from '@zhunsheng/jt808/version.ts'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import { containing } from '../../platform/like.ts'
import type { OrderState } from './wire.ts'

const RECORDS = ['terminals_registrations', 'terminals_orders']
export const terminalMigrations: Readonly<Record<string, Migration>> = {
  '2021-53-terminals': {
    async up(db) {
      // The latest of a terminal counts; one without a code released it, so that another device may register.
      await sql`create table terminals_registrations (seq bigint generated always as identity, id text primary key, terminal text not null, at timestamptz not null, code_hash text, maker text, model text, terminal_id text, plate text, edition integer, who text not null)`.execute(db)
      await sql`create index terminals_registrations_latest on terminals_registrations (terminal, seq desc)`.execute(db)
      await sql`create table terminals_held (terminal text primary key, first_at timestamptz not null, last_at timestamptz not null, times integer not null, said text not null, frame bytea not null)`.execute(db)
      await sql`create table terminals_orders (id text primary key, terminal text not null, at timestamptz not null, kind text not null, text text not null, result text not null, who text not null)`.execute(db)
      for (const table of RECORDS) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
      await sql`grant select, insert, update on terminals_held to ${sql.ref(CLERK)}`.execute(db)
    },
  },
  '2021-60-terminals-replies': {
    async up(db) {
      // An order is written before it is sent; what came of it stands here, once.
      await sql`create table terminals_replies (order_id text primary key references terminals_orders, at timestamptz not null, state text not null, said text not null)`.execute(db)
      await sql`alter table terminals_orders add column seq bigint generated always as identity`.execute(db)
      await sql`create index terminals_orders_terminal on terminals_orders (terminal, seq desc)`.execute(db)
      await sql`create trigger append_only before update or delete or truncate on terminals_replies for each statement execute function refuse_change()`.execute(db)
      await sql`grant select, insert on terminals_replies to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

export interface RegistrationRow {
  readonly id: string
  readonly terminal: string
  readonly at: string
  readonly code_hash: string | null
  readonly maker: string | null
  readonly model: string | null
  readonly terminal_id: string | null
  readonly plate: string | null
  readonly edition: Version | null
  readonly who: string
}
export async function addRegistration(tx: Queries, { id, terminal, at, code_hash, maker, model, terminal_id, plate, edition, who }: RegistrationRow): Promise<void> {
  await sql`insert into terminals_registrations (id, terminal, at, code_hash, maker, model, terminal_id, plate, edition, who) values (${id}, ${terminal}, ${at}, ${code_hash}, ${maker}, ${model}, ${terminal_id}, ${plate}, ${edition}, ${who})`.execute(tx)
}
export async function latestRegistration(queries: Queries, terminal: string): Promise<RegistrationRow | undefined> {
  const { rows } = await sql<RegistrationRow>`select id, terminal, at, code_hash, maker, model, terminal_id, plate, edition, who from terminals_registrations where terminal = ${terminal} order by seq desc limit 1`.execute(queries)
  return rows[0]
}

export interface HeldRow {
  readonly terminal: string
  readonly first_at: string
  readonly last_at: string
  readonly times: number
  readonly said: string
}
/** So many unknown devices are held; whoever floods the gateway with invented numbers fills no disk. */
const MOST_HELD = 10_000
export async function holdDevice(tx: Queries, { terminal, at, said, frame, times }: { readonly terminal: string; readonly at: string; readonly said: string; readonly frame: Uint8Array; readonly times: number }): Promise<void> {
  await sql`insert into terminals_held as old (terminal, first_at, last_at, times, said, frame)
    select ${terminal}, ${at}::timestamptz, ${at}::timestamptz, ${times}::integer, ${said}, decode(${Buffer.from(frame).toString('base64')}, 'base64') where exists (select from terminals_held where terminal = ${terminal}) or (select count(*) from terminals_held) < ${MOST_HELD}
    on conflict (terminal) do update set last_at = excluded.last_at, times = old.times + excluded.times, said = excluded.said, frame = excluded.frame`.execute(tx)
}
export async function listHeld(queries: Queries, { search, page, size }: { readonly search?: string | undefined; readonly page: number; readonly size: number }): Promise<{ readonly total: number; readonly rows: readonly HeldRow[] }> {
  const where = search === undefined || search === '' ? sql`true` : sql`(terminal || ' ' || said) like ${containing(search)}`
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from terminals_held where ${where}`.execute(queries)
  const { rows } = await sql<HeldRow>`select terminal, first_at, last_at, times, said from terminals_held where ${where} order by last_at desc, terminal limit ${size} offset ${(page - 1) * size}`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows }
}

export interface OrderEntry {
  readonly id: string
  readonly terminal: string
  readonly at: string
  readonly kind: string
  readonly text: string
  readonly who: string
}
export async function addOrder(tx: Queries, { id, terminal, at, kind, text, who }: OrderEntry): Promise<void> {
  await sql`insert into terminals_orders (id, terminal, at, kind, text, result, who) values (${id}, ${terminal}, ${at}, ${kind}, ${text}, '', ${who})`.execute(tx)
}
export async function addReply(tx: Queries, { order, at, state, said }: { readonly order: string; readonly at: string; readonly state: OrderState; readonly said: string }): Promise<void> {
  await sql`insert into terminals_replies (order_id, at, state, said) values (${order}, ${at}, ${state}, ${said})`.execute(tx)
}
export interface StoredOrder extends OrderEntry {
  /** In words, of orders that were written with their answer. */
  readonly result: string
  readonly state: OrderState | null
  readonly said: string | null
}
export async function ordersTo(queries: Queries, terminal: string): Promise<readonly StoredOrder[]> {
  const { rows } = await sql<StoredOrder>`select o.id, o.terminal, o.at, o.kind, o.text, o.result, o.who, r.state, r.said from terminals_orders o left join terminals_replies r on r.order_id = o.id where o.terminal = ${terminal} order by o.seq desc limit 50`.execute(queries)
  return rows
}
