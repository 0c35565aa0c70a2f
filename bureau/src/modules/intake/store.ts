import { sql, type RawBuilder } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import { containing } from '../../platform/like.ts'
import type { WrittenOrder } from './read-file.ts'
import type { Entry, Order, OrderQuery } from './wire.ts'

export const intakeMigrations: Readonly<Record<string, Migration>> = {
  '2021-07-intake': {
    async up(db) {
      await sql`create table intake_orders (
        id text primary key, source text not null, external text not null, received_on date not null, due_on date not null, category text not null, place text not null, content text not null,
        reporter text not null, phone text not null, lead_id text not null, lead_number text not null, imported_by text not null, imported_at timestamptz not null, unique (source, external)
      )`.execute(db)
      await sql`create table intake_entries (id bigint generated always as identity primary key, order_id text not null, kind text not null, text text not null, until date, who text not null, at timestamptz not null)`.execute(db)
      await sql`create index intake_entries_order on intake_entries (order_id)`.execute(db)
      for (const table of ['intake_orders', 'intake_entries']) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
    },
  },
}

export interface OrderRow extends Record<'id' | 'external' | 'received_on' | 'due_on' | 'category' | 'place' | 'content' | 'reporter' | 'phone' | 'lead_id' | 'lead_number', string> {
  readonly source: Order['source']
  readonly entries: readonly (Omit<Entry, 'until'> & { readonly until: string | null })[]
}

/** Which of these numbers came before. */
export async function knownOf(queries: Queries, source: string, externals: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ external: string }>`select external from intake_orders where source = ${source} and external = any(${[...externals]}::text[])`.execute(queries)
  return new Set(rows.map(({ external }) => external))
}

export interface NewOrder extends WrittenOrder {
  readonly id: string
  readonly source: string
  readonly leadId: string
  readonly leadNumber: string
  readonly by: string
  readonly at: string
}
export async function addOrder(tx: Queries, one: NewOrder): Promise<void> {
  await sql`insert into intake_orders (id, source, external, received_on, due_on, category, place, content, reporter, phone, lead_id, lead_number, imported_by, imported_at)
    values (${one.id}, ${one.source}, ${one.external}, ${one.receivedOn}, ${one.dueOn}, ${one.category}, ${one.place}, ${one.content}, ${one.reporter}, ${one.phone}, ${one.leadId}, ${one.leadNumber}, ${one.by}, ${one.at})`.execute(tx)
}

/** An order with its entries; a granted extension would move the day, an asked one does not. */
const WITH = sql`select o.*, coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'text', e.text, 'until', e.until, 'who', e.who, 'at', e.at) order by e.id) from intake_entries e where e.order_id = o.id), '[]') as entries from intake_orders o`
const SETTLED = sql`exists (select 1 from intake_entries e where e.order_id = o.id and e.kind in ('answered', 'returned'))`

function where({ search, source, state }: OrderQuery, today: string): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (search !== undefined && search !== '') conditions.push(sql`(o.external || ' ' || o.place || ' ' || o.content || ' ' || o.lead_number) like ${containing(search)}`)
  if (source !== undefined) conditions.push(sql`o.source = ${source}`)
  if (state === 'answered') conditions.push(SETTLED)
  if (state === 'open') conditions.push(sql`not ${SETTLED}`)
  if (state === 'overdue') conditions.push(sql`not ${SETTLED} and o.due_on < ${today}::date`)
  return sql.join(conditions, sql` and `)
}

export async function listOrders(queries: Queries, query: OrderQuery, today: string): Promise<{ readonly total: number; readonly rows: readonly OrderRow[] }> {
  const condition = where(query, today)
  const { rows } = await sql<OrderRow>`${WITH} where ${condition} order by o.due_on, o.external limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(queries)
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from intake_orders o where ${condition}`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows }
}
export async function findOrder(queries: Queries, id: string): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`${WITH} where o.id = ${id}`.execute(queries)
  return rows[0]
}
export async function countOrders(queries: Queries, today: string): Promise<{ readonly open: number; readonly overdue: number; readonly answered: number; readonly inTime: number }> {
  const { rows } = await sql<Record<'open' | 'overdue' | 'answered' | 'in_time', number>>`
    select count(*) filter (where first is null) as open, count(*) filter (where first is null and due_on < ${today}::date) as overdue, count(first) as answered,
      count(*) filter (where (first at time zone 'Asia/Shanghai')::date <= due_on) as in_time
    from (select o.due_on, (select min(e.at) from intake_entries e where e.order_id = o.id and e.kind in ('answered', 'returned')) as first from intake_orders o) s`.execute(queries)
  const found = rows[0]
  return { open: Number(found?.open ?? 0), overdue: Number(found?.overdue ?? 0), answered: Number(found?.answered ?? 0), inTime: Number(found?.in_time ?? 0) }
}
export async function addEntry(tx: Queries, orderId: string, { kind, text, until, who, at }: Entry): Promise<void> {
  await sql`insert into intake_entries (order_id, kind, text, until, who, at) values (${orderId}, ${kind}, ${text}, ${until ?? null}, ${who}, ${at})`.execute(tx)
}
