/** The remainder of `a` by `m` that is not negative. */
export function mod(a: bigint, m: bigint): bigint {
  const rest = a % m
  return rest < 0n ? rest + m : rest
}

/** `base` to the power of `exponent`, modulo `m`. */
export function power(base: bigint, exponent: bigint, m: bigint): bigint {
  let result = 1n
  let square = mod(base, m)
  for (let bits = exponent; bits > 0n; bits >>= 1n) {
    if ((bits & 1n) === 1n) result = mod(result * square, m)
    square = mod(square * square, m)
  }
  return result
}

/** The inverse of `a` modulo the prime `p`, by Fermat; zero has none and answers zero. */
export function inverse(a: bigint, p: bigint): bigint {
  return power(a, p - 2n, p)
}

/**
 * `a·P + b·Q` in any group, both at once: half the doublings of doing one after the other. Not in constant
 * time, which is right for checking signatures only: nothing here is secret.
 */
export function addMultiples<Point>(
  { zero, add }: { readonly zero: Point; readonly add: (left: Point, right: Point) => Point },
  [a, p]: readonly [bigint, Point],
  [b, q]: readonly [bigint, Point],
): Point {
  const both = add(p, q)
  let sum = zero
  for (let bit = BigInt(Math.max(a.toString(2).length, b.toString(2).length)) - 1n; bit >= 0n; bit--) {
    sum = add(sum, sum)
    const [isA, isB] = [((a >> bit) & 1n) === 1n, ((b >> bit) & 1n) === 1n]
    if (isA && isB) sum = add(sum, both)
    else if (isA) sum = add(sum, p)
    else if (isB) sum = add(sum, q)
  }
  return sum
}
