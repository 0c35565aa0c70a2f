import { all, any, elapsed, implies, not, type Condition } from '../../condition.ts'
import { days, workdays } from '../../period.ts'
import type { Procedure, Rule, Safeguard } from '../../procedure.ts'
import { alitl, apl, spc18, spc20 } from '../../article.ts'
import { IDENTIFY, notIdentified } from '../../party.ts'
import { LOSING } from '../outcome.ts'
import { LITIGATION_ACTS } from './acts.ts'
import { checks, dayOf, deadline, done, last, never, owes, requires } from './words.ts'

/** 行政诉讼法第六十七条第一款: fifteen days; late is as if there were no evidence (第三十四条第二款). */
const ANSWER_BY = deadline('answer-by', { says: '答辩、举证期限', since: dayOf('register', '收到起诉状副本之日', (act) => act.data.receivedOn), length: () => days(15), basis: [alitl(67, 1), alitl(34, 2)] })
/** 行政诉讼法第八十五条: fifteen days against a judgment, ten against a ruling; a second instance ends it. */
const APPEAL_BY = deadline('appeal-by', {
  says: '上诉期限',
  since: dayOf('decided', '收到一审裁判之日', (act) => (act.data.instance === 'first' ? act.data.receivedOn : undefined)),
  length: (_, file) => days(last(file, 'decided')?.data.outcome === 'reject' ? 10 : 15),
  basis: alitl(85),
})
/** 法释〔2018〕1号第一百四十九条: sixty days. */
const ADVICE_BY = deadline('advice-by', { says: '答复司法建议的期限', since: dayOf('advice', '收到司法建议之日', (act) => act.data.receivedOn), length: () => days(60), basis: spc18(149) })
/** 行政处罚法第四十八条第二款: three working days to withdraw, or what the judgment sets to decide anew. */
const CARRY_OUT_BY = deadline('carry-out-by', {
  says: '履行裁判的期限',
  since: dayOf('decided', '改变原行为的裁判生效之日', (act, file) => {
    if (!LOSING.includes(act.data.outcome) || file.last('appeal') !== undefined) return undefined
    if (act.data.instance === 'second') return act.data.receivedOn
    const until = file.deadline(APPEAL_BY)
    return until.state === 'running' ? until.due : undefined
  }),
  length: (_, file) => {
    const set = last(file, 'decided')?.data.redoDays
    return set === undefined ? workdays(3) : days(set)
  },
  basis: [apl(48, 2), alitl(94)],
})

const LOST: Condition = any(done('decided', 'outcome', 'revoke'), done('decided', 'outcome', 'redo'), done('decided', 'outcome', 'change'), done('decided', 'outcome', 'unlawful'), done('decided', 'outcome', 'perform'))
const FINAL: Condition = all(done('decided'), not(done('appeal')), any(done('decided', 'instance', 'second'), elapsed(APPEAL_BY)))
const LEFT: Condition = any(done('withdraw'), done('settle'))
const OPEN: Condition = all(not(LEFT), any(not(done('decided')), done('appeal')))

