import type { Assessment } from './assess.ts'
import { ratesBy, type Rate } from './rate.ts'

/** Where an enterprise stands (企业排名). */
export interface Standing extends Rate {
  readonly enterpriseId: string
  /** 0 to 100: the rate that its trips prove, as the lower end of Wilson's 95 % interval (1927): few trips prove little. */
  readonly score: number
  /** Those alike share a place; nothing where there are too few trips to rank. */
  readonly place: number | undefined
}

/** With fewer trips than this nobody is ranked. */
export const ENOUGH_TRIPS = 10
/** 95 percent, both sides. */
const Z = 1.959_964

/** Ranks the enterprises, the best first; those with too few trips stand at the end without a place. Trips of unknown enterprises are left out. */
export function rankEnterprises(assessments: readonly Assessment[]): readonly Standing[] {
  const all = ratesBy(assessments.filter(({ enterpriseId }) => enterpriseId !== undefined), 'enterpriseId').map(({ key, ...rate }) => ({ ...rate, enterpriseId: key, score: scoreOf(rate.complied, rate.total) }))
  const ranked = all.filter(({ total }) => total >= ENOUGH_TRIPS).sort((a, b) => b.score - a.score)
  return [
    ...ranked.map((one) => ({ ...one, place: ranked.findIndex(({ score }) => score === one.score) + 1 })),
    ...all.filter(({ total }) => total < ENOUGH_TRIPS).map((one) => ({ ...one, place: undefined })),
  ]
}

/** One decimal. Nothing complied, or no trips, is 0. */
export function scoreOf(complied: number, total: number): number {
  if (total === 0) return 0
  const [share, z2] = [complied / total, Z * Z]
  const low = (share + z2 / (2 * total) - Z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total))) / (1 + z2 / total)
  return Math.max(0, Math.round(low * 1000) / 10)
}
