import { all, any, elapsed, holds, implies, not, type Condition } from '../../condition.ts'
import { months, workdays } from '../../period.ts'
import type { Procedure, Rule, Safeguard } from '../../procedure.ts'
import { acl } from '../../article.ts'
import { IDENTIFY, notIdentified } from '../../party.ts'
import { serviceRules } from '../../served-paper.ts'
import { notAtThisHour } from '../hours.ts'
import { PERFORMANCE_ACTS } from './acts.ts'
import { checks, dayOf, deadline, done, every, fact, last, never, requires, staffed } from './words.ts'

/** What lies there must be cleared at once (需要立即清除). */
const IMMEDIATE = fact('immediate', { says: '需要立即清除', of: ['begin'], basis: acl(52), test: (file) => last(file, 'begin')?.data.immediate === true })

/** 行政强制法第五十一条第一款第（二）项: three working days (第六十九条) between the last demand and the performance. */
const REMINDED = deadline('reminded', { says: '代履行前再次催告的三日', since: dayOf('remind', '再次催告之日'), length: () => workdays(3), basis: [acl(51, 1, 2), acl(69)] })
/** 行政强制法第三十九条第二款: after three years of standing still it is no longer executed. */
const THREE_YEARS = deadline('three-years', { says: '中止执行三年', since: dayOf('suspend', '中止之日'), length: () => months(36), basis: acl(39, 2) })

const DONE: Condition = any(done('perform'), done('clear'))
const OVER: Condition = any(DONE, done('complied'), done('end'))
const TWO = { because: '执法人员不得少于两人，且都应持有当日有效的执法证', instead: '由两名以上持有效执法证的人员到场' }

