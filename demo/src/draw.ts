/** Draws from a seed (随机种子): the same seed gives the same year, on every machine. */
export interface Draw {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number
  readonly one: <T>(of: readonly [T, ...T[]]) => T
  readonly digits: (count: number) => string
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to make people up. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below: Draw['below'] = (limit) => Math.floor((next() / 2 ** 32) * limit)
  return {
    below,
    one: (of) => of[below(of.length)] ?? of[0],
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
  }
}
