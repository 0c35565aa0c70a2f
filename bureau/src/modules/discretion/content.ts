import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { readBenchmark } from '@zhunsheng/discretion/written.ts'
import { malformed } from '../../platform/problem.ts'

/** The content of a request as a benchmark (请求中的基准内容); what is wrong is told by field. */
export function contentIn(content: unknown, at = 'content'): Benchmark {
  const read = readBenchmark(content)
  if (!read.ok) throw malformed(read.faults.map(({ path, because }) => ({ path: path === '' ? at : `${at}.${path}`, because })))
  return read.benchmark
}
