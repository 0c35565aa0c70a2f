import type { Assessment } from './assess.ts'
import { LINKS, type FailedReason, type Link, type UnknownReason } from './link.ts'

/** The share that a bureau wants to comply (全流程监管达标率): the target of 重庆市九龙坡区城市管理局 in its report for 2021. No statute sets one. */
export const TARGET = 0.9

/** How many trips came out how. Each number is the length of a list of trips. */
export interface Rate {
  readonly total: number
  readonly complied: number
  readonly failed: number
  readonly unknown: number
  /** Complied of all trips: what nobody knows does not count as complied. Nothing where there were no trips. */
  readonly rate: number | undefined
  /** Complied of the trips that are known. */
  readonly rateOfKnown: number | undefined
  readonly reachesTarget: boolean | undefined
  /** What stood in the way, most frequent first, with the trips behind it. A trip may stand under several. */
  readonly reasons: readonly ReasonCount[]
}
export interface ReasonCount {
  readonly link: Link
  readonly kind: 'failed' | 'unknown'
  readonly reason: FailedReason | UnknownReason
  readonly tripIds: readonly string[]
}

export function rateOf(assessments: readonly Assessment[], target: number = TARGET): Rate {
  const count = (verdict: Assessment['verdict']) => assessments.filter((one) => one.verdict === verdict).length
  const [total, complied, failed, unknown] = [assessments.length, count('complied'), count('failed'), count('unknown')]
  const rate = total === 0 ? undefined : complied / total
  return { total, complied, failed, unknown, rate, rateOfKnown: complied + failed === 0 ? undefined : complied / (complied + failed), reachesTarget: rate === undefined ? undefined : rate >= target, reasons: reasonsOf(assessments) }
}

/** The rate of each day, site, enterprise or truck; trips that have no such key are under an empty one. */
export function ratesBy(assessments: readonly Assessment[], key: 'day' | 'siteId' | 'enterpriseId' | 'truckId', target: number = TARGET): readonly (Rate & { readonly key: string })[] {
  const groups = new Map<string, Assessment[]>()
  for (const one of assessments) {
    const name = String(one[key] ?? '')
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return [...groups].map(([name, group]) => ({ key: name, ...rateOf(group, target) })).sort((a, b) => (a.key < b.key ? -1 : 1))
}

function reasonsOf(assessments: readonly Assessment[]): readonly ReasonCount[] {
  const counts = new Map<string, { readonly count: Omit<ReasonCount, 'tripIds'>; readonly tripIds: string[] }>()
  const add = (count: Omit<ReasonCount, 'tripIds'>, tripId: string) => {
    const key = `${count.link} ${count.reason}`
    const entry = counts.get(key) ?? { count, tripIds: [] }
    entry.tripIds.push(tripId)
    counts.set(key, entry)
  }
  for (const { tripId, links } of assessments)
    for (const link of LINKS) {
      const one = links[link]
      const reasons = one.verdict === 'failed' ? one.reasons : one.verdict === 'unknown' ? [one.reason] : []
      for (const reason of reasons) add({ link, kind: one.verdict === 'failed' ? 'failed' : 'unknown', reason }, tripId)
    }
  return [...counts.values()].map(({ count, tripIds }) => ({ ...count, tripIds })).sort((a, b) => b.tripIds.length - a.tripIds.length)
}
