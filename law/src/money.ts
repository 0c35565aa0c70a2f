declare const FEN: unique symbol
/** An amount of money (分): hundredths of a yuan, exact. */
export type Fen = bigint & { readonly [FEN]: true }

/** Whole yuan known when the program was written. */
export const yuan = (amount: number): Fen => (BigInt(amount) * 100n) as Fen

const WRITTEN = /^(0|[1-9]\d{0,14})(?:\.(\d{1,2}))?$/

/** Reads an amount in yuan written 3000 or 3000.50. No sign, no exponent, no space, and never a fraction of a cent. */
export function parseYuan(written: string): Fen | undefined {
  const found = WRITTEN.exec(written)
  if (found === null) return undefined
  return fen(BigInt(found[1] ?? '0') * 100n + BigInt((found[2] ?? '').padEnd(2, '0')))
}

/** An amount in yuan with two decimals: 3000.50. */
export function formatYuan(amount: Fen): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/**
 * A share of an amount (按比例计算), to the cent, half a cent upward: `percentOf(cost, 5, 100)` is five percent, `percentOf(value, 3, 1)` three times.
 *
 * No statute says how to round; half up is our reading. Both numbers are whole and the denominator is positive, or it is a fault.
 */
export function percentOf(amount: Fen, numerator: number, denominator: number): Fen {
  if (amount < 0n || numerator < 0 || denominator <= 0) throw new RangeError('a share is of an amount, and positive')
  const of = BigInt(denominator)
  return fen((2n * amount * BigInt(numerator) + of) / (2n * of))
}

export const fen = (cents: bigint): Fen => cents as Fen
