/** The first prime numbers: where SHA-2 takes its constants from, so that nobody could choose them. */
export function firstPrimes(count: number): bigint[] {
  const found: bigint[] = []
  for (let candidate = 2n; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime !== 0n)) found.push(candidate)
  return found
}

/**
 * The first bits behind the point of the square or cube root of a number, in whole numbers: browsers may
 * differ in the last digits of `Math.cbrt`.
 */
export function rootFraction(n: bigint, degree: 2n | 3n, bits: bigint): bigint {
  const scaled = n << (degree * bits)
  let guess = 1n << BigInt(Math.ceil(scaled.toString(2).length / Number(degree)))
  for (;;) {
    const next = ((degree - 1n) * guess + scaled / guess ** (degree - 1n)) / degree
    if (next >= guess) return BigInt.asUintN(Number(bits), guess)
    guess = next
  }
}
