import { acl } from '../../article.ts'
import { not } from '../../condition.ts'
import type { Rule } from '../../procedure.ts'
import { KEEP_UNTIL, LIFT_BY, RELEASE_BY, RETURN_PART_BY, SUPPLEMENT_BY, TELL_EXTENSION_BY } from './deadlines.ts'
import { done, owes } from './words.ts'

/** What is owed while things are held, and by when (法定义务). */
export const OBLIGATIONS: readonly Rule[] = [
  owes('settle', KEEP_UNTIL, { code: 'owes.settle', says: '对查封、扣押作出处理决定；期限届满的，解除', basis: acl(27) }),
  owes(['supplement', 'settle'], SUPPLEMENT_BY, { code: 'owes.supplement', says: '补办批准手续，或者解除', basis: acl(19) }),
  owes('settle', LIFT_BY, { code: 'owes.lift', says: '立即解除', basis: acl(19) }),
  owes('tellExtension', TELL_EXTENSION_BY, { code: 'owes.tell-extension', says: '书面告知延长的决定', basis: acl(25, 2), while: not(done('settle')) }),
  owes(['release', 'offer'], RELEASE_BY, { code: 'owes.release', says: '退还财物，或者通知领取', basis: acl(28, 2) }),
  owes('returnPart', RETURN_PART_BY, { code: 'owes.return-part', says: '退还部分解除的财物', basis: acl(28, 2) }),
]
