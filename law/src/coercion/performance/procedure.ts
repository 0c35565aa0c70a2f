import { acl } from '../../article.ts'
import type { Procedure } from '../../procedure.ts'
import { recordingRules } from '../../recording-act.ts'
import { EXECUTION_RULES, executionBounds } from '../execution/rules.ts'
import { EXECUTION_SAFEGUARDS } from '../execution/safeguards.ts'
import { publicationRules, publicationSafeguards } from '../publication/rules.ts'
import { FILMED, PERFORMANCE_ACTS } from './acts/acts.ts'
import { NOTIFY_BY, PUBLISH_BY } from './deadlines.ts'
import { DECIDED, FORCED, OVER } from './facts.ts'
import { CLEARING_RULES } from './rules/clearing.ts'
import { PERFORMING_RULES } from './rules/performing.ts'
import { REVIEWING_RULES } from './rules/reviewing.ts'
import { SAFEGUARDS } from './safeguards.ts'
import { owes } from './words.ts'

/** Substitute performance and immediate clearing (代履行、立即代履行), 行政强制法第四章第一节、第三节. */
export const SUBSTITUTE_PERFORMANCE: Procedure = {
  code: 'coercion.performance',
  name: '代履行',
  acts: PERFORMANCE_ACTS,
  opens: ['begin'],
  rules: [
    ...PERFORMING_RULES,
    ...CLEARING_RULES,
    ...REVIEWING_RULES,
    ...recordingRules(FILMED),
    ...EXECUTION_RULES,
    ...executionBounds({ over: OVER, forced: FORCED }),
    ...publicationRules(DECIDED, PUBLISH_BY),
    owes('notify', NOTIFY_BY, { code: 'owes.notify', says: '事后立即通知当事人', basis: acl(52) }),
  ],
  safeguards: [...SAFEGUARDS, ...EXECUTION_SAFEGUARDS, ...publicationSafeguards(DECIDED)],
  general: { order: [acl(51)], post: [acl(50)], end: [acl(51)] },
}
