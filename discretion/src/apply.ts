import { amountIn, factorOf } from './amount.ts'
import type { Benchmark, Factor, Facts, Row, Tier } from './benchmark.ts'
import type { Answer, Evaluator } from './evaluate.ts'

/** Lowest and highest fine in fen, both included (裁量幅度). */
export interface Span {
  readonly low: bigint
  readonly high: bigint
}

/** What a benchmark gives for the facts of a case, as a notice or a decision states it (裁量权基准的适用). */
export type Applied =
  /** Without a span the row imposes no fine: nothing, a warning, or what its band says in another measure than money. */
  | { readonly is: 'given'; readonly tier: Tier; readonly row: Row; readonly span?: Span; readonly answer: Answer }
  /** Factors that must still be found, the measure of the amount among them. */
  | { readonly is: 'open'; readonly factors: readonly Factor[]; readonly answer: Answer }
  /** Facts that are none, and factors that the benchmark does not know. */
  | { readonly is: 'malformed'; readonly faults: readonly { readonly factor: string; readonly because: string }[]; readonly answer: Answer }
  /** The benchmark gives nothing: the act is none of this clause, or it has a gap or a conflict. */
  | { readonly is: 'nothing'; readonly answer: Answer }

/** Applies a benchmark to the facts of a case: its tier, and its band in fen for what was measured (阶次和幅度). */
export function apply({ benchmark, evaluate }: Evaluator, facts: Facts): Applied {
  const answer = evaluate(facts)
  const unknown = Object.keys(facts).filter((code) => !benchmark.factors.some((factor) => factor.code === code))
  if (unknown.length > 0 || answer.is === 'malformed')
    return { is: 'malformed', faults: [...unknown.map((factor) => ({ factor, because: `裁量权基准没有「${factor}」这个裁量因素` })), ...(answer.is === 'malformed' ? answer.faults : [])], answer }
  if (answer.is === 'needs') return { is: 'open', factors: answer.factors, answer }
  if (answer.is !== 'answered') return { is: 'nothing', answer }
  const { row } = answer
  if (row.band.is !== 'fine') return { is: 'given', tier: row.tier, row, answer }
  const measure = benchmark.ranges[row.range]?.measure ?? { is: 'fen' }
  const amount = amountIn(row.band, measure, facts)
  if (amount === undefined) return { is: 'open', factors: measuredBy(benchmark, measure), answer }
  return { is: 'given', tier: row.tier, row, span: { low: amount.min, high: amount.max }, answer }
}

const measuredBy = ({ factors }: Benchmark, measure: Benchmark['ranges'][number]['measure']): readonly Factor[] => factors.filter(({ code }) => code === factorOf(measure))

/** Which factors a form asks for, in the benchmark's order: what was answered, and the next thing that the answer hangs on (逐项提问). */
export function askedFactors({ factors }: Benchmark, facts: Facts, applied: Applied): readonly Factor[] {
  const next = applied.is === 'open' ? applied.factors[0] : undefined
  const wrong = applied.is === 'malformed' ? applied.faults.map(({ factor }) => factor) : []
  return factors.filter((factor) => facts[factor.code] !== undefined || factor === next || wrong.includes(factor.code))
}
