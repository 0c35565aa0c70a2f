import { all, not } from '../../../condition.ts'
import type { Rule } from '../../../procedure.ts'
import { apl } from '../../../article.ts'
import { PENALTY_CLOSINGS, closingRules, type Closing } from '../../execution/closing.ts'
import { UNDECIDED } from '../../execution/facts.ts'
import { LEFT, PRESERVED } from '../facts.ts'
import { GONE } from './away.ts'
import { checks, done, requires } from '../words.ts'

/** How each way of closing is reached (结案情形). */
const CLOSINGS: Readonly<Record<string, Closing>> = {
  ...PENALTY_CLOSINGS,
  exempted: { needs: all(done('decide', 'outcome', 'exempt'), done('serveDecision'), done('educate')), because: '不予处罚决定没有送达，或者没有进行教育', instead: '送达决定，对当事人进行教育' },
  unfounded: { needs: all(done('decide', 'outcome', 'unfounded'), done('serveDecision')), because: '没有违法事实不能成立的决定，或者没有送达', instead: '作出决定并送达' },
  transferred: { needs: GONE, because: '没有移送其他机关，公安机关也没有立案', instead: '先办理移送；移送公安机关的，等待立案' },
  terminated: { needs: done('terminate'), because: '没有终止调查', instead: '先批准终止调查' },
}

/** Transfer, termination and closing (移送、终止、结案). */
export const CLOSING_RULES: readonly Rule[] = [
  requires('terminate', { code: 'terminate.decided', needs: UNDECIDED, basis: apl(60), because: '已经作出决定', instead: '依执行情况结案' }),
  requires('terminate', { code: 'terminate.not-filed', needs: done('file'), basis: apl(54, 2), because: '尚未立案', instead: '不予立案' }),
  requires('terminate', { code: 'terminate.preserved', needs: not(PRESERVED), basis: apl(56), because: '登记保存的物品尚未作出处理决定', instead: '先作出处理决定' }),
  ...(['transferElsewhere', 'terminate'] as const).map((kind) => requires(kind, { code: `${kind}.left`, needs: not(LEFT), basis: apl(57, 1), because: '案件已经移送，或者已经终止调查', instead: '办理结案；移送之后退回的，登记退回' })),

  checks('collectOnSpot', {
    code: 'collectOnSpot.only-remote',
    says: '普通程序的罚款只有边远地区可以当场收缴',
    instead: '由当事人到指定银行或者通过电子支付系统缴纳',
    basis: apl(69),
    test: ({ data }) => (data.ground === 'remote' ? undefined : { because: '小额或者事后难以执行的当场收缴，只适用于当场作出的处罚决定', field: 'ground', basis: [apl(68)] }),
  }),

  ...closingRules(CLOSINGS),
]
