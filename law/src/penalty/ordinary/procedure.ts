import type { Procedure } from '../../procedure.ts'
import { apl, apl17 } from '../../article.ts'
import { ADDRESS_RULES } from '../../address-confirmation.ts'
import { FILMED, ORDINARY_ACTS } from './acts/acts.ts'
import { safeguardsWithPredecessors, withPredecessors } from '../predecessors.ts'
import { closedRules } from '../execution/closing.ts'
import { EXECUTION_OBLIGATIONS } from '../execution/obligations.ts'
import { EXECUTION_RULES } from '../execution/rules.ts'
import { EXECUTION_SAFEGUARDS } from '../execution/safeguards.ts'
import { OBLIGATIONS } from './obligations.ts'
import { AWAY_RULES } from './rules/away.ts'
import { CLOSING_RULES } from './rules/closing.ts'
import { CONSULTATION_RULES } from './rules/consultation.ts'
import { DECISION_RULES } from './rules/decision.ts'
import { DISCRETION_RULES } from './rules/discretion.ts'
import { FILING_RULES } from './rules/filing.ts'
import { HEARING_RULES } from './rules/hearing.ts'
import { INVESTIGATION_RULES } from './rules/investigation.ts'
import { recordingRules } from '../../recording-act.ts'
import { REVIEW_RULES } from './rules/review.ts'
import { SAFEGUARDS } from './safeguards.ts'

/** Demands that the law of 2017 did not make, although it had a clause on the matter. */
const NEW_IN_2021: ReadonlySet<string> = new Set(['waiveStatement.express', 'waiveHearing.express', 'owes.decide', 'owes.withdraw-publication', 'decide.deviation-not-discussed', 'decide.deviation-not-approved'])

/** The ordinary procedure of an administrative penalty (普通程序), 行政处罚法第五章第三节、第四节 and what follows from it. */
export const ORDINARY_PENALTY: Procedure = {
  code: 'penalty.ordinary',
  name: '行政处罚普通程序',
  acts: ORDINARY_ACTS,
  opens: ['apply'],
  rules: withPredecessors(
    [...FILING_RULES, ...INVESTIGATION_RULES, ...ADDRESS_RULES, ...HEARING_RULES, ...CONSULTATION_RULES, ...REVIEW_RULES, ...DECISION_RULES, ...DISCRETION_RULES, ...AWAY_RULES, ...recordingRules(FILMED), ...EXECUTION_RULES, ...CLOSING_RULES, ...closedRules(Object.keys(ORDINARY_ACTS)), ...OBLIGATIONS, ...EXECUTION_OBLIGATIONS],
    NEW_IN_2021,
  ),
  safeguards: safeguardsWithPredecessors([...SAFEGUARDS, ...EXECUTION_SAFEGUARDS]),
  general: { order: [apl(47), apl17(3)], post: [apl(42, 1), apl17(37, 1)], end: [apl(47), apl17(3)] },
}
