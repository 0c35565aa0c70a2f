import chinese from 'nzh/cn'

/**
 * A sum in capitals and figures (大写金额): 人民币叁仟元整（¥3,000.00）.
 *
 * Papers which state a sum give both, so that neither can be altered alone.
 */
export function capitalAmount(fen: bigint): string {
  refuseNegative(fen)
  return `人民币${capitals(fen)}（${figureAmount(fen)}）`
}

/** A sum in figures with thousands and two decimals (小写金额): ¥3,000.00. */
export function figureAmount(fen: bigint): string {
  refuseNegative(fen)
  const { yuan, cents } = split(fen)
  return `¥${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}

function capitals(fen: bigint): string {
  const { yuan, cents } = split(fen)
  return chinese.toMoney(`${yuan}.${cents}`, { outSymbol: false, forceZheng: true })
}

/** Text, never a number: a float would lose fen above nine quadrillion. */
function split(fen: bigint): { yuan: string; cents: string } {
  return { yuan: (fen / 100n).toString(), cents: (fen % 100n).toString().padStart(2, '0') }
}

function refuseNegative(fen: bigint): void {
  if (fen < 0n) throw new RangeError('A paper states no negative sum')
}
