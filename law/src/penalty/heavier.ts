import type { Fen } from '../money.ts'
import { PENALTY_KINDS, type PenaltyKind } from './forms.ts'

/** A penalty, as it is intended or decided (处罚内容). */
export interface Penalty {
  readonly kinds?: readonly PenaltyKind[]
  readonly fine?: Fen
  readonly confiscated?: Fen
}

/** Whether a penalty is heavier than another (处罚更重): a heavier kind, or more money. */
export function heavier(penalty: Penalty, than: Penalty): boolean {
  const weight = ({ kinds = [] }: Penalty) => Math.max(-1, ...kinds.map((kind) => Object.keys(PENALTY_KINDS).indexOf(kind)))
  return weight(penalty) > weight(than) || (penalty.fine ?? 0n) > (than.fine ?? 0n) || (penalty.confiscated ?? 0n) > (than.confiscated ?? 0n)
}
