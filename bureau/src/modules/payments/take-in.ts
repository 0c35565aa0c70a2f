import { createHash } from 'node:crypto'
import { fen, formatYuan } from '@zhunsheng/law/money.ts'
import type { Queries } from '../../platform/database.ts'
import { workAnew } from '../../platform/once.ts'
import { malformed } from '../../platform/problem.ts'
import { bookWaiting, type BookParts, type Registrar } from './book.ts'
import { refreshDay } from './day.ts'
import type { BankLine } from './read-file.ts'
import { waitTurn } from './store.ts'
import { addFile, addReceipts, fileWith, outcomeOf, receiptsBySerial, type OutcomeRow, type ReceiptRow } from './store-receipts.ts'

/** What came in (到账), by whichever way. */
export type Arrival = Omit<BankLine, 'line'>
export interface TakeInParts extends BookParts {
  readonly newId: () => string
}
/** From where it came: a daily file, taken in by a person, or a notice of the platform. */
export type Source = { readonly via: 'notice' } | { readonly via: 'file'; readonly by: Registrar; readonly day: string; readonly name: string; readonly bytes: Uint8Array; readonly lines: readonly BankLine[] }

const PLATFORM: Registrar = { id: '', name: '支付平台通知' }

/**
 * Takes in what the bank or the platform tells (到账入账): the one way by which money comes into the books. What came before under the
 * same serial is left as it is; the same serial with other words is refused, and then nothing of it all is taken.
 */
export async function takeIn(parts: TakeInParts, arrivals: readonly Arrival[], source: Source): Promise<{ readonly added: number; readonly known: number; readonly outcomes: readonly (OutcomeRow | undefined)[] }> {
  const added = await workAnew(parts.database, (tx) => writeDown(parts, tx, arrivals, source))
  await bookWaiting(parts)
  const days = new Set([...arrivals.map(({ paidOn }) => paidOn), ...(source.via === 'file' ? [source.day] : [])])
  for (const day of days)
    await parts.database.work(async (tx) => {
      await waitTurn(tx)
      await refreshDay(parts, tx, day)
    })
  const outcomes = await parts.database.read((queries) => Promise.all(arrivals.map(({ serial }) => outcomeOf(queries, serial))))
  return { added, known: arrivals.length - added, outcomes }
}

async function writeDown({ clock, newId }: TakeInParts, tx: Queries, arrivals: readonly Arrival[], source: Source): Promise<number> {
  await waitTurn(tx)
  const known = await receiptsBySerial(tx, arrivals.map(({ serial }) => serial))
  const faults = arrivals.flatMap((one) => contradictions(one, known.get(one.serial), source))
  if (faults.length > 0) throw malformed(faults)
  const at = clock.now().toISOString()
  const { id, name } = source.via === 'file' ? source.by : PLATFORM
  const fresh = arrivals.filter(({ serial }) => !known.has(serial))
  await addReceipts(tx, fresh.map(({ serial, code, amount, paidOn, payer, voucher }): ReceiptRow => ({ serial, code, amount_fen: Number(amount), paid_on: paidOn, payer, voucher, via: source.via, who: name, who_id: id, at })))
  if (source.via === 'file') {
    const sha256 = digestOf(source)
    const before = await fileWith(tx, sha256)
    if (before === undefined) await addFile(tx, { id: newId(), day: source.day, name: source.name, sha256, rows: source.lines.length, total_fen: Number(source.lines.reduce((sum, { amount }) => sum + amount, 0n)), who: name, at }, source.lines.map(({ line, serial }) => ({ line, serial })))
  }
  return fresh.length
}

/** An empty file of another day is another file. */
const digestOf = ({ bytes, day }: Extract<Source, { via: 'file' }>): string => createHash('sha256').update(`${day}\n`).update(bytes).digest('hex')

function contradictions(one: Arrival, before: ReceiptRow | undefined, source: Source): readonly { readonly path: string; readonly because: string }[] {
  if (before === undefined) return []
  const line = source.via === 'file' ? source.lines.find(({ serial }) => serial === one.serial)?.line : undefined
  const where = line === undefined ? '' : `第 ${line} 行`
  const told = [
    ['金额', formatYuan(fen(BigInt(before.amount_fen))), formatYuan(one.amount)],
    ['缴款码', before.code, one.code],
    ['入账日期', before.paid_on, one.paidOn],
  ] as const
  return told.flatMap(([column, was, is]) => (was === is ? [] : [{ path: `${where}「${column}」`, because: `${where}流水号 ${one.serial} 此前已收到，${column}为 ${was}，这次写作 ${is}：请向银行核对` }]))
}
