import { WATCH_TITLES, type WatchName } from '@zhunsheng/trucks/watch/name.ts'
import type { FreshAlarm } from './contract.ts'
import { snapshotBy } from './order-message.ts'
import { give, type OrderParts } from './orders.ts'
import type { Roll } from './roll.ts'

/** When a camera is asked because of an alarm (预警抓拍规则). */
export interface SnapshotRules {
  readonly watches: readonly WatchName[]
  readonly channels: readonly number[]
  /** One truck is asked once in so long. */
  readonly restMs: number
  /** An alarm that was noticed so late is past: the picture would show another place. */
  readonly lateMs: number
}
export const USUAL_SNAPSHOTS: SnapshotRules = { watches: ['open-cover', 'lifted-outside', 'no-go', 'no-permit', 'overload'], channels: [1], restMs: 120_000, lateMs: 120_000 }

/** Asks the cameras of a truck that has just raised an alarm and is on line (预警抓拍). */
export function alarmCamera(parts: OrderParts & { readonly roll: Roll; readonly rules: SnapshotRules; readonly onFault: (fault: unknown) => void }): (alarms: readonly FreshAlarm[]) => void {
  const { roll, rules, clock, onFault } = parts
  const asked = new Map<string, number>()
  return (alarms) => {
    const nowMs = clock.now().getTime()
    for (const [truck, atMs] of asked) {
      if (nowMs - atMs < rules.restMs) break
      asked.delete(truck)
    }
    for (const { watch, truckId, atMs } of alarms) {
      if (!rules.watches.includes(watch) || asked.has(truckId) || nowMs - atMs > rules.lateMs) continue
      const there = roll.ofTruck(truckId)
      if (there === undefined) continue
      asked.set(truckId, nowMs)
      for (const channel of rules.channels) {
        const spoken = snapshotBy(there.place.session, channel)
        if (spoken !== undefined) give(parts, there, spoken, { kind: '预警抓拍', text: `${WATCH_TITLES[watch]}，通道 ${channel}`, who: '系统' }).catch(onFault)
      }
    }
  }
}
