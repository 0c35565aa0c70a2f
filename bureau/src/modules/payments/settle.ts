import { checkPaymentCode } from '@zhunsheng/law/identifiers/payment-code.ts'
import type { Queries } from '../../platform/database.ts'
import { changedMeanwhile, malformed, notFound } from '../../platform/problem.ts'
import { bookTo, groundsOf, type BookParts, type Registrar } from './book.ts'
import { openDay, refreshDay } from './day.ts'
import { waitTurn } from './store.ts'
import { addClosing, addItemEntry, closingsOf, findItem, type ItemWithEntries } from './store-days.ts'
import { outcomeOf, receiptsBySerial } from './store-receipts.ts'
import type { NewItemEntry } from './wire.ts'

/** Writes down what became of a difference (差异的处理): a reason, or how it was settled. Answers it as it then is, or nothing where it is none any more. */
export async function settleItem(parts: BookParts, entry: NewItemEntry, by: Registrar): Promise<ItemWithEntries | undefined> {
  try {
    await parts.database.work(async (tx) => {
      await waitTurn(tx)
      const item = await findItem(tx, entry.key)
      if (item === undefined) throw notFound('没有这项差异，可能已经相符，请刷新')
      if (item.state === 'settled') throw changedMeanwhile('这项差异已经了结')
      await addItemEntry(tx, { ...entry, who: by.name, at: parts.clock.now().toISOString() })
      if (entry.kind !== 'reattributed') return
      await reattribute(parts, tx, item, { code: entry.code ?? '', by })
      await refreshDay(parts, tx, item.day)
    })
  } catch (failure) {
    const grounds = groundsOf(failure)
    if (grounds === undefined) throw failure
    throw malformed([{ path: 'code', because: `案卷不能登记这笔缴款：${grounds}` }])
  }
  return parts.database.read((queries) => findItem(queries, entry.key))
}

const HELD: Readonly<Record<string, string>> = { unknown: '没有开具过这个缴款码', afterVoiding: '这份缴款通知已经作废', twice: '这份缴款通知已经缴清', theirsOnly: '案卷不能登记' }

/** A receipt that nobody could place belongs to another slip (改记): it is booked there, by the same judge. */
async function reattribute(parts: BookParts, tx: Queries, item: ItemWithEntries, { code, by }: { readonly code: string; readonly by: Registrar }): Promise<void> {
  const checked = checkPaymentCode(code)
  if (!checked.ok) throw malformed([{ path: 'code', because: checked.because }])
  const receipt = item.serial === null ? undefined : (await receiptsBySerial(tx, [item.serial])).get(item.serial)
  if (receipt === undefined || (await outcomeOf(tx, receipt.serial))?.kind !== 'held') throw malformed([{ path: 'kind', because: '只有银行已收、案卷没有登记的款项可以改记' }])
  if ((await bookTo(parts, tx, { receipt, code: checked.value, by })) === 'held') throw malformed([{ path: 'code', because: HELD[(await outcomeOf(tx, receipt.serial))?.cause ?? ''] ?? '不能改记到这个缴款码' }])
}

/** Closes a day (结账): by one person, once, and not while a difference stands without a word. What comes later opens a supplementary round; nothing is overwritten. */
export async function closeDay(parts: BookParts, tx: Queries, { day, note, who }: { readonly day: string; readonly note: string; readonly who: string }): Promise<void> {
  await waitTurn(tx)
  await refreshDay(parts, tx, day)
  const { view, digest } = await openDay(parts, tx, day)
  if (view.state === 'waiting') throw malformed([{ path: 'day', because: '银行当日文件还没有导入，不能结账；当日没有收款的，导入只有表头和合计（0 笔，0 元）的文件' }])
  if (view.state === 'closed') throw changedMeanwhile('这一天已经结账，此后没有新的变化')
  const open = view.items.filter(({ state }) => state === 'open')
  if (open.length > 0) throw malformed(open.map(({ key, says, serial }) => ({ path: key, because: `有差异没有说明：${serial ?? ''}${serial === undefined ? '' : '，'}${says}` })))
  const rounds = await closingsOf(tx, day)
  await addClosing(tx, day, { round: rounds.length + 1, who, at: parts.clock.now().toISOString(), note, totals: view.totals, digest })
}
