import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import type { CardHint } from './wire.ts'

export const cardMigrations: Readonly<Record<string, Migration>> = {
  '2021-62-tracking-cards': {
    async up(db) {
      // Who drove is personal data and goes when the tracks go: these rows may be deleted. The number of his identity card is not kept at all.
      await sql`create table tracking_cards (seq bigint generated always as identity primary key, truck text not null, plate text not null, terminal text not null, at timestamptz not null, received timestamptz not null, kind text not null, name text, licence text, is_known boolean not null, hints text[] not null)`.execute(db)
      await sql`create unique index tracking_cards_once on tracking_cards (truck, at, kind, coalesce(licence, ''))`.execute(db)
      await sql`create index tracking_cards_hints on tracking_cards (received desc) where cardinality(hints) > 0`.execute(db)
      await sql`grant select, insert, delete on tracking_cards to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

export interface CardRow {
  readonly truck: string
  readonly plate: string
  readonly terminal: string
  readonly at: string
  readonly received: string
  readonly kind: 'in' | 'out' | 'unread'
  readonly name: string | null
  readonly licence: string | null
  /** Whether the register knew the licence when the card came. */
  readonly is_known: boolean
  readonly hints: readonly CardHint[]
}
const COLUMNS = sql.raw('truck, plate, terminal, at, received, kind, name, licence, is_known, hints')
export async function addCard(tx: Queries, row: CardRow): Promise<void> {
  await sql`insert into tracking_cards (${COLUMNS}) values (${row.truck}, ${row.plate}, ${row.terminal}, ${row.at}, ${row.received}, ${row.kind}, ${row.name}, ${row.licence}, ${row.is_known}, ${[...row.hints]}::text[]) on conflict do nothing`.execute(tx)
}
/** The reports of a truck within a span, and the last one before it. */
export async function cardsOf(queries: Queries, truck: string, { from, until }: { readonly from: string; readonly until: string }): Promise<readonly CardRow[]> {
  const { rows } = await sql<CardRow>`select ${COLUMNS} from tracking_cards where truck = ${truck} and at < ${until} and at >= coalesce((select max(at) from tracking_cards where truck = ${truck} and at <= ${from}), ${from}) order by at, seq limit 1000`.execute(queries)
  return rows
}
export async function listHints(queries: Queries, { page, size }: { readonly page: number; readonly size: number }): Promise<{ readonly total: number; readonly rows: readonly CardRow[] }> {
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from tracking_cards where cardinality(hints) > 0`.execute(queries)
  const { rows } = await sql<CardRow>`select ${COLUMNS} from tracking_cards where cardinality(hints) > 0 order by received desc, seq desc limit ${size} offset ${(page - 1) * size}`.execute(queries)
  return { total: Number(counted[0]?.total ?? 0), rows }
}
export async function forgetCardsBefore(tx: Queries, day: string): Promise<void> {
  await sql`delete from tracking_cards where received < ${`${day}T00:00:00+08:00`}`.execute(tx)
}
