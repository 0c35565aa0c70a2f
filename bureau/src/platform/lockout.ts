/** What is remembered of failed log-ins for one account or address. */
export interface Failures {
  readonly count: number
  readonly lastAtMs: number
}

const MOST = 5
const WINDOW_MS = 15 * 60_000

/** How long log-in stays closed (登录锁定), in milliseconds; 0 when it is open. Five failures close it for a quarter of an hour. */
export function lockedForMs(failures: Failures | undefined, nowMs: number): number {
  if (failures === undefined || failures.count < MOST) return 0
  return Math.max(0, failures.lastAtMs + WINDOW_MS - nowMs)
}

/** One more failure; failures older than the window are forgotten. */
export function afterFailure(failures: Failures | undefined, nowMs: number): Failures {
  const isOld = failures === undefined || failures.lastAtMs + WINDOW_MS <= nowMs
  return { count: isOld ? 1 : failures.count + 1, lastAtMs: nowMs }
}
