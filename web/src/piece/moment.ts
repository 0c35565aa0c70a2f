const SECOND = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Shanghai' })
const MINUTE = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' })

/** A moment in the bureau's own time, to the second, whatever the machine's zone. */
export const momentOf = (iso: string): string => SECOND.format(new Date(iso))
/** The same to the minute, as it sorts: 2021-03-01 18:10. */
export const minuteOf = (iso: string): string => MINUTE.format(new Date(iso))
