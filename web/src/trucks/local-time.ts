const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: 'Asia/Shanghai' })

/** The bureau's day with the hour that it is in China, as a field for a moment takes it. */
export const localNow = (today: string, now: Date): string => `${today}T${CLOCK.format(now)}`
/** What such a field says, as a moment in China, whatever the machine's zone. */
export const inChina = (local: string): string => `${local.slice(0, 16)}:00+08:00`
