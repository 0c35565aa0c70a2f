import type { Band, Tier } from './benchmark.ts'

/** A statutory range in fen; without a lowest amount the statute names none. */
export interface Span {
  readonly min?: bigint
  readonly max: bigint
}
/** A named way of dividing a statutory range into tiers (裁量幅度的划分公式). */
export interface Formula {
  readonly name: string
  readonly source: string
  readonly verified: boolean
  /** The tiers with their bands, from light to grave; neighbours share no amount, and together they fill the range. */
  readonly divide: (span: Span) => readonly { readonly tier: Tier; readonly band: Band }[]
}

const CENT = 1n
/** A share of the stretch from `min` to `max`, rounded down to the cent. */
const at = ({ min = 0n, max }: Span, percent: bigint): bigint => min + ((max - min) * percent) / 100n
const fine = (min: bigint, max: bigint): Band => ({ is: 'fine', min, max })

/** Cuts a range at amounts; each amount belongs to the band below it, so that 「以上」「以下」 do not both claim it. */
function cut({ min = 0n, max }: Span, amounts: readonly bigint[], tiers: readonly Tier[]): readonly { readonly tier: Tier; readonly band: Band }[] {
  const bands: { readonly tier: Tier; readonly band: Band }[] = []
  let from = min
  for (const [place, tier] of tiers.entries()) {
    const to = amounts[place] ?? max
    // A range of a few cents has no room for every tier.
    if (to < from) continue
    bands.push({ tier, band: fine(from, to) })
    from = to + CENT
  }
  return bands
}

/**
 * 重庆市市政管理行政处罚裁量权基准（试行）第九条: light up to 30 % of the stretch, heavy from 70 %. Both points belong to two bands there;
 * we give them to the lighter one.
 */
export const CHONGQING: Formula = {
  name: '重庆百分比公式',
  source: '重庆市市政管理行政处罚裁量权基准（试行）第九条（二手资料，已被新的文件取代）',
  verified: false,
  divide: (span) => cut(span, [at(span, 30n), at(span, 70n)], ['lighter', 'ordinary', 'heavier']),
}

/** 醴陵市城市管理局 2017: the minimum, up to half the maximum, below the maximum, the maximum. Without a minimum a tenth of the maximum stands for it. */
export const LILING: Formula = {
  name: '醴陵五档公式',
  source: '醴陵市城市管理局 2017 年裁量基准（二手资料）',
  verified: false,
  divide: ({ max, ...span }) => {
    const min = span.min ?? max / 10n
    const half = max / 2n
    if (min >= half) return cut({ min, max }, [min, max - CENT], ['slight', 'heavier', 'grave'])
    return cut({ min, max }, [min, half, max - CENT], ['slight', 'ordinary', 'heavier', 'grave'])
  },
}

/** Where the highest amount is at least so many times the lowest, Chengdu divides by multiples. */
const CHENGDU_MULTIPLES = 4n
/** 成都: at least three tiers; with only a maximum the ordinary one is 40 to 60 % of it; from four times the minimum on, by equal multiples instead of equal steps. */
export const CHENGDU: Formula = {
  name: '成都三档公式',
  source: '成都市行政处罚裁量规定（二手资料）',
  verified: false,
  divide: (span) => {
    const tiers: readonly Tier[] = ['lighter', 'ordinary', 'heavier']
    const { min, max } = span
    if (min === undefined || min === 0n) return cut(span, [(max * 40n) / 100n, (max * 60n) / 100n], tiers)
    if (max < min * CHENGDU_MULTIPLES) return cut(span, [min + (max - min) / 3n, min + ((max - min) * 2n) / 3n], tiers)
    return cut(span, [geometric(min, max, 1), geometric(min, max, 2)], tiers)
  },
}

/** The n-th of two points that divide a range into three equal multiples, to the yuan. */
function geometric(min: bigint, max: bigint, n: 1 | 2): bigint {
  const yuan = 100
  return BigInt(Math.round((Number(min) * (Number(max) / Number(min)) ** (n / 3)) / yuan) * yuan)
}

export const FORMULAS: readonly Formula[] = [CHONGQING, LILING, CHENGDU]
