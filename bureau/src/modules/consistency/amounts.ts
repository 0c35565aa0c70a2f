import type { Distribution } from '@zhunsheng/discretion/similar/distribution.ts'
import { fen, formatYuan } from '@zhunsheng/law/money.ts'
import type { BoxView } from './wire.ts'

export const yuanOf = (amount: bigint): string => formatYuan(fen(amount))

/** The five numbers of a box plot (箱线图的五个数), in yuan. */
export const boxOf = ({ count, least, lowerQuarter, middle, upperQuarter, most }: Distribution): BoxView => ({ count, least: yuanOf(least), lowerQuarter: yuanOf(lowerQuarter), middle: yuanOf(middle), upperQuarter: yuanOf(upperQuarter), most: yuanOf(most) })
