import type { BenchmarkView, VersionList } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { readBenchmark } from '@zhunsheng/discretion/written.ts'
import { queryOptions } from '@tanstack/react-query'
import { get } from '../api.ts'

export const benchmarksQuery = (on: string | undefined) => queryOptions({ queryKey: ['benchmarks', on], queryFn: () => get<VersionList>('/api/public/benchmarks', { on }) })
export const benchmarkQuery = (matter: string, on: string | undefined) => queryOptions({ queryKey: ['benchmark', matter, on], queryFn: () => get<BenchmarkView>(`/api/public/benchmarks/${matter}`, { on }) })
export const templateQuery = (matter: string) => queryOptions({ queryKey: ['benchmark-template', matter], queryFn: () => get<{ readonly content: unknown }>(`/api/public/benchmarks/${matter}/template`) })

/** What the server sent as a benchmark; it was checked before it was published, so that another one is a fault of ours. */
export function benchmarkIn(content: unknown): Benchmark {
  const read = readBenchmark(content)
  if (!read.ok) throw new Error(read.faults.map(({ because }) => because).join('；'))
  return read.benchmark
}
