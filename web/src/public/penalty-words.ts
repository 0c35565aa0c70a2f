const FINE = '罚款'

/** The penalty in one line (处罚内容): the amount stands with the fine, not after it a second time. */
export const penaltyInWords = (kinds: readonly string[], fine: string | undefined): string =>
  kinds.map((kind) => (kind === FINE && fine !== undefined ? `${FINE} ${fine} 元` : kind)).join('、')
