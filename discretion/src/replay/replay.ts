import { amountIn } from '../amount.ts'
import { TIERS_IN_ORDER, type Band, type Benchmark, type Facts, type Tier } from '../benchmark.ts'
import { evaluatorOf, type Answer } from '../evaluate.ts'

/** A case that was decided under an earlier version, with what was found then. */
export interface ReplayedCase {
  readonly id: string
  readonly facts: Facts
  /** Fen; nothing where none was imposed. */
  readonly fine?: bigint
}

/** What a version makes of a case: a tier with its amounts, in fen where it is a fine, else as its range counts. */
export interface Outcome {
  /** The row that answered, from nought. */
  readonly row: number
  readonly tier: Tier
  readonly band: Band['is']
  readonly amounts?: { readonly min: bigint; readonly max: bigint }
}

/** Why a version has no outcome for a case. */
export type Silence = Exclude<Answer['is'], 'answered'> | 'noAmount'

/** What changes for one case (重演结果). */
export interface Replayed {
  readonly id: string
  readonly change:
    | 'same'
    | 'lighter'
    | 'heavier'
    /** Lighter at one end and heavier at the other. */
    | 'mixed'
    /** One of the two versions gives no answer from what was found then: nothing is guessed. */
    | 'unanswered'
  readonly before: Outcome | Silence
  readonly after: Outcome | Silence
  /** Whether the fine that was imposed could still be imposed: nothing where there was none, or the new version gives no answer. */
  readonly fineStands?: boolean
}

/**
 * Asks a new version of a benchmark about cases that were decided under an older one (以旧案重演新基准), one after the other, so
 * that a year need not be held in memory. What the new version asks and nobody found then is said, and never filled in.
 */
export function* replay(before: Benchmark, after: Benchmark, cases: Iterable<ReplayedCase>): Generator<Replayed> {
  const [askBefore, askAfter] = [outcomesOf(before), outcomesOf(after)]
  for (const { id, facts, fine } of cases) {
    const [was, is] = [askBefore(facts), askAfter(facts)]
    const fineStands = fine === undefined || typeof is === 'string' ? undefined : isIn(fine, is)
    yield { id, change: changeOf(was, is), before: was, after: is, ...(fineStands === undefined ? {} : { fineStands }) }
  }
}

/** Answers from the facts that a version knows: a factor that only the other one asks about is left out. */
function outcomesOf(benchmark: Benchmark): (facts: Facts) => Outcome | Silence {
  const { evaluate } = evaluatorOf(benchmark)
  const known = new Set(benchmark.factors.map(({ code }) => code))
  return (facts) => {
    const own = Object.fromEntries(Object.entries(facts).filter(([code]) => known.has(code)))
    const answer = evaluate(own)
    if (answer.is !== 'answered') return answer.is
    const { tier, band, range } = answer.row
    if (band.is === 'span') return { row: answer.index, tier, band: band.is, amounts: { min: band.min, max: band.max } }
    if (band.is !== 'fine') return { row: answer.index, tier, band: band.is }
    const measure = benchmark.ranges[range]?.measure
    const amounts = measure === undefined ? undefined : amountIn(band, measure, own)
    return amounts === undefined ? 'noAmount' : { row: answer.index, tier, band: 'fine', amounts }
  }
}

/** What a case costs decides; where it costs the same, the tier does. A warning weighs more than nothing and less than any fine. */
function changeOf(before: Outcome | Silence, after: Outcome | Silence): Replayed['change'] {
  if (typeof before === 'string' || typeof after === 'string') return 'unanswered'
  const [low, high] = [compare(endOf(before, 'min'), endOf(after, 'min')), compare(endOf(before, 'max'), endOf(after, 'max'))]
  if (low * high < 0) return 'mixed'
  const change = low + high === 0 ? TIERS_IN_ORDER.indexOf(after.tier) - TIERS_IN_ORDER.indexOf(before.tier) : low + high
  return change === 0 ? 'same' : change > 0 ? 'heavier' : 'lighter'
}

const compare = (a: bigint, b: bigint): number => (a === b ? 0 : a < b ? 1 : -1)

function endOf({ band, amounts }: Outcome, end: 'min' | 'max'): bigint {
  if (band === 'exempt') return -2n
  return amounts === undefined ? -1n : amounts[end]
}

const isIn = (fine: bigint, { amounts }: Outcome): boolean => amounts !== undefined && amounts.min <= fine && fine <= amounts.max
