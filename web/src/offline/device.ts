const NAME = 'zhunsheng.device'
const AHEAD = 'zhunsheng.ahead'
const BYTES = 9
/** China has used one time zone without summer time since 1992. */
const CHINA_MS = 8 * 3_600_000

/** The name that this device gave itself; it tells devices apart. */
export function deviceName(): string {
  const known = localStorage.getItem(NAME)
  if (known !== null) return known
  const made = Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('')
  localStorage.setItem(NAME, made)
  return made
}

/** Measures how far this device's clock is ahead of the bureau's, from a moment that the server just said (对时). */
export const setByServer = (now: string): void => localStorage.setItem(AHEAD, String(Date.now() - Date.parse(now)))
const aheadMs = (): number => Number(localStorage.getItem(AHEAD) ?? 0)

/** Whole seconds by which this device's clock is ahead. */
export const aheadSeconds = (): number => Math.round(aheadMs() / 1000)

/** The bureau's moment, by this device's clock as it was last set right. */
export const bureauNow = (): Date => new Date(Date.now() - aheadMs())

/** The bureau's day, by this device's clock as it was last set right. */
export const bureauDay = (): string => new Date(bureauNow().getTime() + CHINA_MS).toISOString().slice(0, 10)
