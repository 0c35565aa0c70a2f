import { all, any, holds, implies, not, type Condition } from '../../condition.ts'
import { day, type Day } from '../../day.ts'
import { ALWAYS } from '../../interval.ts'
import { days, workdays } from '../../period.ts'
import type { Procedure, Rule, Safeguard } from '../../procedure.ts'
import { apl, arl17, arl23, rir } from '../../article.ts'
import { IDENTIFY, notIdentified } from '../../party.ts'
import { LOSING } from '../outcome.ts'
import { RECONSIDERATION_ACTS } from './acts.ts'
import { checks, dayOf, deadline, done, fact, last, never, owes, requires } from './words.ts'

/** The law of 2023 is in force from this day (行政复议法第九十条). */
const LAW_OF_2023: Day = day('2024-01-01')

/** The application was handed to the bureau itself (申请人直接向本机关提交). */
const VIA_BUREAU = fact('via-bureau', { says: '申请人直接向本机关提交申请', of: ['register'], basis: arl23(32), test: (file) => last(file, 'register')?.data.viaBureau === true })

const RECEIVED = dayOf('register', '收到申请书（副本）之日', (act) => act.data.receivedOn)
/** 行政复议法（2023）第四十八条、第五十四条: ten working days, five in the simple procedure; of 2017, 第二十三条: ten days. */
const REPLY_BY = deadline('reply-by', {
  says: '书面答复的期限',
  since: RECEIVED,
  length: (since, file) => (since < LAW_OF_2023 ? days(10) : workdays(last(file, 'register')?.data.simple === true ? 5 : 10)),
  basis: [arl23(48), arl23(54), arl23(88), arl17(23)],
})
/** 行政复议法（2023）第三十二条: five working days. */
const FORWARD_BY = deadline('forward-by', { says: '转送复议机关的期限', since: RECEIVED, length: () => workdays(5), basis: [arl23(32), arl23(88)] })
/** 行政复议法（2023）第七十六条: sixty days, as under 行政复议法实施条例第五十七条第一款 before. */
const ON_OPINIONS = [arl23(76), rir(57, 1)]
const REPORT_BY = deadline('report-opinion-by', { says: '报送纠正情况的期限', since: dayOf('opinion', '收到意见书之日', (act) => act.data.receivedOn), length: () => days(60), basis: ON_OPINIONS })
const LOST_ON = dayOf('decided', '收到改变原行为的复议决定之日', (act) => (LOSING.includes(act.data.outcome) ? act.data.receivedOn : undefined))
/** 行政处罚法第四十八条第二款: a published decision is withdrawn within three working days. */
const CARRY_OUT_BY = deadline('carry-out-by', {
  says: '落实复议决定的期限',
  since: LOST_ON,
  length: (_, file) => {
    const decided = last(file, 'decided')?.data
    return decided?.redoDays === undefined ? workdays(3) : days(decided.redoDays)
  },
  basis: [apl(48, 2), arl23(77)],
})

const LOST: Condition = any(done('decided', 'outcome', 'revoke'), done('decided', 'outcome', 'redo'), done('decided', 'outcome', 'change'), done('decided', 'outcome', 'unlawful'), done('decided', 'outcome', 'perform'))
const OVER: Condition = any(done('decided'), done('withdraw'), done('settle'))
/** What both laws ask alike. */
const BOTH = { inForce: ALWAYS }

