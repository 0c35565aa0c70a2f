import type { Fix } from '../fix.ts'
import type { Manifest } from '../manifest.ts'
import type { SimulatedDay } from './day.ts'
import { driverOf, idIn, type Ids } from './register-fleet.ts'

/** How a simulated day reaches the server. */
export interface FleetDoor {
  /** Hands in positions, in the order of their time. */
  readonly positions: (fixes: readonly Fix[]) => Promise<void>
  /** An instant as the interface writes it (ISO 8601): a pure room has no calendar of its own. */
  readonly written: (atMs: number) => string
  /** Says something of a manifest over HTTP at an instant: opens one, or confirms one that was opened; answers its id. */
  readonly paper: (path: string, said: Readonly<Record<string, unknown>>, at: { readonly atMs: number; readonly key: string }) => Promise<string>
}
const BATCH = 200

/** Lives a simulated day (虚构车队的一天): positions and manifests in the order in which they were made, every name replaced by its id in the register. */
export async function liveDay({ events }: Pick<SimulatedDay, 'events'>, ids: Ids, door: FleetDoor): Promise<void> {
  const manifests = new Map<string, string>()
  let waiting: Fix[] = []
  const hand = async (): Promise<void> => {
    const fixes = waiting
    waiting = []
    if (fixes.length > 0) await door.positions(fixes)
  }
  for (const { truckId, event, atMs } of events) {
    if (event.kind === 'manifest') {
      await hand()
      const { id } = event.manifest
      const earlier = manifests.get(id)
      const key = `${id}-${atMs}`
      if (earlier === undefined) manifests.set(id, await door.paper('/api/trucks/manifests', opening(event.manifest, ids, door), { atMs, key }))
      else await door.paper(`/api/trucks/manifests/${earlier}/entries`, confirmation(event.manifest, atMs, door), { atMs, key })
    }
    if (event.kind === 'position') waiting.push({ ...event.report, truckId: idIn(ids, truckId) })
    if (waiting.length >= BATCH) await hand()
  }
  await hand()
}

const opening = ({ siteId, truckId, issuedMs, loadedM3 }: Manifest, ids: Ids, { written }: FleetDoor) => ({ permit: idIn(ids, `permit-${siteId}`), vehicle: idIn(ids, truckId), driver: idIn(ids, driverOf(truckId)), at: written(issuedMs), volume: loadedM3 })
const confirmation = ({ closedMs, receivedM3 }: Manifest, atMs: number, { written }: FleetDoor) => ({ kind: 'confirm', at: written(closedMs ?? atMs), volume: receivedM3 ?? 0 })
