import type { Http } from '../../platform/http.ts'
import { tipoffDeskRoutes } from './desk-routes.ts'
import type { TipoffParts } from './parts.ts'
import { publicTipoffRoutes } from './public-routes.ts'

/** Builds the citizens' reports (群众举报): the door to the street, and the desk. */
export function tipoffs(http: Http, parts: TipoffParts): void {
  publicTipoffRoutes(http, parts)
  tipoffDeskRoutes(http, parts)
}
