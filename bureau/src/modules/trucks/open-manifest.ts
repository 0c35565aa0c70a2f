import { civilDay, type Clock } from '../../platform/clock.ts'
import type { Queries } from '../../platform/database.ts'
import { malformed } from '../../platform/problem.ts'
import { openingFaults } from './manifest-check.ts'
import { standingOf, type Standing } from './store.ts'
import { addManifest, loadedUnder, manifestUnder, nextManifest, openLoadOf } from './store-manifests.ts'
import { RECORDS, type NewManifest } from './wire.ts'

/** Opens a manifest at the gate (开联单), once for each key. Answers its identifier. */
export async function openManifest({ clock, newId }: { readonly clock: Clock; readonly newId: () => string }, tx: Queries, { permit: permitId, vehicle, driver, at, volume }: NewManifest, { who, key, of }: { readonly who: string; readonly key: string; /** Everything must be this enterprise's. */ readonly of?: string }): Promise<string> {
  const earlier = await manifestUnder(tx, key)
  if (earlier !== undefined) return earlier
  const standing = await standingOf(tx, [permitId, vehicle, ...(driver === undefined ? [] : [driver])])
  const permit = standing.get(permitId)
  const named = [{ path: 'permit', one: permit, kind: 'permit' }, { path: 'vehicle', one: standing.get(vehicle), kind: 'vehicle' }, ...(driver === undefined ? [] : [{ path: 'driver', one: standing.get(driver), kind: 'driver' }])]
  const missing = named.filter(({ one, kind }) => one?.kind !== kind || one.ended !== null || !belongs(one, of))
  if (permit === undefined || missing.length > 0) throw malformed(missing.map(({ path }) => ({ path, because: of === undefined ? '没有这项登记，或者已经注销' : '本企业没有这项登记，或者已经注销' })))
  const given = RECORDS.permit.parse(permit.data)
  const faults = openingFaults({ given, vehicle, at: new Date(at), volume, now: clock.now(), loaded: await loadedUnder(tx, permitId), open: await openLoadOf(tx, vehicle), body: RECORDS.vehicle.parse(standing.get(vehicle)?.data).volume })
  if (faults.length > 0) throw malformed(faults)
  const year = Number(civilDay(new Date(at)).slice(0, 4))
  const made = newId()
  await addManifest(tx, {
    id: made, number: `${year}-${String(await nextManifest(tx, year)).padStart(7, '0')}`, permit: permitId, vehicle, driver: driver ?? null, site: given.site, disposal: given.disposal,
    opened_at: new Date(at).toISOString(), volume, who, at: clock.now().toISOString(), idempotency_key: key,
  })
  return made
}

const belongs = ({ data }: Pick<Standing, 'data'>, enterprise: string | undefined): boolean => enterprise === undefined || data['enterprise'] === enterprise
