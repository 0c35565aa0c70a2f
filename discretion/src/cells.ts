import type { Benchmark, Bound, Factor, NumberFactor, Test, When } from './benchmark.ts'

/**
 * The values of a factor fall into cells (单元) between which no row draws a line: every value of a cell is judged alike. Of numbers,
 * each bound that a row names is a cell of its own, and so is the stretch between two of them.
 */
export interface Cell {
  /** A value that lies in it, for a counter-example. */
  readonly sample: number | string | boolean
  /** Whether a line of the table takes it. */
  readonly accepts: (line: Line) => boolean
}

/** What draws lines through a table: its rows, and the facts that are none of its business. */
export interface Line {
  readonly when: When
}
export const linesOf = ({ rows, notThis }: Benchmark): readonly Line[] => [...rows, ...notThis]

/** The cells of a factor, in the order of its values. */
export function cellsOf(factor: Factor, rows: readonly Line[]): readonly Cell[] {
  const accepts = (sample: Cell['sample']) => (row: Line) => holds(row.when[factor.code], sample)
  return samplesOf(factor, rows).map((sample) => ({ sample, accepts: accepts(sample) }))
}

function samplesOf(factor: Factor, rows: readonly Line[]): readonly Cell['sample'][] {
  switch (factor.kind) {
    case 'flag':
      return [false, true]
    case 'choice':
      return factor.values.map(({ code }) => code)
    case 'number':
      return numberSamples(factor, cutsOf(factor, rows))
    default:
      return factor satisfies never
  }
}

/** Every bound that a row or the factor itself names, in order, once each. */
export function cutsOf(factor: NumberFactor, rows: readonly Line[]): readonly number[] {
  const named = rows.flatMap((row) => {
    const test = row.when[factor.code]
    return test?.is === 'range' ? [test.from?.at, test.to?.at] : []
  })
  const all = [factor.from.at, factor.to?.at, ...named].flatMap((one) => (one === undefined ? [] : [one]))
  return [...new Set(all)].sort((a, b) => a - b)
}

/** One value for each cell of a number: the bounds, what lies between two, and what lies beyond the last. */
function numberSamples(factor: NumberFactor, cuts: readonly number[]): readonly number[] {
  const found: number[] = []
  for (const [index, cut] of cuts.entries()) {
    const next = cuts[index + 1]
    if (factor.whole) {
      if (Number.isInteger(cut)) found.push(cut)
      const after = Math.floor(cut) + 1
      if (next === undefined || after < next) found.push(after)
    } else found.push(cut, next === undefined ? cut + 1 : (cut + next) / 2)
  }
  return found.filter((one) => isWithin(factor, one))
}

/** Whether a number is one with which the act is an offence at all. */
export const isWithin = ({ from, to, whole }: NumberFactor, value: number): boolean => Number.isFinite(value) && (!whole || Number.isInteger(value)) && isAbove(value, from) && isBelow(value, to)
const isAbove = (value: number, from?: Bound): boolean => from === undefined || value > from.at || (from.included && value === from.at)
const isBelow = (value: number, to?: Bound): boolean => to === undefined || value < to.at || (to.included && value === to.at)

/** Whether a value is what a row asks for. */
export function holds(test: Test | undefined, value: number | string | boolean): boolean {
  if (test === undefined) return true
  switch (test.is) {
    case 'flag':
      return value === test.value
    case 'oneOf':
      return typeof value === 'string' && test.values.includes(value)
    case 'range':
      return typeof value === 'number' && isAbove(value, test.from) && isBelow(value, test.to)
    default:
      return test satisfies never
  }
}

/** Every cell of every factor of a benchmark, in the order of its factors. */
export const allCells = (benchmark: Benchmark): readonly (readonly Cell[])[] => benchmark.factors.map((factor) => cellsOf(factor, linesOf(benchmark)))
