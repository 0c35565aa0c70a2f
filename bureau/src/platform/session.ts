import type { Clock } from './clock.ts'
import type { Database, Queries } from './database.ts'
import { hexDigest } from './digest.ts'
import { token } from './random.ts'
import { addSession, dropSession, dropSessionsOf, findSession, touchSession, type StoredSession } from './session-store.ts'

/** Idle for this long: log in again. */
const IDLE_MS = 2 * 3_600_000
const LONGEST_MS = 12 * 3_600_000
/** The moment of last use is written down at most this often. */
const TOUCH_MS = 60_000
/** For so long what was read of a session is not read again. Another process learns of a log-out this much later at most. */
const REMEMBERED_MS = 1000
/** So many sessions are remembered at most. */
const MOST = 10_000

/** The name of the cookie that carries the token. */
export const COOKIE = 'zhunsheng'

/** Sessions (会话): the token goes to the browser, only its digest is stored. */
export interface Sessions {
  readonly open: (userId: string) => Promise<string>
  readonly find: (token: string) => Promise<string | undefined>
  readonly close: (token: string) => Promise<void>
  /** Logs a person out wherever he is logged in, in one transaction with what makes it necessary. */
  readonly closeAllOf: (userId: string, because: (tx: Queries) => Promise<void>) => Promise<void>
}

/**
 * Keeps sessions, and remembers for a moment what was read of them, so that a person at work is not looked up at every step.
 * A log-out in this process takes effect at once. `sinceMs` counts the machine's time, which no clock of a demonstration
 * stops or moves. Of several kinds of people each has sessions of its own: a token of one kind is unknown to the others.
 */
export function sessions(database: Database, clock: Clock, sinceMs: () => number = () => performance.now(), kind = 'officer'): Sessions {
  const remembered = new Map<string, { readonly session: StoredSession; readonly readAtMs: number }>()
  /** How often something was forgotten: what was read before that may be outdated. */
  let forgotten = 0
  const forget = (isMeant: (hash: string, session: StoredSession) => boolean) => {
    forgotten += 1
    for (const [hash, { session }] of remembered) if (isMeant(hash, session)) remembered.delete(hash)
  }

  async function read(hash: string): Promise<StoredSession | undefined> {
    const known = remembered.get(hash)
    const nowMs = sinceMs()
    if (known !== undefined && nowMs - known.readAtMs < REMEMBERED_MS) return known.session
    const before = forgotten
    const session = await database.read((queries) => findSession(queries, hash, kind))
    if (remembered.size >= MOST) remembered.clear()
    if (session !== undefined && before === forgotten) remembered.set(hash, { session, readAtMs: nowMs })
    else remembered.delete(hash)
    return session
  }

  return {
    open: async (userId) => {
      const made = token()
      await database.work((tx) => addSession(tx, hexDigest(made), { kind, userId }, clock.now()))
      return made
    },
    find: async (given) => {
      const hash = hexDigest(given)
      const found = await read(hash)
      if (found === undefined) return undefined
      const now = clock.now()
      const idle = now.getTime() - Date.parse(found.used_at)
      if (idle > IDLE_MS || now.getTime() - Date.parse(found.opened_at) > LONGEST_MS) {
        await database.work((tx) => dropSession(tx, hash))
        forget((one) => one === hash)
        return undefined
      }
      if (idle > TOUCH_MS) {
        await database.work((tx) => touchSession(tx, hash, now))
        forget((one) => one === hash)
      }
      return found.user_id
    },
    close: async (given) => {
      const hash = hexDigest(given)
      await database.work((tx) => dropSession(tx, hash))
      forget((one) => one === hash)
    },
    closeAllOf: async (userId, because) => {
      await database.work(async (tx) => {
        await because(tx)
        await dropSessionsOf(tx, { kind, userId })
      })
      forget((_, { user_id }) => user_id === userId)
    },
  }
}
