import type { Benchmark, Facts, Row } from './benchmark.ts'
import type { Answer } from './evaluate.ts'
import { against as standsAgainst, type Failed } from './failed.ts'
import { bandWords, testWords, tierWords, valueWords } from './words.ts'

/** Why a benchmark answers as it does (裁量说理), for screens and for the decision's reasons. */
export interface Explanation {
  readonly says: string
  /** What the row asks for and what was found, factor by factor. */
  readonly because: readonly { readonly factor: string; readonly asks: string; readonly found: string }[]
  /** Rows that did not answer, and what stood against each. */
  readonly others: readonly { readonly row: number; readonly tier: string; readonly because: string }[]
}

/** Puts an answer into words. Nothing is said of facts that are missing: the answer names them. */
export function explain(benchmark: Benchmark, facts: Facts, answer: Answer): Explanation {
  switch (answer.is) {
    case 'answered': {
      const range = benchmark.ranges[answer.row.range]
      const band = range === undefined ? '' : bandWords(answer.row.band, range.measure)
      const also = answer.fired.length > 1 ? `；同时符合 ${answer.fired.length} 行，依${POLICY[benchmark.hit]}适用这一行` : ''
      return {
        says: `${tierWords(answer.row)}：${band}${answer.row.and === undefined ? '' : `，${answer.row.and}`}${also}`,
        because: becauseOf(benchmark, answer.row, facts),
        others: othersOf(benchmark, answer.failed, answer.index, facts),
      }
    }
    case 'needs':
      return { says: `还需要查明：${answer.factors.map(({ name }) => name).join('、')}`, because: [], others: [] }
    case 'notThis':
      return { says: `不属于本事项：${answer.says}`, because: [], others: [] }
    case 'gap':
      return { says: '裁量基准没有规定这种情形', because: [], others: othersOf(benchmark, answer.failed, -1, facts) }
    case 'conflict':
      return { says: `同时符合第 ${answer.fired.map((row) => row + 1).join('、')} 行，裁量基准没有规定适用哪一行`, because: [], others: [] }
    case 'malformed':
      return { says: answer.faults.map(({ because }) => because).join('；'), because: [], others: [] }
    default:
      return answer satisfies never
  }
}

const POLICY = { unique: '唯一原则', any: '结果相同', first: '先后次序', gravest: '从重原则' } as const

const becauseOf = ({ factors }: Benchmark, row: Row, facts: Facts) =>
  factors.flatMap((factor) => {
    const [test, found] = [row.when[factor.code], facts[factor.code]]
    return test === undefined || found === undefined ? [] : [{ factor: factor.name, asks: testWords(factor, test), found: valueWords(factor, found) }]
  })

const othersOf = ({ factors, rows }: Benchmark, failed: Failed, answered: number, facts: Facts) =>
  rows.flatMap((row, index) => {
    if (index === answered) return []
    const against = standsAgainst(failed, index).flatMap((at) => factors[at] ?? [])
    const said = against.map((factor) => `要求${testWords(factor, row.when[factor.code])}，查明为${valueWords(factor, facts[factor.code] ?? '')}`)
    return [{ row: index, tier: tierWords(row), because: said.length === 0 ? '也符合，没有适用' : said.join('；') }]
  })
