import { calendarOf } from '@zhunsheng/law/calendar.ts'
import { formatDay, parseDay } from '@zhunsheng/law/day.ts'
import { redacted } from '@zhunsheng/law/identifiers/redact.ts'
import { civilDay } from '../../platform/clock.ts'
import type { LeadStanding } from '../enforcement/contract.ts'
import type { ReportRow } from './store.ts'
import type { TipoffProgress } from './wire.ts'

/** 重庆市市容环境卫生管理条例第七十三条第二款: 受理投诉举报十五个工作日内将处理结果回复. */
const ANSWER_WITHIN_WORKDAYS = 15
const BASIS = '《重庆市市容环境卫生管理条例》第七十三条第二款'
const calendar = calendarOf()

/** The last day for the answer (答复期限). */
export function answerBy(receivedOn: string): string {
  const day = parseDay(receivedOn)
  if (day === undefined) throw new Error(`a report was received on no day: ${receivedOn}`)
  return formatDay(calendar.addWorkdays(day, ANSWER_WITHIN_WORKDAYS))
}

/** What the reporter is told (办理进度): what became of his report, and nothing about anybody else. */
export function progressOf(row: ReportRow, lead: LeadStanding | undefined): TipoffProgress {
  const { receipt, plate, received_on, state, reason, answered_at } = row
  const why = state === 'rejected' ? reason : (lead?.dismissedReason ?? null)
  return {
    receipt, plate, receivedOn: received_on, answerBy: answerBy(received_on), basis: BASIS, state, status: statusOf(row, lead),
    ...(why === null ? {} : { reason: redacted(why, []) }),
    ...(answered_at === null ? {} : { answeredOn: civilDay(new Date(answered_at)) }),
  }
}

function statusOf({ state }: Pick<ReportRow, 'state'>, lead: LeadStanding | undefined): string {
  switch (state) {
    case 'received': return '已收到，等待办理'
    case 'rejected': return '不予受理'
    case 'joined': return '与已经掌握的情况一致，并入核查'
    case 'accepted':
      if (lead?.filed !== undefined) return lead.filed.decidedOn === undefined ? '已受理，已经立案调查' : '已受理，案件已经作出决定，依法公开的内容见「执法决定」'
      return lead?.state === 'dismissed' ? '已受理，核查后不予立案' : '已受理，正在核查'
  }
}
