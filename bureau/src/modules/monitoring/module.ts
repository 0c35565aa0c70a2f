import type { Http } from '../../platform/http.ts'
import type { MonitoringDoor } from './contract.ts'
import { deviceRoutes } from './device-routes.ts'
import { monitoringDoor } from './door.ts'
import { eventRoutes } from './event-routes.ts'
import type { MonitoringParts } from './parts.ts'
import { publicMonitoringRoutes } from './public-routes.ts'
import { sourceRoutes } from './source-routes.ts'

/** Builds electronic monitoring (非现场执法): its routes, and the door by which other modules bring records in. */
export function monitoring(http: Http, given: Omit<MonitoringParts, 'door'>): MonitoringDoor {
  const door = monitoringDoor(given)
  const parts = { ...given, door }
  deviceRoutes(http, parts)
  eventRoutes(http, parts)
  sourceRoutes(http, parts)
  publicMonitoringRoutes(http, parts)
  return door
}
