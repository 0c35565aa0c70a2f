import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { Item, ItemKind, NewItemEntry, Totals } from './wire.ts'

/** A difference as computed (差异). */
export interface ItemRow {
  readonly key: string
  readonly day: string
  readonly kind: ItemKind
  readonly says: string
  readonly ours_fen: number
  readonly theirs_fen: number
  readonly serial: string | null
  readonly code: string | null
  readonly payer: string | null
  readonly case_id: string | null
  readonly case_number: string | null
}
export interface ItemWithEntries extends ItemRow {
  readonly state: Item['state']
  readonly entries: readonly { readonly kind: NewItemEntry['kind']; readonly reason: string; readonly code: string | null; readonly who: string; readonly at: string }[]
}
export type NewItem = Omit<ItemRow, 'ours_fen' | 'theirs_fen'> & { readonly ours_fen: string; readonly theirs_fen: string }

/** Puts the differences of a day in the place of those computed before. */
export async function putItems(tx: Queries, day: string, items: readonly NewItem[]): Promise<void> {
  await sql`delete from payments_items where day = ${day}::date and kind <> 'overpaid'`.execute(tx)
  await sql`insert into payments_items select * from jsonb_populate_recordset(null::payments_items, ${JSON.stringify(items)}::jsonb)`.execute(tx)
}
/** What a case is to be paid back, or nothing any more. */
export async function putRefund(tx: Queries, key: string, item: NewItem | undefined): Promise<void> {
  if (item === undefined) return void (await sql`delete from payments_items where key = ${key}`.execute(tx))
  await sql`insert into payments_items select * from jsonb_populate_record(null::payments_items, ${JSON.stringify(item)}::jsonb) on conflict (key) do update set theirs_fen = excluded.theirs_fen, ours_fen = excluded.ours_fen, says = excluded.says`.execute(tx)
}

const ITEMS = sql`(select i.*, e.entries, case when e.settled then 'settled' when e.entries = '[]' then 'open' else 'explained' end as state from payments_items i cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'reason', reason, 'code', code, 'who', who, 'at', at) order by id), '[]') as entries, coalesce(bool_or(kind <> 'pending'), false) as settled
    from payments_item_entries where key = i.key) e) i`

export async function itemsOn(queries: Queries, day: string): Promise<readonly ItemWithEntries[]> {
  const { rows } = await sql<ItemWithEntries>`select * from ${ITEMS} where day = ${day}::date and kind <> 'overpaid' order by key`.execute(queries)
  return rows
}
/** What is not settled, and what was settled where that is asked too. */
export async function itemsBy(queries: Queries, which: 'unsettled' | 'all'): Promise<readonly ItemWithEntries[]> {
  const { rows } = await sql<ItemWithEntries>`select * from ${ITEMS} where ${which === 'all' ? sql`true` : sql`state <> 'settled'`} order by day, key limit 1000`.execute(queries)
  return rows
}
export async function findItem(queries: Queries, key: string): Promise<ItemWithEntries | undefined> {
  const { rows } = await sql<ItemWithEntries>`select * from ${ITEMS} where key = ${key}`.execute(queries)
  return rows[0]
}
export async function addItemEntry(tx: Queries, { key, kind, reason, code, who, at }: NewItemEntry & { readonly who: string; readonly at: string }): Promise<void> {
  await sql`insert into payments_item_entries (key, kind, reason, code, who, at) values (${key}, ${kind}, ${reason}, ${code ?? null}, ${who}, ${at})`.execute(tx)
}

export interface ClosingRow {
  readonly round: number
  readonly who: string
  readonly at: string
  readonly note: string
  readonly totals: Totals
  readonly digest: string
}
export async function closingsOf(queries: Queries, day: string): Promise<readonly ClosingRow[]> {
  const { rows } = await sql<ClosingRow>`select round, who, at, note, totals, digest from payments_closings where day = ${day}::date order by round`.execute(queries)
  return rows
}
export async function addClosing(tx: Queries, day: string, { round, who, at, note, totals, digest }: ClosingRow): Promise<void> {
  await sql`insert into payments_closings (day, round, who, at, note, totals, digest) values (${day}, ${round}, ${who}, ${at}, ${note}, ${JSON.stringify(totals)}::jsonb, ${digest})`.execute(tx)
}

/** The days between two that have a file of the bank, a receipt or a difference. */
export async function daysBetween(queries: Queries, from: string, to: string): Promise<readonly string[]> {
  const { rows } = await sql<{ day: string }>`select distinct day from (select day from payments_files union all select paid_on from payments_receipts union all select day from payments_closings) d
    where day between ${from}::date and ${to}::date order by day desc`.execute(queries)
  return rows.map(({ day }) => day)
}
