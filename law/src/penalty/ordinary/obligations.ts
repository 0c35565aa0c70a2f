import { all, holds, not } from '../../condition.ts'
import type { Rule } from '../../procedure.ts'
import { acl, apl, gbf118, tcr } from '../../article.ts'
import { APPLY_COURT_BY, DECIDE_BY, SERVE_DECISION_BY, SETTLE_PRESERVED_BY, PUBLISH_BY, TRANSFER_BY, WITHDRAW_BY } from './deadlines.ts'
import { PERFORMED, TO_PUBLISH } from './facts.ts'
import { done, owes } from './words.ts'

/** What the bureau owes in a case, and by when (法定义务). */
export const OBLIGATIONS: readonly Rule[] = [
  owes(['decide', 'transferElsewhere', 'terminate'], DECIDE_BY, { code: 'owes.decide', says: '作出处理决定', basis: apl(60) }),
  owes('settlePreserved', SETTLE_PRESERVED_BY, { code: 'owes.settle-preserved', says: '处理登记保存的物品', basis: apl(56) }),
  owes('serveDecision', SERVE_DECISION_BY, { code: 'owes.serve-decision', says: '送达决定书', basis: apl(61, 1), while: not(done('decide', 'outcome', 'crime')) }),
  owes('publish', PUBLISH_BY, { code: 'owes.publish', says: '公示处罚决定', basis: [gbf118(), apl(48, 1)], while: all(holds(TO_PUBLISH), not(done('changeDecision', 'outcome', 'revoked'))) }),
  owes('withdrawPublication', WITHDRAW_BY, { code: 'owes.withdraw-publication', says: '撤回公示并公开说明理由', basis: apl(48, 2), while: done('publish') }),
  owes('transferCrime', TRANSFER_BY, { code: 'owes.transfer-crime', says: '移送司法机关', basis: [tcr(5), apl(27, 1)] }),
  owes(['applyCourt', 'endEnforcement', 'close'], APPLY_COURT_BY, {
    code: 'owes.apply-court',
    says: '申请法院强制执行',
    basis: acl(53),
    while: all(done('decide', 'outcome', 'penalise'), not(holds(PERFORMED)), not(done('changeDecision', 'outcome', 'revoked'))),
  }),
]
