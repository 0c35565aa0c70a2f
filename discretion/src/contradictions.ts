import type { Benchmark, Facts, Row } from './benchmark.ts'
import { cellsOf, linesOf } from './cells.ts'
import { evaluatorOf } from './evaluate.ts'
import { factsWords, tierWords } from './words.ts'

/** Two matters that mean the same conduct and punish it differently (同一行为，基准冲突). */
export interface Contradiction {
  readonly matters: readonly [string, string]
  readonly example: Facts
  readonly says: string
}

/** Two tables are compared on so many combinations at most; beyond, the middle ones of each factor are left out. */
const COMBINATIONS_MAX = 20_000

/**
 * Looks for pairs of benchmarks of one conduct that contradict each other: for the same facts, bands that have no amount in common.
 * Facts are taken from the cells of both tables; a factor that only one of them knows is varied too.
 */
export function contradictions(benchmarks: readonly Benchmark[]): readonly Contradiction[] {
  return benchmarks.flatMap((one, at) => benchmarks.slice(at + 1).flatMap((other) => (one.conduct === other.conduct ? (contradiction(one, other) ?? []) : [])))
}

function contradiction(one: Benchmark, other: Benchmark): Contradiction | undefined {
  const [ask, askOther] = [evaluatorOf(one).evaluate, evaluatorOf(other).evaluate]
  for (const facts of combinations(one, other)) {
    const [answer, otherAnswer] = [ask(facts), askOther(facts)]
    if (answer.is !== 'answered' || otherAnswer.is !== 'answered' || !isApart(one, answer.row, other, otherAnswer.row)) continue
    return { matters: [one.matter, other.matter], example: facts, says: `「${one.conduct}」在 ${one.matter} 和 ${other.matter} 中处理不同：${factsWords(one, facts)}，一处为${tierWords(answer.row)}，一处为${tierWords(otherAnswer.row)}，幅度没有重合` }
  }
  return undefined
}

/** Bands of one measure without a common amount; where one exempts and the other fines they are apart too. */
function isApart(one: Benchmark, { band: a, range }: Row, other: Benchmark, { band: b, range: otherRange }: Row): boolean {
  if (a.is !== b.is) return true
  if (a.is !== 'fine' || b.is !== 'fine') return false
  const isComparable = JSON.stringify(one.ranges[range]?.measure) === JSON.stringify(other.ranges[otherRange]?.measure)
  return isComparable && (a.max < b.min || b.max < a.min)
}

function* combinations(one: Benchmark, other: Benchmark): Generator<Facts> {
  const factors = [...new Map([...other.factors, ...one.factors].map((factor) => [factor.code, factor])).values()]
  const lines = [...linesOf(one), ...linesOf(other)]
  const levels = factors.map((factor) => ({ code: factor.code, samples: cellsOf(factor, lines).map(({ sample }) => sample) }))
  while (levels.reduce((product, { samples }) => product * samples.length, 1) > COMBINATIONS_MAX) {
    const longest = levels.reduce((most, level) => (level.samples.length > most.samples.length ? level : most))
    longest.samples.splice(longest.samples.length >> 1, 1)
  }
  const total = levels.reduce((product, { samples }) => product * samples.length, 1)
  for (let place = 0; place < total; place++) {
    const facts: Record<string, number | string | boolean> = {}
    let rest = place
    for (const { code, samples } of levels) {
      const sample = samples[rest % samples.length]
      rest = Math.floor(rest / samples.length)
      if (sample !== undefined) facts[code] = sample
    }
    yield facts
  }
}
