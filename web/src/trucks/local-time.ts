const CLOCK = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' })

/** A moment as a field for it takes it, in China's time. */
export const localOf = (moment: Date): string => CLOCK.format(moment).replace(' ', 'T')
/** What such a field says, as a moment in China, whatever the machine's zone. */
export const inChina = (local: string): string => `${local.slice(0, 16)}:00+08:00`
