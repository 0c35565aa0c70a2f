import { acl } from '../../article.ts'
import { all, holds, not } from '../../condition.ts'
import type { Procedure } from '../../procedure.ts'
import { recordingRules } from '../../recording-act.ts'
import { EXECUTION_RULES, executionBounds } from '../execution/rules.ts'
import { EXECUTION_SAFEGUARDS } from '../execution/safeguards.ts'
import { publicationRules, publicationSafeguards } from '../publication/rules.ts'
import { DEMOLITION_ACTS, FILMED } from './acts/acts.ts'
import { COURT_BY, PUBLISH_BY } from './deadlines.ts'
import { CONTESTED, OVER, PLANNING } from './facts.ts'
import { REMOVING_RULES } from './rules/removing.ts'
import { WARNING_RULES } from './rules/warning.ts'
import { SAFEGUARDS } from './safeguards.ts'
import { done, owes } from './words.ts'

/** Forced removal of illegal structures (违法建筑强制拆除), 行政强制法第四十四条, 城乡规划法第六十八条. */
export const DEMOLITION: Procedure = {
  code: 'coercion.demolition',
  name: '违法建筑强制拆除',
  acts: DEMOLITION_ACTS,
  opens: ['begin'],
  rules: [
    ...WARNING_RULES,
    ...REMOVING_RULES,
    ...recordingRules(FILMED),
    ...EXECUTION_RULES,
    ...executionBounds({ over: OVER, forced: done('demolish') }),
    ...publicationRules(done('decide'), PUBLISH_BY),
    owes(['applyCourt', 'removed', 'end'], COURT_BY, { code: 'owes.court', says: '申请法院强制执行', basis: acl(53), while: all(not(holds(PLANNING)), not(CONTESTED)) }),
  ],
  safeguards: [...SAFEGUARDS, ...EXECUTION_SAFEGUARDS, ...publicationSafeguards(done('decide'))],
  general: { order: [acl(37)], post: [acl(44)], end: [acl(40)] },
}
