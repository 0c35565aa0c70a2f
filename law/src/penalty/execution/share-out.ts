import type { Fen } from '../../money.ts'
import { fen } from '../../money.ts'
import type { Account } from './owed.ts'

/** Toward what a payment counts (缴款项目), as the act of paying has it. */
export type Toward = 'fine' | 'confiscation' | 'surcharge'

/** A receipt divided (入账分配), in fen: what counts toward each, and what nobody owed. */
export interface Shares {
  readonly toward: readonly { readonly toward: Toward; readonly amount: Fen }[]
  /** More than was owed: to be returned (应退). */
  readonly excess: Fen
}

/** The fine first: what has been paid of it no longer bears the additional fine, so this order is in the party's favour. */
const USUAL: readonly Toward[] = ['fine', 'confiscation', 'surcharge']

/**
 * Divides what came in by what is owed on the day of payment (缴款分配).
 *
 * 行政处罚法第七十二条第一款第（一）项 and 罚款决定与罚款收缴分离实施办法第九条 let the bank take fine and additional fine together; neither says in
 * which order a payment counts. The order, fine, confiscation, additional fine, is inferred. `account` is the account of that day.
 */
export function shareOut(account: Account, amount: Fen, order: readonly Toward[] = USUAL): Shares {
  const left: Readonly<Record<Toward, bigint>> = {
    fine: account.fine - account.paidFine,
    confiscation: account.confiscated - account.paidConfiscation,
    surcharge: account.surcharge - account.waived - account.paidSurcharge,
  }
  const toward: { toward: Toward; amount: Fen }[] = []
  let rest: bigint = amount
  for (const one of order) {
    const share = left[one] < rest ? left[one] : rest
    if (share <= 0n) continue
    toward.push({ toward: one, amount: fen(share) })
    rest -= share
  }
  return { toward, excess: fen(rest) }
}
