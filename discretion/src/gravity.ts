import { TIERS_IN_ORDER, type Band, type Row } from './benchmark.ts'

/** Enough for any amount in fen, so that the tier counts before the amounts. */
const AMOUNT_BITS = 64n

/**
 * How heavily a row punishes, as one number: the tier first, then what it costs at most, then at least. Comparable within one range;
 * between ranges of another measure only the tier is.
 */
export function gravityOf({ tier, band }: Row): bigint {
  const [most, least] = amountsOf(band)
  return (((BigInt(TIERS_IN_ORDER.indexOf(tier)) << AMOUNT_BITS) | most) << AMOUNT_BITS) | least
}

/** The highest and lowest amount of a band; an exemption costs nothing, a warning less than any fine. */
function amountsOf(band: Band): readonly [bigint, bigint] {
  switch (band.is) {
    case 'exempt':
      return [0n, 0n]
    case 'warning':
      return [0n, 1n]
    case 'fine':
    case 'span':
      return [band.max, band.min]
    default:
      return band satisfies never
  }
}

/** Whether one band is in some respect lighter than another: at its lower or at its upper end (幅度更轻). */
export function isLighter(a: Band, b: Band): boolean {
  const [aMost, aLeast] = amountsOf(a)
  const [bMost, bLeast] = amountsOf(b)
  return aMost < bMost || aLeast < bLeast
}
