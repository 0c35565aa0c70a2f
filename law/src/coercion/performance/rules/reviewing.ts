import { gbf118 } from '../../../article.ts'
import { all, holds, implies, not } from '../../../condition.ts'
import { reviewRules } from '../../../legal-review-rules.ts'
import type { Rule } from '../../../procedure.ts'
import { majorNames, OVER, REVIEW_DUE } from '../facts.ts'
import { done, requires, separates } from '../words.ts'

/** What the list of major decisions asks before a performance is decided (法制审核); clearing at once cannot wait. */
export const REVIEWING_RULES: readonly Rule[] = [
  requires('review', { code: 'review.not-demanded', needs: all(done('serveDemand'), not(done('decide')), not(OVER)), basis: gbf118(), because: '尚未催告，或者已经决定，没有可以审核的案卷', instead: '送达催告书之后、决定之前审核' }),
  separates(['begin', 'demand', 'hear'], 'review', { code: 'review.officer', basis: gbf118(), because: '承办本案的人员不得审核本案', instead: '由未承办的法制审核人员审核' }),
  ...reviewRules(gbf118(), gbf118()),
  requires('decide', { code: 'decide.not-reviewed', needs: implies(holds(REVIEW_DUE), done('review', 'conclusion', 'agree')), basis: gbf118(), because: '按重大执法决定目录应当法制审核，尚未审核或者审核未通过', instead: '提交法制审核；不同意的，不得决定', names: majorNames }),
  separates(['review'], 'decide', { code: 'decide.reviewer', basis: gbf118(), because: '审核本案的人员不得决定', instead: '由没有参加审核的负责人决定' }),
]
