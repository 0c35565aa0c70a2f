import type { CaseFile } from '../../case-file.ts'
import { all, any, elapsed, implies, not, type Condition } from '../../condition.ts'
import { days, hours } from '../../period.ts'
import { tcr } from '../../article.ts'
import { dayOf, deadline, done, last } from './words.ts'

/*
 * The regulation counts in 日 and 小时 and has no article on how. Its days are read as calendar days whose last one moves off a day off
 * (民事诉讼法第八十五条, inferred): 行政处罚法第八十五条 makes working days of the days of that law alone. Hours never move.
 */
const THREE_DAYS = () => days(3)

/** 行政执法机关移送涉嫌犯罪案件的规定第五条第二款. */
export const APPROVE_BY = deadline('approve-by', { says: '审批移送报告的期限', since: dayOf('report', '接到报告之日'), length: THREE_DAYS, basis: tcr(5, 2) })
/** The same clause: within twenty-four hours of the approval, which are counted by the minute where the transfer is made. */
export const TRANSFER_BY = deadline('transfer-by', { says: '移送公安机关的期限', since: dayOf('approve', '批准移送之日', (act) => (act.data.outcome === 'approve' ? act.on : undefined)), length: () => hours(24), basis: tcr(5, 2) })
/** 第八条: the police's own three days. */
export const ANSWER_BY = deadline('answer-by', { says: '公安机关审查的期限', since: dayOf('acknowledge', '公安机关接受之日', (act) => act.data.receivedOn), length: THREE_DAYS, basis: tcr(8) })
/** 第九条第一款. */
export const REVIEW_BY = deadline('review-by', { says: '提请复议的期限', since: dayOf('answer', '收到不予立案通知书之日', (act) => (act.data.outcome === 'declined' ? act.data.receivedOn : undefined)), length: THREE_DAYS, basis: tcr(9, 1) })
/** 第九条第二款. */
export const REVIEWED_BY = deadline('reviewed-by', { says: '公安机关复议的期限', since: dayOf('askReview', '提请复议之日'), length: THREE_DAYS, basis: tcr(9, 2) })
/** 第九条第二款: who still objects turns to the procuratorate. */
export const SUPERVISION_BY = deadline('supervision-by', {
  says: '建议立案监督的期限',
  since: dayOf('reviewed', '收到复议决定通知书之日', (act) => (act.data.outcome === 'upheld' && act.data.objects ? act.data.receivedOn : undefined)),
  length: THREE_DAYS,
  basis: tcr(9, 2),
})
/** 第十二条: three days after the notice that the police have filed. */
export const HAND_OVER_BY = deadline('hand-over-by', {
  says: '移交涉案物品和材料的期限',
  since: { name: 'day of police filing', says: '收到立案通知书之日', of: ['answer', 'reviewed', 'supervised'], day: (file) => noticeOfFiling(file)?.data.receivedOn },
  length: THREE_DAYS,
  basis: tcr(12),
})

/** The act by which the police's filing became known (公安机关立案), whoever brought it about. */
export function noticeOfFiling(file: CaseFile) {
  return [last(file, 'answer'), last(file, 'reviewed'), last(file, 'supervised')].find((act) => act?.data.outcome === 'filed')
}

/** The police have filed (公安机关已经立案). */
export const FILED: Condition = any(done('answer', 'outcome', 'filed'), done('reviewed', 'outcome', 'filed'), done('supervised', 'outcome', 'filed'))
const UNANSWERED: Condition = not(done('answer'))
/** The police said no, or said nothing in time (不予立案，或者逾期不作决定). */
export const NOT_FILED: Condition = all(not(FILED), any(done('answer', 'outcome', 'declined'), all(UNANSWERED, elapsed(ANSWER_BY))))
/** It stays with the refusal: nothing is pending against it (不予立案已成定局). */
export const REFUSED: Condition = all(
  not(FILED),
  any(done('answer', 'outcome', 'declined'), done('supervised', 'outcome', 'notFiled')),
  implies(done('askReview'), done('reviewed')),
  implies(done('askSupervision'), done('supervised')),
)
/** The criminal side ended without a punishment (未追究刑事责任或者免予刑事处罚). */
export const UNPUNISHED: Condition = any(done('judged', 'outcome', 'exempted'), done('judged', 'outcome', 'notProsecuted'), done('judged', 'outcome', 'dropped'))

/** How far a transfer has come (移送进度), for the lists, the figures and the case out of which it grew. */
export type CrimeTransferState = 'sent' | 'filed' | 'declined' | 'judged' | 'returned'

/** Nothing before it was sent. A conviction ends it; whatever else the courts say is over when the case is back. */
export function crimeTransferState(file: CaseFile): CrimeTransferState | undefined {
  if (last(file, 'takeBack') !== undefined) return 'returned'
  if (last(file, 'judged')?.data.outcome === 'convicted') return 'judged'
  if (noticeOfFiling(file) !== undefined) return 'filed'
  if (last(file, 'answer')?.data.outcome === 'declined') return 'declined'
  return last(file, 'transfer') === undefined ? undefined : 'sent'
}
