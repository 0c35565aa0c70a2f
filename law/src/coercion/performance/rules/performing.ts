import { acl } from '../../../article.ts'
import { elapsed, holds, not } from '../../../condition.ts'
import { IDENTIFY, notIdentified } from '../../../party.ts'
import type { Rule } from '../../../procedure.ts'
import { serviceRules } from '../../../served-paper.ts'
import { DEMAND_BY } from '../../execution/deadlines.ts'
import { BEGUN } from '../../execution/rules.ts'
import { notAtThisHour } from '../../hours.ts'
import { REMINDED } from '../deadlines.ts'
import { HARMFUL, OVER } from '../facts.ts'
import { checks, done, last, requires, staffed } from '../words.ts'

const BEGINNING: readonly Rule[] = [
  requires('begin', { code: 'begin.once', needs: not(done('begin')), basis: acl(50), because: '已经登记', instead: '另一义务另立案卷' }),
  checks('begin', {
    code: 'begin.party-identified',
    says: '当事人身份明确',
    instead: IDENTIFY,
    basis: acl(51, 1, 1),
    test: ({ data }) => {
      if (data.party !== undefined) return notIdentified(data.party)
      return data.immediate ? undefined : { because: '没有填写当事人', field: 'party' }
    },
  }),
  checks('begin', {
    code: 'begin.substitutable',
    says: '义务可以由他人代为履行',
    instead: '金钱给付的，加处罚款或者申请人民法院强制执行',
    basis: acl(50),
    test: ({ data }) => (data.kind === 'personal' ? { because: '金钱给付或者只能由本人履行的义务不能代履行', field: 'kind' } : undefined),
  }),
  checks('begin', {
    code: 'begin.order',
    says: '有要求当事人履行义务的行政决定',
    instead: '先依法作出决定，给予履行期限；需要立即清除的，写明',
    basis: acl(50),
    test: ({ data }) => {
      if (data.immediate) return undefined
      if (data.order === undefined) return { because: '没有确定该义务的行政决定', field: 'order' }
      return data.dueOn === undefined ? { because: '没有写明决定规定的履行期限', field: 'dueOn' } : undefined
    },
  }),
  checks('begin', {
    code: 'begin.immediate',
    says: '需要立即清除的，地点、物品属于法定范围，当事人不能清除',
    instead: '不属于这些情形的，按催告、决定、再次催告的程序代履行',
    basis: acl(52),
    test: ({ data }) => {
      if (!data.immediate) return undefined
      if (data.where === undefined) return { because: '地点不是道路、河道、航道或者公共场所', field: 'where' }
      if (data.thing === undefined) return { because: '物品不是遗洒物、障碍物或者污染物', field: 'thing' }
      return data.unable ? undefined : { because: '当事人能够清除', field: 'unable' }
    },
  }),
  ...(['complied', 'decide'] as const).map((kind) => requires(kind, { code: `${kind}.not-begun`, needs: BEGUN, basis: acl(50), because: '尚未登记代履行事项', instead: '先登记' })),
  ...(['complied', 'decide', 'perform'] as const).map((kind) =>
    requires(kind, { code: `${kind}.over`, needs: not(OVER), basis: acl(51, 1, 2), because: '已经履行、代履行或者终结', instead: '核定费用，归档' }),
  ),
  checks('demand', {
    code: 'demand.not-due',
    says: '逾期不履行的才催告',
    instead: '等待履行期限届满',
    basis: [acl(34), acl(50)],
    test: ({ on }, file) => {
      const due = last(file, 'begin')?.data.dueOn
      return due !== undefined && on <= due ? { because: '行政决定规定的履行期限没有届满' } : undefined
    },
  }),
]

const DECIDING: readonly Rule[] = [
  requires('decide', { code: 'decide.not-demanded', needs: done('serveDemand'), basis: [acl(35), acl(50)], because: '没有催告', instead: '先书面催告' }),
  requires('decide', { code: 'decide.demand-running', needs: elapsed(DEMAND_BY), basis: [acl(37, 1), acl(50)], because: '催告的履行期限没有届满', instead: '等待催告期满' }),
  requires('decide', { code: 'decide.heard', needs: not(done('hear', 'conclusion', 'adopted')), basis: acl(36), because: '当事人的意见成立，应当采纳', instead: '不再代履行；情况有变的，重新催告' }),
  requires('decide', { code: 'decide.not-harmful', needs: holds(HARMFUL), basis: acl(50), because: '不履行的后果不属于危害交通安全、造成环境污染或者破坏自然资源', instead: '申请人民法院强制执行' }),
  checks('decide', {
    code: 'decide.uninterested',
    says: '由没有利害关系的人代履行',
    instead: '另选代履行人',
    basis: acl(50),
    test: ({ data }) => (data.uninterested || data.by === 'own' ? undefined : { because: '代履行人与本案有利害关系', field: 'uninterested' }),
  }),
  checks('decide', {
    code: 'decide.estimate',
    says: '决定书载明费用预算',
    instead: '按照成本估算费用',
    basis: [acl(51, 1, 1), acl(51, 2)],
    test: ({ data }) => (data.estimate > 0n ? undefined : { because: '没有费用预算', field: 'estimate' }),
  }),
  checks('decide', {
    code: 'decide.date',
    says: '代履行日期留有再次催告的时间',
    instead: '代履行日期不早于三个工作日之后',
    basis: [acl(51, 1, 2), acl(69)],
    test: ({ data, on }, file) => (data.on < file.setting.calendar.addWorkdays(on, 3) ? { because: '代履行日期之前不足三个工作日，来不及再次催告', field: 'on' } : undefined),
  }),
  checks('decide', {
    code: 'decide.sealed',
    says: '决定书盖章',
    instead: '写明机关名称、日期，加盖印章',
    basis: acl(37, 2, 5),
    test: ({ data }) => (data.sealed ? undefined : { because: '没有机关名称、日期或者印章', field: 'sealed' }),
  }),
  requires('serveDecision', { code: 'serveDecision.nothing', needs: done('decide'), basis: acl(51, 1, 1), because: '没有代履行决定', instead: '先作出决定' }),
  ...serviceRules('serveDecision', 'decide'),
  requires('remind', { code: 'remind.not-served', needs: done('serveDecision'), basis: acl(51, 1, 2), because: '代履行决定书尚未送达', instead: '先送达决定书' }),
  ...serviceRules('remind', 'serveDecision'),
]

