import { all, holds, not } from '../../condition.ts'
import type { Rule } from '../../procedure.ts'
import { acl, apl, gbf118 } from '../../article.ts'
import { APPLY_COURT_BY, BANK_IN_BY, HAND_IN_BY, PUBLISH_BY, WITHDRAW_BY } from './deadlines.ts'
import { PERFORMED, STANDS, TO_PUBLISH } from './facts.ts'
import { done, owes } from './words.ts'

/** What the bureau owes once it has punished, and by when (公示、执行中的法定义务). */
export const EXECUTION_OBLIGATIONS: readonly Rule[] = [
  owes('publish', PUBLISH_BY, { code: 'owes.publish', says: '公示处罚决定', basis: [gbf118(), apl(48, 1)], while: all(holds(TO_PUBLISH), not(done('changeDecision', 'outcome', 'revoked'))) }),
  owes('withdrawPublication', WITHDRAW_BY, { code: 'owes.withdraw-publication', says: '撤回公示并公开说明理由', basis: apl(48, 2), while: done('publish') }),
  owes('handIn', HAND_IN_BY, { code: 'owes.hand-in', says: '将当场收缴的罚款交至机关', basis: apl(71) }),
  owes('bankIn', BANK_IN_BY, { code: 'owes.bank-in', says: '将当场收缴的罚款缴付银行', basis: apl(71) }),
  owes(['applyCourt', 'endEnforcement', 'close'], APPLY_COURT_BY, { code: 'owes.apply-court', says: '申请法院强制执行', basis: acl(53), while: all(STANDS, not(holds(PERFORMED))) }),
]
