import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { useQuery } from '@tanstack/react-query'
import { benchmarkIn, benchmarkQuery } from './load.ts'

/** The version of a benchmark that an act names (street.front/2), once it is there; the one in force where it cannot be found any more. */
export function useNamedBenchmark(id: string | undefined): Benchmark | undefined {
  const [matter = '', version] = id?.split('/') ?? []
  const current = useQuery({ ...benchmarkQuery(matter, undefined), enabled: matter !== '', retry: false })
  const named = current.data?.versions.find((one) => one.version === Number(version))
  const isOlder = named !== undefined && named.version !== current.data?.version.version
  const older = useQuery({ ...benchmarkQuery(matter, named?.from), enabled: isOlder, retry: false })
  const content = isOlder ? older.data?.content : current.data?.content
  return content === undefined ? undefined : benchmarkIn(content)
}
