import { createHash } from 'node:crypto'
import { fen, formatYuan } from '@zhunsheng/law/money.ts'
import { formatDay } from '@zhunsheng/law/day.ts'
import { every } from '@zhunsheng/law/penalty/execution/words.ts'
import type { Queries } from '../../platform/database.ts'
import type { CaseDesk, ReadCase } from '../enforcement/contract.ts'
import { reconcile, type Difference, type Ours, type Reconciled, type Theirs } from './reconcile.ts'
import { closingsOf, itemsOn, putItems, type ItemWithEntries, type NewItem } from './store-days.ts'
import { filesOf, receiptsOn, type TheirRow } from './store-receipts.ts'
import type { DayRow, DayView, Item, Totals } from './wire.ts'

export interface DayParts {
  readonly desk: CaseDesk
}
const yuanOf = (amount: bigint): string => formatYuan(fen(amount))

/** What stands in the books of a case for a day: payments by the day on which they came in, and what was banked. */
function oursOf({ id, number, file }: ReadCase, day: string): readonly Ours[] {
  const said = { caseId: id, caseNumber: number }
  const paid = every(file, 'pay').filter(({ data }) => formatDay(data.paidOn) === day)
  const banked = every(file, 'bankIn').filter(({ on }) => formatDay(on) === day)
  return [
    ...paid.map(({ data }): Ours => ({ ...said, receipt: data.receipt, amount: data.amount, spot: false })),
    ...banked.map(({ data }): Ours => ({ ...said, receipt: data.slip, amount: data.amount, spot: true })),
  ]
}

const theirsOf = ({ serial, code, voucher, payer, amount_fen, in_file, kind, cause, grounds, case_id, excess_fen }: TheirRow): Theirs => ({
  serial,
  code,
  voucher,
  payer,
  amount: BigInt(amount_fen),
  inFile: in_file,
  ...(kind === null ? {} : { outcome: { kind, grounds: grounds ?? '', excess: BigInt(excess_fen ?? 0), ...(cause === null ? {} : { cause }), ...(case_id === null ? {} : { caseId: case_id }) } }),
})

async function compared({ desk }: DayParts, queries: Queries, day: string): Promise<Reconciled> {
  const [cases, receipts] = [await desk.withMoneyOn(queries, day), await receiptsOn(queries, day)]
  return reconcile(cases.flatMap((one) => oursOf(one, day)), receipts.map(theirsOf))
}

/** Computes the differences of a day anew. Until a file of the bank has come there is nothing to compare with, and so no difference. */
export async function refreshDay(parts: DayParts, tx: Queries, day: string): Promise<void> {
  const files = await filesOf(tx, day)
  const { differences } = await compared(parts, tx, day)
  await putItems(tx, day, files.length === 0 ? [] : differences.map((one) => rowOf(one, day)))
}

const rowOf = ({ key, kind, says, ours, theirs, serial, code, payer, caseId, caseNumber }: Difference, day: string): NewItem => ({
  key, day, kind, says, ours_fen: ours.toString(), theirs_fen: theirs.toString(),
  serial: serial ?? null, code: code ?? null, payer: payer ?? null, case_id: caseId ?? null, case_number: caseNumber ?? null,
})

export const shownItem = ({ key, day, kind, says, ours_fen, theirs_fen, serial, code, payer, case_id, case_number, state, entries }: ItemWithEntries): Item => ({
  key, day, kind, says, state,
  ours: yuanOf(BigInt(ours_fen)),
  theirs: yuanOf(BigInt(theirs_fen)),
  entries: entries.map(({ code: to, ...entry }) => ({ ...entry, ...(to === null ? {} : { code: to }) })),
  ...(serial === null ? {} : { serial }),
  ...(code === null ? {} : { code }),
  ...(payer === null ? {} : { payer }),
  ...(case_id === null ? {} : { caseId: case_id }),
  ...(case_number === null ? {} : { caseNumber: case_number }),
})

function totalsOf({ matched, differences, books, bank }: Reconciled): Totals {
  const sum = (amounts: readonly bigint[]) => yuanOf(amounts.reduce((total, amount) => total + amount, 0n))
  return { books: yuanOf(books), bank: yuanOf(bank), matched: sum(matched.map(({ amount }) => amount)), oursApart: sum(differences.map(({ ours }) => ours)), theirsApart: sum(differences.map(({ theirs }) => theirs)), matchedCount: matched.length }
}

/** By what a day is known again: whatever either side said of it. */
const digestOf = ({ matched, differences }: Reconciled, files: number): string =>
  createHash('sha256').update(JSON.stringify([files, matched.map(({ serial, amount }) => [serial, amount.toString()]), differences.map(({ key, kind, ours, theirs }) => [key, kind, ours.toString(), theirs.toString()])])).digest('hex')

/** A day as its desk shows it (对账日), and by what it would be closed. */
export async function openDay(parts: DayParts, queries: Queries, day: string): Promise<{ readonly view: DayView; readonly digest: string }> {
  const files = await filesOf(queries, day)
  const result = await compared(parts, queries, day)
  const [items, closings] = [await itemsOn(queries, day), await closingsOf(queries, day)]
  const digest = digestOf(result, files.length)
  const last = closings.at(-1)
  const view: DayView = {
    day,
    state: last !== undefined ? (last.digest === digest ? 'closed' : 'supplementary') : files.length === 0 ? 'waiting' : 'open',
    files: files.map(({ name, rows, total_fen, who, at, sha256 }) => ({ name, rows, total: yuanOf(BigInt(total_fen)), who, at, sha256 })),
    totals: totalsOf(result),
    matched: result.matched.map(({ serial, amount, ours, payer }) => ({ serial, amount: yuanOf(amount), caseId: ours.caseId, caseNumber: ours.caseNumber, payer, spot: ours.spot })),
    items: items.map(shownItem),
    closings: closings.map(({ round, who, at, note, totals }) => ({ round, who, at, note, totals })),
  }
  return { view, digest }
}

export const rowOfDay = ({ day, state, totals, matched, items }: DayView): DayRow => ({
  day, state, bank: totals.bank, rows: matched.length + items.length,
  open: items.filter((item) => item.state === 'open').length,
  explained: items.filter((item) => item.state === 'explained').length,
})
