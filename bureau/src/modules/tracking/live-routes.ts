import type { Http } from '../../platform/http.ts'
import { RECORDS } from '../trucks/wire.ts'
import { allow, type TrackingParts } from './parts.ts'
import { liveNow } from './store.ts'
import { openAlarms } from './store-alarms.ts'
import { Live } from './wire.ts'

/** Where the trucks are now (实时监控). Only vehicles of the register are shown. */
export function liveRoutes(http: Http, parts: TrackingParts): void {
  const { database, clock, known } = parts
  http.get('/api/trucks/live', { schema: { tags: ['渣土车辆'], summary: '车辆实时位置', response: { 200: Live } } }, async (request) => {
    await allow(parts, request, 'read')
    return database.read(async (queries) => {
      const { vehicles, named } = await known(queries)
      const alarms = await openAlarms(queries)
      const registered = new Map(vehicles.map(({ id, title, data }) => [id, { plate: title, enterprise: named(RECORDS.vehicle.parse(data).enterprise) ?? '' }]))
      const trucks = (await liveNow(queries)).flatMap(({ truck, phase, last }) => {
        const names = registered.get(truck)
        if (names === undefined) return []
        const { lat, lon, speedKmh, headingDeg, atMs, cover, lift, load } = last
        return [{ truck, ...names, lat, lon, speed: speedKmh, heading: headingDeg, at: new Date(atMs).toISOString(), phase, cover, lift, load, alarms: [...(alarms.get(truck) ?? [])] }]
      })
      return { now: clock.now().toISOString(), trucks }
    })
  })
}