const RULES: readonly Rule[] = [
  requires('register', { code: 'register.once', needs: not(done('register')), basis: [arl23(48), arl17(23)], ...BOTH, because: '已经登记', instead: '另一申请另立案卷' }),
  checks('register', {
    code: 'register.days',
    says: '日期先后有序，申请人明确',
    instead: IDENTIFY,
    basis: [arl23(20), arl17(9)],
    ...BOTH,
    test: ({ data, on }) => {
      if (data.receivedOn > on) return { because: '收到之日晚于登记之日', field: 'receivedOn' }
      return data.appliedOn > data.receivedOn ? { because: '申请之日晚于收到之日', field: 'appliedOn' } : notIdentified(data.party)
    },
  }),
  checks('register', { code: 'register.via-bureau', says: '只有当场、电子监控处罚可以向本机关提交', instead: '告知申请人向复议机关申请', basis: arl23(32), test: ({ data }) => (data.viaBureau && data.disputed !== 'spot' && data.disputed !== 'camera' ? { because: '这类行为的复议申请不能直接向本机关提交', field: 'viaBureau' } : undefined) }),
  checks('register', { code: 'register.simple', says: '当场作出的行为适用简易程序', instead: '核对复议机关的通知', basis: arl23(53), test: ({ data }) => (data.disputed === 'spot' && !data.simple ? { because: '被申请复议的行为是当场作出的，应当适用简易程序', field: 'simple' } : undefined) }),
  ...(['reply', 'appear', 'settle', 'changeOwn', 'withdraw', 'decided', 'opinion'] as const).map((kind) => requires(kind, { code: `${kind}.not-begun`, needs: done('register'), basis: [arl23(48), arl17(23)], ...BOTH, because: '尚未登记复议案件', instead: '先登记' })),
  ...(['reply', 'appear', 'settle', 'changeOwn', 'withdraw', 'decided', 'forward'] as const).map((kind) => requires(kind, { code: `${kind}.over`, needs: not(OVER), basis: [arl23(75), arl17(31)], ...BOTH, because: '复议已经结束', instead: '落实结果，归档' })),
  requires('forward', { code: 'forward.not-asked', needs: all(holds(VIA_BUREAU), not(done('forward'))), basis: arl23(32), because: '申请人没有向本机关提交申请，或者已经转送', instead: '无需转送' }),
  requires('reply', { code: 'reply.not-forwarded', needs: implies(holds(VIA_BUREAU), done('forward')), basis: arl23(32), because: '申请尚未转送复议机关', instead: '先转送' }),
  requires('reply', { code: 'reply.once', needs: not(done('reply')), basis: [arl23(48), arl17(23)], ...BOTH, because: '已经提交答复', instead: '需要补充的，由复议机关通知' }),
  checks('reply', {
    code: 'reply.evidence',
    says: '提交全部证据和依据',
    instead: '提交当初作出行政行为的全部证据、依据；不得在复议期间自行收集证据',
    basis: [arl23(48), arl17(23)],
    ...BOTH,
    test: ({ data, on }) => (data.submittedOn > on ? { because: '提交之日晚于登记之日', field: 'submittedOn' } : data.pages === 0 ? { because: '没有提交证据材料，将视为没有证据、依据', field: 'pages', basis: [arl23(70), arl17(28)] } : undefined),
  }),
  checks('appear', { code: 'appear.reason', says: '负责人不能参加的说明理由并委托工作人员', instead: '由负责人参加；不能参加的，说明理由并委托相应的工作人员', basis: arl23(51), test: ({ data }) => (data.who === 'absent' ? { because: '负责人没有参加，也没有委托工作人员', field: 'who' } : data.who === 'staff' && data.reason === undefined ? { because: '没有说明负责人不能参加的理由', field: 'reason' } : undefined) }),
  checks('decided', {
    code: 'decided.redo',
    says: '责令重作、履行的写明期限',
    instead: '按复议决定书填写期限和收到之日',
    basis: [arl23(64), arl17(28)],
    ...BOTH,
    test: ({ data, on }) => (data.receivedOn > on ? { because: '收到之日晚于登记之日', field: 'receivedOn' } : (data.outcome === 'redo' || data.outcome === 'perform') && data.redoDays === undefined ? { because: '没有写明重新作出或者履行的期限', field: 'redoDays' } : undefined),
  }),
  requires('reportOpinion', { code: 'reportOpinion.nothing', needs: all(done('opinion'), not(done('reportOpinion'))), basis: ON_OPINIONS, ...BOTH, because: '没有需要报送的复议意见书', instead: '无需报送' }),
  requires('carryOut', { code: 'carryOut.nothing', needs: LOST, basis: [arl23(77), arl17(32)], ...BOTH, because: '没有改变原行为的复议决定', instead: '无需落实' }),
  checks('carryOut', { code: 'carryOut.again', says: '责令重作的，写明重新作出的行为', instead: '重新作出后填写文号', basis: [arl23(64), arl17(28)], ...BOTH, test: ({ data }, file) => (last(file, 'decided')?.data.outcome === 'redo' && data.again === undefined ? { because: '没有写明重新作出的行为', field: 'again' } : undefined) }),
  requires('archive', { code: 'archive.open', needs: OVER, basis: [arl23(75), arl17(31)], ...BOTH, because: '复议没有结束', instead: '等待结果' }),
  requires('archive', { code: 'archive.not-carried-out', needs: implies(LOST, done('carryOut')), basis: [arl23(77), arl17(32)], ...BOTH, because: '复议决定没有落实', instead: '先落实' }),
  requires('archive', { code: 'archive.not-reported', needs: implies(done('opinion'), done('reportOpinion')), basis: ON_OPINIONS, ...BOTH, because: '复议意见书没有报送纠正情况', instead: '先报送' }),

  owes('reply', REPLY_BY, { code: 'owes.reply', says: '提交书面答复和证据', basis: arl23(48), while: not(OVER) }),
  owes('reply', REPLY_BY, { code: 'owes.reply.2017', says: '提交书面答复和证据', basis: arl17(23), while: not(OVER) }),
  owes('forward', FORWARD_BY, { code: 'owes.forward', says: '将申请转送复议机关', basis: arl23(32), while: all(holds(VIA_BUREAU), not(OVER)) }),
  owes('reportOpinion', REPORT_BY, { code: 'owes.report-opinion', says: '报送纠正情况', basis: ON_OPINIONS, ...BOTH }),
  owes('carryOut', CARRY_OUT_BY, { code: 'owes.carry-out', says: '落实复议决定，撤回公示', basis: [apl(48, 2), arl23(77)] }),
]

const SAFEGUARDS: readonly Safeguard[] = [
  never('archive', '复议没有结束不得归档', { while: not(OVER), basis: arl17(31), ...BOTH }),
  never('archive', '复议决定没有落实不得归档', { while: all(LOST, not(done('carryOut'))), basis: arl17(32), ...BOTH }),
  never('archive', '意见书没有回复不得归档', { while: all(done('opinion'), not(done('reportOpinion'))), basis: ON_OPINIONS, ...BOTH }),
  never('reply', '申请没有转送不得答复', { while: all(holds(VIA_BUREAU), not(done('forward'))), basis: arl23(32) }),
  never('reply', '不得重复答复', { while: done('reply'), basis: arl17(23), ...BOTH }),
  never('decided', '复议结束之后没有另一结果', { while: OVER, basis: arl17(31), ...BOTH }),
]

/** Reconsideration (行政复议), the bureau as respondent. */
export const RECONSIDERATION: Procedure = {
  code: 'remedy.reconsideration',
  name: '行政复议应对',
  acts: RECONSIDERATION_ACTS,
  opens: ['register'],
  rules: RULES,
  safeguards: SAFEGUARDS,
  general: { order: [arl23(48), arl17(23)], post: [arl23(48), arl17(23)], end: [arl23(75), arl17(31)] },
}
