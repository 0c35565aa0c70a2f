import type { Queries } from '../../platform/database.ts'
import { deviceRows } from './device-routes.ts'
import type { MonitoringParts } from './parts.ts'
import type { ListedEvent } from './store-events.ts'
import { measuredOf } from './view.ts'

const PHOTOS_MAX = 9

/** A reviewed record becomes a lead (线索), once, however often its review is withdrawn and made anew. */
export async function leadFor(parts: MonitoringParts, tx: Queries, row: ListedEvent, { by, isEvidence }: { readonly by: string; readonly isEvidence: boolean }): Promise<{ readonly id: string; readonly number: string }> {
  const [device] = await deviceRows(tx, parts, [row.device])
  const measured = measuredOf(row)
  const worth = isEvidence ? '审核通过，收集证据时写明监控事件编号' : '审核结论为仅作线索，不得作为处罚的证据'
  const said = [row.content, ...(row.plate === null ? [] : [`号牌 ${row.plate}`]), ...(row.party === null ? [] : [`可能的当事人：${row.party}`]), ...(measured === undefined ? [] : [`测量值 ${measured}`])].join('；')
  return parts.leads.add(tx, {
    source: device?.plate === undefined ? 'camera' : 'truck',
    receivedOn: row.received_on,
    place: row.place ?? device?.place ?? '（设备没有说明地点）',
    content: `【监控事件 ${row.number}，${worth}】${said}`,
    registeredBy: by,
    key: `monitoring-${row.id}`,
    ...(row.records.length === 0 ? {} : { photos: row.records.slice(0, PHOTOS_MAX) }),
    ...(row.matter === null ? {} : { matter: row.matter }),
    ...(row.position === null ? {} : { position: { ...row.position, accuracy: 0 } }),
  })
}
