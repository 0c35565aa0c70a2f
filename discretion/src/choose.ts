import type { Band, HitPolicy, Row } from './benchmark.ts'
import { gravityOf } from './gravity.ts'

/** Which of the rows that hold answers (命中策略), by number; nothing where the policy does not settle it, or where none holds. */
export function chooser(rows: readonly Row[], hit: HitPolicy): (fired: readonly number[]) => number | undefined {
  const rank = rows.map((row) => gravityOf(row))
  return (fired) => {
    const [first] = fired
    if (first === undefined || fired.length === 1 || hit === 'first') return first
    if (hit === 'unique') return undefined
    if (hit === 'any') return fired.every((one) => isAlike(rows[one], rows[first])) ? first : undefined
    return fired.reduce((gravest, one) => ((rank[one] ?? 0n) > (rank[gravest] ?? 0n) ? one : gravest), first)
  }
}

const isAlike = (a: Row | undefined, b: Row | undefined): boolean => a !== undefined && b !== undefined && a.tier === b.tier && a.range === b.range && isSameBand(a.band, b.band)
const isSameBand = (a: Band, b: Band): boolean => a.is === b.is && (!('min' in a) || ('min' in b && a.min === b.min && a.max === b.max))
