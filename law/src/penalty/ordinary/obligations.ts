import type { Rule } from '../../procedure.ts'
import { apl } from '../../article.ts'
import { DECIDE_BY, SERVE_DECISION_BY, SETTLE_PRESERVED_BY } from './deadlines.ts'
import { owes } from './words.ts'

/** What the bureau owes in a case, and by when (法定义务). */
export const OBLIGATIONS: readonly Rule[] = [
  owes(['decide', 'close', 'terminate'], DECIDE_BY, { code: 'owes.decide', says: '作出处理决定', basis: apl(60) }),
  owes('settlePreserved', SETTLE_PRESERVED_BY, { code: 'owes.settle-preserved', says: '处理登记保存的物品', basis: apl(56) }),
  owes('serveDecision', SERVE_DECISION_BY, { code: 'owes.serve-decision', says: '送达决定书', basis: apl(61, 1) }),
]
