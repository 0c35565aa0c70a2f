import type { Finding, ScanView } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import type { Asked } from '../piece/asked.ts'

export const ABOUT_NAMES = { fine: '罚款数额', exemption: '不予处罚' } as const
export const SORTS = { number: '扫描的顺序', effect: '偏离的倍数', cases: '案件数', low: '至少偏离的倍数' } as const
export type Sort = keyof typeof SORTS
export const isSort = (word: string | undefined): word is Sort => word !== undefined && word in SORTS

/** Twice as high and half as high deviate alike. */
const far = (ratio: number): number => (ratio > 0 ? Math.abs(Math.log(ratio)) : Infinity)
/** By how much it deviates at the least: the end of the interval that is nearer to one, and nothing where it holds one. */
const least = ({ low, high }: Finding): number => (low <= 1 && high >= 1 ? 0 : Math.min(far(low), far(high)))
const BY: Readonly<Record<Sort, (a: Finding, b: Finding) => number>> = {
  number: (a, b) => a.number - b.number,
  effect: (a, b) => far(b.effect) - far(a.effect),
  cases: (a, b) => b.cases - a.cases,
  low: (a, b) => least(b) - least(a),
}

/** The findings that are asked for, in the order that is asked for (筛选、排序); the address says which. */
export function sifted(found: ScanView['found'], { about, dimension, matter, open, sort }: Asked): ScanView['found'] {
  const shown = found.filter((one) => (about === undefined || one.about === about) && (dimension === undefined || one.dimension === dimension) && (matter === undefined || (one.matter ?? ALL_MATTERS) === matter) && (open !== 'true' || one.explanations.length === 0))
  return shown.toSorted(BY[isSort(sort) ? sort : 'number'])
}
/** A finding over all matters together has none of its own. */
export const ALL_MATTERS = 'all'
