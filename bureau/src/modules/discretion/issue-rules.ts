import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { CONCERNS } from '@zhunsheng/discretion/benchmark.ts'
import { check } from '@zhunsheng/discretion/check.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import type { Issue } from './wire.ts'

interface Ground {
  readonly code: string
  readonly basis: readonly string[]
  readonly because: string
  readonly instead: string
  readonly field?: string
}

/**
 * What stands against publishing a benchmark (发布裁量权基准的条件).
 *
 * 重庆市优化营商环境条例第六十四条: those of penalties are made by the city's agency; a district applies them. 行政处罚法第三十四条: published; 第五条: in
 * proportion, and nothing that was not published. An example is marked, and nobody's.
 */
export function groundsAgainst(benchmark: Benchmark, issue: Issue, today: string): readonly Ground[] {
  const grounds: Ground[] = []
  const isPenalty = benchmark.concerns === undefined
  const isListed = findMatter(benchmark.matter) !== undefined
  if (!isPenalty && isListed) grounds.push({ code: 'benchmark.other-matter', basis: ['《行政处罚法》第四条'], because: `「${benchmark.matter}」是行政处罚事项，不是${CONCERNS[benchmark.concerns ?? 'penalty']}事项`, instead: '另取一个事项编号，如 licence.banner', field: 'content.matter' })
  if (isPenalty && !isListed) grounds.push({ code: 'benchmark.no-matter', basis: ['《行政处罚法》第四条'], because: `权责清单中没有「${benchmark.matter}」这个事项`, instead: '填写权责清单中的事项编号', field: 'content.matter' })
  if (isPenalty && issue.level === 'district' && !issue.example) grounds.push({ code: 'benchmark.issuer', basis: ['《重庆市优化营商环境条例》第六十四条'], because: '裁量权基准由市级行政机关制定，区县机关适用', instead: '填写市级机关制定的基准；学习用的请标为示例', field: 'issue.level' })
  if (issue.from < today && !issue.example) grounds.push({ code: 'benchmark.backdated', basis: ['《行政处罚法》第五条第三款'], because: '没有公布的规定不能作为行政处罚的依据，施行日期不能早于发布之日', instead: '填写今天或者以后的日期', field: 'issue.from' })
  const faults = check(benchmark).filter(({ weight }) => weight === 'fault')
  for (const { kind, says } of faults) grounds.push({ code: `benchmark.${kind}`, basis: ['《行政处罚法》第五条第二款', '《重庆市优化营商环境条例》第六十四条'], because: says, instead: '改正后再发布', field: 'content.rows' })
  return grounds
}
