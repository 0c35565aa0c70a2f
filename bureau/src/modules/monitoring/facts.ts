import { REASONS, type Reason } from '@zhunsheng/law/monitoring/event-acts.ts'
import type { Queries } from '../../platform/database.ts'
import type { OfferedFigures } from '../report/contract.ts'
import type { Figure } from '../report/wire.ts'
import { countEvents } from './store-events.ts'
import type { EventQuery } from './wire.ts'

const SOURCE = '《行政处罚法》第四十一条'
const isReason = (word: string): word is Reason => word in REASONS

type Asked = Partial<Pick<EventQuery, 'receivedIn' | 'reviewedIn' | 'outcome' | 'reason'>>
const listOf = (asked: Asked): string => `/monitoring?${new URLSearchParams(Object.entries(asked).map(([name, value]): [string, string] => [name, String(value)])).toString()}`

/** The figures of electronic monitoring (非现场执法指标), each the size of a list of records that opens. */
export const monitoringFigures: OfferedFigures = async (queries, year, today) => {
  const figure = async (key: string, name: string, definition: string, asked: Asked): Promise<Figure> => {
    const count = await countEvents(queries, asked, today)
    return { key: `monitoring.${key}`, group: '非现场执法', name, value: String(count), unit: '件', definition, source: SOURCE, cases: count, opens: 'list', address: listOf(asked) }
  }
  const rejected = await figure('rejected', '审核不采用', '当年审核、结论为不采用的监控事件，按最近一次有效的审核。', { reviewedIn: year, outcome: 'rejected' })
  return [
    await figure('received', '接收监控事件', '当年收到的监控事件，同一事件报送几次计一次；含设备未登记而暂存的。', { receivedIn: year }),
    await figure('admitted', '审核通过', '当年审核、符合真实、清晰、完整、准确要求的监控事件。', { reviewedIn: year, outcome: 'admitted' }),
    await figure('lead-only', '仅作线索', '当年审核、不能作为证据而仅作线索的监控事件。', { reviewedIn: year, outcome: 'leadOnly' }),
    { ...rejected, parts: await partsOf(queries, year, today) },
  ]
}

async function partsOf(queries: Queries, year: number, today: string): Promise<NonNullable<Figure['parts']>> {
  const parts: NonNullable<Figure['parts']> = []
  for (const reason of Object.keys(REASONS).filter(isReason)) {
    const asked = { reviewedIn: year, outcome: 'rejected', reason } as const
    parts.push({ name: REASONS[reason], value: String(await countEvents(queries, asked, today)), key: `monitoring.rejected.${reason}`, address: listOf(asked) })
  }
  return parts.filter(({ value }) => value !== '0')
}
