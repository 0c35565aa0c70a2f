/** How fines of like cases are spread, and where one lies among them (分布与位置). Amounts in fen. */
export interface Distribution {
  readonly count: number
  readonly least: bigint
  readonly lowerQuarter: bigint
  readonly middle: bigint
  readonly upperQuarter: bigint
  readonly most: bigint
  /** The share of them that lie below it, those alike counting half: 0 the lowest, 1 the highest. */
  readonly position: number
  /** `tooFew`: nothing is said; `apart`: outside the fences of Tukey (1977), one and a half times the middle half away from it. */
  readonly verdict: 'tooFew' | 'usual' | 'apart'
}

/** With fewer like cases than this nothing is said of where one lies (数量过少，不作判断). */
export const ENOUGH = 8

/** Where a fine lies among those of like cases; nothing where there are none. */
export function distributionOf(fines: readonly bigint[], fine: bigint): Distribution | undefined {
  const sorted = fines.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (least === undefined || most === undefined) return undefined
  const [lowerQuarter, middle, upperQuarter] = [quantile(sorted, 1n), quantile(sorted, 2n), quantile(sorted, 3n)]
  const below = sorted.filter((one) => one < fine).length + sorted.filter((one) => one === fine).length / 2
  const fence = ((upperQuarter - lowerQuarter) * 3n) / 2n
  const isApart = fine < lowerQuarter - fence || fine > upperQuarter + fence
  return { count: sorted.length, least, lowerQuarter, middle, upperQuarter, most, position: below / sorted.length, verdict: sorted.length < ENOUGH ? 'tooFew' : isApart ? 'apart' : 'usual' }
}

/** The n-th quarter, between two amounts where it falls between them, down to the cent. */
function quantile(sorted: readonly bigint[], quarter: bigint): bigint {
  const place = BigInt(sorted.length - 1) * quarter
  const [low, rest] = [Number(place / 4n), place % 4n]
  const [before, after] = [sorted[low] ?? 0n, sorted[low + 1] ?? sorted[low] ?? 0n]
  return before + ((after - before) * rest) / 4n
}
