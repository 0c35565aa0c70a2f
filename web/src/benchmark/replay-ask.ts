import type { ReplayBody, Version } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { writeBenchmark } from '@zhunsheng/discretion/written.ts'

/** What is tried on decided cases (试算的对象): the draft against what is in force, or one published version against another. */
export type Tried = { readonly is: 'draft' } | { readonly is: 'versions'; readonly before: number; readonly after: number }

export function replayBody(benchmark: Benchmark, days: { readonly from: string; readonly to: string }, tried: Tried): ReplayBody {
  const { matter } = benchmark
  return tried.is === 'draft' ? { matter, ...days, after: { is: 'draft', content: writeBenchmark(benchmark) } } : { matter, ...days, before: tried.before, after: { is: 'version', version: tried.after } }
}

/** The two latest versions, the older first; nothing while there is only one. */
export function lastTwo(versions: readonly Pick<Version, 'version'>[]): Extract<Tried, { readonly is: 'versions' }> | undefined {
  const [before, after] = versions.map(({ version }) => version).toSorted((a, b) => a - b).slice(-2)
  return before === undefined || after === undefined ? undefined : { is: 'versions', before, after }
}

/** Under which name a table of differing cases is kept. */
export const replayFileName = ({ matter, before, after }: ReplayBody): string => `试算-${matter}${after.is === 'version' ? `-第${before ?? ''}版与第${after.version}版` : ''}.csv`
