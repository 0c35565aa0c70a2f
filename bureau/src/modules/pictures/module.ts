import type { Http } from '../../platform/http.ts'
import type { EvidenceRoom } from '../evidence/contract.ts'
import type { Officers } from '../officers/contract.ts'
import type { RecordingSink } from '../terminals/contract.ts'
import type { AlarmBook, Exhibits } from '../tracking/contract.ts'
import type { ClipSink } from './contract.ts'
import { eraseOld } from './erase.ts'
import { exhibits } from './exhibits.ts'
import { clipKeeper } from './keep-clip.ts'
import { keeper, type KeepParts } from './keep.ts'
import { pictureRoutes } from './routes.ts'

/** What the house is given of this module. */
export interface Pictures {
  readonly recordings: RecordingSink
  readonly clips: ClipSink
  readonly exhibits: Exhibits
  /** Erases what is over; to be done every minute, though it looks once an hour. */
  readonly turn: () => Promise<void>
}
const LOOK_EVERY_MS = 3_600_000

/** Builds the pictures of the trucks' cameras (车载影像). */
export function pictures(http: Http, parts: KeepParts & { readonly officers: Officers; readonly alarms: AlarmBook; readonly evidence: EvidenceRoom }): Pictures {
  pictureRoutes(http, parts)
  let lookedMs = -Infinity
  return {
    recordings: keeper(parts),
    clips: clipKeeper(parts),
    exhibits: exhibits(parts),
    turn: async () => {
      const nowMs = parts.clock.now().getTime()
      if (nowMs - lookedMs < LOOK_EVERY_MS) return
      lookedMs = nowMs
      await eraseOld(parts)
    },
  }
}
