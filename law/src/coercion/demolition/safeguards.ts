import { acl, gbf118, spc13, upl } from '../../article.ts'
import { all, any, elapsed, holds, not } from '../../condition.ts'
import type { Safeguard } from '../../procedure.ts'
import { DEMAND_BY } from '../execution/deadlines.ts'
import { ANNOUNCED_UNTIL, SUE_BY, TEN_DAYS } from './deadlines.ts'
import { GOODS_KEPT, PLANNING } from './facts.ts'
import { done, never } from './words.ts'

/** What must be true of every lawful course of a forced removal (程序保障). */
export const SAFEGUARDS: readonly Safeguard[] = [
  never('decide', '没有法律授权不得强制拆除', { while: not(holds(PLANNING)), basis: acl(13) }),
  never('decide', '没有政府责成不得强制拆除', { while: not(done('instruct')), basis: upl(68) }),
  never('decide', '未公告、公告期未满不得强制拆除', { while: not(elapsed(ANNOUNCED_UNTIL)), basis: acl(44) }),
  never('decide', '未催告、催告期未满不得强制拆除', { while: not(elapsed(DEMAND_BY)), basis: [acl(35), acl(37, 1)] }),
  never('decide', '意见成立的不得强制拆除', { while: done('hear', 'conclusion', 'adopted'), basis: acl(36) }),
  never('decide', '救济期限未届满不得强制拆除', { while: not(elapsed(SUE_BY)), basis: acl(44) }),
  never('decide', '未经审核不得强制拆除', { while: not(done('review', 'conclusion', 'agree')), basis: gbf118() }),
  never('decide', '救济期间不得决定强制拆除', { while: any(done('registerRemedy'), done('settleRemedy', 'outcome', 'revoked')), basis: acl(44) }),
  never('demolish', '决定未送达不得拆除', { while: not(done('serveDecision')), basis: acl(38) }),
  never('demolish', '救济期间不得拆除', { while: done('registerRemedy'), basis: acl(44) }),
  never('demolish', '决定被撤销的不得拆除', { while: done('settleRemedy', 'outcome', 'revoked'), basis: acl(40) }),
  never('demolish', '中止、协议期间不得拆除', { while: any(done('suspend'), done('agree')), basis: [acl(39), acl(42)] }),
  never('demolish', '已经自行拆除的不得再拆', { while: done('removed'), basis: acl(44) }),
  never('demolish', '不得重复拆除', { while: done('demolish'), basis: acl(44) }),
  never('applyCourt', '未催告满十日不得申请法院', { while: not(elapsed(TEN_DAYS)), basis: acl(54) }),
  never('applyCourt', '起诉期限未届满不得申请法院', { while: not(elapsed(SUE_BY)), basis: acl(53) }),
  never('applyCourt', '违反城乡规划法的不申请法院', { while: holds(PLANNING), basis: spc13() }),
  never('archive', '财物未移交不得归档', { while: all(done('demolish'), holds(GOODS_KEPT), not(done('returnGoods'))), basis: acl(4) }),
]
