import { acl } from '../article.ts'
import type { Calendar } from '../calendar.ts'
import type { Proposal } from '../dossier.ts'
import type { Finding } from '../procedure.ts'

/** The hours at which nobody executes (夜间): the statute gives none, so these are the bureau's own, unverified. */
const NIGHT_FROM = 22 * 60
const NIGHT_UNTIL = 6 * 60

/**
 * Why execution may not take place at that time (夜间、节假日不得执行), or nothing: 行政强制法第四十三条第一款. The festivals are those
 * of the State Council's measures; whether weekends are meant is not said in the text, so they are left to the officer. Urgency excepts.
 */
export function notAtThisHour({ on, minute }: Pick<Proposal, 'on' | 'minute'>, urgent: boolean, calendar: Calendar): Finding | undefined {
  if (urgent) return undefined
  if (minute === undefined) return { because: '没有填写实施的时刻，无法核对是否在夜间', field: 'at' }
  if (calendar.isFestival(on)) return { because: '法定节假日不得实施行政强制执行，情况紧急的除外', field: 'on', basis: [acl(43, 1)] }
  return minute >= NIGHT_FROM || minute < NIGHT_UNTIL ? { because: '夜间不得实施行政强制执行，情况紧急的除外', field: 'at', basis: [acl(43, 1)] } : undefined
}
