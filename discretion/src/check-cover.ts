import type { Benchmark } from './benchmark.ts'
import type { Finding } from './finding.ts'
import { chooser } from './choose.ts'
import { factsAt, leavesOf, type Diagram } from './diagram.ts'
import { factsWords } from './words.ts'

/** A table with more gaps than this is not finished: the rest are counted. */
const GAPS_SHOWN = 20

/** Whether every combination of factors has one answer (完整、不重叠), and every row answers something. */
export function coverFindings(benchmark: Benchmark, diagram: Diagram): readonly Finding[] {
  const places = placesOf(benchmark, diagram)
  const gaps = places.filter(({ rows, none }) => none === undefined && rows.length === 0)
  const shown = gaps.slice(0, GAPS_SHOWN).map(({ path }) => gapAt(benchmark, diagram, path))
  const rest: readonly Finding[] = gaps.length <= GAPS_SHOWN ? [] : [{ kind: 'gap', weight: 'fault', rows: [], says: `另有 ${gaps.length - GAPS_SHOWN} 种情形没有规定` }]
  const overlaps = firstOf(places.filter(({ rows, none }) => none === undefined && rows.length > 1), (place) => overlapOf(benchmark, place)).map((place) => overlapAt(benchmark, diagram, place))
  const beyond = firstOf(places.flatMap((place) => (place.none === undefined ? [] : place.rows.map((row) => ({ ...place, row, none: place.none ?? '' })))), ({ row }) => String(row)).map((place) => beyondAt(benchmark, diagram, place))
  return [...shown, ...rest, ...overlaps, ...beyond, ...neverFindings(benchmark, places)]
}

/** One way to each leaf of the diagram, with the rows that hold there, the one that answers, and why it is no offence where it is none. */
interface Place {
  readonly path: readonly number[]
  readonly rows: readonly number[]
  readonly chosen: number | undefined
  readonly none: string | undefined
}
function placesOf({ rows, hit, notThis }: Benchmark, diagram: Diagram): readonly Place[] {
  const choose = chooser(rows, hit)
  return [...leavesOf(diagram)].map(({ path, rows: lines }) => {
    const own = lines.filter((line) => line < rows.length)
    return { path, rows: own, chosen: choose(own), none: notThis[(lines.at(-1) ?? -1) - rows.length]?.says }
  })
}

/** The first of those that are named alike. */
function firstOf<T>(all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  const found = new Map<string, T>()
  for (const one of all) if (!found.has(nameOf(one))) found.set(nameOf(one), one)
  return [...found.values()]
}

/** Rows that never answer; those that meet others without a rule are reported there. */
function neverFindings(benchmark: Benchmark, places: readonly Place[]): readonly Finding[] {
  const inOffence = places.filter(({ none }) => none === undefined)
  const answers = new Set(inOffence.map(({ chosen }) => chosen))
  const contested = new Set(inOffence.filter(({ rows, chosen }) => rows.length > 1 && (chosen === undefined || isTorn(benchmark, rows, chosen))).flatMap(({ rows }) => rows))
  return benchmark.rows.flatMap((_, index): readonly Finding[] => (answers.has(index) || contested.has(index) ? [] : [{ kind: 'never', weight: 'fault', rows: [index], says: `第 ${index + 1} 行在任何情形下都不会适用` }]))
}

function gapAt(benchmark: Benchmark, diagram: Diagram, path: readonly number[]): Finding {
  const example = factsAt(diagram, path)
  const said = factsWords(benchmark, example)
  return { kind: 'gap', weight: 'fault', rows: [], example, says: said === '' ? '没有任何情形有规定' : `没有规定这种情形：${said}` }
}

/** Rows that meet in the same way are one finding: of two ranges, whichever rows it is. */
const overlapOf = (benchmark: Benchmark, { rows, chosen }: Place): string => (isTorn(benchmark, rows, chosen) ? `ranges ${[...rangesOf(benchmark, rows)].join()}` : rows.join())
const rangesOf = (benchmark: Benchmark, rows: readonly number[]): ReadonlySet<number> => new Set(rows.flatMap((row) => benchmark.rows[row]?.range ?? []))

/** Whether the same facts lie in two ranges, and the row that would answer asks nothing that tells its range from the others. */
function isTorn(benchmark: Benchmark, rows: readonly number[], chosen: number | undefined): boolean {
  if (rangesOf(benchmark, rows).size < 2) return false
  const own = chosen === undefined ? undefined : benchmark.rows[chosen]
  if (own === undefined) return true
  const others = rows.flatMap((row) => benchmark.rows[row] ?? []).filter(({ range }) => range !== own.range)
  return Object.keys(own.when).every((factor) => others.some(({ when }) => when[factor] !== undefined))
}

function beyondAt(benchmark: Benchmark, diagram: Diagram, { path, row, none }: { readonly path: readonly number[]; readonly row: number; readonly none: string }): Finding {
  const example = factsAt(diagram, path)
  return { kind: 'beyond', weight: 'fault', rows: [row], example, says: `第 ${row + 1} 行包括了不构成违法的情形（${factsWords(benchmark, example)}）：${none}` }
}

function overlapAt(benchmark: Benchmark, diagram: Diagram, { path, rows, chosen }: Place): Finding {
  const example = factsAt(diagram, path)
  const said = factsWords(benchmark, example)
  const numbers = rows.map((row) => row + 1).join('、')
  if (isTorn(benchmark, rows, chosen)) return { kind: 'twoRanges', weight: 'fault', rows, example, says: `同一情形（${said}）符合第 ${numbers} 行，却落在不同的法定幅度中，没有因素把它们区分开` }
  if (chosen === undefined) return { kind: 'overlap', weight: 'fault', rows, example, says: `同一情形（${said}）符合第 ${numbers} 行，没有规定适用哪一行` }
  return { kind: 'settled', weight: 'note', rows, example, says: `同一情形（${said}）符合第 ${numbers} 行，适用第 ${chosen + 1} 行` }
}
