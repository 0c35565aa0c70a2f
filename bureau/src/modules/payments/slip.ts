import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import type { Day } from '@zhunsheng/law/day.ts'
import type { Deadline } from '@zhunsheng/law/case-file.ts'
import { fen, type Fen } from '@zhunsheng/law/money.ts'
import { accountOn } from '@zhunsheng/law/penalty/execution/account.ts'
import type { Account } from '@zhunsheng/law/penalty/execution/owed.ts'
import { PAY_BY, PERFORM_DEMAND_BY } from '@zhunsheng/law/penalty/execution/deadlines.ts'
import { last } from '@zhunsheng/law/penalty/execution/words.ts'
import type { SlipKind } from './wire.ts'

/** A slip as it could be issued (可开具的缴款通知); amounts in fen. */
export interface Offered {
  readonly kind: SlipKind
  /** Which of the instalments, the first being 1. */
  readonly instalment?: number
  readonly fine: Fen
  readonly confiscated: Fen
  readonly surcharge: Fen
  /** The judge's own deadline; an additional fine that stands by itself has none. */
  readonly payBy?: Day
}
/** A slip of the case that was not voided. */
export interface Standing {
  readonly kind: SlipKind
  readonly instalment: number | null
  readonly isPaid: boolean
}
export type Offers = { readonly offers: readonly Offered[]; readonly because?: string }

export const totalOf = ({ fine, confiscated, surcharge }: Pick<Offered, 'fine' | 'confiscated' | 'surcharge'>): Fen => fen(fine + confiscated + surcharge)

/**
 * What may be issued in a case today (可开具的缴款通知), and why nothing may.
 *
 * Fine and confiscated money stand on one slip, each instalment on its own (行政处罚法第六十六条第二款), an additional fine by itself once
 * the fine is paid, and a demand brings both together (行政强制法第五十四条).
 */
export function offersOf(file: CaseFile, today: Day, standing: readonly Standing[]): Offers {
  const account = accountOn(file, today)
  if (account === undefined) return none('没有处罚决定')
  if (last(file, 'changeDecision')?.data.outcome === 'revoked') return none('处罚决定已经撤销')
  if (last(file, 'serveDecision') === undefined) return none('处罚决定还没有送达：送达后缴款期限才开始计算（《行政处罚法》第六十七条第三款）')
  if (file.last('close') !== undefined || file.last('endEnforcement') !== undefined) return none('本案已经结案或者终结执行')
  const left = leftOf(account)
  if (totalOf(left) === 0n) return none('没有尚未缴纳的款项')
  const offers = possible(file, left, account, standing).filter((one) => totalOf(one) > 0n)
  return offers.length > 0 ? { offers } : none('尚未缴纳的款项已经开具缴款通知')
}
const none = (because: string): Offers => ({ offers: [], because })

function possible(file: CaseFile, left: Left, account: Account, standing: readonly Standing[]): readonly Offered[] {
  const isOpen = (kind: SlipKind) => standing.some((one) => one.kind === kind && !one.isPaid)
  if (left.fine === 0n && left.confiscated === 0n) return isOpen('surcharge') || isOpen('demand') ? [] : [{ ...left, kind: 'surcharge' }]
  if (last(file, 'serveDemand') !== undefined) return isOpen('demand') ? [] : [{ ...left, kind: 'demand', ...dueBy(file, PERFORM_DEMAND_BY) }]
  const rows = last(file, 'approveInstalments')?.data.instalments ?? []
  if (rows.length > 0) return instalments(rows, left, account).filter(({ instalment }) => !standing.some((one) => one.kind === 'instalment' && one.instalment === instalment))
  return isOpen('decision') ? [] : [{ ...left, surcharge: NOTHING, kind: 'decision', ...dueBy(file, PAY_BY) }]
}

const NOTHING = fen(0n)
type Left = Pick<Offered, 'fine' | 'confiscated' | 'surcharge'>
const leftOf = ({ fine, paidFine, confiscated, paidConfiscation, surcharge, waived, paidSurcharge }: Account): Left => ({ fine: atLeastNone(fine - paidFine), confiscated: atLeastNone(confiscated - paidConfiscation), surcharge: atLeastNone(surcharge - waived - paidSurcharge) })
const atLeastNone = (amount: bigint): Fen => fen(amount < 0n ? 0n : amount)

function dueBy(file: CaseFile, deadline: Deadline): { readonly payBy?: Day } {
  const state = file.deadline(deadline)
  return state.state === 'running' ? { payBy: state.due } : {}
}

/** Each instalment with what is still unpaid of it: payments fill the earlier ones first; confiscated money goes with the first. */
function instalments(rows: readonly { readonly until: Day; readonly amount: Fen }[], left: Left, { fine, paidFine }: Account): readonly Offered[] {
  const agreed = rows.reduce((sum, { amount }) => sum + amount, 0n)
  const paid = paidFine - (fine - agreed)
  let before = 0n
  return rows.map(({ until, amount }, index): Offered => {
    before += amount
    const unpaid = before - paid
    return { kind: 'instalment', instalment: index + 1, fine: atLeastNone(unpaid > amount ? amount : unpaid), confiscated: index === 0 ? left.confiscated : NOTHING, surcharge: NOTHING, payBy: until }
  })
}
