import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'

/** What the bank or the platform says came in (到账), once however often it is said. */
export interface ReceiptRow {
  readonly serial: string
  readonly code: string
  readonly amount_fen: number
  readonly paid_on: string
  readonly payer: string
  readonly voucher: string
  readonly via: 'file' | 'notice'
  readonly who: string
  readonly who_id: string
  readonly at: string
}
export type Cause = 'unknown' | 'afterVoiding' | 'twice' | 'theirsOnly'
/** What became of a receipt at last. */
export interface OutcomeRow {
  readonly serial: string
  readonly kind: 'booked' | 'held'
  readonly cause: Cause | null
  readonly grounds: string
  readonly slip_id: string | null
  readonly case_id: string | null
  readonly booked_fen: number
  readonly excess_fen: number
  readonly who: string
  readonly at: string
}
export interface FileRow {
  readonly id: string
  readonly day: string
  readonly name: string
  readonly sha256: string
  readonly rows: number
  readonly total_fen: number
  readonly who: string
  readonly at: string
}

export async function receiptsBySerial(queries: Queries, serials: readonly string[]): Promise<ReadonlyMap<string, ReceiptRow>> {
  const { rows } = await sql<ReceiptRow>`select * from payments_receipts where serial = any(${[...serials]}::text[])`.execute(queries)
  return new Map(rows.map((row) => [row.serial, row]))
}
export async function addReceipts(tx: Queries, rows: readonly ReceiptRow[]): Promise<void> {
  await sql`insert into payments_receipts select * from jsonb_populate_recordset(null::payments_receipts, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
}
export async function fileWith(queries: Queries, sha256: string): Promise<FileRow | undefined> {
  const { rows } = await sql<FileRow>`select * from payments_files where sha256 = ${sha256}`.execute(queries)
  return rows[0]
}
export async function addFile(tx: Queries, file: FileRow, lines: readonly { readonly line: number; readonly serial: string }[]): Promise<void> {
  await sql`insert into payments_files select * from jsonb_populate_record(null::payments_files, ${JSON.stringify(file)}::jsonb)`.execute(tx)
  await sql`insert into payments_lines select * from jsonb_populate_recordset(null::payments_lines, ${JSON.stringify(lines.map((one) => ({ file_id: file.id, ...one })))}::jsonb)`.execute(tx)
}
export async function filesOf(queries: Queries, day: string): Promise<readonly FileRow[]> {
  const { rows } = await sql<FileRow>`select * from payments_files where day = ${day}::date order by at, id`.execute(queries)
  return rows
}

/** Receipts of which nothing was decided yet: an import that was cut short left them, and the next one goes on with them. */
export async function unbooked(queries: Queries): Promise<readonly string[]> {
  const { rows } = await sql<{ serial: string }>`select r.serial from payments_receipts r where not exists (select 1 from payments_outcomes o where o.serial = r.serial) order by r.paid_on, r.serial`.execute(queries)
  return rows.map(({ serial }) => serial)
}
export async function outcomeOf(queries: Queries, serial: string): Promise<OutcomeRow | undefined> {
  const { rows } = await sql<OutcomeRow>`select * from payments_outcomes where serial = ${serial} order by id desc limit 1`.execute(queries)
  return rows[0]
}
export interface NewOutcome {
  readonly serial: string
  readonly kind: 'booked' | 'held'
  readonly cause?: Cause
  readonly grounds?: string
  readonly slipId?: string
  readonly caseId?: string
  readonly booked?: bigint
  readonly excess?: bigint
  readonly who: string
  readonly at: string
}
export async function addOutcome(tx: Queries, { serial, kind, cause, grounds = '', slipId, caseId, booked = 0n, excess = 0n, who, at }: NewOutcome): Promise<void> {
  await sql`insert into payments_outcomes (serial, kind, cause, grounds, slip_id, case_id, booked_fen, excess_fen, who, at)
    values (${serial}, ${kind}, ${cause ?? null}, ${grounds}, ${slipId ?? null}, ${caseId ?? null}, ${booked.toString()}, ${excess.toString()}, ${who}, ${at})`.execute(tx)
}

/** What the bank says of a day: each receipt once, whether a file of the bank has it, and what became of it. */
export interface TheirRow extends ReceiptRow {
  readonly in_file: boolean
  readonly kind: OutcomeRow['kind'] | null
  readonly cause: Cause | null
  readonly grounds: string | null
  readonly case_id: string | null
  readonly excess_fen: number | null
}
export async function receiptsOn(queries: Queries, day: string): Promise<readonly TheirRow[]> {
  const { rows } = await sql<TheirRow>`select r.*, exists (select 1 from payments_lines l where l.serial = r.serial) as in_file, o.kind, o.cause, o.grounds, o.case_id, o.excess_fen
    from payments_receipts r left join lateral (select * from payments_outcomes o where o.serial = r.serial order by o.id desc limit 1) o on true
    where r.paid_on = ${day}::date order by r.serial`.execute(queries)
  return rows
}
