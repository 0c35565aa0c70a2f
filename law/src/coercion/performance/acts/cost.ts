import { acl } from '../../../article.ts'
import { list, money, optional, passage, text } from '../../../field.ts'
import { SERVICE } from '../../../forms.ts'
import { act } from '../../../language.ts'

const COST = '费用与归档'

/** What it cost and who pays (费用), 行政强制法第五十一条第二款. */
export const COST_ACTS = {
  bill: act('核定费用', {
    stage: COST,
    by: ['bureauLeader'],
    basis: acl(51, 2),
    resets: ['serveBill'],
    help: '按照成本合理确定，由当事人承担。',
    form: { amount: money('费用'), items: list('费用明细', { what: text('项目'), amount: money('金额'), voucher: optional(text('凭证号')) }), overReason: optional(passage('超过预算的理由')) },
  }),
  serveBill: act('送达费用缴纳通知书', {
    stage: COST,
    by: ['officer', 'teamLeader'],
    basis: acl(51, 2),
    help: '告知当事人费用的数额、明细和缴纳方式。',
    form: SERVICE,
  }),
  pay: act('缴纳费用', {
    stage: COST,
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: acl(51, 2),
    help: '登记入账。',
    form: { amount: money('金额'), receipt: text('票据号') },
  }),
  archive: act('归档', {
    stage: COST,
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: acl(51, 1, 4),
    ends: true,
    help: '执行文书齐全，编号归档保存。',
    form: { archiveNumber: text('案卷号') },
  }),
} as const
