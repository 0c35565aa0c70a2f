import { acl } from '../../article.ts'
import { all, elapsed, not } from '../../condition.ts'
import type { Safeguard } from '../../procedure.ts'
import { THREE_YEARS } from './deadlines.ts'
import { done, never } from './words.ts'

/** What must be true of every lawful course of an execution (程序保障), whatever is executed. */
export const EXECUTION_SAFEGUARDS: readonly Safeguard[] = [
  never('hear', '催告书送达之前没有陈述申辩可听', { while: not(done('serveDemand')), basis: acl(36) }),
  never('resume', '中止满三年不得恢复', { while: elapsed(THREE_YEARS), basis: acl(39, 2) }),
  never('end', '没有满三年的不得以此终结', { outcome: 'threeYears', while: not(all(done('suspend'), elapsed(THREE_YEARS))), basis: acl(39, 2) }),
  never('breach', '没有协议的不得以违约恢复', { while: not(done('agree')), basis: acl(42, 2) }),
]
