import { acl, gbf118 } from '../../article.ts'
import { all, any, elapsed, holds, not } from '../../condition.ts'
import type { Safeguard } from '../../procedure.ts'
import { KEEP_UNTIL, SUPPLEMENT_BY } from './deadlines.ts'
import { NOT_HANDED, REVIEW_DUE, URGENT } from './facts.ts'
import { done, never } from './words.ts'

const TAKING = ['confiscate', 'destroy', 'transfer'] as const
const NAMES = { confiscate: '没收', destroy: '销毁', transfer: '移送' } as const

/** What must be true of every lawful course of sealing and seizing (程序保障). */
export const SAFEGUARDS: readonly Safeguard[] = [
  never('carryOut', '未经批准又不紧急，不得查封、扣押', { while: all(not(done('approve')), not(holds(URGENT))), basis: [acl(18), acl(19)] }),
  never('approve', '应当审核而未通过不得批准', { while: all(holds(REVIEW_DUE), not(done('review', 'conclusion', 'agree'))), basis: gbf118() }),
  never('carryOut', '同一财物不得重复查封、扣押', { while: done('carryOut'), basis: acl(23, 2) }),
  never('supplement', '超过二十四小时不得补办批准', { outcome: 'approve', while: elapsed(SUPPLEMENT_BY), basis: acl(19) }),
  ...TAKING.flatMap((outcome) => [
    never('settle', `期限届满之后不得${NAMES[outcome]}`, { outcome, while: elapsed(KEEP_UNTIL), basis: acl(28, 1) }),
    never('settle', `未经批准的不得${NAMES[outcome]}`, { outcome, while: not(any(done('approve'), done('supplement', 'conclusion', 'approve'))), basis: acl(18) }),
    never('settle', `决定书未交付的不得${NAMES[outcome]}`, { outcome, while: all(holds(NOT_HANDED), not(done('serve'))), basis: acl(24, 1) }),
    never('settle', `延长未告知的不得${NAMES[outcome]}`, { outcome, while: all(done('extend'), not(done('tellExtension'))), basis: acl(25, 2) }),
    never('settle', `检测未结束的不得${NAMES[outcome]}`, { outcome, while: done('test'), basis: acl(25, 3) }),
    never('release', `决定${NAMES[outcome]}的不得退还`, { while: done('settle', 'outcome', outcome), basis: acl(27) }),
  ]),
  never('settle', '不得重复处理', { while: done('settle'), basis: acl(27) }),
  never('extend', '期限届满之后不得延长', { while: elapsed(KEEP_UNTIL), basis: acl(25, 1) }),
  never('extend', '不得两次延长', { while: done('extend'), basis: acl(25, 1) }),
  never('test', '期限届满之后不得以送检续期', { while: elapsed(KEEP_UNTIL), basis: acl(25, 3) }),
  never('test', '不应当采取的不得以送检续期', { while: all(done('supplement', 'conclusion', 'reject'), not(done('approve'))), basis: acl(19) }),
  never('sell', '期限届满之后不得变卖', { while: elapsed(KEEP_UNTIL), basis: acl(28, 1) }),
  never('sell', '未经批准的不得变卖', { while: not(any(done('approve'), done('supplement', 'conclusion', 'approve'))), basis: acl(18) }),
  never('dispose', '已经退还的不得没收、销毁', { while: done('release'), basis: acl(28, 2) }),
  never('dispose', '决定解除的不得没收、销毁', { while: done('settle', 'outcome', 'lift'), basis: acl(28, 2) }),
  never('release', '已经没收、销毁的不得退还', { while: done('dispose'), basis: acl(27) }),
  never('archive', '财物没有处理不得归档', { while: not(any(done('release'), done('dispose'))), basis: acl(27) }),
  never('archive', '保管损失未赔偿不得归档', { while: done('registerLoss'), basis: acl(26, 1) }),
]
