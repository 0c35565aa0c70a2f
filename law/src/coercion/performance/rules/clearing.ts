import { acl } from '../../../article.ts'
import { all, holds, implies, not } from '../../../condition.ts'
import { IDENTIFY, notIdentified } from '../../../party.ts'
import type { Rule } from '../../../procedure.ts'
import { serviceRules } from '../../../served-paper.ts'
import { BEGUN } from '../../execution/rules.ts'
import { FORCED, IMMEDIATE, OVER, PARTY_ABSENT, PARTY_KNOWN } from '../facts.ts'
import { checks, done, every, last, requires, staffed } from '../words.ts'

const CLEARING: readonly Rule[] = [
  requires('orderClear', { code: 'orderClear.not-immediate', needs: all(BEGUN, holds(IMMEDIATE)), basis: acl(52), because: '尚未登记，或者不属于需要立即清除的情形', instead: '按催告、决定、再次催告的程序代履行' }),
  ...(['orderClear', 'clear'] as const).map((kind) => requires(kind, { code: `${kind}.over`, needs: not(OVER), basis: acl(52), because: '已经履行、代履行或者终结', instead: '核定费用，归档' })),
  requires('clear', { code: 'clear.not-ordered', needs: done('orderClear'), basis: acl(52), because: '机关没有决定立即代履行', instead: '请机关负责人决定，可以口头' }),
  staffed('clear', 2, { code: 'clear.two-officers', basis: acl(51, 1, 3), because: '执法人员不得少于两人，且都应持有当日有效的执法证', instead: '由两名以上持有效执法证的人员到场' }),
  checks('clear', {
    code: 'clear.record',
    says: '当事人不在场的有见证人，时间有先后',
    instead: '邀请见证人，核对时间',
    basis: acl(51, 1, 4),
    test: ({ data }) => {
      if (data.to < data.from) return { because: '结束时间早于开始时间', field: 'to' }
      return data.presence === 'absent' && data.witness === undefined ? { because: '当事人不在场，没有见证人', field: 'witness' } : undefined
    },
  }),
  requires('identify', { code: 'identify.known', needs: all(BEGUN, not(holds(PARTY_KNOWN))), basis: acl(52), because: '尚未登记，或者当事人已经明确', instead: '登记有误的，更正登记' }),
  checks('identify', { code: 'identify.identified', says: '当事人身份明确', instead: IDENTIFY, basis: acl(52), test: ({ data }) => notIdentified(data.party) }),
  requires('notify', { code: 'notify.nothing', needs: all(done('clear'), holds(PARTY_ABSENT), holds(PARTY_KNOWN)), basis: acl(52), because: '没有在当事人不在场时清除，或者当事人尚未查明', instead: '当事人不明的，先查明' }),
]

const COST: readonly Rule[] = [
  requires('bill', { code: 'bill.nothing', needs: FORCED, basis: acl(51, 2), because: '没有代履行', instead: '实施之后再核定费用' }),
  requires('bill', { code: 'bill.party-unknown', needs: implies(FORCED, holds(PARTY_KNOWN)), basis: acl(51, 2), because: '当事人尚未查明', instead: '先查明当事人' }),
  checks('bill', {
    code: 'bill.sum',
    says: '费用等于各项成本之和',
    instead: '核对明细',
    basis: acl(51, 2),
    test: ({ data }) => (data.items.reduce((sum, { amount }) => sum + amount, 0n) === data.amount ? undefined : { because: '各项之和不等于费用', field: 'amount' }),
  }),
  checks('bill', {
    code: 'bill.estimate',
    says: '超过预算的说明理由',
    instead: '按照成本合理确定；超过预算的，说明理由',
    basis: acl(51, 2),
    test: ({ data }, file) => {
      const estimate = last(file, 'decide')?.data.estimate
      return estimate !== undefined && data.amount > estimate && data.overReason === undefined ? { because: '费用超过预算，没有说明理由', field: 'overReason' } : undefined
    },
  }),
  requires('serveBill', { code: 'serveBill.nothing', needs: done('bill'), basis: acl(51, 2), because: '费用尚未核定', instead: '先核定费用' }),
  ...serviceRules('serveBill', 'bill'),
  requires('pay', { code: 'pay.not-billed', needs: done('serveBill'), basis: acl(51, 2), because: '费用缴纳通知书尚未送达', instead: '先核定费用，送达通知书' }),
  checks('pay', {
    code: 'pay.not-too-much',
    says: '缴纳不超过核定的费用',
    instead: '核对数额；多缴的退还',
    basis: acl(51, 2),
    test: ({ data }, file) => {
      const billed = last(file, 'bill')?.data.amount
      const paid = every(file, 'pay').reduce((sum, act) => sum + act.data.amount, 0n)
      if (data.amount <= 0n) return { because: '金额应大于零', field: 'amount' }
      return billed !== undefined && paid + data.amount > billed ? { because: '缴纳超过核定的费用', field: 'amount' } : undefined
    },
  }),
  requires('archive', { code: 'archive.open', needs: OVER, basis: acl(51, 1), because: '尚未履行、代履行或者终结', instead: '继续办理' }),
  requires('archive', { code: 'archive.not-notified', needs: implies(all(done('clear'), holds(PARTY_ABSENT), holds(PARTY_KNOWN)), done('notify')), basis: acl(52), because: '当事人不在场，事后没有通知', instead: '通知当事人' }),
]

/** Immediate clearing and the cost (立即代履行、费用): 行政强制法第五十一条第二款、第五十二条. */
export const CLEARING_RULES: readonly Rule[] = [...CLEARING, ...COST]
