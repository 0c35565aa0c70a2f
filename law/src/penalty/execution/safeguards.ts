import { all, elapsed, holds, not, within } from '../../condition.ts'
import type { Safeguard } from '../../procedure.ts'
import { acl, apl, REPAIR_NORMS } from '../../article.ts'
import { ALWAYS } from '../../interval.ts'
import { APPLY_COURT_BY, PERFORM_DEMAND_BY, SUE_BY } from './deadlines.ts'
import { PERFORMED } from './facts.ts'
import { done, never } from './words.ts'

/** What must be true of the execution of every penalty (执行中的程序保障). */
export const EXECUTION_SAFEGUARDS: readonly Safeguard[] = [
  never('publish', '没有处罚决定不得公示', { while: not(done('decide', 'outcome', 'penalise')), basis: apl(48, 1) }),
  never('endPublication', '没有公示的不得停止公示', { while: not(done('publish')), basis: REPAIR_NORMS, inForce: ALWAYS }),
  never('pay', '决定送达之前不得收缴', { while: not(done('serveDecision')), basis: apl(66, 1) }),
  never('applyCourt', '未催告不得申请执行', { while: not(all(done('serveDemand'), elapsed(PERFORM_DEMAND_BY))), basis: acl(54) }),
  never('applyCourt', '起诉期限未届满不得申请执行', { while: not(elapsed(SUE_BY)), basis: acl(53) }),
  never('applyCourt', '逾期不得申请执行', { while: not(within(APPLY_COURT_BY)), basis: acl(53) }),
  never('close', '未履行不得按履行结案', { outcome: 'performed', while: not(holds(PERFORMED)), basis: apl(66, 1) }),
  never('close', '救济未结束不得结案', { while: done('registerRemedy'), basis: apl(73, 1) }),
  never('close', '复议、诉讼撤销的不得按履行结案', { outcome: 'performed', while: done('settleRemedy', 'outcome', 'revoked'), basis: apl(48, 2) }),
  never('applyCourt', '复议、诉讼撤销的不得申请执行', { while: done('settleRemedy', 'outcome', 'revoked'), basis: acl(53) }),
  never('close', '收缴款未缴付银行不得结案', { while: all(done('collectOnSpot'), not(done('bankIn'))), basis: apl(71) }),
  never('archive', '未结案不得归档', { while: not(done('close')), basis: apl(47) }),
]
