/**
 * Which factors stand against which row (不符合的因素): for each factor the rows that take the value found, as a set of bits. The sets
 * belong to the benchmark; an answer only points at those of its facts, so that keeping every reason costs nothing until it is read.
 */
export type Failed = readonly (RowSet | undefined)[]
/** Bit n of word m is row 32 m + n. */
export type RowSet = Uint32Array

const WORD = 32

export const rowSet = (rows: number, has: (row: number) => boolean): RowSet => {
  const words = new Uint32Array(Math.ceil(rows / WORD))
  for (let row = 0; row < rows; row++) if (has(row)) words[row >> 5] = ((words[row >> 5] ?? 0) | (1 << (row & 31))) >>> 0
  return words
}
export const hasRow = (set: RowSet, row: number): boolean => (((set[row >> 5] ?? 0) >>> (row & 31)) & 1) === 1

/** The places of the factors that do not fit a row; none for a row that holds. A factor that was not found stands against nothing. */
export const against = (failed: Failed, row: number): readonly number[] => failed.flatMap((set, factor) => (set === undefined || hasRow(set, row) ? [] : [factor]))

/** Every row against which nothing stands, in order; `all` is the set of all rows. */
export function standing(failed: Failed, all: RowSet): number[] {
  const found: number[] = []
  for (let at = 0; at < all.length; at++) {
    let word = all[at] ?? 0
    for (let factor = 0; factor < failed.length && word !== 0; factor++) {
      const set = failed[factor]
      if (set !== undefined) word &= set[at] ?? 0
    }
    // The lowest bit first, then without it.
    for (; word !== 0; word &= word - 1) found.push(at * WORD + 31 - Math.clz32(word & -word))
  }
  return found
}
