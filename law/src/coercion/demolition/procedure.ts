import { all, any, elapsed, not, type Condition } from '../../condition.ts'
import type { Moment } from '../../case-file.ts'
import { days, months } from '../../period.ts'
import type { Procedure, Rule, Safeguard } from '../../procedure.ts'
import { acl, alitl, arl23, spc18, upl } from '../../article.ts'
import { IDENTIFY, notIdentified } from '../../party.ts'
import { serviceRules } from '../../served-paper.ts'
import { notAtThisHour } from '../hours.ts'
import { DEMOLITION_ACTS } from './acts.ts'
import { checks, deadline, done, last, never, owes, requires, staffed } from './words.ts'

/** The day from which the time to contest the order runs; it stands still while a remedy is pending. */
const ORDER_KNOWN: Moment = {
  name: 'order known',
  says: '限期拆除决定送达或者救济结果收到之日',
  of: ['begin', 'registerRemedy', 'settleRemedy'],
  day: (file) => (last(file, 'registerRemedy') !== undefined ? undefined : (last(file, 'settleRemedy')?.data.endedOn ?? last(file, 'begin')?.data.servedOn)),
}
/** 行政诉讼法第四十六条: six months; fifteen days after a reconsideration (第四十五条) or to appeal (第八十五条). */
const SUE_BY = deadline('sue-by', {
  says: '对限期拆除决定的复议、起诉期限',
  since: ORDER_KNOWN,
  length: (_, file) => (last(file, 'settleRemedy') === undefined ? months(6) : days(15)),
  basis: [acl(44), alitl(46), alitl(45), alitl(85), arl23(20)],
})
/** 行政强制法第五十三条. */
const COURT_BY = deadline('court-by', {
  says: '申请法院强制执行的期限',
  since: { name: 'court window opens', says: '起诉期限届满之日', of: ORDER_KNOWN.of, day: (file) => {
    const sue = file.deadline(SUE_BY)
    return sue.state === 'running' ? sue.due : undefined
  } },
  length: () => months(3),
  basis: [acl(53), spc18(156)],
})

const OVER: Condition = any(done('demolish'), done('removed'), done('applyCourt'), done('end'))
const CONTESTED: Condition = any(done('registerRemedy'), done('settleRemedy', 'outcome', 'revoked'))
const TWO = { because: '执法人员不得少于两人，且都应持有当日有效的执法证', instead: '由两名以上持有效执法证的人员实施' }

