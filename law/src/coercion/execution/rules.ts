import { acl } from '../../article.ts'
import { all, any, elapsed, not, type Condition } from '../../condition.ts'
import type { Rule } from '../../procedure.ts'
import { receiptDay, serviceRules } from '../../served-paper.ts'
import { THREE_YEARS } from './deadlines.ts'
import { checks, done, last, requires } from './words.ts'

/** The matter was entered with its party and its decision (已登记). */
export const BEGUN: Condition = { is: 'done', act: 'begin' }
/** Nothing may be forced now (中止期间或者协议履行期间). */
export const PAUSED: Condition = any(done('suspend'), done('agree'))

const DEMANDING: readonly Rule[] = [
  checks('demand', {
    code: 'demand.until',
    says: '催告给予合理的履行期限',
    instead: '填写当日之后的期限',
    basis: acl(35, undefined, 1),
    test: ({ data, on }) => (data.until <= on ? { because: '催告没有给予履行期限', field: 'until' } : undefined),
  }),
  checks('demand', {
    code: 'demand.tells-defence',
    says: '催告书告知陈述申辩权',
    instead: '告知当事人有权陈述和申辩',
    basis: acl(35, undefined, 4),
    test: ({ data }) => (data.tellsDefence ? undefined : { because: '催告书没有告知陈述申辩权', field: 'tellsDefence' }),
  }),
  requires('serveDemand', { code: 'serveDemand.nothing', needs: done('demand'), basis: acl(38), because: '没有催告书', instead: '先制作催告书' }),
  ...serviceRules('serveDemand', 'demand'),
  checks('serveDemand', {
    code: 'serveDemand.too-late',
    says: '送达时履行期限还没有过去',
    instead: '重新催告，给予新的期限',
    basis: acl(35, undefined, 1),
    test: (proposal, file) => {
      const until = last(file, 'demand')?.data.until
      const received = receiptDay({ ...proposal, seq: 0, recordedOn: proposal.on }, file)
      return until !== undefined && received !== undefined && received >= until ? { because: '催告书送达时，其中的履行期限已经届满', field: 'receivedOn' } : undefined
    },
  }),
  requires('hear', { code: 'hear.not-demanded', needs: done('serveDemand'), basis: acl(36), because: '尚未催告', instead: '先送达催告书' }),
]

const PAUSING: readonly Rule[] = [
  requires('suspend', { code: 'suspend.once', needs: not(done('suspend')), basis: acl(39, 1), because: '已经中止', instead: '情形消失后恢复' }),
  checks('suspend', {
    code: 'suspend.unable',
    says: '确无能力履行的，属于履行困难的情形',
    instead: '核对中止的情形',
    basis: acl(39),
    test: ({ data }) => (data.unable && data.ground !== 'hardship' ? { because: '中止的情形不是履行困难或者无履行能力', field: 'ground' } : undefined),
  }),
  requires('resume', { code: 'resume.nothing', needs: done('suspend'), basis: acl(39, 2), because: '没有中止', instead: '无需恢复' }),
  requires('resume', { code: 'resume.too-late', needs: not(elapsed(THREE_YEARS)), basis: acl(39, 2), because: '没有明显社会危害，当事人确无能力履行，中止执行已满三年', instead: '终结执行' }),
  requires('agree', { code: 'agree.once', needs: not(done('agree')), basis: acl(42, 1), because: '已有正在履行的执行协议', instead: '不履行的，恢复执行' }),
  checks('agree', {
    code: 'agree.harmless',
    says: '协议不损害公共利益和他人合法权益',
    instead: '修改协议内容',
    basis: acl(42, 1),
    test: ({ data }) => (data.harmless ? undefined : { because: '协议损害公共利益或者他人合法权益', field: 'harmless' }),
  }),
  checks('agree', {
    code: 'agree.stages',
    says: '各阶段的期限在将来，先后有序',
    instead: '核对各阶段的期限',
    basis: acl(42, 1),
    test: ({ data, on }) => (data.stages.every(({ until }, index) => until > (data.stages[index - 1]?.until ?? on)) ? undefined : { because: '各阶段的期限已经过去或者没有先后', field: 'stages' }),
  }),
  requires('breach', { code: 'breach.nothing', needs: done('agree'), basis: acl(42, 2), because: '没有正在履行的执行协议', instead: '无需恢复' }),
  requires('end', { code: 'end.three-years', outcome: 'threeYears', needs: all(done('suspend'), elapsed(THREE_YEARS)), basis: acl(39, 2), because: '没有中止，或者中止没有满三年，或者当事人并非确无能力履行', instead: '等待期满，或者恢复执行' }),
  checks('reverse', {
    code: 'reverse.amount',
    says: '退还财物、赔偿的写明数额',
    instead: '写明数额',
    basis: acl(41),
    test: ({ data }) => (data.ways.includes('compensated') && data.amount === undefined ? { because: '没有写明赔偿的数额', field: 'amount' } : undefined),
  }),
]

/** What every execution by the bureau itself must keep to (催告、陈述申辩、中止、协议、终结、回转). */
export const EXECUTION_RULES: readonly Rule[] = [...DEMANDING, ...PAUSING]

const BEFORE_THE_END = ['demand', 'suspend', 'agree', 'end'] as const

/** The same, as far as it depends on when an execution is over, and when it was done by force. */
export const executionBounds = ({ over, forced }: { readonly over: Condition; readonly forced: Condition }): readonly Rule[] => [
  ...BEFORE_THE_END.map((kind) => requires(kind, { code: `${kind}.not-begun`, needs: BEGUN, basis: acl(34), because: '尚未登记', instead: '先登记' })),
  ...BEFORE_THE_END.map((kind) => requires(kind, { code: `${kind}.over`, needs: not(over), basis: acl(34), because: '已经履行、执行或者终结', instead: '办理归档' })),
  requires('reverse', { code: 'reverse.nothing', needs: forced, basis: acl(41), because: '没有强制执行', instead: '无需回转' }),
]
