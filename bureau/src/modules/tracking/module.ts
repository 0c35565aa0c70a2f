import type { WatchRules } from '@zhunsheng/trucks/watch/rules.ts'
import type { Http } from '../../platform/http.ts'
import type { CardSink, PositionSink, SafetySink } from '../terminals/contract.ts'
import { alarmRoutes } from './alarm-routes.ts'
import { cardSink } from './cards.ts'
import { complianceRoutes } from './compliance-routes.ts'
import { WHOLE, type AlarmBook, type NoteLook, type OwnTrucks, type Share } from './contract.ts'
import { driverRoutes } from './driver-routes.ts'
import { follower, type FollowParts } from './follow.ts'
import { liveRoutes } from './live-routes.ts'
import { ownTrucks } from './own-trucks.ts'
import type { TrackingParts } from './parts.ts'
import { safetySink, USUAL_SAFETY, type SafetyRules } from './safety.ts'
import { settingsRoute } from './settings-route.ts'
import { positionSink } from './sink.ts'
import { addLook } from './store.ts'
import { findAlarm, momentsBeside } from './store-alarms.ts'
import { trackRoutes } from './track-routes.ts'
import { tripRoutes } from './trip-routes.ts'
import { minuteTurn, USUAL_TRACKS, type Keeping } from './turn.ts'
import { knownWorld } from './world.ts'

/** What the house is given of this module. */
export interface Tracking {
  readonly sink: PositionSink
  readonly cards: CardSink
  readonly warnings: SafetySink
  readonly alarms: AlarmBook
  /** To be done every minute: papers told, silence noticed, trips judged, old tracks dropped. */
  readonly turn: () => Promise<void>
  /** What enterprises see of their own trucks. */
  readonly own: OwnTrucks
  readonly noteLook: NoteLook
}

/** Builds the trucks on their way (行车监管): its routes, the door for positions, and its work of every minute. */
export function tracking(http: Http, given: Omit<TrackingParts, 'known' | 'keeping'> & Pick<FollowParts, 'heard'> & { readonly keeping?: Keeping; readonly rules?: WatchRules; readonly safety?: SafetyRules; readonly share?: Share }): Tracking {
  const { database, clock, register, heard } = given
  const known = knownWorld(register, given.rules)
  const parts: TrackingParts = { ...given, known, keeping: given.keeping ?? USUAL_TRACKS }
  liveRoutes(http, parts)
  trackRoutes(http, parts)
  alarmRoutes(http, parts)
  tripRoutes(http, parts)
  complianceRoutes(http, parts)
  driverRoutes(http, parts)
  settingsRoute(http, parts)
  const followed = follower({ database, clock, known, ...(heard === undefined ? {} : { heard }) })
  return {
    warnings: safetySink({ database, rules: given.safety ?? USUAL_SAFETY }),
    cards: cardSink({ database, register, known }),
    alarms: { find: findAlarm, beside: momentsBeside },
    sink: positionSink({ database, register, follower: followed }),
    own: ownTrucks(parts),
    noteLook: ({ from, until, ...look }) => database.work((tx) => addLook(tx, { ...look, id: parts.newId(), at: clock.now().toISOString(), from_at: from, until_at: until })),
    turn: minuteTurn({ database, clock, register, follower: followed, keeping: parts.keeping, share: given.share ?? WHOLE }),
  }
}
