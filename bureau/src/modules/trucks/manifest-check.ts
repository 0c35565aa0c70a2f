import { civilDay, civilTime } from '../../platform/clock.ts'
import type { Fault } from './register-forms.ts'
import type { Manifest, RecordOf } from './wire.ts'

/** The clock of a gate may be ahead of ours by so much. */
const AHEAD_MS = 5 * 60_000
const HEAPED = 1.3

interface Opening {
  readonly given: Pick<RecordOf<'permit'>, 'number' | 'vehicles' | 'volume' | 'from' | 'until' | 'hours'>
  readonly vehicle: string
  readonly at: Date
  readonly now: Date
  /** Cubic metres. */
  readonly volume: number
  /** Cubic metres loaded under the permit before. */
  readonly loaded: number
  /** The number of a load of this vehicle that has not been closed. */
  readonly open: string | undefined
  /** Cubic metres of the body. */
  readonly body: number
}

/** Why a load may not leave under this permit (重庆市市容环境卫生管理条例第六十六条：凭许可证件，按批准的时间、路线和地点). */
export function openingFaults({ given, vehicle, at, now, volume, loaded, open, body }: Opening): readonly Fault[] {
  const on = civilDay(at)
  const left = Math.round((given.volume - loaded) * 10) / 10
  return [
    ...(at.getTime() > now.getTime() + AHEAD_MS ? [{ path: 'at', because: '开单时间晚于现在' }] : []),
    ...(given.vehicles.includes(vehicle) ? [] : [{ path: 'vehicle', because: `核准文件 ${given.number} 没有列入这辆车` }]),
    ...(on < given.from || on > given.until ? [{ path: 'permit', because: `核准文件 ${given.number} 的期限是 ${given.from} 至 ${given.until}` }] : []),
    ...(given.hours === undefined || isWithin(civilTime(at), given.hours) ? [] : [{ path: 'at', because: `核准的运输时段是 ${given.hours.from} 至 ${given.hours.until}` }]),
    ...(volume > left ? [{ path: 'volume', because: `核准量余 ${left} 立方米` }] : []),
    ...(volume > body * HEAPED ? [{ path: 'volume', because: `装车量超过车厢容积（${body} 立方米）三成以上，请核对` }] : []),
    ...(open === undefined ? [] : [{ path: 'vehicle', because: `这辆车的联单 ${open} 还没有确认消纳或者作废` }]),
  ]
}

/** What makes no sense in a confirmation. A volume that differs is no fault: it is what the comparison is for. */
export function tippingFaults({ manifest, at, now }: { readonly manifest: Pick<Manifest, 'openedAt'>; readonly at: Date; readonly now: Date }): readonly Fault[] {
  return [
    ...(at.getTime() > now.getTime() + AHEAD_MS ? [{ path: 'at', because: '消纳时间晚于现在' }] : []),
    ...(at.toISOString() < manifest.openedAt ? [{ path: 'at', because: '消纳时间早于开单时间' }] : []),
  ]
}

/** Whether a time of day lies in hours that may pass midnight; the end does not belong to them. */
export function isWithin(time: string, { from, until }: { readonly from: string; readonly until: string }): boolean {
  return from <= until ? from <= time && time < until : from <= time || time < until
}
