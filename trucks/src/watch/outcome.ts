import type { Episode, Followed, Turn } from './episode.ts'

/** What an alarm is about, besides the truck. */
export interface About {
  readonly tripId?: string
  readonly siteId?: string
  readonly disposalSiteId?: string
  readonly noGoAreaId?: string
  readonly roadId?: string
  readonly routeIds?: readonly string[]
  readonly permitId?: string
  readonly manifestId?: string
}
/** An alarm opens or closes. */
export interface Ring extends Turn {
  readonly limit: number
  readonly unit: Unit
  readonly about: About
}
/** What `worst` and `limit` are measured in; `share` is a ratio, `none` a mere yes or no. */
export type Unit = 'kmh' | 'm' | 'ms' | 'share' | 'none'

/** What a watch answers. */
export interface Outcome<State> {
  readonly after: State
  readonly rings: readonly Ring[]
}

const SILENT: readonly Ring[] = []
export const silent = <State>(after: State): Outcome<State> => ({ after, rings: SILENT })

/** An episode's turn, said as an alarm. */
export function rung({ after, turn }: Followed, what: { readonly limit: number; readonly unit: Unit; readonly about: About }): Outcome<Episode> {
  return turn === undefined ? silent(after) : { after, rings: [{ ...turn, ...what }] }
}
