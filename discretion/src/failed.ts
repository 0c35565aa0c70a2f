/**
 * Which factors stand against which row (不符合的因素): for each row a set of bits, the n-th of which is set where the n-th factor
 * does not fit. Several rows share a word, as many as the number of factors allows, so that they are put together in one step.
 */
export interface Failed {
  readonly words: Uint32Array
  readonly lane: Lane
}
export type Lane = 8 | 16 | 32

export const WORD = 32

/** The narrowest lane that has a bit for each factor. */
export const laneFor = (factors: number): Lane => (factors <= 8 ? 8 : factors <= 16 ? 16 : WORD)

/** How many words so many rows take. */
export const wordsFor = (rows: number, lane: Lane): number => Math.ceil((rows * lane) / WORD)

/** The factors that stand against a row, as bits; zero is a row that holds. */
export function against({ words, lane }: Failed, row: number): number {
  const each = WORD / lane
  const word = words[Math.floor(row / each)] ?? 0
  return lane === WORD ? word : (word >>> ((row % each) * lane)) & (2 ** lane - 1)
}

/** Sets a factor's bit against a row. */
export function mark(words: Uint32Array, lane: Lane, row: number, factor: number): void {
  const each = WORD / lane
  const at = Math.floor(row / each)
  words[at] = ((words[at] ?? 0) | (2 ** factor * 2 ** ((row % each) * lane))) >>> 0
}

/** Every row below `rows` against which nothing stands, in order. */
export function standing(failed: Failed, rows: number): number[] {
  const { words, lane } = failed
  const each = WORD / lane
  const found: number[] = []
  for (let at = 0; at < words.length; at++) {
    if (lane === 8 && !hasZeroByte(words[at] ?? 0)) continue
    const end = Math.min(rows, (at + 1) * each)
    for (let row = at * each; row < end; row++) if (against(failed, row) === 0) found.push(row)
  }
  return found
}

/** Whether one of the four bytes is zero, without looking at each (the usual trick with borrows). */
const hasZeroByte = (word: number): boolean => ((word - 0x01010101) & ~word & 0x80808080) !== 0