const RULES: readonly Rule[] = [
  requires('begin', { code: 'begin.once', needs: not(done('begin')), basis: acl(50), because: '已经登记', instead: '另一义务另立案卷' }),
  checks('begin', { code: 'begin.party-identified', says: '当事人身份明确', instead: IDENTIFY, basis: acl(37), test: ({ data }) => notIdentified(data.party) }),
  ...(['demand', 'decide', 'complied', 'clear', 'end'] as const).map((kind) => requires(kind, { code: `${kind}.not-begun`, needs: done('begin'), basis: acl(50), because: '尚未登记代履行事项', instead: '先登记' })),
  ...(['demand', 'decide', 'complied', 'clear', 'perform', 'suspend', 'end'] as const).map((kind) => requires(kind, { code: `${kind}.over`, needs: not(OVER), basis: acl(51), because: '已经履行、代履行或者终结', instead: '核定费用，归档' })),
  checks('demand', {
    code: 'demand.due',
    says: '逾期不履行的才催告，给予合理期限',
    instead: '等待履行期限届满；填写当日之后的期限',
    basis: [acl(35), acl(50)],
    test: ({ data, on }, file) => {
      const due = last(file, 'begin')?.data.dueOn
      if (due !== undefined && on <= due) return { because: '行政决定规定的履行期限没有届满' }
      return data.until <= on ? { because: '催告没有给予履行期限', field: 'until' } : undefined
    },
  }),
  checks('demand', { code: 'demand.tells-defence', says: '催告书告知陈述申辩权', instead: '告知当事人有权陈述和申辩', basis: acl(35), test: ({ data }) => (data.tellsDefence ? undefined : { because: '催告书没有告知陈述申辩权', field: 'tellsDefence' }) }),
  requires('serveDemand', { code: 'serveDemand.nothing', needs: done('demand'), basis: acl(38), because: '没有催告书', instead: '先制作催告书' }),
  ...serviceRules('serveDemand', 'demand'),
  requires('hear', { code: 'hear.not-demanded', needs: done('serveDemand'), basis: acl(36), because: '尚未催告', instead: '先送达催告书' }),
  requires('decide', { code: 'decide.not-demanded', needs: done('serveDemand'), basis: [acl(35), acl(50)], because: '没有催告', instead: '先书面催告' }),
  checks('decide', {
    code: 'decide.lawful',
    says: '催告期满仍不履行，且后果属于法定情形，由无利害关系人代履行',
    instead: '等待催告期满；不属于法定情形的，申请人民法院强制执行',
    basis: acl(50),
    test: ({ data, on }, file) => {
      const until = last(file, 'demand')?.data.until
      if (until !== undefined && on <= until) return { because: '催告的履行期限没有届满' }
      if (last(file, 'begin')?.data.harm === 'none') return { because: '不履行的后果不属于危害交通安全、造成环境污染或者破坏自然资源' }
      if (last(file, 'hear')?.data.adopted === true) return { because: '当事人的意见成立，已决定不再代履行' }
      return data.uninterested ? undefined : { because: '代履行人与本案有利害关系', field: 'uninterested' }
    },
  }),
  requires('serveDecision', { code: 'serveDecision.nothing', needs: done('decide'), basis: acl(51, 1), because: '没有代履行决定', instead: '先作出决定' }),
  ...serviceRules('serveDecision', 'decide'),
  requires('remind', { code: 'remind.not-served', needs: done('serveDecision'), basis: acl(51, 1), because: '代履行决定书尚未送达', instead: '先送达决定书' }),
  requires('suspend', { code: 'suspend.nothing', needs: all(done('decide'), not(done('suspend'))), basis: acl(39), because: '没有可中止的执行，或者已经中止', instead: '核对案卷' }),
  requires('resume', { code: 'resume.nothing', needs: done('suspend'), basis: acl(39), because: '没有中止', instead: '无需恢复' }),
  requires('resume', { code: 'resume.too-late', needs: not(elapsed(THREE_YEARS)), basis: acl(39, 2), because: '中止执行已满三年，不再执行', instead: '终结执行' }),
  requires('perform', { code: 'perform.not-reminded', needs: all(done('serveDecision'), done('remind'), elapsed(REMINDED)), basis: [acl(51, 1, 2), acl(69)], because: '没有送达决定并再次催告，或者催告后不满三个工作日', instead: '再次催告，等待三个工作日' }),
  requires('perform', { code: 'perform.suspended', needs: not(done('suspend')), basis: acl(39), because: '执行已经中止', instead: '恢复后再实施' }),
  ...(['perform', 'clear'] as const).map((kind) => staffed(kind, 2, { code: `${kind}.two-officers`, basis: acl(17), ...TWO })),
  checks('perform', {
    code: 'perform.manner',
    says: '机关到场监督，各方签名，不用暴力，不停水电',
    instead: '派员到场，以合法方式实施',
    basis: acl(51),
    test: ({ data }) => {
      if (!data.present) return { because: '本机关没有派员到场监督', field: 'present', basis: [acl(51, 1, 3)] }
      if (!data.peaceful) return { because: '不得采用暴力、胁迫以及其他非法方式', field: 'peaceful', basis: [acl(51, 3)] }
      if (!data.noCutting) return { because: '不得对居民生活停止供水、供电、供热、供燃气', field: 'noCutting', basis: [acl(43, 2)] }
      return data.signed ? undefined : { because: '监督人员、代履行人和当事人或者见证人没有签名', field: 'signed', basis: [acl(51, 1, 4)] }
    },
  }),
  checks('perform', { code: 'perform.hours', says: '不在夜间和法定节假日', instead: '改在工作日的日间实施', basis: acl(43, 1), test: (proposal, file) => notAtThisHour(proposal, proposal.data.urgent, file.setting.calendar) }),
  requires('clear', { code: 'clear.not-immediate', needs: implies(done('begin'), holds(IMMEDIATE)), basis: acl(52), because: '不属于需要立即清除的情形', instead: '按催告、决定、再次催告的程序代履行' }),
  checks('clear', { code: 'clear.notified', says: '当事人不在场的事后立即通知', instead: '立即通知当事人', basis: acl(52), test: ({ data }) => (data.presence === 'unknown' ? { because: '当事人不在场，尚未通知', field: 'presence' } : undefined) }),
  requires('bill', { code: 'bill.nothing', needs: DONE, basis: acl(51, 2), because: '没有代履行', instead: '实施之后再核定费用' }),
  checks('bill', {
    code: 'bill.reasonable',
    says: '费用按照成本合理确定',
    instead: '超过预算的，说明理由',
    basis: acl(51, 2),
    test: ({ data }, file) => {
      const estimate = last(file, 'decide')?.data.estimate
      return estimate !== undefined && data.amount > estimate && data.overReason === undefined ? { because: '费用超过预算，没有说明理由', field: 'overReason' } : undefined
    },
  }),
  checks('pay', {
    code: 'pay.bill',
    says: '缴纳不超过核定的费用',
    instead: '先核定费用，核对数额',
    basis: acl(51, 2),
    test: ({ data }, file) => {
      const billed = last(file, 'bill')?.data.amount
      const paid = every(file, 'pay').reduce((sum, act) => sum + act.data.amount, 0n)
      if (billed === undefined) return { because: '费用尚未核定' }
      return paid + data.amount > billed ? { because: '缴纳超过核定的费用', field: 'amount' } : undefined
    },
  }),
  requires('reverse', { code: 'reverse.nothing', needs: DONE, basis: acl(41), because: '没有代履行', instead: '无需回转' }),
  requires('archive', { code: 'archive.open', needs: OVER, basis: acl(51), because: '尚未履行、代履行或者终结', instead: '继续办理' }),
]

const SAFEGUARDS: readonly Safeguard[] = [
  never('decide', '未经催告不得决定代履行', { while: not(done('serveDemand')), basis: acl(35) }),
  never('perform', '未再次催告满三个工作日不得代履行', { while: not(all(done('remind'), elapsed(REMINDED))), basis: acl(51, 1, 2) }),
  never('perform', '当事人已经履行的不得代履行', { while: done('complied'), basis: acl(51, 1) }),
  never('perform', '中止期间不得代履行', { while: done('suspend'), basis: acl(39) }),
  never('perform', '终结之后不得代履行', { while: done('end'), basis: acl(40) }),
  never('clear', '不需立即清除的不得立即代履行', { while: not(holds(IMMEDIATE)), basis: acl(52) }),
  never('bill', '没有代履行不得收费', { while: not(DONE), basis: acl(51, 2) }),
  never('resume', '中止满三年不得恢复', { while: elapsed(THREE_YEARS), basis: acl(39, 2) }),
]

/** Substitute performance (代履行), 行政强制法第五十条至第五十二条. */
export const SUBSTITUTE_PERFORMANCE: Procedure = {
  code: 'coercion.performance',
  name: '代履行',
  acts: PERFORMANCE_ACTS,
  opens: ['begin'],
  rules: RULES,
  safeguards: SAFEGUARDS,
  general: { order: [acl(37)], post: [acl(17)], end: [acl(40)] },
}
