import { DUMPED, MANIFESTED, NO_BASIS, NOT_AS_APPROVED, NOT_COVERED, OFF_ROUTE, TIRED, TOO_FAST, TOO_HEAVY, UNPERMITTED, type Basis } from '../basis.ts'
import type { Sighting } from '../sighting.ts'
import { watchRest } from './fatigue.ts'
import { watchLift } from './lifted-outside.ts'
import { watchStop } from './long-stop.ts'
import { watchManifest } from './manifest-open.ts'
import type { WatchName } from './name.ts'
import { watchNoGo } from './no-go.ts'
import { watchPermit } from './no-permit.ts'
import { watchContact } from './off-line.ts'
import { watchRoute } from './off-route.ts'
import { watchCover } from './open-cover.ts'
import { watchTruck } from './other-truck.ts'
import type { Outcome, Ring } from './outcome.ts'
import { watchWeight } from './overload.ts'
import type { WatchRules } from './rules.ts'
import { watchSpeed } from './speeding.ts'
import type { Standing } from './standing.ts'
import { watchTerminal } from './tampered.ts'
import { watchVolume } from './volume-differs.ts'
import { watchTime } from './wrong-time.ts'

/** A watch in the list: what it is called, what it listens to, where its rule stands. */
export interface Watch {
  readonly name: WatchName
  /** `positions` that were believed, every `message` of the terminal, or `everything`, papers and the clock included. */
  readonly hears: 'positions' | 'messages' | 'everything'
  readonly basis: readonly Basis[]
  /** Watches once: writes what it remembers into `after`, and answers the alarms that open and close. */
  readonly watch: (after: Draft, sighting: Sighting, rules: WatchRules) => readonly Ring[]
}
/** What the watches remember, while one sighting is shown to them in turn. */
export type Draft = { -readonly [Name in WatchName]: Standing[Name] }

/** The watches (监测规则) in their order. Each is a function of what it remembers, what it is shown, and its rule. */
export const WATCHES: readonly Watch[] = [
  listed('no-permit', watchPermit, 'positions', UNPERMITTED),
  listed('other-truck', watchTruck, 'positions', UNPERMITTED),
  listed('wrong-time', watchTime, 'positions', NOT_AS_APPROVED),
  listed('off-route', watchRoute, 'positions', OFF_ROUTE),
  listed('no-go', watchNoGo, 'positions', NOT_AS_APPROVED),
  listed('speeding', watchSpeed, 'positions', TOO_FAST),
  listed('open-cover', watchCover, 'positions', NOT_COVERED),
  listed('lifted-outside', watchLift, 'positions', DUMPED),
  listed('long-stop', watchStop, 'positions', NO_BASIS),
  listed('off-line', watchContact, 'everything', NO_BASIS),
  listed('tampered', watchTerminal, 'messages', NO_BASIS),
  listed('overload', watchWeight, 'positions', TOO_HEAVY),
  listed('fatigue', watchRest, 'positions', TIRED),
  listed('manifest-open', watchManifest, 'everything', MANIFESTED),
  listed('volume-differs', watchVolume, 'everything', MANIFESTED),
]

function listed<Name extends WatchName>(
  name: Name,
  watch: (before: Standing[Name], sighting: Sighting, rule: WatchRules[Name]) => Outcome<Standing[Name]>,
  hears: Watch['hears'],
  basis: readonly Basis[],
): Watch {
  return {
    name,
    hears,
    basis,
    watch: (draft, sighting, rules) => {
      const { after, rings } = watch(draft[name], sighting, rules[name])
      draft[name] = after
      return rings
    },
  }
}
