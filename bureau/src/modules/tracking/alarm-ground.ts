import type { Queries } from '../../platform/database.ts'
import type { StoodRecord, TruckRegister } from '../trucks/contract.ts'
import { RECORDS } from '../trucks/wire.ts'
import type { AlarmRow } from './store-alarms.ts'

/** What is written down of an alarm that leaves the desk, and the register by which it was judged. */
export interface AlarmProof {
  readonly alarm: AlarmRow
  readonly ground: readonly StoodRecord[]
  /** As the register said when the alarm was raised; missing where it named none then. */
  readonly terminal: string | undefined
}
export async function proofOf(register: Pick<TruckRegister, 'stoodAt'>, queries: Queries, alarm: AlarmRow): Promise<AlarmProof> {
  const ground = await groundOf(register, queries, alarm)
  const vehicle = ground.find(({ kind, id }) => kind === 'vehicle' && id === alarm.truck)
  return { alarm, ground, terminal: vehicle === undefined ? undefined : RECORDS.vehicle.parse(vehicle.data).terminal }
}

/** What an alarm concerns, as the register stood when it was raised (预警所涉登记): the truck, its enterprise, the places, the permit with its routes. */
export async function groundOf(register: Pick<TruckRegister, 'stoodAt'>, queries: Queries, { alarm, truck, raised_at }: Pick<AlarmRow, 'alarm' | 'truck' | 'raised_at'>): Promise<readonly StoodRecord[]> {
  const { siteId, disposalSiteId, noGoAreaId, roadId, permitId, routeIds = [] } = alarm.about
  const named = [truck, siteId, disposalSiteId, noGoAreaId, roadId, permitId, ...routeIds].filter((id) => id !== undefined)
  const first = await register.stoodAt(queries, named, raised_at)
  // What the papers of that day name is part of them: a permit without its routes says little.
  const further = first.flatMap((record) => namedBy(record)).filter((id) => !named.includes(id))
  return [...first, ...(await register.stoodAt(queries, [...new Set(further)], raised_at))].toSorted((a, b) => (a.kind === b.kind ? order(a.title, b.title) : order(a.kind, b.kind)))
}
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function namedBy({ kind, data }: StoodRecord): readonly string[] {
  if (kind === 'permit') {
    const { site, disposal, routes, enterprise } = RECORDS.permit.parse(data)
    return [site, disposal, enterprise, ...routes]
  }
  return kind === 'vehicle' ? [RECORDS.vehicle.parse(data).enterprise] : []
}
