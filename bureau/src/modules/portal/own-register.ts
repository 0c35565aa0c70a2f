import { PLATE_COLOURS } from '@zhunsheng/law/identifiers/plate.ts'
import { civilDay } from '../../platform/clock.ts'
import type { Queries } from '../../platform/database.ts'
import { RECORDS } from '../trucks/wire.ts'
import type { PortalParts } from './parts.ts'
import type { OwnPermit, OwnRegister } from './wire.ts'

type Asked = Pick<PortalParts, 'haulage' | 'clock'>

/** The permits of an enterprise with what was loaded under each (本企业的处置核准). Vehicles of others that a permit names are left out. */
export async function permitsOf({ haulage, clock }: Asked, queries: Queries, enterprise: string): Promise<readonly OwnPermit[]> {
  const permits = (await haulage.records(queries, enterprise, 'permit')).map(({ id, data }) => ({ id, ...RECORDS.permit.parse(data) }))
  const own = new Map((await haulage.records(queries, enterprise, 'vehicle')).map(({ id, title }) => [id, title]))
  const names = await haulage.named(queries, permits.flatMap(({ site, disposal, routes }) => [site, disposal, ...routes]))
  const today = civilDay(clock.now())
  return Promise.all(permits.map(async ({ id, number, site, disposal, routes, volume, from, until, hours, vehicles }): Promise<OwnPermit> => {
    const { loaded } = await haulage.manifests(queries, enterprise, { permit: id, page: 1, size: 1 })
    return {
      id, number, volume, loaded, from, until, site: names.get(site) ?? '', disposal: names.get(disposal) ?? '', routes: routes.map((route) => names.get(route) ?? ''),
      vehicles: vehicles.flatMap((one) => own.get(one) ?? []), standing: today < from ? 'early' : today > until ? 'over' : 'valid',
      ...(hours === undefined ? {} : { hours: `${hours.from} 至 ${hours.until}` }),
    }
  }))
}

export async function registerOf(parts: Asked, queries: Queries, enterprise: string): Promise<OwnRegister> {
  const permits = await permitsOf(parts, queries, enterprise)
  const vehicles = await parts.haulage.records(queries, enterprise, 'vehicle')
  const drivers = await parts.haulage.records(queries, enterprise, 'driver')
  return {
    permits: [...permits],
    vehicles: vehicles.map(({ id, title, data }) => {
      const { plateColour, volume, terminal } = RECORDS.vehicle.parse(data)
      return { id, plate: title, colour: PLATE_COLOURS[plateColour], volume, terminal: terminal !== undefined, permits: permits.filter(({ vehicles: named, standing }) => standing === 'valid' && named.includes(title)).map(({ number }) => number) }
    }),
    drivers: drivers.map(({ id, data }) => ({ id, name: RECORDS.driver.parse(data).name })),
  }
}
