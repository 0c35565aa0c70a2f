import type { Benchmark } from './benchmark.ts'
import { bandFindings } from './check-bands.ts'
import { coverFindings } from './check-cover.ts'
import { fallFindings } from './check-falls.ts'
import { diagramOf } from './diagram.ts'
import type { Finding } from './finding.ts'

/**
 * Checks a benchmark before it is published (发布前检查): complete, without overlap, within the statutory range (行政处罚法第四条、
 * 第十六条), and never lighter for a worse factor. Each fault comes with facts that show it. Nothing found is a proof: every
 * combination of cells was looked at.
 */
export function check(benchmark: Benchmark): readonly Finding[] {
  const diagram = diagramOf(benchmark)
  return [...bandFindings(benchmark), ...coverFindings(benchmark, diagram), ...fallFindings(benchmark, diagram)]
}
