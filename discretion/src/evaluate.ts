import type { Benchmark, Factor, Facts, Row } from './benchmark.ts'
import { cellsOf, cutsOf, isWithin, linesOf, type Line } from './cells.ts'
import { chooser } from './choose.ts'
import { hasRow, rowSet, standing, type Failed, type RowSet } from './failed.ts'

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
  /** For each cell the rows that take it. */
  readonly takes: readonly RowSet[]
  /** The rows that ask about this factor at all. */
  readonly asks: RowSet
}

/**
 * Prepares a benchmark for many questions. Each factor's values are cut into cells once, and each cell has the set of rows that take
 * it; a question looks up one set for each factor, and the rows that hold are what the sets have in common.
 */
export function evaluatorOf(benchmark: Benchmark): Evaluator {
  const { factors, rows, hit, notThis } = benchmark
  const lines = linesOf(benchmark)
  const all = rowSet(lines.length, () => true)
  const columns = factors.map((factor) => columnOf(factor, lines))
  const chosen = chooser(rows, hit)

  const evaluate = (facts: Facts): Answer => {
    const failed: (RowSet | undefined)[] = []
    let isPartial = false
    let isMalformed = false
    for (const column of columns) {
      const value = facts[column.factor.code]
      const takes = value === undefined ? undefined : column.takes[column.cellOf(value)]
      if (value === undefined) isPartial = true
      else if (takes === undefined) isMalformed = true
      failed.push(takes)
    }
    if (isMalformed) return { is: 'malformed', faults: columns.flatMap(({ factor }, at) => (facts[factor.code] === undefined || failed[at] !== undefined ? [] : [{ factor: factor.code, because: whyNone(factor) }])) }
    const held = standing(failed, all)
    if (isPartial) {
      const needed = columns.filter(({ factor, asks }) => facts[factor.code] === undefined && held.some((row) => hasRow(asks, row)))
      if (needed.length > 0) return { is: 'needs', factors: needed.map(({ factor }) => factor), open: held }
    }
    const none = notThis[(held[held.length - 1] ?? -1) - rows.length]
    if (none !== undefined) return { is: 'notThis', says: none.says, failed }
    const index = chosen(held)
    const row = index === undefined ? undefined : rows[index]
    if (index !== undefined && row !== undefined) return { is: 'answered', row, index, fired: held, failed }
    return held.length === 0 ? { is: 'gap', failed } : { is: 'conflict', fired: held, failed }
  }
  return { benchmark, evaluate }
}

const columnOf = (factor: Factor, lines: readonly Line[]): Column => ({
  factor,
  cellOf: finderOf(factor, lines),
  takes: cellsOf(factor, lines).map(({ accepts }) => rowSet(lines.length, (row) => lines[row] !== undefined && accepts(lines[row]))),
  asks: rowSet(lines.length, (row) => lines[row]?.when[factor.code] !== undefined),
})

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
