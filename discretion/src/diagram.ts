import type { Benchmark, Facts, Factor } from './benchmark.ts'
import { allCells, linesOf, type Cell } from './cells.ts'

/**
 * A benchmark as a decision diagram (决策图): one level for each factor, one branch for each of its cells, and below the last factor
 * the rows that hold. Parts that come out alike are one node, so that a table of many factors stays small although the number of
 * combinations does not (Bryant 1986, for multi-valued factors).
 */
export interface Diagram {
  readonly root: Node
  readonly factors: readonly Factor[]
  readonly cells: readonly (readonly Cell[])[]
}
export interface Node {
  readonly id: number
  /** For each cell of this level's factor; none at a leaf. */
  readonly branches: readonly Node[]
  /** The rows that are still possible here; at a leaf those that hold. Numbers beyond the rows are those of `notThis`. */
  readonly rows: readonly number[]
}

/** Draws the diagram of a benchmark. */
export function diagramOf(benchmark: Benchmark): Diagram {
  const { factors } = benchmark
  const rows = linesOf(benchmark)
  const cells = allCells(benchmark)
  const masks = cells.map((level) => level.map((cell) => rows.reduce((mask, row, index) => (cell.accepts(row) ? mask | (1n << BigInt(index)) : mask), 0n)))
  const known = factors.map(() => new Map<bigint, Node>())
  const leaves = new Map<bigint, Node>()
  let count = 0
  const nodeAt = (level: number, mask: bigint): Node => {
    const place = known[level] ?? leaves
    const found = place.get(mask)
    if (found !== undefined) return found
    const branches = (masks[level] ?? []).map((one) => nodeAt(level + 1, mask & one))
    const node: Node = { id: count++, branches, rows: rowsIn(mask) }
    place.set(mask, node)
    return node
  }
  const root = nodeAt(0, (1n << BigInt(rows.length)) - 1n)
  return { root, factors, cells }
}

function rowsIn(mask: bigint): readonly number[] {
  const found: number[] = []
  for (let [rest, row] = [mask, 0]; rest > 0n; rest >>= 1n, row += 1) if ((rest & 1n) === 1n) found.push(row)
  return found
}

/** Facts of one cell for each of the factors, from the first on. */
export function factsAt({ factors, cells }: Pick<Diagram, 'factors' | 'cells'>, path: readonly number[]): Facts {
  const facts: Record<string, number | string | boolean> = {}
  for (const [level, cell] of path.entries()) {
    const [factor, found] = [factors[level], cells[level]?.[cell]]
    if (factor !== undefined && found !== undefined) facts[factor.code] = found.sample
  }
  return facts
}

/**
 * Walks to every leaf by one way, and to every place where no row is possible any more by one way from each part above it:
 * `path` is a cell for each factor so far. The time is that of the diagram, not of the combinations.
 */
export function* leavesOf({ root }: Diagram): Generator<{ readonly path: readonly number[]; readonly rows: readonly number[] }> {
  const seen = new Set<number>([root.id])
  const waiting: { readonly node: Node; readonly path: readonly number[] }[] = [{ node: root, path: [] }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, path } = next
    if (node.branches.length === 0 || node.rows.length === 0) {
      yield { path, rows: node.rows }
      continue
    }
    const here = new Set<number>()
    for (const [cell, branch] of node.branches.entries()) {
      const isKnown = branch.rows.length === 0 ? here.has(branch.id) : seen.has(branch.id)
      if (isKnown) continue
      here.add(branch.id)
      seen.add(branch.id)
      waiting.push({ node: branch, path: [...path, cell] })
    }
  }
}
