import type { Http } from '../../platform/http.ts'
import { manifestRoutes } from './manifest-routes.ts'
import type { TruckParts } from './parts.ts'
import { publicTruckRoutes } from './public-routes.ts'
import { truckRegisterRoutes } from './register-routes.ts'
import { truckSheetRoutes } from './sheet-routes.ts'

/** Builds the muck trucks (渣土车辆): the register, the manifests, and what everybody may see of them. */
export function trucks(http: Http, parts: TruckParts): void {
  truckRegisterRoutes(http, parts)
  truckSheetRoutes(http, parts)
  manifestRoutes(http, parts)
  publicTruckRoutes(http, parts)
}
