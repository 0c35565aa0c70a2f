import type { Band, Facts, Measure } from './benchmark.ts'

/** The number factor on which an amount hangs, where it hangs on one. */
export const factorOf = (measure: Measure): string | undefined => ('factor' in measure ? measure.factor : undefined)
/** Whether a range is one of money, so that its bands are fines. */
export const isMoney = ({ is }: Measure): boolean => is !== 'count' && is !== 'steps'

const HUNDREDTHS = 100
const MILLION = 1_000_000n

/**
 * A band in fen for the facts of a case (折算金额): times the area or the days, which count to the hundredth, or a share of a sum in
 * fen; half a cent upward. Nothing where the band is no fine, or what it hangs on was not found.
 */
export function amountIn(band: Band, measure: Measure, facts: Facts): { readonly min: bigint; readonly max: bigint } | undefined {
  if (band.is !== 'fine' || measure.is === 'count' || measure.is === 'steps') return undefined
  if (measure.is === 'fen') return { min: band.min, max: band.max }
  const found = facts[measure.factor]
  if (typeof found !== 'number') return undefined
  const [times, of] = measure.is === 'fenEach' ? [BigInt(Math.round(found * HUNDREDTHS)), BigInt(HUNDREDTHS)] : [BigInt(Math.round(found)), MILLION]
  const share = (amount: bigint) => (2n * amount * times + of) / (2n * of)
  return { min: share(band.min), max: share(band.max) }
}
