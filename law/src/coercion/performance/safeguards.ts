import { acl, gbf118 } from '../../article.ts'
import { all, elapsed, holds, not } from '../../condition.ts'
import type { Safeguard } from '../../procedure.ts'
import { DEMAND_BY } from '../execution/deadlines.ts'
import { REMINDED } from './deadlines.ts'
import { FORCED, HARMFUL, IMMEDIATE, PARTY_ABSENT, PARTY_KNOWN, REVIEW_DUE } from './facts.ts'
import { done, never } from './words.ts'

/** What must be true of every lawful course of substitute performance (程序保障). */
export const SAFEGUARDS: readonly Safeguard[] = [
  never('decide', '未经催告不得决定代履行', { while: not(done('serveDemand')), basis: acl(35) }),
  never('decide', '催告期限未满不得决定代履行', { while: not(elapsed(DEMAND_BY)), basis: acl(37, 1) }),
  never('decide', '意见成立的不得决定代履行', { while: done('hear', 'conclusion', 'adopted'), basis: acl(36) }),
  never('decide', '后果不属于法定情形的不得代履行', { while: not(holds(HARMFUL)), basis: acl(50) }),
  never('decide', '应当审核而未通过不得决定代履行', { while: all(holds(REVIEW_DUE), not(done('review', 'conclusion', 'agree'))), basis: gbf118() }),
  never('perform', '决定未送达不得代履行', { while: not(done('serveDecision')), basis: acl(51, 1, 1) }),
  never('perform', '未在三日前再次催告不得代履行', { while: not(all(done('remind'), elapsed(REMINDED))), basis: acl(51, 1, 2) }),
  never('perform', '当事人已经履行的不得代履行', { while: done('complied'), basis: acl(51, 1, 2) }),
  never('perform', '不得重复代履行', { while: FORCED, basis: acl(51) }),
  never('perform', '中止期间不得代履行', { while: done('suspend'), basis: acl(39) }),
  never('perform', '协议履行期间不得代履行', { while: done('agree'), basis: acl(42) }),
  never('perform', '终结之后不得代履行', { while: done('end'), basis: acl(40) }),
  never('clear', '不需立即清除的不得立即代履行', { while: not(holds(IMMEDIATE)), basis: acl(52) }),
  never('clear', '未经决定不得立即代履行', { while: not(done('orderClear')), basis: acl(52) }),
  never('bill', '没有代履行不得收费', { while: not(FORCED), basis: acl(51, 2) }),
  never('archive', '事后未通知不得归档', { while: all(done('clear'), holds(PARTY_ABSENT), holds(PARTY_KNOWN), not(done('notify'))), basis: acl(52) }),
]
