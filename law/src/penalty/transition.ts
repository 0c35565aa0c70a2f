import type { Citation } from '../article.ts'
import type { Rule } from '../procedure.ts'
import { inForceTogether } from '../article.ts'

/**
 * A rule of the penalty law of 2021 together with its predecessor (新旧法衔接): the same demand under the article of the law of 2017,
 * in force until 2021-07-14. Each procedural step is judged by the law of its own day.
 */
export function before2021(rule: Rule, ...basis: readonly Citation[]): readonly Rule[] {
  return [rule, { ...rule, code: `${rule.code}.2017`, basis, inForce: inForceTogether(basis) }]
}
