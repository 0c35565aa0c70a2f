import type { Day } from '../day.ts'
import type { Fen } from '../money.ts'

/** 行政处罚法第七十二条第一款第（一）项: three percent of the fine for each day. */
const PERCENT_A_DAY = 3n

/** Money received toward the fine (缴款). */
export interface Payment {
  readonly on: Day
  readonly amount: Fen
}
/** Days that are not counted, both ends included; open while the reconsideration or suit goes on. */
export interface Pause {
  readonly from: Day
  readonly to?: Day
}

/**
 * The additional fine for paying late (加处罚款), to the cent.
 *
 * 行政处罚法第七十二条第一款第（一）项: three percent a day, never more than the fine itself. Days of a pending reconsideration or
 * suit are not counted (第七十三条第三款). What has been paid of the fine no longer bears it: inferred, the statute speaks of the fine only.
 * The first counted day is the one after `due`; the day of payment itself is counted, since until then the fine was not paid (inferred).
 * A fraction of a cent is dropped, in the party's favour.
 */
export function surcharge(fine: Fen, due: Day, until: Day, payments: readonly Payment[] = [], pauses: readonly Pause[] = []): Fen {
  const marks = [...new Set([due, until, ...payments.map(({ on }) => on)])].filter((mark) => mark >= due && mark <= until).sort((a, b) => a - b)
  let percentSum = 0n
  for (const [index, to] of marks.entries()) {
    const from = marks[index - 1]
    if (from === undefined) continue
    percentSum += BigInt(countedDays(from + 1, to, pauses)) * unpaidOn(fine, to, payments)
  }
  const sum = (percentSum * PERCENT_A_DAY) / 100n
  return (sum > fine ? fine : sum) as Fen
}

/** What is still unpaid of the fine at the beginning of a day. */
function unpaidOn(fine: Fen, on: Day, payments: readonly Payment[]): bigint {
  const paid = payments.filter((payment) => payment.on < on).reduce((sum, { amount }) => sum + amount, 0n)
  return paid >= fine ? 0n : fine - paid
}

function countedDays(from: number, to: number, pauses: readonly Pause[]): number {
  let counted = 0
  for (let on = from; on <= to; on += 1) if (!pauses.some((pause) => pause.from <= on && (pause.to === undefined || on <= pause.to))) counted += 1
  return counted
}

