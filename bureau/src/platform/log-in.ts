import type { Clock } from './clock.ts'
import type { Database, Queries } from './database.ts'
import { afterFailure, lockedForMs } from './lockout.ts'
import { isPassword } from './password.ts'
import { Problem } from './problem.ts'
import { failuresOf, forgetFailures, putFailures } from './session-store.ts'

interface LogInParts {
  readonly database: Database
  readonly clock: Clock
  /** A hash that no password has, so that an unknown name takes as long as a wrong password. */
  readonly decoyHash: string
}
interface Tried {
  /** Under which failures are counted: one for each account of each kind. */
  readonly counted: string
  readonly password: string
  readonly find: (queries: Queries) => Promise<{ readonly id: string; readonly hash: string } | undefined>
}

/** Checks name and password (登录核验); five failures close the account for a quarter of an hour. */
export async function logIn({ database, clock, decoyHash }: LogInParts, { counted, password, find }: Tried): Promise<string> {
  const nowMs = clock.now().getTime()
  const [found, failures] = await database.read(async (queries) => [await find(queries), await failuresOf(queries, counted)] as const)
  const locked = lockedForMs(failures, nowMs)
  if (locked > 0) throw new Problem('locked-out', `连续多次口令错误，请在 ${Math.ceil(locked / 60_000)} 分钟后再试`)
  const isRight = await isPassword(password, found?.hash ?? decoyHash)
  if (found === undefined || !isRight) {
    await database.work((tx) => putFailures(tx, counted, afterFailure(failures, nowMs)))
    throw new Problem('not-logged-in', '用户名或者口令不对')
  }
  if (failures !== undefined) await database.work((tx) => forgetFailures(tx, counted))
  return found.id
}
