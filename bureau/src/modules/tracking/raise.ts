import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import type { WatchName } from '@zhunsheng/trucks/watch/name.ts'
import { civilMinute } from '../../platform/clock.ts'
import type { Queries } from '../../platform/database.ts'
import { malformed } from '../../platform/problem.ts'
import type { RaisedEvent } from '../monitoring/contract.ts'
import type { Registered } from '../trucks/contract.ts'
import { RECORDS } from '../trucks/wire.ts'
import { rowOf } from './alarm-view.ts'
import type { TrackingParts } from './parts.ts'
import type { AlarmRow } from './store-alarms.ts'

/** Which matter of the power list it may be; whether it is one is judged in the case. Where it depends on the day or on who dumped, nothing is suggested. */
const MATTERS: Partial<Readonly<Record<WatchName, string>>> = { 'no-permit': 'muck.unpermitted', 'other-truck': 'muck.unpermitted', 'wrong-time': 'muck.route', 'off-route': 'muck.route', 'no-go': 'muck.route', 'open-cover': 'muck.open' }

/** Hands an alarm that was found to be true to electronic monitoring (转非现场执法): there a person still reviews it, and a terminal that was not registered or not in force never makes evidence. */
export async function raiseAlarm({ monitoring }: Pick<TrackingParts, 'monitoring'>, tx: Queries, alarm: AlarmRow, vehicle: Registered | undefined, { who, records }: { readonly who: string; readonly records: readonly string[] }): Promise<{ readonly id: string; readonly number: string }> {
  const { plate, plateColour, terminal } = vehicle === undefined ? { plate: alarm.plate, plateColour: undefined, terminal: undefined } : RECORDS.vehicle.parse(vehicle.data)
  if (terminal === undefined) throw malformed([{ path: 'step', because: '这辆车没有登记终端，说不出是哪一台设备的记录；请先登记终端' }])
  const { id, number } = await monitoring.raise(tx, { ...eventOf(alarm, { plate, plateColour, terminal }, who), records: [...records] })
  return { id, number }
}

function eventOf(stored: AlarmRow, { plate, plateColour, terminal }: { readonly plate: string; readonly plateColour: RaisedEvent['plateColour']; readonly terminal: string }, who: string): RaisedEvent {
  const { alarm, watch } = stored
  const { title, measured, threshold } = rowOf(stored)
  const [first] = alarm.evidence
  const matter = MATTERS[watch]
  const positions = alarm.evidence.map(({ atMs, lat, lon, speedKmh, cover, lift }) => `${when(atMs)} 北纬 ${lat.toFixed(5)}、东经 ${lon.toFixed(5)}，${Math.round(speedKmh)} 公里/小时${cover === undefined ? '' : cover === 'open' ? '，篷盖打开' : '，篷盖关闭'}${lift === 'up' ? '，车厢举升' : ''}`)
  return {
    source: 'trucks', takenBy: who, external: stored.id, device: terminal, at: new Date(alarm.sinceMs).toISOString(),
    content: [`车载终端预警：${title}${measured === undefined || threshold === undefined ? '' : `，最大 ${measured}，阈值 ${threshold}`}。`, `定位：${positions.join('；')}。`].join('').slice(0, 2000),
    ...(matter === undefined || findMatter(matter) === undefined ? {} : { matter }),
    plate, plateColour,
    ...(first === undefined ? {} : { position: { latitude: first.lat, longitude: first.lon } }),
    records: [],
  }
}
const when = (ms: number): string => civilMinute(new Date(ms))
