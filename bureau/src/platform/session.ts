import type { Clock } from './clock.ts'
import type { Database } from './database.ts'
import { hexDigest } from './digest.ts'
import { token } from './random.ts'
import { addSession, dropSession, findSession, touchSession } from './session-store.ts'

/** Idle for this long: log in again. */
const IDLE_MS = 2 * 3_600_000
const LONGEST_MS = 12 * 3_600_000
/** The moment of last use is written down at most this often. */
const TOUCH_MS = 60_000

/** The name of the cookie that carries the token. */
export const COOKIE = 'zhunsheng'

/** Sessions (会话): the token goes to the browser, only its digest is stored. */
export interface Sessions {
  readonly open: (userId: string) => Promise<string>
  readonly find: (token: string) => Promise<string | undefined>
  readonly close: (token: string) => Promise<void>
}

export function sessions(database: Database, clock: Clock): Sessions {
  return {
    open: async (userId) => {
      const made = token()
      await database.work((tx) => addSession(tx, hexDigest(made), userId, clock.now()))
      return made
    },
    find: async (given) => {
      const hash = hexDigest(given)
      const found = await database.read((queries) => findSession(queries, hash))
      if (found === undefined) return undefined
      const now = clock.now()
      const idle = now.getTime() - Date.parse(found.used_at)
      if (idle > IDLE_MS || now.getTime() - Date.parse(found.opened_at) > LONGEST_MS) {
        await database.work((tx) => dropSession(tx, hash))
        return undefined
      }
      if (idle > TOUCH_MS) await database.work((tx) => touchSession(tx, hash, now))
      return found.user_id
    },
    close: (given) => database.work((tx) => dropSession(tx, hexDigest(given))),
  }
}
