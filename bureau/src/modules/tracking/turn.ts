import { civilDay } from '../../platform/clock.ts'
import type { TruckRegister } from '../trucks/contract.ts'
import type { FollowParts, Follower, Happening } from './follow.ts'
import type { Share } from './contract.ts'
import { reassess } from './reassess.ts'
import { forgetBefore, trucksFollowed } from './store.ts'
import { forgetCardsBefore } from './store-cards.ts'
import { forgetSignsBefore } from './store-safety.ts'

export interface Keeping {
  /** For so many days positions are kept. */
  readonly days: number
  readonly source: string
  readonly verified: boolean
}
/** No rule was found that says how long a bureau keeps tracks of muck trucks. */
export const USUAL_TRACKS: Keeping = { days: 183, source: '未找到公开依据，须由机关自行确定', verified: false }

const DAY_MS = 86_400_000
/** At a start manifests of the last days are told again; telling twice changes nothing. */
const BACK_MS = 3 * DAY_MS
const OVERLAP_MS = 300_000

interface TurnParts extends Pick<FollowParts, 'database' | 'clock'> {
  readonly register: TruckRegister
  readonly follower: Follower
  readonly keeping: Keeping
  readonly share: Share
}

/** What is done every minute (每分钟的例行工作): papers are told, silence is noticed, trips are judged, old days are dropped. */
export function minuteTurn({ database, clock, register, follower, keeping, share }: TurnParts): () => Promise<void> {
  let toldUntil: number | undefined
  let forgotOn: string | undefined
  return async () => {
    const nowMs = clock.now().getTime()
    const since = new Date(toldUntil === undefined ? nowMs - BACK_MS : toldUntil - OVERLAP_MS).toISOString()
    const changed = (await database.read((queries) => register.changedSince(queries, since))).filter(({ truckId }) => share.has(truckId))
    await follower.take(changed.map((manifest): Happening => ({ truckId: manifest.truckId, event: { kind: 'manifest', manifest, atMs: nowMs } })))
    toldUntil = nowMs
    const trucks = (await database.read(trucksFollowed)).filter(share.has)
    await follower.take(trucks.map((truckId): Happening => ({ truckId, event: { kind: 'clock', atMs: nowMs } })))
    // Trips that another process has at hand are passed by.
    while ((await reassess({ database, clock, register })) > 0);
    const oldest = civilDay(new Date(nowMs - keeping.days * DAY_MS))
    if (forgotOn !== oldest && share.leads()) {
      await database.work(async (tx) => {
        await forgetBefore(tx, oldest)
        await forgetCardsBefore(tx, oldest)
        await forgetSignsBefore(tx, oldest)
      })
      forgotOn = oldest
    }
  }
}
