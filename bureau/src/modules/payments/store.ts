import { sql, type RawBuilder } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries } from '../../platform/database.ts'
import { containing } from '../../platform/like.ts'
import type { Slip, SlipKind, SlipQuery } from './wire.ts'

const RECORDS = ['payments_slips', 'payments_entries', 'payments_files', 'payments_receipts', 'payments_lines', 'payments_outcomes', 'payments_item_entries', 'payments_closings']

export const paymentMigrations: Readonly<Record<string, Migration>> = {
  '2021-15-payments': {
    async up(db) {
      await sql`create table payments_numbers (year integer primary key, last integer not null)`.execute(db)
      await sql`create table payments_slips (
        id text primary key, code text not null unique, year integer not null, serial integer not null, case_id text not null, case_number text not null,
        kind text not null, instalment integer, payer text not null, is_person boolean not null, tail text, decision_number text not null, item_code text not null,
        fine_fen bigint not null check (fine_fen >= 0), confiscated_fen bigint not null check (confiscated_fen >= 0), surcharge_fen bigint not null check (surcharge_fen >= 0),
        pay_by date, issued_on date not null, issued_by text not null, issuer_id text not null, issued_at timestamptz not null, unique (year, serial), check (fine_fen + confiscated_fen + surcharge_fen > 0)
      )`.execute(db)
      await sql`create index payments_slips_case on payments_slips (case_id)`.execute(db)
      await sql`create table payments_entries (
        id bigint generated always as identity primary key, slip_id text not null, kind text not null check (kind in ('paid', 'voided')), on_day date not null,
        amount_fen bigint not null default 0 check (amount_fen >= 0), serial text, reason text, who text not null, at timestamptz not null
      )`.execute(db)
      await sql`create index payments_entries_slip on payments_entries (slip_id)`.execute(db)
      await sql`create unique index payments_entries_voided on payments_entries (slip_id) where kind = 'voided'`.execute(db)
      await sql`create unique index payments_entries_serial on payments_entries (serial) where kind = 'paid'`.execute(db)
      await sql`create table payments_files (id text primary key, day date not null, name text not null, sha256 text not null unique, rows integer not null, total_fen bigint not null, who text not null, at timestamptz not null)`.execute(db)
      await sql`create index payments_files_day on payments_files (day)`.execute(db)
      await sql`create table payments_receipts (
        serial text primary key, code text not null, amount_fen bigint not null check (amount_fen > 0), paid_on date not null, payer text not null, voucher text not null,
        via text not null check (via in ('file', 'notice')), who text not null, who_id text not null, at timestamptz not null
      )`.execute(db)
      await sql`create index payments_receipts_day on payments_receipts (paid_on)`.execute(db)
      await sql`create table payments_lines (file_id text not null, line integer not null, serial text not null, primary key (file_id, line))`.execute(db)
      await sql`create index payments_lines_serial on payments_lines (serial)`.execute(db)
      await sql`create table payments_outcomes (
        id bigint generated always as identity primary key, serial text not null, kind text not null check (kind in ('booked', 'held')), cause text, grounds text not null default '',
        slip_id text, case_id text, booked_fen bigint not null default 0, excess_fen bigint not null default 0, who text not null, at timestamptz not null
      )`.execute(db)
      await sql`create index payments_outcomes_serial on payments_outcomes (serial)`.execute(db)
      await sql`create unique index payments_outcomes_booked on payments_outcomes (serial) where kind = 'booked'`.execute(db)
      await sql`create table payments_items (
        key text primary key, day date not null, kind text not null, says text not null, ours_fen bigint not null, theirs_fen bigint not null, serial text, code text, payer text, case_id text, case_number text
      )`.execute(db)
      await sql`create index payments_items_day on payments_items (day)`.execute(db)
      await sql`create table payments_item_entries (id bigint generated always as identity primary key, key text not null, kind text not null, reason text not null, code text, who text not null, at timestamptz not null)`.execute(db)
      await sql`create index payments_item_entries_key on payments_item_entries (key)`.execute(db)
      await sql`create table payments_closings (day date not null, round integer not null, who text not null, at timestamptz not null, note text not null, totals jsonb not null, digest text not null, primary key (day, round))`.execute(db)
      for (const table of RECORDS) {
        await sql`create trigger append_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db)
        await sql`grant select, insert on ${sql.table(table)} to ${sql.ref(CLERK)}`.execute(db)
      }
      await sql`grant select, insert, update on payments_numbers to ${sql.ref(CLERK)}`.execute(db)
      // Differences are computed from the records; only what people said of them is a record.
      await sql`grant select, insert, update, delete on payments_items to ${sql.ref(CLERK)}`.execute(db)
      await sql`create index enforcement_acts_paid on enforcement_acts ((data->>'paidOn')) where kind = 'pay'`.execute(db)
    },
  },
}

/** Payments of all receipts come one after the other: a second process waits here until the first is done. */
export const waitTurn = async (tx: Queries): Promise<void> => void (await sql`select pg_advisory_xact_lock(hashtext('payments'))`.execute(tx))

/** The next number of the year; its row stays locked until the transaction ends, so that none is lost or given twice. */
export async function nextSerial(tx: Queries, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`insert into payments_numbers (year, last) values (${year}, 1) on conflict (year) do update set last = payments_numbers.last + 1 returning last`.execute(tx)
  const last = rows[0]?.last
  if (last === undefined) throw new Error('the series of payment slips gave no number')
  return last
}

export interface SlipRow {
  readonly id: string
  readonly code: string
  readonly case_id: string
  readonly case_number: string
  readonly kind: SlipKind
  readonly instalment: number | null
  readonly payer: string
  readonly is_person: boolean
  readonly tail: string | null
  readonly decision_number: string
  readonly item_code: string
  readonly fine_fen: number
  readonly confiscated_fen: number
  readonly surcharge_fen: number
  readonly pay_by: string | null
  readonly issued_on: string
  readonly issued_by: string
  readonly issuer_id: string
  readonly issued_at: string
}
/** A slip with what was written on it since. */
export interface SlipWithEntries extends SlipRow {
  readonly paid_fen: number
  readonly state: Slip['state']
  readonly entries: readonly { readonly kind: 'paid' | 'voided'; readonly on: string; readonly who: string; readonly at: string; readonly amount: number; readonly serial: string | null; readonly reason: string | null }[]
}

export async function addSlip(tx: Queries, row: SlipRow & { readonly year: number; readonly serial: number }): Promise<void> {
  await sql`insert into payments_slips select * from jsonb_populate_record(null::payments_slips, ${JSON.stringify(row)}::jsonb)`.execute(tx)
}
export interface NewSlipEntry {
  readonly slipId: string
  readonly kind: 'paid' | 'voided'
  readonly on: string
  readonly who: string
  readonly at: string
  readonly amount?: bigint
  readonly serial?: string
  readonly reason?: string
}
export async function addSlipEntry(tx: Queries, { slipId, kind, on, who, at, amount = 0n, serial, reason }: NewSlipEntry): Promise<void> {
  await sql`insert into payments_entries (slip_id, kind, on_day, amount_fen, serial, reason, who, at) values (${slipId}, ${kind}, ${on}, ${amount.toString()}, ${serial ?? null}, ${reason ?? null}, ${who}, ${at})`.execute(tx)
}

/** Every slip with its state on a day, computed from its entries. */
const slipsOn = (today: string) => sql`(select s.*, e.paid_fen, e.entries,
    case when e.voided or s.pay_by is null then null when e.paid_by_due >= s.fine_fen + s.confiscated_fen + s.surcharge_fen then 'inTime' when s.pay_by < ${today}::date then 'late' end as timely,
    case when e.voided then 'voided' when e.paid_fen >= s.fine_fen + s.confiscated_fen + s.surcharge_fen then 'paid' when s.pay_by < ${today}::date then 'overdue' when e.paid_fen > 0 then 'partly' else 'issued' end as state
  from payments_slips s cross join lateral (
    select coalesce(sum(amount_fen), 0)::bigint as paid_fen, coalesce(sum(amount_fen) filter (where on_day <= s.pay_by), 0) as paid_by_due, coalesce(bool_or(kind = 'voided'), false) as voided,
      coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'on', on_day, 'who', who, 'at', at, 'amount', amount_fen, 'serial', serial, 'reason', reason) order by id), '[]') as entries
    from payments_entries where slip_id = s.id) e) s`

export async function slipsOf(queries: Queries, caseId: string, today: string): Promise<readonly SlipWithEntries[]> {
  const { rows } = await sql<SlipWithEntries>`select * from ${slipsOn(today)} where case_id = ${caseId} order by year, serial`.execute(queries)
  return rows
}
export async function findSlip(queries: Queries, by: { readonly id: string } | { readonly code: string }, today: string): Promise<SlipWithEntries | undefined> {
  const { rows } = await sql<SlipWithEntries>`select * from ${slipsOn(today)} where ${'id' in by ? sql`id = ${by.id}` : sql`code = ${by.code}`}`.execute(queries)
  return rows[0]
}

const SORTS = { code: sql`year, serial`, issuedOn: sql`issued_on, serial`, payBy: sql`pay_by, year, serial` } as const
const REVERSED = { code: sql`year desc, serial desc`, issuedOn: sql`issued_on desc, serial desc`, payBy: sql`pay_by desc nulls last, year desc, serial desc` } as const

export async function listSlips(queries: Queries, { search, state, from, to, standing, timely, sort, order, page, size }: SlipQuery, today: string): Promise<{ readonly total: number; readonly rows: readonly SlipWithEntries[]; readonly counts: Readonly<Record<Slip['state'], number>> }> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (search !== undefined && search !== '') conditions.push(sql`(code || ' ' || case_number || ' ' || payer || ' ' || decision_number) like ${containing(search.replace(/^(\d{4}) (\d{4}) (\d{4}) (\d{4}) (\d{4})$/, '$1$2$3$4$5'))}`)
  if (from !== undefined) conditions.push(sql`issued_on >= ${from}::date`)
  if (to !== undefined) conditions.push(sql`issued_on <= ${to}::date`)
  if (standing !== undefined) conditions.push(sql`state <> 'voided'`)
  if (timely !== undefined) conditions.push(sql`timely = ${timely}`)
  const others = sql.join(conditions, sql` and `)
  const condition = state === undefined ? others : sql`${others} and state = ${state}`
  const { rows } = await sql<SlipWithEntries>`select * from ${slipsOn(today)} where ${condition} order by ${(order === 'asc' ? SORTS : REVERSED)[sort]} limit ${size} offset ${(page - 1) * size}`.execute(queries)
  const { rows: counted } = await sql<{ state: Slip['state']; count: number }>`select state, count(*) as count from ${slipsOn(today)} where ${others} group by state`.execute(queries)
  const of = (one: Slip['state']) => Number(counted.find((row) => row.state === one)?.count ?? 0)
  const counts = { issued: of('issued'), partly: of('partly'), paid: of('paid'), overdue: of('overdue'), voided: of('voided') }
  return { rows, counts, total: state === undefined ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[state] }
}

/** How many slips of a year stand, and how many of those whose day came were paid by it (按期缴清). */
export async function countSlips(queries: Queries, year: number, today: string): Promise<{ readonly issued: number; readonly inTime: number; readonly late: number }> {
  const { rows } = await sql<{ issued: number; in_time: number; late: number }>`select count(*) as issued, count(*) filter (where timely = 'inTime') as in_time, count(*) filter (where timely = 'late') as late
    from ${slipsOn(today)} where state <> 'voided' and issued_on between make_date(${year}::integer, 1, 1) and make_date(${year}::integer, 12, 31)`.execute(queries)
  const [row] = rows
  return { issued: Number(row?.issued ?? 0), inTime: Number(row?.in_time ?? 0), late: Number(row?.late ?? 0) }
}
