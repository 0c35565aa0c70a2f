import type { DistrictData } from '../district.ts'
import type { Area } from '../geometry/area.ts'
import { moved } from '../geometry/distance.ts'
import type { Point } from '../geometry/point.ts'

/** Enters one record of the register over HTTP; answers its id. */
export type Register = (kind: string, data: Readonly<Record<string, unknown>>, key: string) => Promise<string>
/** Of what the simulation calls by a name, the id in the register. */
export type Ids = ReadonlyMap<string, string>

/** Nobody's: the region 500999 is not given out. */
const CREDIT_CODE = '11500999MA0000015W'
const CORNERS = 24
const FIRST_PLATE = 20_000
const FIRST_PHONE = 13_900_000_000
/** The plate of a truck of the fleet, and the number by which its terminal calls itself (号牌、终端号); trucks count from 0. */
export const plateOfTruck = (index: number): string => `渝A${String(FIRST_PLATE + index)}`
export const phoneOfTruck = (index: number): string => String(FIRST_PHONE + index)
const pair = ({ lat, lon }: Point): readonly [number, number] => [lon, lat]

/** An area as it is drawn: a circle by its corners. */
function ringOf(area: Area): readonly (readonly [number, number])[] {
  if (area.kind === 'polygon') return (area.rings[0] ?? []).map(pair)
  return Array.from({ length: CORNERS }, (_, corner) => pair(moved(area.centre, Math.cos((corner * 2 * Math.PI) / CORNERS) * area.radiusM, Math.sin((corner * 2 * Math.PI) / CORNERS) * area.radiusM)))
}

/** Which name has which id; a name that was never registered is a fault of the caller. */
export function idIn(ids: Ids, simulated: string): string {
  const id = ids.get(simulated)
  if (id === undefined) throw new Error(`${simulated} was not registered`)
  return id
}

/** What the register calls the one who drives a truck of the simulation. */
export const driverOf = (truckId: string): string => `driver-${truckId}`

/** Enters the fictional district and its fleet, all of one enterprise (虚构车队登记). The permits hold from the first to the last day, written 2021-08-01. */
export async function registerFleet(register: Register, data: DistrictData, { from, until }: { readonly from: string; readonly until: string }): Promise<Ids> {
  const ids = new Map<string, string>()
  const idOf = (simulated: string): string => idIn(ids, simulated)
  const enter = async (simulated: string, kind: string, record: Readonly<Record<string, unknown>>): Promise<void> => {
    ids.set(simulated, await register(kind, record, `fleet-${kind}-${simulated}`))
  }
  const always = { quota: 100_000, from, until, address: '示例路' }
  await enter('enterprise', 'enterprise', { name: '示例车队', creditCode: CREDIT_CODE, contact: '示例人', phone: '000' })
  for (const [index, { id, ratedLoadKg, bodyM3 }] of data.trucks.entries()) await enter(id, 'vehicle', { plate: plateOfTruck(index), plateColour: 'yellow', enterprise: idOf('enterprise'), tare: 15_000, capacity: ratedLoadKg, volume: bodyM3, terminal: phoneOfTruck(index) })
  for (const [index, { id }] of data.trucks.entries()) await enter(driverOf(id), 'driver', { name: `示例驾驶员${index + 1}`, enterprise: idOf('enterprise'), phone: '000', certificate: `示例证号${index + 1}` })
  for (const { id, name, area, gate } of data.sites) await enter(id, 'site', { ...always, name, contractor: '示例施工单位', area: ringOf(area), ...(gate?.kind === 'circle' ? { gate: { at: pair(gate.centre), radius: gate.radiusM } } : {}) })
  for (const { id, name, area } of data.disposalSites) await enter(id, 'disposal', { ...always, name, operator: '示例经营单位', area: ringOf(area) })
  for (const { id, name, area } of data.noGoAreas) await enter(id, 'zone', { name, area: ringOf(area), basis: '示例' })
  for (const { id, name, corridor } of data.routes) await enter(id, 'route', { name, line: corridor.path.map(pair), width: corridor.halfWidthM * 2 })
  for (const { id, name, roadClass, signKmh, corridor } of data.roads) await enter(id, 'road', { name, line: corridor.path.map(pair), width: corridor.halfWidthM * 2, roadClass, ...(signKmh === undefined ? {} : { sign: signKmh }) })
  for (const { id, siteId, disposalSiteIds, routeIds, truckIds } of data.permits)
    await enter(id, 'permit', { number: `示例核准 ${id}`, enterprise: idOf('enterprise'), site: idOf(siteId), disposal: idOf(disposalSiteIds[0] ?? ''), routes: routeIds.map(idOf), vehicles: truckIds.map(idOf), volume: 5000, from, until, hours: { from: '05:00', until: '23:00' }, issuer: '示例区城市管理局' })
  return ids
}