const RULES: readonly Rule[] = [
  requires('register', { code: 'register.once', needs: not(done('register')), basis: alitl(67), because: '已经登记', instead: '另一诉讼另立案卷' }),
  checks('register', { code: 'register.facts', says: '收到之日不晚于登记，原告明确', instead: IDENTIFY, basis: alitl(67), test: ({ data, on }) => (data.receivedOn > on ? { because: '收到起诉状副本之日晚于登记之日', field: 'receivedOn' } : notIdentified(data.party)) }),
  ...(['answer', 'appoint', 'appear', 'settle', 'changeOwn', 'withdraw', 'decided', 'advice'] as const).map((kind) => requires(kind, { code: `${kind}.not-begun`, needs: done('register'), basis: alitl(67), because: '尚未登记诉讼案件', instead: '先登记' })),
  ...(['appear', 'settle', 'changeOwn', 'withdraw', 'decided'] as const).map((kind) => requires(kind, { code: `${kind}.over`, needs: OPEN, basis: alitl(69), because: '本审级已经结束', instead: '上诉的，先登记上诉；没有上诉的，履行裁判、归档' })),
  requires('answer', { code: 'answer.once', needs: not(any(done('answer'), done('decided'), LEFT)), basis: alitl(67), because: '已经答辩，或者案件已经裁判', instead: '补充证据须经人民法院准许' }),
  checks('answer', { code: 'answer.evidence', says: '提交证据和规范性文件', instead: '提交作出行政行为的证据和依据；诉讼中不得自行收集证据', basis: [alitl(34), alitl(35)], test: ({ data, on }) => (data.submittedOn > on ? { because: '提交之日晚于登记之日', field: 'submittedOn' } : data.pages === 0 ? { because: '没有提交证据，视为没有相应证据', field: 'pages' } : undefined) }),
  checks('appoint', { code: 'appoint.not-only-lawyers', says: '代理人一至二人，不得仅委托律师', instead: '委托一名本机关工作人员', basis: [alitl(31), spc18(128)], test: ({ data }) => (data.staff + data.lawyers > 2 || data.staff + data.lawyers === 0 ? { because: '代理人应为一至二人', field: 'staff' } : undefined) }),
  checks('appear', {
    code: 'appear.head',
    says: '负责人出庭；不能出庭的有正当理由和说明，不得仅由律师出庭',
    instead: '由负责人出庭；确有正当理由的，委托工作人员并提交加盖印章的说明',
    basis: [alitl(3), spc20(8)],
    test: ({ data }) => {
      if (data.who === 'lawyerOnly') return { because: '不得仅委托律师出庭', field: 'who', basis: [spc18(128)] }
      if (data.who === 'absent') return { because: '没有人出庭', field: 'who', basis: [alitl(3)] }
      if (data.who === 'head') return undefined
      if (data.excuse === undefined) return { because: '没有写明负责人不能出庭的正当理由', field: 'excuse' }
      return data.proof ? undefined : { because: '没有提交加盖印章或者主要负责人签字的说明', field: 'proof', basis: [spc20(9)] }
    },
  }),
  checks('decided', {
    code: 'decided.facts',
    says: '收到之日不晚于登记，二审在上诉之后，责令重作写明期限',
    instead: '按裁判文书填写',
    basis: alitl(69),
    test: ({ data, on }, file) => {
      if (data.receivedOn > on) return { because: '收到之日晚于登记之日', field: 'receivedOn' }
      if ((data.instance === 'second') !== (file.last('appeal') !== undefined)) return { because: '审级与案卷不符：二审裁判须先登记上诉', field: 'instance' }
      return (data.outcome === 'redo' || data.outcome === 'perform') && data.redoDays === undefined ? { because: '没有写明重新作出或者履行的期限', field: 'redoDays' } : undefined
    },
  }),
  requires('appeal', { code: 'appeal.nothing', needs: all(done('decided', 'instance', 'first'), not(done('appeal'))), basis: alitl(85), because: '没有可以上诉的一审裁判，或者已经上诉', instead: '二审裁判为终审' }),
  checks('appeal', {
    code: 'appeal.in-time',
    says: '在上诉期限内',
    instead: '核对上诉之日',
    basis: alitl(85),
    test: ({ data, on }, file) => {
      const until = file.deadline(APPEAL_BY)
      if (data.filedOn > on) return { because: '上诉之日晚于登记之日', field: 'filedOn' }
      return until.state === 'running' && data.filedOn > until.due ? { because: '超过上诉期限', field: 'filedOn' } : undefined
    },
  }),
  requires('answerAdvice', { code: 'answerAdvice.nothing', needs: all(done('advice'), not(done('answerAdvice'))), basis: spc18(149), because: '没有需要答复的司法建议', instead: '无需答复' }),
  requires('carryOut', { code: 'carryOut.nothing', needs: LOST, basis: alitl(94), because: '没有改变原行为的裁判', instead: '无需履行' }),
  requires('carryOut', { code: 'carryOut.not-final', needs: implies(LOST, FINAL), basis: [alitl(85), alitl(94)], because: '裁判尚未生效', instead: '等待上诉期满或者二审裁判' }),
  checks('carryOut', { code: 'carryOut.again', says: '责令重作的，写明重新作出的行为', instead: '重新作出后填写文号', basis: alitl(71), test: ({ data }, file) => (last(file, 'decided')?.data.outcome === 'redo' && data.again === undefined ? { because: '没有写明重新作出的行为', field: 'again' } : undefined) }),
  requires('archive', { code: 'archive.open', needs: any(FINAL, LEFT), basis: alitl(69), because: '裁判尚未生效', instead: '等待上诉期满或者二审裁判' }),
  requires('archive', { code: 'archive.not-carried-out', needs: implies(LOST, any(done('carryOut'), LEFT)), basis: alitl(94), because: '裁判没有履行', instead: '先履行' }),
  requires('archive', { code: 'archive.not-answered', needs: implies(done('advice'), done('answerAdvice')), basis: spc18(149), because: '司法建议没有答复', instead: '先答复' }),

  owes('answer', ANSWER_BY, { code: 'owes.answer', says: '提交答辩状、证据和规范性文件', basis: alitl(67), while: not(any(done('decided'), LEFT)) }),
  owes('answerAdvice', ADVICE_BY, { code: 'owes.answer-advice', says: '书面答复司法建议', basis: spc18(149) }),
  owes('carryOut', CARRY_OUT_BY, { code: 'owes.carry-out', says: '履行裁判，撤回公示', basis: [apl(48, 2), alitl(94)], while: FINAL }),
]

const SAFEGUARDS: readonly Safeguard[] = [
  never('archive', '裁判没有生效不得归档', { while: not(any(FINAL, LEFT)), basis: alitl(69) }),
  never('archive', '败诉没有履行不得归档', { while: all(LOST, not(done('carryOut')), not(LEFT)), basis: alitl(94) }),
  never('archive', '司法建议没有答复不得归档', { while: all(done('advice'), not(done('answerAdvice'))), basis: spc18(149) }),
  never('carryOut', '裁判没有生效不得以履行为由改变', { while: done('appeal'), basis: alitl(85) }),
  never('answer', '裁判之后不再答辩', { while: done('decided'), basis: alitl(67) }),
  never('decided', '终审之后没有另一裁判', { while: all(done('decided', 'instance', 'second'), not(done('appeal'))), basis: alitl(85) }),
]

/** Litigation (行政诉讼), the bureau as defendant. */
export const LITIGATION: Procedure = {
  code: 'remedy.litigation',
  name: '行政诉讼应诉',
  acts: LITIGATION_ACTS,
  opens: ['register'],
  rules: RULES,
  safeguards: SAFEGUARDS,
  general: { order: [alitl(67)], post: [alitl(3)], end: [alitl(69)] },
}
