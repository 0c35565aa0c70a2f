import { all, any, implies, not, type Condition } from '../../condition.ts'
import { day, type Day } from '../../day.ts'
import { ALWAYS } from '../../interval.ts'
import { days, months } from '../../period.ts'
import type { Procedure, Rule, Safeguard } from '../../procedure.ts'
import { arb17, arb25, cpl, cpl17 } from '../../article.ts'
import { IDENTIFY, notIdentified } from '../../party.ts'
import { ARBITRATION_ACTS } from './acts.ts'
import { checks, dayOf, deadline, done, last, never, owes, requires } from './words.ts'

/** The law of 2025 is in force from this day (仲裁法第九十六条). */
const LAW_OF_2025: Day = day('2026-03-01')
/** What both laws ask alike. */
const BOTH = { inForce: ALWAYS }

/** 仲裁法第三十六条第二款 (2017: 第二十五条第二款): within the days that the rules of the institution set. */
const ANSWER_BY = deadline('answer-by', {
  says: '仲裁规则规定的答辩期限',
  since: dayOf('accepted', '收到受理通知、申请书副本之日', (act) => (act.data.answerDays === undefined ? undefined : act.data.receivedOn)),
  length: (_, file) => days(last(file, 'accepted')?.data.answerDays ?? 0),
  basis: [arb25(36, 2), arb17(25, 2)],
})
/** 仲裁法第七十二条: three months; of 2017, 第五十九条: six. Which of them an award of before 2026-03-01 meets is nowhere said: the law of the day of receipt is taken. */
const SET_ASIDE_BY = deadline('set-aside-by', {
  says: '申请撤销裁决的期限',
  since: dayOf('decided', '收到裁决书之日', (act) => act.data.receivedOn),
  length: (since) => months(since < LAW_OF_2025 ? 6 : 3),
  basis: [arb25(72), arb17(59)],
})
const due = (kind: 'decided' | 'settle', says: string) => dayOf(kind, says, (act) => (act.data.pays === 'none' ? undefined : act.data.performBy))
const PERFORM_AWARD_BY = deadline('perform-award-by', { says: '裁决的履行期限', since: due('decided', '裁决写明的履行之日'), length: () => days(0), basis: [arb25(75), arb17(62)] })
const PERFORM_AGREED_BY = deadline('perform-agreed-by', { says: '协议的履行期限', since: due('settle', '协议写明的履行之日'), length: () => days(0), basis: [arb25(64, 2), arb17(51, 2)] })
/** 民事诉讼法第二百五十条 (2017: 第二百三十九条): two years from the last day of performance. */
const ENFORCE_BY = deadline('enforce-by', { says: '申请执行的期限', since: due('decided', '裁决写明的履行之日'), length: () => months(24), basis: [cpl(250), cpl17(239)] })

const REFUSED: Condition = done('accepted', 'result', 'refused')
const ANNULLED: Condition = done('ruled', 'result', 'annulled')
const LEFT: Condition = any(REFUSED, done('withdraw'), done('settle'))
/** Before an award, or after the court sent it back (重新仲裁). */
const OPEN: Condition = all(done('register'), not(LEFT), any(not(done('decided')), done('ruled', 'result', 'again')))
const WE_PAY: Condition = any(done('decided', 'pays', 'bureau'), done('settle', 'pays', 'bureau'))
const THEY_PAY: Condition = any(done('decided', 'pays', 'other'), done('settle', 'pays', 'other'))
const UNDER_CHALLENGE: Condition = all(done('setAside'), not(done('ruled')))
const OVER: Condition = any(LEFT, all(done('decided'), not(UNDER_CHALLENGE), not(done('ruled', 'result', 'again'))))
const SATISFIED: Condition = any(ANNULLED, not(any(WE_PAY, THEY_PAY)), done('perform'), all(THEY_PAY, done('enforce')))

/** What a settlement or an award says of performance must be said whole. */
const noTerm = ({ pays, performBy }: { readonly pays: string; readonly performBy?: Day }) => (pays !== 'none' && performBy === undefined ? { because: '有给付义务而没有写明履行期限', field: 'performBy' } : undefined)

