import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { REFUNDS, type Item, type ItemKind, type ItemQuery, type NewItemEntry, type Totals } from './wire.ts'

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
const conditionOf = ({ which, from, to }: Pick<ItemQuery, 'which' | 'from' | 'to'>) =>
  sql`${which === 'all' ? sql`true` : sql`state <> 'settled'`} and ${which === 'refund' ? sql`kind = any(${[...REFUNDS]}::text[])` : sql`true`} and ${from === undefined ? sql`true` : sql`day >= ${from}::date`} and ${to === undefined ? sql`true` : sql`day <= ${to}::date`}`

/** Differences as they are asked for (差异一览), the oldest first. */
export async function listItems(queries: Queries, asked: ItemQuery): Promise<readonly ItemWithEntries[]> {
  const { rows } = await sql<ItemWithEntries>`select * from ${ITEMS} where ${conditionOf(asked)} order by day, key limit ${asked.size} offset ${(asked.page - 1) * asked.size}`.execute(queries)
  return rows
}
/** How many there are, how many nobody said a word of, and what has to go back to whoever paid it, in fen. */
export async function countItems(queries: Queries, asked: Pick<ItemQuery, 'which' | 'from' | 'to'>): Promise<{ readonly total: number; readonly open: number; readonly explained: number; readonly refundFen: bigint }> {
  const { rows } = await sql<{ total: number; open: number; explained: number; refund: string }>`select count(*) as total, count(*) filter (where state = 'open') as open, count(*) filter (where state = 'explained') as explained,
    coalesce(sum(theirs_fen - ours_fen) filter (where state <> 'settled' and kind = any(${[...REFUNDS]}::text[])), 0)::text as refund from ${ITEMS} where ${conditionOf(asked)}`.execute(queries)
  const [row] = rows
  return { total: Number(row?.total ?? 0), open: Number(row?.open ?? 0), explained: Number(row?.explained ?? 0), refundFen: BigInt(row?.refund ?? '0') }
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
