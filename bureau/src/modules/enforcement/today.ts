import { parseDay, type Day } from '@zhunsheng/law/day.ts'
import { civilDay, type Clock } from '../../platform/clock.ts'

/** Today in the bureau's place (本地今天). */
export function todayOf(clock: Clock): Day {
  const today = parseDay(civilDay(clock.now()))
  if (today === undefined) throw new Error('the clock shows no day')
  return today
}
