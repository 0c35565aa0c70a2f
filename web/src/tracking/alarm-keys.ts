import type { NewAlarmStep } from '@zhunsheng/bureau/modules/tracking/wire.ts'

/** The key of each step, by the sound of its word: 处置 c, 属实 s, 误报 w, 转 z, 告知 g; to take back, r. */
export const STEP_KEYS = { handle: 'c', uphold: 's', dismiss: 'w', reopen: 'r', raise: 'z', refer: 'g' } as const satisfies Readonly<Record<NewAlarmStep['kind'], string>>

/** The address of an alarm, which remembers the list that it was opened from. */
export function alarmAddress(id: string, asked: Readonly<Record<string, string>>): string {
  const list = new URLSearchParams(asked).toString()
  return `/trucks/alarms/${encodeURIComponent(id)}${list === '' ? '' : `?${list}`}`
}
/** The list that an alarm was opened from. */
export function listAddress(asked: Readonly<Record<string, string>>): string {
  const list = new URLSearchParams(asked).toString()
  return `/trucks${list === '' ? '' : `?${list}`}`
}

/** Which alarm somebody comes back from, as the history says. */
export const cameFrom = (state: unknown): string | undefined => (typeof state === 'object' && state !== null && 'alarm' in state && typeof state.alarm === 'string' ? state.alarm : undefined)
