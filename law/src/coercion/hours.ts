import type { Proposal, Setting } from '../dossier.ts'
import { valueOn } from '../jurisdiction.ts'
import type { Finding } from '../procedure.ts'

/**
 * Why execution may not take place at that time (夜间、法定节假日不得执行), or nothing: 行政强制法第四十三条第一款. The festivals are those of
 * the State Council's measures, not the days exchanged for them nor weekends, which the text leaves open; the night is the place's own
 * number. Urgency excepts, if it is described.
 */
export function notAtThisHour({ on, minute }: Pick<Proposal, 'on' | 'minute'>, { urgent, urgency }: { readonly urgent: boolean; readonly urgency?: string }, { calendar, local }: Setting): Finding | undefined {
  if (urgent) return urgency === undefined ? { because: '没有写明紧急的情况', field: 'urgency' } : undefined
  if (minute === undefined) return { because: '没有填写实施的时刻，无法核对是否在夜间', field: 'at' }
  if (calendar.isFestival(on)) return { because: '法定节假日不得实施行政强制执行，情况紧急的除外', field: 'on' }
  const night = valueOn(local.night, on)?.value
  return night !== undefined && (minute >= night.from || minute < night.until) ? { because: '夜间不得实施行政强制执行，情况紧急的除外', field: 'at' } : undefined
}
