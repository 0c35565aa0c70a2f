import { TIERS_IN_ORDER, type Benchmark, type Factor, type Row } from './benchmark.ts'
import type { Finding } from './finding.ts'
import { chooser } from './choose.ts'
import { factsAt, type Diagram, type Node } from './diagram.ts'
import { isLighter } from './gravity.ts'
import { factsWords } from './words.ts'

/**
 * Whether a worse factor ever makes the answer lighter (单调性), all else being equal. Neighbouring cells are compared at every node
 * of the diagram, each pair of parts once; that is enough, because being no lighter carries over from neighbour to neighbour.
 */
export function fallFindings(benchmark: Benchmark, diagram: Diagram): readonly Finding[] {
  const choose = chooser(benchmark.rows, benchmark.hit)
  const compared = new Map<string, Fall | undefined>()
  const found = new Map<string, Finding>()
  /** Facts that are no offence at all are not compared. */
  const answerAt = (rows: readonly number[]): number | undefined => (rows.some((row) => row >= benchmark.rows.length) ? undefined : choose(rows))
  const fallBetween = (before: Node, after: Node): Fall | undefined => {
    if (before.id === after.id) return undefined
    const key = `${before.id}-${after.id}`
    if (compared.has(key)) return compared.get(key)
    const fall = before.branches.length === 0 ? atLeaves(benchmark, answerAt(before.rows), answerAt(after.rows)) : below(before, after, fallBetween)
    compared.set(key, fall)
    return fall
  }
  for (const { node, level, path } of nodesOf(diagram)) {
    for (const [mild, bad] of neighbours(diagram.factors[level], node.branches.length)) {
      const [before, after] = [node.branches[mild], node.branches[bad]]
      const fall = before === undefined || after === undefined ? undefined : fallBetween(before, after)
      if (fall === undefined || found.has(fall.rows.join())) continue
      found.set(fall.rows.join(), said(benchmark, fall, factsAt(diagram, [...path, mild, ...fall.path]), factsAt(diagram, [...path, bad, ...fall.path])))
    }
  }
  return [...found.values()]
}

interface Fall {
  readonly rows: readonly [number, number]
  /** Cells of the factors that follow. */
  readonly path: readonly number[]
}

function below(before: Node, after: Node, fallBetween: (before: Node, after: Node) => Fall | undefined): Fall | undefined {
  for (const [cell, branch] of before.branches.entries()) {
    const other = after.branches[cell]
    const fall = other === undefined ? undefined : fallBetween(branch, other)
    if (fall !== undefined) return { rows: fall.rows, path: [cell, ...fall.path] }
  }
  return undefined
}

function atLeaves({ rows, ranges }: Benchmark, mild: number | undefined, bad: number | undefined): Fall | undefined {
  if (mild === undefined || bad === undefined) return undefined
  const [before, after] = [rows[mild], rows[bad]]
  if (before === undefined || after === undefined) return undefined
  const isComparable = JSON.stringify(ranges[before.range]?.measure) === JSON.stringify(ranges[after.range]?.measure)
  const falls = isMilder(after, before) || (isComparable && isLighter(after.band, before.band))
  return falls ? { rows: [mild, bad], path: [] } : undefined
}
const isMilder = (a: Row, b: Row): boolean => TIERS_IN_ORDER.indexOf(a.tier) < TIERS_IN_ORDER.indexOf(b.tier)

/** Pairs of neighbouring cells, the milder first. */
function neighbours(factor: Factor | undefined, cells: number): readonly (readonly [number, number])[] {
  const upward = Array.from({ length: Math.max(0, cells - 1) }, (_, at) => [at, at + 1] as const)
  if (factor === undefined || factor.worse === 'neither') return []
  return factor.worse === 'less' || factor.worse === 'no' ? upward.map(([low, high]) => [high, low] as const) : upward
}

/** Every node once, with one way to it. */
function* nodesOf({ root }: Diagram): Generator<{ readonly node: Node; readonly level: number; readonly path: readonly number[] }> {
  const seen = new Set<number>([root.id])
  const waiting: { readonly node: Node; readonly level: number; readonly path: readonly number[] }[] = [{ node: root, level: 0, path: [] }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next
    for (const [cell, branch] of next.node.branches.entries()) {
      if (seen.has(branch.id)) continue
      seen.add(branch.id)
      waiting.push({ node: branch, level: next.level + 1, path: [...next.path, cell] })
    }
  }
}

function said(benchmark: Benchmark, { rows }: Fall, example: Finding['example'] & {}, worse: Finding['example'] & {}): Finding {
  return {
    kind: 'falls',
    weight: 'fault',
    rows,
    example,
    worse,
    says: `情节更重，处罚反而更轻：${factsWords(benchmark, example)}适用第 ${rows[0] + 1} 行；${factsWords(benchmark, worse)}适用第 ${rows[1] + 1} 行`,
  }
}
