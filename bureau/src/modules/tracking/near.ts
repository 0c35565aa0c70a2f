import { civilDay } from '../../platform/clock.ts'
import { rowOf } from './alarm-view.ts'
import type { NearTruck, TruckDays } from './contract.ts'
import { listAlarms } from './store-alarms.ts'
import { listTrips } from './store-trips.ts'
import { shown } from './trip-routes.ts'
import { ALARM_STATES, VERDICTS } from './wire.ts'

/** Whoever stands in the street remembers the time about so well. */
const AROUND_MS = 2 * 3_600_000
const DAY_MS = 86_400_000
/** More than a truck drives in three days. */
const MOST = 500

/** The alarms and trips of a truck that touch a moment, two hours before and after included. */
export const truckDays: TruckDays = {
  near: async (queries, truck, at) => {
    const span = { truck, from: civilDay(new Date(at.getTime() - DAY_MS)), until: civilDay(new Date(at.getTime() + DAY_MS)), page: 1, size: MOST }
    const { rows: alarms } = await listAlarms(queries, span)
    const { rows: trips } = await listTrips(queries, { ...span, sort: 'newest' })
    const known: readonly NearTruck[] = [
      ...alarms.map(rowOf).map(({ id, title, since, until, state }): NearTruck => ({ of: 'alarm', id, title, from: since, state: ALARM_STATES[state], ...(until === undefined ? {} : { until }) })),
      ...trips.map(shown).map(({ id, site, tipped, loadedAt, endedAt, verdict }): NearTruck => ({ of: 'trip', id, title: `${site} → ${tipped}`, from: loadedAt, until: endedAt, state: VERDICTS[verdict] })),
    ]
    return known.filter(({ from, until }) => Date.parse(from) - AROUND_MS <= at.getTime() && (until === undefined || at.getTime() <= Date.parse(until) + AROUND_MS))
  },
}
