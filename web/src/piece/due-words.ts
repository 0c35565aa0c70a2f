const DAY_MS = 86_400_000
/** From when on a due day is near: a week before, not a day after. */
export const SOON_DAYS = 7

/** Calendar days from one written day to another; negative when the other is past. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** How a due day stands against today, in words, so that colour is not the only sign. */
export function dueInWords(due: string, today: string): string {
  const days = daysBetween(today, due)
  if (days < 0) return `逾期 ${-days} 天`
  return days === 0 ? '今天到期' : `还有 ${days} 天`
}
