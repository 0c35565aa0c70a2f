import { not } from '../../../condition.ts'
import type { Rule } from '../../../procedure.ts'
import { apl } from '../../../article.ts'
import { UNDECIDED } from '../../execution/facts.ts'
import { LEFT } from '../facts.ts'
import { checks, done, requires } from '../words.ts'

/** The court's advice (法院提前介入指导). No other rule asks for it or is satisfied by it. */
export const CONSULTATION_RULES: readonly Rule[] = [
  requires('consultCourt', { code: 'consultCourt.not-filed', needs: done('file'), basis: apl(54, 2), because: '尚未立案', instead: '立案之后再听取' }),
  requires('consultCourt', { code: 'consultCourt.decided', needs: UNDECIDED, basis: apl(57, 1), because: '已经作出决定', instead: '决定之前的意见才有意义；已经诉讼的，依诉讼程序办理' }),
  requires('consultCourt', { code: 'consultCourt.left', needs: not(LEFT), basis: apl(57, 1), because: '案件已经移送，或者已经终止调查', instead: '办理结案' }),
  checks('consultCourt', {
    code: 'consultCourt.reason',
    says: '没有全部采纳的写明理由',
    instead: '写明理由；意见不拘束本机关，是否采纳由本机关负责',
    basis: apl(57, 1),
    test: ({ data }) => (data.adopted !== 'full' && data.reason === undefined ? { because: '没有全部采纳，没有写明理由', field: 'reason' } : undefined),
  }),
]
