import type { Benchmark, Factor, Facts, Row } from './benchmark.ts'
import { cellsOf, cutsOf, isWithin, linesOf, type Line } from './cells.ts'
import { chooser } from './choose.ts'
import { against as standsAgainst, laneFor, mark, standing, wordsFor, WORD, type Failed, type Lane } from './failed.ts'

/** What a benchmark says of a case (裁量结果): every answer carries what it rests on. */
export type Answer =
  /** One row answers. `fired` are all rows that hold, in order; `failed` says for each row which factors stand against it. */
  | { readonly is: 'answered'; readonly row: Row; readonly index: number; readonly fired: readonly number[]; readonly failed: Failed }
  /** It hangs on factors that have not been found yet; `open` are the rows that are still possible. */
  | { readonly is: 'needs'; readonly factors: readonly Factor[]; readonly open: readonly number[] }
  /** With these facts the act is no offence under this clause. */
  | { readonly is: 'notThis'; readonly says: string; readonly failed: Failed }
  /** No row holds: the benchmark has a gap. */
  | { readonly is: 'gap'; readonly failed: Failed }
  /** Several rows hold, and the benchmark does not say which answers. */
  | { readonly is: 'conflict'; readonly fired: readonly number[]; readonly failed: Failed }
  /** Facts that are none. */
  | { readonly is: 'malformed'; readonly faults: readonly { readonly factor: string; readonly because: string }[] }

export interface Evaluator {
  readonly benchmark: Benchmark
  readonly evaluate: (facts: Facts) => Answer
}

interface Column {
  readonly factor: Factor
  /** Which cell a value lies in; -1 where it is no value of this factor. */
  readonly cellOf: (value: number | string | boolean) => number
  /** For each cell the rows that do not take it, as their bit in the words of `Failed`. */
  readonly against: readonly Uint32Array[]
  /** The rows that ask about this factor at all, likewise. */
  readonly asks: Uint32Array
}


/**
 * Prepares a benchmark for many questions. Each factor's values are cut into cells once; a question then looks up one cell for
 * each factor and puts together which factors stand against which row, several rows at a time.
 *
 * More than 32 factors are a fault.
 */
export function evaluatorOf(benchmark: Benchmark): Evaluator {
  const { factors, rows, hit, notThis } = benchmark
  const lines = linesOf(benchmark)
  if (factors.length > WORD) throw new RangeError(`a benchmark has at most ${WORD} factors`)
  const lane = laneFor(factors.length)
  const length = wordsFor(lines.length, lane)
  const columns = factors.map((factor, bit) => columnOf(factor, bit, lines, lane))
  const chosen = chooser(rows, hit)

  const evaluate = (facts: Facts): Answer => {
    const words = new Uint32Array(length)
    let unknown: Column[] | undefined
    let faults: { factor: string; because: string }[] | undefined
    for (const column of columns) {
      const value = facts[column.factor.code]
      if (value === undefined) {
        unknown = [...(unknown ?? []), column]
        continue
      }
      const against = column.against[column.cellOf(value)]
      if (against === undefined) faults = [...(faults ?? []), { factor: column.factor.code, because: whyNone(column.factor) }]
      else for (let at = 0; at < length; at++) words[at] = (words[at] ?? 0) | (against[at] ?? 0)
    }
    if (faults !== undefined) return { is: 'malformed', faults }
    const failed: Failed = { words, lane }
    const held = standing(failed, lines.length)
    if (unknown !== undefined) {
      const needed = unknown.filter(({ asks }) => held.some((row) => standsAgainst({ words: asks, lane }, row) !== 0))
      if (needed.length > 0) return { is: 'needs', factors: needed.map(({ factor }) => factor), open: held }
    }
    const none = notThis[(held.at(-1) ?? -1) - rows.length]
    if (none !== undefined) return { is: 'notThis', says: none.says, failed }
    const index = chosen(held)
    const row = index === undefined ? undefined : rows[index]
    if (index !== undefined && row !== undefined) return { is: 'answered', row, index, fired: held, failed }
    return held.length === 0 ? { is: 'gap', failed } : { is: 'conflict', fired: held, failed }
  }
  return { benchmark, evaluate }
}

function columnOf(factor: Factor, bit: number, rows: readonly Line[], lane: Lane): Column {
  const marked = (isMarked: (row: Line) => boolean): Uint32Array => {
    const words = new Uint32Array(wordsFor(rows.length, lane))
    for (const [index, row] of rows.entries()) if (isMarked(row)) mark(words, lane, index, bit)
    return words
  }
  return {
    factor,
    cellOf: finderOf(factor, rows),
    against: cellsOf(factor, rows).map(({ accepts }) => marked((row) => !accepts(row))),
    asks: marked((row) => row.when[factor.code] !== undefined),
  }
}

/** Finds the cell of a value, in the order in which `cellsOf` lists them. */
function finderOf(factor: Factor, rows: readonly Line[]): Column['cellOf'] {
  if (factor.kind === 'flag') return (value) => (value === true ? 1 : value === false ? 0 : -1)
  if (factor.kind === 'choice') {
    const places = new Map(factor.values.map(({ code }, index) => [code, index]))
    return (value) => (typeof value === 'string' ? (places.get(value) ?? -1) : -1)
  }
  const cuts = cutsOf(factor, rows)
  // A value that is a cut, or the stretch after the cut before it, named as 2n and 2n + 1.
  const steps = cellsOf(factor, rows).map(({ sample }) => (typeof sample === 'number' ? stepOf(cuts, sample) : -1))
  const places = new Int32Array(cuts.length * 2 + 1).fill(-1)
  for (const [index, step] of steps.entries()) places[step] = index
  return (value) => (typeof value === 'number' && isWithin(factor, value) ? (places[stepOf(cuts, value)] ?? -1) : -1)
}

/** Twice the place of a cut for the cut itself, one more for what follows it. */
function stepOf(cuts: readonly number[], value: number): number {
  let [low, high] = [0, cuts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cuts[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return cuts[low - 1] === value ? (low - 1) * 2 : (low - 1) * 2 + 1
}

function whyNone(factor: Factor): string {
  switch (factor.kind) {
    case 'flag':
      return `「${factor.name}」应答是或者否`
    case 'choice':
      return `「${factor.name}」应为${factor.values.map(({ name }) => name).join('、')}之一`
    case 'number': {
      const high = factor.to === undefined ? '' : `，${factor.to.included ? '不超过' : '小于'} ${factor.to.at}`
      return `「${factor.name}」应为${factor.whole ? '整数' : '数'}，${factor.from.included ? '不小于' : '大于'} ${factor.from.at}${high}`
    }
    default:
      return factor satisfies never
  }
}
