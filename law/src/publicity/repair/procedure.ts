import { REPAIR_NORMS } from '../../article.ts'
import type { Procedure } from '../../procedure.ts'
import { REPAIR_ACTS } from './acts.ts'
import { REPAIR_RULES, REPAIR_SAFEGUARDS } from './rules.ts'

/** The repair of published credit information (信用修复). */
export const CREDIT_REPAIR: Procedure = {
  code: 'publicity.repair',
  name: '信用修复',
  acts: REPAIR_ACTS,
  opens: ['register'],
  rules: REPAIR_RULES,
  safeguards: REPAIR_SAFEGUARDS,
  general: { order: REPAIR_NORMS, post: REPAIR_NORMS, end: REPAIR_NORMS },
}
