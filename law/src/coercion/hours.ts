import { acl } from '../article.ts'
import type { Calendar } from '../calendar.ts'
import type { Proposal } from '../dossier.ts'
import type { Finding } from '../procedure.ts'

/**
 * The hours at which nobody executes (夜间), by minutes since midnight. The statute gives none, so these are the bureau's own and
 * unverified; weekends are not festivals, and the text leaves them open.
 */
const NIGHT = { from: 22 * 60, until: 6 * 60 } as const

/**
 * Why execution may not take place at that time (夜间、法定节假日不得执行), or nothing: 行政强制法第四十三条第一款. The festivals are those of
 * the State Council's measures. Urgency excepts, if it is described.
 */
export function notAtThisHour({ on, minute }: Pick<Proposal, 'on' | 'minute'>, { urgent, urgency }: { readonly urgent: boolean; readonly urgency?: string }, calendar: Calendar): Finding | undefined {
  if (urgent) return urgency === undefined ? { because: '没有写明紧急的情况', field: 'urgency' } : undefined
  if (minute === undefined) return { because: '没有填写实施的时刻，无法核对是否在夜间', field: 'at' }
  if (calendar.isFestival(on)) return { because: '法定节假日不得实施行政强制执行，情况紧急的除外', field: 'on', basis: [acl(43, 1)] }
  return minute >= NIGHT.from || minute < NIGHT.until ? { because: '夜间不得实施行政强制执行，情况紧急的除外', field: 'at', basis: [acl(43, 1)] } : undefined
}
