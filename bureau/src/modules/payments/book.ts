import { parseDay, type Day } from '@zhunsheng/law/day.ts'
import { fen, formatYuan } from '@zhunsheng/law/money.ts'
import { accountOn } from '@zhunsheng/law/penalty/execution/account.ts'
import { shareOut, type Toward } from '@zhunsheng/law/penalty/execution/share-out.ts'
import { every } from '@zhunsheng/law/penalty/execution/words.ts'
import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Database, Queries } from '../../platform/database.ts'
import { workAnew } from '../../platform/once.ts'
import type { CaseDesk, ReadCase } from '../enforcement/contract.ts'
import { addSlipEntry, findSlip, waitTurn, type SlipWithEntries } from './store.ts'
import { addOutcome, outcomeOf, receiptsBySerial, unbooked, type NewOutcome, type ReceiptRow } from './store-receipts.ts'

export interface BookParts {
  readonly database: Database
  readonly clock: Clock
  readonly desk: CaseDesk
}
/** Under whose name a payment is recorded: a person with a post that may record it. */
export interface Registrar {
  readonly id: string
  readonly name: string
}

/** The law said no to one of the acts of a receipt: all of it is undone, and the grounds are kept. */
class Refused extends Error {
  readonly held: NewOutcome
  constructor(held: NewOutcome) {
    super('refused')
    this.held = held
  }
}

/**
 * Books every receipt that waits (入账): each becomes the act of paying in its case, judged as any other, or is held with the
 * grounds. Each stands in a unit of work of its own, so that one that is cut short is gone on with by the next call.
 */
export async function bookWaiting(parts: BookParts): Promise<void> {
  for (const serial of await parts.database.read(unbooked)) await bookOne(parts, serial)
}

async function bookOne(parts: BookParts, serial: string): Promise<void> {
  try {
    await workAnew(parts.database, (tx) => book(parts, tx, serial))
  } catch (failure) {
    if (!(failure instanceof Refused)) throw failure
    const { held } = failure
    await parts.database.work(async (tx) => {
      await waitTurn(tx)
      if ((await outcomeOf(tx, serial)) === undefined) await addOutcome(tx, held)
    })
  }
}

async function book(parts: BookParts, tx: Queries, serial: string): Promise<void> {
  await waitTurn(tx)
  const receipt = (await receiptsBySerial(tx, [serial])).get(serial)
  if (receipt === undefined || (await outcomeOf(tx, serial)) !== undefined) return
  await bookTo(parts, tx, { receipt, code: receipt.code })
}

/** Books a receipt to the slip of a code, which is its own unless a person said to which else it belongs; throws what the law refuses. */
export async function bookTo(parts: BookParts, tx: Queries, { receipt, code, by }: { readonly receipt: ReceiptRow; readonly code: string; readonly by?: Registrar }): Promise<'booked' | 'held'> {
  const at = parts.clock.now().toISOString()
  const today = civilDay(parts.clock.now())
  const slip = code === '' ? undefined : await findSlip(tx, { code }, today)
  const said = { serial: receipt.serial, who: by?.name ?? receipt.who, at, ...(slip === undefined ? {} : { slipId: slip.id, caseId: slip.case_id }) }
  const cause = slip === undefined ? 'unknown' : slip.state === 'voided' ? 'afterVoiding' : slip.state === 'paid' ? 'twice' : undefined
  const found = slip === undefined || cause !== undefined ? undefined : await parts.desk.read(tx, slip.case_id)
  if (slip === undefined || cause !== undefined || found === undefined) {
    await addOutcome(tx, { ...said, kind: 'held', cause: cause ?? 'theirsOnly' })
    return 'held'
  }
  const { booked, excess } = await recordPayments(parts, tx, { receipt, slip, found, today, actor: by?.id ?? (receipt.via === 'notice' ? slip.issuer_id : receipt.who_id), refused: (grounds) => new Refused({ ...said, kind: 'held', cause: 'theirsOnly', grounds }) })
  await addOutcome(tx, { ...said, kind: 'booked', booked, excess })
  await addSlipEntry(tx, { slipId: slip.id, kind: 'paid', on: receipt.paid_on, amount: booked, serial: receipt.serial, who: said.who, at })
  return 'booked'
}

interface Payment {
  readonly receipt: ReceiptRow
  readonly slip: SlipWithEntries
  readonly found: ReadCase
  readonly today: string
  readonly actor: string
  readonly refused: (grounds: string) => Refused
}
const ORDER: Readonly<Partial<Record<SlipWithEntries['kind'], readonly Toward[]>>> = { surcharge: ['surcharge', 'fine', 'confiscation'] }

/** The acts of paying that a receipt comes to. What a person has typed in before under the same number is not typed again. */
async function recordPayments({ desk }: BookParts, tx: Queries, { receipt, slip, found, today, actor, refused }: Payment): Promise<{ readonly booked: bigint; readonly excess: bigint }> {
  const amount = fen(BigInt(receipt.amount_fen))
  const typed = every(found.file, 'pay').filter(({ data }) => data.receipt === receipt.serial).reduce((sum, { data }) => sum + data.amount, 0n)
  if (typed > 0n) return { booked: typed < amount ? typed : amount, excess: 0n }
  const account = accountOn(found.file, dayOf(receipt.paid_on))
  if (account === undefined) throw refused('本案没有处罚决定')
  const { toward, excess } = shareOut(account, amount, ORDER[slip.kind])
  if (toward.length === 0) throw refused('本案没有尚未缴纳的款项')
  for (const share of toward) {
    const act = { kind: 'pay', on: today, with: [], data: { amount: formatYuan(share.amount), toward: share.toward, paidOn: receipt.paid_on, receipt: receipt.serial } }
    const within = await desk.record(tx, { caseId: slip.case_id, act, actor, key: `receipt:${receipt.serial}:${share.toward}` })
    if (!within.granted) throw refused(within.grounds.join('；'))
  }
  return { booked: amount - excess, excess }
}

function dayOf(written: string): Day {
  const day = parseDay(written)
  if (day === undefined) throw new Error(`no such day was stored: ${written}`)
  return day
}
/** Whether the law refused what a person asked to book elsewhere, and why. */
export const groundsOf = (failure: unknown): string | undefined => (failure instanceof Refused ? (failure.held.grounds ?? '') : undefined)