const RULES: readonly Rule[] = [
  requires('register', { code: 'register.once', needs: not(done('register')), basis: [arb25(32), arb17(21)], ...BOTH, because: '已经登记', instead: '另一争议另立案卷' }),
  checks('register', { code: 'register.not-administrative', says: '行政争议不能仲裁', instead: '行政争议由复议机关、人民法院处理；在行政协议中约定仲裁的，也不能仲裁', basis: [arb25(3, 2, 2), arb17(3, undefined, 2)], ...BOTH, test: ({ data }) => (data.dispute === 'administrative' ? { because: '这是行政争议', field: 'dispute' } : undefined) }),
  checks('register', { code: 'register.agreement', says: '有书面的仲裁协议', instead: '与对方达成书面仲裁协议，或者向人民法院起诉', basis: [arb25(4), arb17(4)], ...BOTH, test: ({ data }) => (data.agreement === 'none' ? { because: '没有仲裁协议', field: 'agreement' } : undefined) }),
  checks('register', { code: 'register.facts', says: '日期先后有序，对方当事人明确', instead: IDENTIFY, basis: [arb25(34), arb17(23)], ...BOTH, test: ({ data, on }) => (data.startedOn > on ? { because: '申请或者收到副本之日晚于登记之日', field: 'startedOn' } : notIdentified(data.party)) }),
  ...(['accepted', 'object', 'answer', 'appoint', 'choose', 'preserve', 'appear', 'settle', 'withdraw', 'decided'] as const).map((kind) => requires(kind, { code: `${kind}.not-open`, needs: OPEN, basis: [arb25(32), arb17(21)], ...BOTH, because: '没有登记仲裁案件，或者仲裁程序已经结束', instead: '先登记；已经裁决的，登记履行或者撤销申请' })),
  requires('accepted', { code: 'accepted.once', needs: not(done('accepted')), basis: [arb25(35), arb17(24)], ...BOTH, because: '已经登记受理结果', instead: '登记有误的，作更正' }),
  checks('accepted', { code: 'accepted.facts', says: '不予受理的写明理由；本机关为被申请人的写明答辩期限', instead: '按仲裁机构的通知填写', basis: [arb25(35), arb17(24)], ...BOTH, test: ({ data, on }, file) => {
    if (data.receivedOn > on) return { because: '收到通知之日晚于登记之日', field: 'receivedOn' }
    if (data.result === 'refused') return data.reason === undefined ? { because: '没有写明不予受理的理由', field: 'reason' } : undefined
    return last(file, 'register')?.data.side === 'respondent' && data.answerDays === undefined ? { because: '没有写明答辩期限', field: 'answerDays', basis: [arb25(36, 2), arb17(25, 2)] } : undefined
  } }),
  ...(['choose', 'answer', 'appear', 'decided'] as const).map((kind) => requires(kind, { code: `${kind}.not-accepted`, needs: done('accepted', 'result', 'accepted'), basis: [arb25(35), arb17(24)], ...BOTH, because: '仲裁机构尚未受理', instead: '先登记受理结果' })),
  requires('object', { code: 'object.too-late', needs: not(done('appear')), basis: [arb25(31, 2), arb17(20, 2)], ...BOTH, because: '已经首次开庭', instead: '法定事由可以在裁决后申请撤销' }),
  requires('answer', { code: 'answer.side', needs: done('register', 'side', 'respondent'), basis: [arb25(36, 2), arb17(25, 2)], ...BOTH, because: '本机关是申请人', instead: '对反请求的意见写入庭审要点' }),
  requires('answer', { code: 'answer.once', needs: not(done('answer')), basis: [arb25(36, 2), arb17(25, 2)], ...BOTH, because: '已经提交答辩书', instead: '补充意见在庭审中提出' }),
  checks('answer', { code: 'answer.day', says: '提交之日不晚于登记', instead: '核对日期', basis: [arb25(36, 2), arb17(25, 2)], ...BOTH, test: ({ data, on }) => (data.submittedOn > on ? { because: '提交之日晚于登记之日', field: 'submittedOn' } : undefined) }),
  checks('appoint', { code: 'appoint.somebody', says: '至少有一名代理人', instead: '填写工作人员或者律师的人数', basis: [arb25(40), arb17(29)], ...BOTH, test: ({ data }) => (data.staff + data.lawyers === 0 ? { because: '没有代理人', field: 'staff' } : undefined) }),
  checks('choose', { code: 'choose.interest', says: '不选有利害关系的仲裁员', instead: '另选仲裁员', basis: [arb25(46), arb17(34)], ...BOTH, test: ({ data }) => (data.interest ? undefined : { because: '没有确认仲裁员与本机关、本案没有利害关系', field: 'interest' }) }),
  checks('appear', { code: 'appear.day', says: '开庭之日不晚于登记', instead: '开庭之后登记', basis: [arb25(51), arb17(39)], ...BOTH, test: ({ data, on }) => (data.on > on ? { because: '开庭之日晚于登记之日', field: 'on' } : undefined) }),
  checks('settle', { code: 'settle.facts', says: '签收之日不晚于登记，有给付义务的写明期限', instead: '按协议、调解书填写', basis: [arb25(65), arb17(52)], ...BOTH, test: ({ data, on }) => (data.effectiveOn > on ? { because: '签收或者和解之日晚于登记之日', field: 'effectiveOn' } : noTerm(data)) }),
  checks('withdraw', { code: 'withdraw.day', says: '收到之日不晚于登记', instead: '核对日期', basis: [arb25(54), arb17(42)], ...BOTH, test: ({ data, on }) => (data.receivedOn > on ? { because: '收到决定之日晚于登记之日', field: 'receivedOn' } : undefined) }),
  checks('decided', { code: 'decided.facts', says: '日期先后有序，有给付义务的写明期限', instead: '按裁决书填写', basis: [arb25(67), arb17(54)], ...BOTH, test: ({ data, on }) => {
    if (data.receivedOn > on) return { because: '收到裁决之日晚于登记之日', field: 'receivedOn' }
    return data.madeOn > data.receivedOn ? { because: '裁决作出之日晚于收到之日', field: 'madeOn' } : noTerm(data)
  } }),
  requires('setAside', { code: 'setAside.nothing', needs: all(done('decided'), not(done('setAside'))), basis: [arb25(71), arb17(58)], ...BOTH, because: '没有裁决，或者已经有撤销申请', instead: '撤销申请针对裁决提出，登记一次' }),
  checks('setAside', { code: 'setAside.in-time', says: '自收到裁决书之日起三个月（2026年3月1日前为六个月）内', instead: '逾期的，不能再申请撤销', basis: [arb25(72), arb17(59)], ...BOTH, test: ({ data, on }, file) => {
    const until = file.deadline(SET_ASIDE_BY)
    if (data.filedOn > on) return { because: '申请之日晚于登记之日', field: 'filedOn' }
    return data.by === 'bureau' && until.state === 'running' && data.filedOn > until.due ? { because: '超过申请撤销裁决的期限', field: 'filedOn' } : undefined
  } }),
  requires('ruled', { code: 'ruled.nothing', needs: UNDER_CHALLENGE, basis: [arb25(73), arb17(60)], ...BOTH, because: '没有等待裁定的撤销申请', instead: '先登记撤销裁决的申请' }),
  checks('ruled', { code: 'ruled.day', says: '收到之日不晚于登记', instead: '核对日期', basis: [arb25(73), arb17(60)], ...BOTH, test: ({ data, on }) => (data.receivedOn > on ? { because: '收到裁定之日晚于登记之日', field: 'receivedOn' } : undefined) }),
  requires('perform', { code: 'perform.nothing', needs: all(any(WE_PAY, THEY_PAY), not(ANNULLED), not(done('perform'))), basis: [arb25(75), arb17(62)], ...BOTH, because: '没有要履行的裁决或者协议，或者已经履行', instead: '无需登记' }),
  checks('perform', { code: 'perform.day', says: '履行之日不晚于登记', instead: '履行之后登记', basis: [arb25(75), arb17(62)], ...BOTH, test: ({ data, on }) => (data.performedOn > on ? { because: '履行之日晚于登记之日', field: 'performedOn' } : undefined) }),
  requires('enforce', { code: 'enforce.nothing', needs: all(THEY_PAY, not(done('perform')), not(done('enforce')), not(ANNULLED)), basis: [arb25(75), arb17(62)], ...BOTH, because: '对方没有未履行的义务，或者已经申请执行', instead: '无需申请' }),
  requires('enforce', { code: 'enforce.challenged', needs: not(UNDER_CHALLENGE), basis: [arb25(77), arb17(64)], ...BOTH, because: '撤销裁决的申请没有裁定，执行应当中止', instead: '等待裁定' }),
  checks('enforce', { code: 'enforce.term', says: '履行期满之后、两年之内', instead: '等待履行期满；超过两年的，核对时效的中止、中断', basis: [cpl(250), cpl17(239)], ...BOTH, test: ({ data, on }, file) => {
    const term = last(file, 'decided')?.data.performBy ?? last(file, 'settle')?.data.performBy
    const until = file.deadline(ENFORCE_BY)
    if (data.filedOn > on) return { because: '申请之日晚于登记之日', field: 'filedOn' }
    if (term !== undefined && data.filedOn <= term) return { because: '履行期限没有届满', field: 'filedOn' }
    return until.state === 'running' && data.filedOn > until.due ? { because: '超过申请执行的期限', field: 'filedOn' } : undefined
  } }),
  requires('archive', { code: 'archive.open', needs: OVER, basis: [arb25(10), arb17(9)], ...BOTH, because: '仲裁没有结束，或者撤销裁决的申请没有裁定', instead: '等待裁决、裁定' }),
  requires('archive', { code: 'archive.not-performed', needs: implies(OVER, SATISFIED), basis: [arb25(75), arb17(62)], ...BOTH, because: '裁决、协议没有履行，也没有申请执行', instead: '先履行；对方不履行的，申请人民法院执行' }),

  owes('answer', ANSWER_BY, { code: 'owes.answer', says: '提交答辩书', basis: [arb25(36, 2), arb17(25, 2)], ...BOTH, while: all(OPEN, done('register', 'side', 'respondent')) }),
  owes('perform', PERFORM_AWARD_BY, { code: 'owes.perform-award', says: '履行裁决', basis: [arb25(75), arb17(62)], ...BOTH, while: all(done('decided', 'pays', 'bureau'), not(UNDER_CHALLENGE), not(ANNULLED)) }),
  owes('perform', PERFORM_AGREED_BY, { code: 'owes.perform-agreed', says: '履行调解、和解协议', basis: [arb25(64, 2), arb17(51, 2)], ...BOTH, while: done('settle', 'pays', 'bureau') }),
  owes('enforce', ENFORCE_BY, { code: 'owes.enforce', says: '对方不履行的，申请执行', basis: [cpl(250), cpl17(239)], ...BOTH, while: all(done('decided', 'pays', 'other'), not(done('perform')), not(UNDER_CHALLENGE), not(ANNULLED)) }),
]