const RULES: readonly Rule[] = [
  requires('begin', { code: 'begin.once', needs: not(done('begin')), basis: acl(44), because: '已经登记', instead: '另一建筑另立案卷' }),
  checks('begin', {
    code: 'begin.facts',
    says: '当事人明确，自行拆除期限已过',
    instead: IDENTIFY,
    basis: acl(44),
    test: ({ data, on }) => {
      if (data.servedOn > on) return { because: '限期拆除决定的送达日期晚于今天', field: 'servedOn' }
      return data.dueOn >= on ? { because: '限期拆除决定给予的期限没有届满', field: 'dueOn' } : notIdentified(data.party)
    },
  }),
  ...(['instruct', 'announce', 'registerRemedy', 'demand', 'removed', 'decide', 'applyCourt', 'end'] as const).map((kind) => requires(kind, { code: `${kind}.not-begun`, needs: done('begin'), basis: acl(44), because: '尚未登记拆除事项', instead: '先登记' })),
  ...(['instruct', 'announce', 'demand', 'removed', 'decide', 'demolish', 'applyCourt', 'end'] as const).map((kind) => requires(kind, { code: `${kind}.over`, needs: not(OVER), basis: acl(44), because: '已经拆除、申请法院执行或者终结', instead: '归档' })),
  requires('registerRemedy', { code: 'registerRemedy.pending', needs: not(done('registerRemedy')), basis: acl(44), because: '前一救济程序尚未结束', instead: '先登记结果' }),
  requires('settleRemedy', { code: 'settleRemedy.nothing', needs: done('registerRemedy'), basis: acl(44), because: '没有正在进行的复议或者诉讼', instead: '先登记复议或者诉讼' }),
  checks('announce', { code: 'announce.until', says: '公告给予自行拆除的期限', instead: '填写公告之后的期限', basis: acl(44), test: ({ data, on }) => (data.until <= on ? { because: '公告没有给予自行拆除的期限', field: 'until' } : undefined) }),
  checks('demand', { code: 'demand.contents', says: '催告给予期限，告知陈述申辩权', instead: '填写期限，告知陈述申辩权', basis: acl(35), test: ({ data, on }) => (data.until <= on ? { because: '催告没有给予履行期限', field: 'until' } : data.tellsDefence ? undefined : { because: '催告书没有告知陈述申辩权', field: 'tellsDefence' }) }),
  requires('serveDemand', { code: 'serveDemand.nothing', needs: done('demand'), basis: acl(38), because: '没有催告书', instead: '先制作催告书' }),
  ...serviceRules('serveDemand', 'demand'),
  requires('hear', { code: 'hear.not-demanded', needs: done('serveDemand'), basis: acl(36), because: '尚未催告', instead: '先送达催告书' }),
  requires('decide', { code: 'decide.not-instructed', needs: done('instruct'), basis: [upl(68), acl(13)], because: '没有政府责成，本机关没有强制拆除的权力', instead: '报请区人民政府责成，或者申请人民法院强制执行；地方性法规不能设定行政强制执行' }),
  requires('decide', { code: 'decide.not-announced', needs: done('announce'), basis: acl(44), because: '没有公告', instead: '公告并限期自行拆除' }),
  requires('decide', { code: 'decide.not-demanded', needs: done('serveDemand'), basis: acl(35), because: '没有催告', instead: '送达催告书' }),
  requires('decide', { code: 'decide.contested', needs: not(CONTESTED), basis: acl(44), because: '当事人已经申请复议、提起诉讼，或者决定已被撤销', instead: '等待结果；决定被撤销的，终结执行' }),
  requires('decide', { code: 'decide.remedies-open', needs: elapsed(SUE_BY), basis: acl(44), because: '对限期拆除决定的复议、起诉期限没有届满', instead: '等待期限届满' }),
  checks('decide', {
    code: 'decide.contents',
    says: '公告、催告的期限已过，决定书内容齐全',
    instead: '等待期限届满，补齐内容',
    basis: acl(37),
    test: ({ data, on }, file) => {
      if ((last(file, 'announce')?.data.until ?? on - 1) >= on) return { because: '公告的自行拆除期限没有届满', basis: [acl(44)] }
      if ((last(file, 'demand')?.data.until ?? on - 1) >= on) return { because: '催告的履行期限没有届满', basis: [acl(35)] }
      if (!data.remedies) return { because: '没有载明复议、诉讼的途径和期限', field: 'remedies' }
      return data.sealed ? undefined : { because: '没有加盖机关印章', field: 'sealed' }
    },
  }),
  requires('serveDecision', { code: 'serveDecision.nothing', needs: done('decide'), basis: acl(38), because: '没有强制执行决定', instead: '先作出决定' }),
  ...serviceRules('serveDecision', 'decide'),
  requires('demolish', { code: 'demolish.not-served', needs: done('serveDecision'), basis: acl(38), because: '强制执行决定没有作出或者没有送达', instead: '先送达决定书' }),
  requires('demolish', { code: 'demolish.contested', needs: not(CONTESTED), basis: acl(44), because: '当事人已经申请复议、提起诉讼，或者决定已被撤销', instead: '停止实施' }),
  ...(['demolish', 'announce'] as const).map((kind) => staffed(kind, 2, { code: `${kind}.two-officers`, basis: acl(17), ...TWO })),
  checks('demolish', {
    code: 'demolish.manner',
    says: '不早于决定的日期，不停水电',
    instead: '按决定的日期实施',
    basis: acl(37),
    test: ({ data, on }, file) => {
      if (on < (last(file, 'decide')?.data.on ?? on)) return { because: '早于决定书载明的日期', field: 'on' }
      return data.noCutting ? undefined : { because: '不得对居民生活停止供水、供电、供热、供燃气', field: 'noCutting', basis: [acl(43, 2)] }
    },
  }),
  checks('demolish', { code: 'demolish.hours', says: '不在夜间和法定节假日', instead: '改在工作日的日间实施', basis: acl(43, 1), test: (proposal, file) => notAtThisHour(proposal, { urgent: proposal.data.urgent, urgency: proposal.data.record }, file.setting.calendar) }),
  requires('applyCourt', { code: 'applyCourt.not-demanded', needs: done('serveDemand'), basis: acl(54), because: '申请法院强制执行前没有催告', instead: '送达催告书' }),
  requires('applyCourt', { code: 'applyCourt.window', needs: all(elapsed(SUE_BY), not(elapsed(COURT_BY)), not(CONTESTED)), basis: [acl(53), spc18(156)], because: '不在起诉期限届满之后的三个月内，或者救济没有结束', instead: '在期限内申请' }),
  requires('archive', { code: 'archive.open', needs: OVER, basis: acl(44), because: '尚未拆除、申请法院执行或者终结', instead: '继续办理' }),
  owes(['demolish', 'removed', 'applyCourt', 'end'], COURT_BY, { code: 'owes.court', says: '强制拆除，或者申请法院强制执行', basis: acl(53), while: not(CONTESTED) }),
]

const SAFEGUARDS: readonly Safeguard[] = [
  never('decide', '没有政府责成不得强制拆除', { while: not(done('instruct')), basis: upl(68) }),
  never('decide', '未公告不得强制拆除', { while: not(done('announce')), basis: acl(44) }),
  never('decide', '救济期限未届满不得强制拆除', { while: not(elapsed(SUE_BY)), basis: acl(44) }),
  never('decide', '救济期间不得强制拆除', { while: done('registerRemedy'), basis: acl(44) }),
  never('demolish', '决定未送达不得拆除', { while: not(done('serveDecision')), basis: acl(38) }),
  never('demolish', '救济期间不得拆除', { while: done('registerRemedy'), basis: acl(44) }),
  never('demolish', '已经自行拆除的不得再拆', { while: done('removed'), basis: acl(44) }),
  never('applyCourt', '未催告不得申请法院', { while: not(done('serveDemand')), basis: acl(54) }),
]

/** Forced removal of illegal structures (违法建筑强制拆除), 行政强制法第四十四条. */
export const DEMOLITION: Procedure = {
  code: 'coercion.demolition',
  name: '违法建筑强制拆除',
  acts: DEMOLITION_ACTS,
  opens: ['begin'],
  rules: RULES,
  safeguards: SAFEGUARDS,
  general: { order: [acl(37)], post: [acl(17)], end: [acl(40)] },
}
