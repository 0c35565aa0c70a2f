import { minuteOf } from '../piece/moment.ts'

/** A moment as a field for it takes it, in China's time. */
export const localOf = (moment: Date): string => minuteOf(moment.toISOString()).replace(' ', 'T')
/** What such a field says, as a moment in China, whatever the machine's zone. */
export const inChina = (local: string): string => `${local.slice(0, 16)}:00+08:00`
