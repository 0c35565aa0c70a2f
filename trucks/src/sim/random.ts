/** Chance from a seed: the same seed gives the same numbers, on every machine. */
export interface Random {
  /** At least 0, below 1. */
  readonly next: () => number
  readonly between: (least: number, most: number) => number
  /** Around 0 with a standard deviation of 1 (Box and Muller, 1958). */
  readonly normal: () => number
}

/** The generator mulberry32 of Tommy Ettinger (public domain): 32 bits of state, good enough for traffic, not for secrets. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
