import { TARGET } from '@zhunsheng/trucks/compliance/rate.ts'
import { percentOf, type OfferedFigures } from '../report/contract.ts'
import type { Figure } from '../report/wire.ts'
import { countTrips } from './store-trips.ts'
import { VERDICTS } from './wire.ts'

/** No statute asks for it: the bureau set itself the target, and said so in its report. */
const SOURCE = '区城市管理局2021年法治政府建设情况报告（全流程监管达标率≥90%）'
const VERDICT_KEYS = ['complied', 'failed', 'unknown'] as const

/** The figures of trucks on their way (渣土车监管指标), each the size of a list of trips that opens. */
export const trackingFigures: OfferedFigures = async (queries, year) => {
  const span = { from: `${year}-01-01`, until: `${year}-12-31` }
  const address = (verdict?: string) => `/trucks/trips?${new URLSearchParams({ ...span, ...(verdict === undefined ? {} : { verdict }) }).toString()}`
  const total = await countTrips(queries, span)
  const parts = await Promise.all(VERDICT_KEYS.map(async (verdict) => ({ verdict, count: await countTrips(queries, { ...span, verdict }) })))
  const complied = parts.find(({ verdict }) => verdict === 'complied')?.count ?? 0
  const shared = { group: '渣土运输监管', source: SOURCE, opens: 'list' } as const
  const trips: Figure = {
    ...shared, key: 'trucks.trips', name: '运输趟次', value: String(total), unit: '趟', definition: '当年装载的运输趟次，由定位、信号和电子联单识别。', cases: total, address: address(),
    parts: parts.map(({ verdict, count }) => ({ name: VERDICTS[verdict], value: String(count), key: `trucks.trips.${verdict}`, address: address(verdict) })),
  }
  const rate: Figure = {
    ...shared, key: 'trucks.rate', name: '全流程监管达标率', value: total === 0 ? '无运输趟次' : percentOf(complied, total), unit: '%', of: { numerator: complied, denominator: total }, cases: complied, address: address('complied'),
    definition: `八个环节全部合规的趟次占全部趟次的比例，无法判定的不算达标；目标 ${TARGET * 100}%。`,
  }
  return [trips, rate]
}