const PERFORMING: readonly Rule[] = [
  requires('perform', { code: 'perform.not-served', needs: done('serveDecision'), basis: acl(51, 1, 1), because: '代履行决定书没有送达', instead: '先送达决定书' }),
  requires('perform', { code: 'perform.not-reminded', needs: elapsed(REMINDED), basis: [acl(51, 1, 2), acl(69)], because: '没有在三个工作日前再次催告', instead: '再次催告，三个工作日之后实施' }),
  ...(['decide', 'perform'] as const).flatMap((kind) => [
    requires(kind, { code: `${kind}.suspended`, needs: not(done('suspend')), basis: acl(39), because: '执行已经中止', instead: '情形消失后恢复执行' }),
    requires(kind, { code: `${kind}.agreed`, needs: not(done('agree')), basis: acl(42), because: '正在履行执行协议', instead: '当事人不履行协议的，恢复执行' }),
  ]),
  staffed('perform', 2, { code: 'perform.two-officers', basis: acl(51, 1, 3), because: '到场监督的执法人员不得少于两人，且都应持有当日有效的执法证', instead: '由两名以上持有效执法证的人员到场' }),
  checks('perform', {
    code: 'perform.supervised',
    says: '机关派员到场监督',
    instead: '派员到场',
    basis: acl(51, 1, 3),
    test: ({ data }) => (data.present ? undefined : { because: '本机关没有派员到场监督', field: 'present' }),
  }),
  checks('perform', {
    code: 'perform.signed',
    says: '监督人员、代履行人和当事人或者见证人签名',
    instead: '补齐签名；当事人拒绝的，由见证人签名',
    basis: acl(51, 1, 4),
    test: ({ data }) => {
      if (!data.signed) return { because: '到场监督的人员、代履行人没有签名', field: 'signed' }
      return data.partySigned || data.witness !== undefined ? undefined : { because: '当事人没有签名，也没有见证人签名', field: 'witness' }
    },
  }),
  checks('perform', {
    code: 'perform.as-decided',
    says: '由决定的代履行人，在决定的日期或者之后实施',
    instead: '按决定实施；需要改变的，重新决定并送达',
    basis: acl(51, 1, 1),
    test: ({ data, on }, file) => {
      const decided = last(file, 'decide')?.data
      if (decided === undefined) return undefined
      if (on < decided.on) return { because: '早于决定书载明的日期', field: 'on' }
      return data.performer === decided.performer ? undefined : { because: '实施的不是决定书载明的代履行人', field: 'performer' }
    },
  }),
  checks('perform', {
    code: 'perform.peaceful',
    says: '不采用暴力、胁迫以及其他非法方式',
    instead: '以合法方式实施',
    basis: acl(51, 3),
    test: ({ data }) => (data.peaceful ? undefined : { because: '采用了暴力、胁迫或者其他非法方式', field: 'peaceful' }),
  }),
  checks('perform', {
    code: 'perform.utilities',
    says: '不停水、停电、停热、停气',
    instead: '不得对居民生活停止供水、供电、供热、供燃气',
    basis: acl(43, 2),
    test: ({ data }) => (data.noCutting ? undefined : { because: '对居民生活停止供水、供电、供热、供燃气', field: 'noCutting' }),
  }),
  checks('perform', {
    code: 'perform.hours',
    says: '不在夜间和法定节假日',
    instead: '改在工作日的日间实施；情况紧急的，写明',
    basis: acl(43, 1),
    test: (proposal, file) => notAtThisHour(proposal, proposal.data, file.setting),
  }),
]

/** The duty, the decision, the performance (代履行): 行政强制法第三十五条至第三十九条、第四十三条、第五十条、第五十一条. */
export const PERFORMING_RULES: readonly Rule[] = [...BEGINNING, ...DECIDING, ...PERFORMING]
