import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import { addDays, type Day } from '@zhunsheng/law/day.ts'
import { accountOn } from '@zhunsheng/law/penalty/execution/account.ts'
import { PAY_BY } from '@zhunsheng/law/penalty/execution/deadlines.ts'
import { last } from '@zhunsheng/law/penalty/ordinary/words.ts'
import type { MessageKind } from './wire.ts'

/** What a party could be reminded of now (提醒事项). */
export interface Reminder {
  readonly kind: MessageKind
  /** The act out of which it grows. */
  readonly seq: number
  /** The day of which it reminds, where there is one. */
  readonly day?: Day
  /** The first day on which it is of use. */
  readonly notBefore: Day
}

/** Long enough to go to the bank, short enough not to be forgotten. */
const PAY_AHEAD_DAYS = 3
const HEARING_AHEAD_DAYS = 1
/** Whoever was there when it was decided has his paper already. */
const COLLECT_AFTER_DAYS = 1

/** Of what a file reminds on a day: what is paid, heard or served is not asked for any more. */
export function remindersFor(file: CaseFile, today: Day): readonly Reminder[] {
  if (file.last('close') !== undefined || last(file, 'changeDecision')?.data.outcome === 'revoked') return []
  return [...hearing(file, today), ...collect(file), ...pay(file, today)]
}

function hearing(file: CaseFile, today: Day): readonly Reminder[] {
  const told = last(file, 'noticeHearing')
  if (told === undefined || last(file, 'holdHearing') !== undefined || told.data.holdOn < today) return []
  return [{ kind: 'hearing', seq: told.seq, day: told.data.holdOn, notBefore: addDays(told.data.holdOn, -HEARING_AHEAD_DAYS) }]
}

function collect(file: CaseFile): readonly Reminder[] {
  const decided = last(file, 'decide')
  return decided === undefined || last(file, 'serveDecision') !== undefined ? [] : [{ kind: 'collect', seq: decided.seq, notBefore: addDays(decided.on, COLLECT_AFTER_DAYS) }]
}

function pay(file: CaseFile, today: Day): readonly Reminder[] {
  const served = last(file, 'serveDecision')
  const account = accountOn(file, today)
  if (served === undefined || account === undefined || account.fine + account.confiscated <= account.paidFine + account.paidConfiscation || file.last('endEnforcement') !== undefined) return []
  const due = nextInstalment(file, account) ?? payBy(file)
  return due === undefined || due < today ? [] : [{ kind: 'pay', seq: served.seq, day: due, notBefore: addDays(due, -PAY_AHEAD_DAYS) }]
}

function payBy(file: CaseFile): Day | undefined {
  const state = file.deadline(PAY_BY)
  return state.state === 'running' ? state.due : undefined
}

/** The day of the first instalment that is not paid yet; payments fill the earlier ones first. */
function nextInstalment(file: CaseFile, { fine, paidFine }: { readonly fine: bigint; readonly paidFine: bigint }): Day | undefined {
  const rows = last(file, 'approveInstalments')?.data.instalments ?? []
  let left = paidFine - (fine - rows.reduce((sum, { amount }) => sum + amount, 0n))
  for (const { until, amount } of rows) {
    if (left < amount) return until
    left -= amount
  }
  return undefined
}

/** Where reminders go (送达地址确认): the number that the party wrote last, or why there is none. */
export function reachedAt(file: CaseFile): { readonly phone: string } | { readonly because: string } {
  const confirmed = last(file, 'confirmAddress')?.data
  if (confirmed === undefined) return { because: '当事人没有填写送达地址确认书：没有确认的号码，不发送提醒' }
  if (confirmed.noReminders) return { because: '当事人在送达地址确认书中表示不愿接收短信提醒' }
  return confirmed.phone === undefined ? { because: '送达地址确认书中没有联系电话' } : { phone: confirmed.phone }
}
