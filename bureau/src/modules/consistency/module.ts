import type { Clock } from '../../platform/clock.ts'
import type { Http } from '../../platform/http.ts'
import { catchUp, type ComparedParts } from './compared.ts'
import { likeRoutes } from './like-routes.ts'
import { scanRoutes } from './scan-routes.ts'

/** What the house is given of this module. */
export interface Consistency {
  /** Computes what is compared of cases from before there was such a table, a good many of them; once all are, nothing. */
  readonly turn: () => Promise<void>
}

/** Builds the comparison of like cases (同案同罚): its routes, and the work of catching up with old cases. */
export function consistency(http: Http, parts: ComparedParts & { readonly clock: Clock; readonly newId: () => string }): Consistency {
  let isCaughtUp = false
  const turn = async () => {
    while (!isCaughtUp) isCaughtUp = !(await catchUp(parts))
  }
  likeRoutes(http, { ...parts, isCaughtUp: () => isCaughtUp })
  scanRoutes(http, { ...parts, catchUp: turn })
  return { turn }
}
