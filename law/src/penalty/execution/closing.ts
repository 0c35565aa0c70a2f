import { all, any, holds, implies, not, type Condition } from '../../condition.ts'
import type { Rule } from '../../procedure.ts'
import { apl, gbf118 } from '../../article.ts'
import { PERFORMED, REMEDY_PENDING, STANDS, TO_PUBLISH } from './facts.ts'
import { done, requires } from './words.ts'

/** What must be true for one way of closing (结案情形). */
export interface Closing {
  readonly needs: Condition
  readonly because: string
  readonly instead: string
}

/** The ways of closing that every penalty knows. */
export const PENALTY_CLOSINGS: Readonly<Record<'performed' | 'court' | 'ended' | 'revoked', Closing>> = {
  performed: { needs: all(STANDS, done('serveDecision'), holds(PERFORMED)), because: '处罚决定没有履行完毕，或者已经被撤销、变更', instead: '登记缴款，有加处罚款的一并缴清或者依法减免；复议、诉讼改变决定的，先登记变更或者撤销' },
  court: { needs: all(STANDS, any(done('courtEnds'), done('courtRules', 'outcome', 'refused'), done('courtRules', 'outcome', 'notAccepted'))), because: '法院没有执行完毕、终结执行，也没有裁定不予执行', instead: '登记法院的裁定和执行结果' },
  ended: { needs: all(STANDS, done('endEnforcement')), because: '没有终结执行', instead: '依法终结执行后再结案' },
  revoked: { needs: all(done('changeDecision', 'outcome', 'revoked'), not(done('publish'))), because: '决定没有撤销，或者已公示的决定没有撤回', instead: '撤销决定，撤回公示' },
}

/** A reconsideration or a suit found the decision unlawful or void (确认违法、无效). */
const FOUND_UNLAWFUL = done('settleRemedy', 'outcome', 'unlawful')

/** Closing and archiving (结案、归档), by the ways that a procedure knows. */
export const closingRules = (closings: Readonly<Record<string, Closing>>): readonly Rule[] => [
  ...Object.entries(closings).map(([result, { needs, because, instead }]) => ({ ...requires('close', { code: `close.${result}`, needs, basis: apl(47), because, instead }), outcome: result })),
  requires('close', { code: 'close.once', needs: not(done('close')), basis: apl(47), because: '本案已经结案', instead: '办理归档' }),
  requires('close', { code: 'close.remedy-pending', needs: not(REMEDY_PENDING), basis: apl(73, 1), because: '复议或者诉讼尚未结束', instead: '登记结果后再结案' }),
  requires('close', { code: 'close.not-published', needs: implies(all(STANDS, holds(TO_PUBLISH), not(FOUND_UNLAWFUL)), done('publish')), basis: [apl(48, 1), gbf118()], because: '应当公开的决定没有公示', instead: '先公示决定' }),
  requires('close', { code: 'close.not-withdrawn', needs: implies(FOUND_UNLAWFUL, not(done('publish'))), basis: apl(48, 2), because: '决定被确认违法或者无效，公示没有撤回', instead: '三个工作日内撤回公示并公开说明理由' }),
  requires('close', { code: 'close.not-banked', needs: implies(done('collectOnSpot'), done('bankIn')), basis: apl(71), because: '当场收缴的罚款尚未缴付银行', instead: '上交并缴付银行后再结案' }),
  requires('archive', { code: 'archive.not-closed', needs: done('close'), basis: apl(47), because: '尚未结案', instead: '先批准结案' }),
]

/** Once closed, a file takes only what a remedy brings, until it is archived. */
const AFTER_CLOSING: readonly string[] = ['close', 'archive', 'registerRemedy', 'settleRemedy', 'changeDecision', 'withdrawPublication', 'endPublication', 'publish']

/** After closing only a remedy can still move the file (结案后). */
export const closedRules = (kinds: readonly string[]): readonly Rule[] =>
  kinds
    .filter((kind) => !AFTER_CLOSING.includes(kind))
    .map((act): Rule => ({ ...CLOSED, act, code: `${act}.closed` }))
const CLOSED = requires('close', { code: 'closed', needs: not(done('close')), basis: apl(47), because: '本案已经结案', instead: '办理归档；复议、诉讼改变决定的，先登记结果' })
