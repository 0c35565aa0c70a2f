import type { Database } from '../../platform/database.ts'
import type { SafetySign, SafetySink } from '../terminals/contract.ts'
import { addSigns } from './store-safety.ts'

/** Which warnings of the active-safety system become hints here (主动安全提示规则). */
export interface SafetyRules {
  readonly kinds: readonly SafetySign['kind'][]
  /** Of those that have a level, from this one on; the second is the more serious. */
  readonly leastLevel: number
}
/** A maker's camera judges, and no rule was found that makes it ours: a bureau says which it wants to see. */
export const USUAL_SAFETY: SafetyRules = { kinds: [], leastLevel: 1 }
/** Only these have a level. */
const LEVELLED: readonly SafetySign['kind'][] = ['road', 'driver']

/** Where the gateway hands in what trucks warn of (主动安全报警); what the bureau did not ask for is passed over. */
export function safetySink({ database, rules }: { readonly database: Database; readonly rules: SafetyRules }): SafetySink {
  return async (signs) => {
    const wanted = signs.filter(({ kind, level }) => rules.kinds.includes(kind) && (!LEVELLED.includes(kind) || level >= rules.leastLevel))
    if (wanted.length > 0) await database.work((tx) => addSigns(tx, wanted))
  }
}
