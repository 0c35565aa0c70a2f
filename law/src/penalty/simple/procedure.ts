import { ADDRESS_RULES } from '../../address-confirmation.ts'
import type { Procedure, Rule, Safeguard } from '../../procedure.ts'
import { apl, apl17 } from '../../article.ts'
import { all, any, implies, not } from '../../condition.ts'
import { closedRules, closingRules, PENALTY_CLOSINGS } from '../execution/closing.ts'
import { EXECUTION_OBLIGATIONS } from '../execution/obligations.ts'
import { EXECUTION_RULES } from '../execution/rules.ts'
import { EXECUTION_SAFEGUARDS } from '../execution/safeguards.ts'
import { safeguardsWithPredecessors, withPredecessors } from '../predecessors.ts'
import { SIMPLE_ACTS } from './acts.ts'
import { REPORT_BY } from './deadlines.ts'
import { SIMPLE_RULES } from './rules.ts'
import { done, never, owes, requires } from './words.ts'

/** Demands that the law of 2017 did not make. */
const NEW_IN_2021: ReadonlySet<string> = new Set(['owes.withdraw-publication'])

const CLOSING: readonly Rule[] = [
  ...closingRules(PENALTY_CLOSINGS),
  requires('close', { code: 'close.not-reported', needs: implies(done('decide'), done('report')), basis: apl(52, 3), because: '当场处罚决定没有报本机关备案', instead: '先报备' }),
  owes('report', REPORT_BY, { code: 'owes.report', says: '将当场处罚决定报本机关备案', basis: apl(52, 3) }),
]

/** What must be true of every lawful course of a spot penalty (程序保障). */
const SAFEGUARDS: readonly Safeguard[] = [
  never('decide', '未当场调查不得处罚', { while: not(done('discover')), basis: apl(40) }),
  never('decide', '未责令改正不得当场处罚', { while: not(done('orderCorrection')), basis: apl(28, 1) }),
  never('decide', '未告知不得当场处罚', { while: not(done('tell')), basis: [apl(44), apl(62)] }),
  never('decide', '未听取陈述申辩不得当场处罚', { while: not(any(done('hear', 'said', 'nothing'), done('hear', 'said', 'spoke'))), basis: apl(62) }),
  never('decide', '一案不得重复决定', { while: all(done('decide'), not(done('changeDecision', 'outcome', 'revoked'))), basis: apl(29) }),
  never('convert', '作出决定之后不得转为普通程序', { while: done('decide'), basis: apl(51) }),
  never('close', '未报备不得结案', { while: not(done('report')), basis: apl(52, 3) }),
]

/** The simple procedure of an administrative penalty (简易程序), 行政处罚法第五章第二节. */
export const SIMPLE_PENALTY: Procedure = {
  code: 'penalty.simple',
  name: '行政处罚简易程序',
  acts: SIMPLE_ACTS,
  opens: ['discover'],
  rules: withPredecessors([...SIMPLE_RULES, ...ADDRESS_RULES, ...EXECUTION_RULES, ...CLOSING, ...closedRules(Object.keys(SIMPLE_ACTS)), ...EXECUTION_OBLIGATIONS], NEW_IN_2021),
  safeguards: safeguardsWithPredecessors([...SAFEGUARDS, ...EXECUTION_SAFEGUARDS]),
  general: { order: [apl(47), apl17(3)], post: [apl(42, 1), apl17(37, 1)], end: [apl(47), apl17(3)] },
}
