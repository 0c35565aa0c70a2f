import { acl } from '../../article.ts'
import type { Procedure } from '../../procedure.ts'
import { recordingRules } from '../../recording-act.ts'
import { FILMED, MEASURE_ACTS } from './acts/acts.ts'
import { publicationRules, publicationSafeguards } from '../publication/rules.ts'
import { PUBLISH_BY } from './deadlines.ts'
import { OBLIGATIONS } from './obligations.ts'
import { DECISION_RULES } from './rules/decision.ts'
import { ENDING_RULES } from './rules/ending.ts'
import { KEEPING_RULES } from './rules/keeping.ts'
import { SAFEGUARDS } from './safeguards.ts'
import { done } from './words.ts'

/** Sealing and seizing (查封、扣押), 行政强制法第三章第一节、第二节. */
export const COERCIVE_MEASURE: Procedure = {
  code: 'coercion.measure',
  name: '行政强制措施（查封、扣押）',
  acts: MEASURE_ACTS,
  opens: ['propose'],
  rules: [...DECISION_RULES, ...recordingRules(FILMED), ...KEEPING_RULES, ...ENDING_RULES, ...OBLIGATIONS, ...publicationRules(done('carryOut'), PUBLISH_BY)],
  safeguards: [...SAFEGUARDS, ...publicationSafeguards(done('carryOut'))],
  general: { order: [acl(18)], post: [acl(17)], end: [acl(27)] },
}
