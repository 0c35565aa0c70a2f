import { PENALTY_KINDS, type PenaltyKind } from '@zhunsheng/law/penalty/forms.ts'
import { capitalAmount } from '../../../platform/paper/numerals.ts'

interface Penalty {
  readonly kinds?: readonly PenaltyKind[] | undefined
  readonly fine?: bigint | undefined
  readonly confiscated?: bigint | undefined
}

/** Each part of a penalty in words (处罚内容): sums in capitals and in figures. */
export function penaltyLines({ kinds = [], fine, confiscated }: Penalty): readonly string[] {
  return kinds.map((kind, index) => {
    const amount = kind === 'fine' ? fine : kind === 'confiscation' ? confiscated : undefined
    return `${index + 1}. ${PENALTY_KINDS[kind]}${amount === undefined ? '' : `${kind === 'fine' ? '' : '，价款'}${capitalAmount(amount)}`}。`
  })
}