const SAFEGUARDS: readonly Safeguard[] = [
  never('archive', '仲裁没有结束不得归档', { while: not(OVER), basis: arb25(10) }),
  never('archive', '本机关应当履行而没有履行的不得归档', { while: all(WE_PAY, not(done('perform')), not(ANNULLED)), basis: arb25(75) }),
  never('decided', '没有受理就没有裁决', { while: not(done('accepted', 'result', 'accepted')), basis: arb25(35) }),
  never('decided', '一裁终局', { while: all(done('decided'), not(done('ruled', 'result', 'again'))), basis: arb25(10) }),
  never('object', '首次开庭之后不再提出对仲裁协议的异议', { while: done('appear'), basis: arb25(31) }),
  never('enforce', '撤销申请没有裁定不得申请执行', { while: UNDER_CHALLENGE, basis: arb25(77) }),
]

/** Arbitration of a contract of the bureau's own (民商事仲裁); one award is the end (一裁终局). */
export const ARBITRATION: Procedure = {
  code: 'dispute.arbitration',
  name: '民商事仲裁',
  acts: ARBITRATION_ACTS,
  opens: ['register'],
  rules: RULES,
  safeguards: SAFEGUARDS,
  general: { order: [arb25(32), arb17(21)], post: [arb25(40), arb17(29)], end: [arb25(10), arb17(9)] },
}
