import type { Http } from '../../platform/http.ts'
import { ownAlarmRoutes } from './alarm-routes.ts'
import { noticeDeskRoutes, portalDeskRoutes } from './desk-routes.ts'
import { ownHaulageRoutes } from './haulage-routes.ts'
import { ownRoutes } from './own-routes.ts'
import type { PortalParts } from './parts.ts'
import { portalSessionRoutes } from './session-routes.ts'

/** Builds the enterprises' side (企业端): its log-in, its doors, and the desk that opens them. */
export function portal(http: Http, parts: PortalParts): void {
  portalSessionRoutes(http, parts)
  ownRoutes(http, parts)
  ownAlarmRoutes(http, parts)
  ownHaulageRoutes(http, parts)
  portalDeskRoutes(http, parts)
  noticeDeskRoutes(http, parts)
}
