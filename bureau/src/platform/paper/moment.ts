import { civilDay, civilMinute } from '../clock.ts'

/** A recorded moment as papers write it, in China's time: 2021-03-01 18:10. */
export const writtenMoment = (iso: string): string => civilMinute(new Date(iso))
/** Its day: 2021-03-01. */
export const writtenDay = (iso: string): string => civilDay(new Date(iso))
