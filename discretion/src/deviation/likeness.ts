import { factorOf } from '../amount.ts'
import { apply } from '../apply.ts'
import type { Facts } from '../benchmark.ts'
import type { Evaluator } from '../evaluate.ts'

/** What of a decision can be held against that of another (可比的内容). */
export interface Likeness {
  /** The row of the benchmark that answered, counted from 0: cases of one row are alike in everything that explains the amount. */
  readonly row: number
  /** Fen; for each unit where the band hangs on one, as square metres; for each fen of the sum of which it is a share. */
  readonly amount?: number
}

/**
 * What a case has in common with others of its matter: the row that its facts lead to. An amount that hangs on a measured fact is
 * divided by it, so that a large stall is not taken for a harsh officer. Nothing where the benchmark gives no answer to the facts.
 */
export function likenessOf(evaluator: Evaluator, facts: Facts, fine: bigint | undefined): Likeness | undefined {
  const applied = apply(evaluator, facts)
  if (applied.is !== 'given') return undefined
  const { rows, ranges } = evaluator.benchmark
  const row = rows.indexOf(applied.row)
  if (fine === undefined) return { row }
  const measure = ranges[applied.row.range]?.measure ?? { is: 'fen' }
  const factor = applied.row.band.is === 'fine' ? factorOf(measure) : undefined
  const units = factor === undefined ? 1 : facts[factor]
  return typeof units === 'number' && units > 0 ? { row, amount: Number(fine) / units } : { row }
}
