import { all, any, implies, not, type Condition } from '../../condition.ts'
import { notIdentified } from '../../party.ts'
import type { Procedure, Rule, Safeguard } from '../../procedure.ts'
import { ALWAYS } from '../../interval.ts'
import { apl, apl17 } from '../../article.ts'
import { AGENCY_ACTS } from './acts.ts'
import { checks, done, last, never, requires } from './words.ts'

const OPENS = ['send', 'receive', 'dispute'] as const
const OPENED: Condition = any(done('send'), done('receive'), done('dispute'))
/** Two agencies hold different views on who is competent (对管辖有争议). */
const IN_DISPUTE: Condition = any(done('dispute'), done('receipt', 'outcome', 'refused'), done('answer', 'outcome', 'refuse'))
const AGREED: Condition = any(done('negotiate', 'outcome', 'ours'), done('negotiate', 'outcome', 'theirs'))
const SETTLED: Condition = any(AGREED, done('designate'))
const OURS: Condition = any(done('answer', 'outcome', 'accept'), done('negotiate', 'outcome', 'ours'), done('designate', 'outcome', 'ours'))

/** Both laws ask it alike: a dispute goes to the common superior (行政处罚法 2017 第二十一条); that agencies first talk was written down in 2021. */
const BOTH = { inForce: ALWAYS }

const RULES: readonly Rule[] = [
  ...OPENS.map((kind) => requires(kind, { code: `${kind}.once`, needs: not(OPENED), basis: [apl(25), apl17(21)], ...BOTH, because: '本案卷已经登记', instead: '另一案件另行登记' })),
  checks('send', {
    code: 'send.party',
    says: '写明当事人的，身份明确',
    instead: '补充当事人身份，或者不填',
    basis: [apl(25), apl17(21)], ...BOTH,
    test: ({ data }) => (data.party === undefined ? undefined : notIdentified(data.party)),
  }),
  checks('receive', {
    code: 'receive.days',
    says: '收到之日不晚于登记之日',
    instead: '按移送函填写',
    basis: [apl(25), apl17(21)], ...BOTH,
    test: ({ data, on }) => (data.receivedOn > on ? { because: '收到之日晚于登记之日', field: 'receivedOn' } : undefined),
  }),
  requires('receipt', { code: 'receipt.not-sent', needs: all(done('send'), not(done('receipt'))), basis: [apl(25), apl17(21)], ...BOTH, because: '没有移送，或者已经登记答复', instead: '先移送；有争议的，协商管辖' }),
  checks('receipt', { code: 'receipt.reason', says: '不接收的写明理由', instead: '按回函填写', basis: [apl(25), apl17(21)], test: ({ data, on }) => (data.receivedOn > on ? { because: '收到之日晚于登记之日', field: 'receivedOn' } : data.outcome === 'refused' && data.reason === undefined ? { because: '没有写明不接收的理由', field: 'reason' } : undefined) }),
  requires('answer', { code: 'answer.nothing', needs: all(done('receive'), not(done('answer'))), basis: [apl(25), apl17(21)], ...BOTH, because: '没有来案，或者已经答复', instead: '有争议的，协商管辖' }),
  checks('answer', {
    code: 'answer.reason',
    says: '核对材料；不接收的说明理由',
    instead: '逐件核对材料；不接收的写明理由',
    basis: [apl(25), apl17(21)], ...BOTH,
    test: ({ data }) => (!data.checked ? { because: '材料没有逐件核对', field: 'checked' } : data.outcome === 'refuse' && data.reason === undefined ? { because: '没有写明不接收的理由', field: 'reason' } : undefined),
  }),
  requires('opened', { code: 'opened.not-ours', needs: all(done('receive'), OURS, not(done('opened'))), basis: [apl(25), apl17(21)], ...BOTH, because: '没有决定接收来案，或者已经转入办理', instead: '先答复移送机关；有争议的，先解决管辖' }),
  checks('opened', { code: 'opened.result', says: '转入案件的写明编号，不予立案的写明结果', instead: '填写案件编号或者核查结果', basis: [apl(54, 1), apl17(36)], test: ({ data }) => ((data.how === 'case' ? data.number : data.result) === undefined ? { because: data.how === 'case' ? '没有写明案件编号' : '没有写明核查结果', field: data.how === 'case' ? 'number' : 'result' } : undefined) }),
  ...(['negotiate', 'designate'] as const).map((kind) => requires(kind, { code: `${kind}.no-dispute`, needs: IN_DISPUTE, basis: [apl(25, 2), apl17(21)], ...BOTH, because: '对管辖没有争议', instead: '无需协商或者指定' })),
  ...(['negotiate', 'refer', 'designate'] as const).map((kind) => requires(kind, { code: `${kind}.settled`, needs: not(SETTLED), basis: [apl(25, 2), apl17(21)], ...BOTH, because: '管辖已经确定', instead: '依确定的管辖办理' })),
  requires('refer', { code: 'refer.not-negotiated', needs: done('negotiate', 'outcome', 'failed'), basis: [apl(25, 2), apl17(21)], ...BOTH, because: '没有协商，或者协商已经达成', instead: '先协商；协商不成再报请指定' }),
  requires('refer', { code: 'refer.once', needs: not(done('refer')), basis: [apl(25, 2), apl17(21)], ...BOTH, because: '已经报请', instead: '等待指定' }),
  checks('negotiate', {
    code: 'negotiate.first-filed',
    says: '都有管辖权的，由最先立案的机关管辖',
    instead: '由最先立案的机关管辖；认为对方没有管辖权的，写明协商不成，报请指定',
    basis: [apl(25, 1), apl17(20)], ...BOTH,
    test: ({ data }, file) => {
      const { filedOn, otherFiledOn } = last(file, 'dispute')?.data ?? {}
      if (filedOn === undefined || otherFiledOn === undefined || filedOn === otherFiledOn || data.outcome === 'failed') return undefined
      return (filedOn < otherFiledOn) === (data.outcome === 'ours') ? undefined : { because: '协商结果不是由最先立案的机关管辖', field: 'outcome' }
    },
  }),
  requires('archive', { code: 'archive.open', needs: any(done('receipt', 'outcome', 'accepted'), done('answer'), SETTLED), basis: [apl(25), apl17(21)], ...BOTH, because: '移送、来案没有答复，管辖没有确定', instead: '登记答复，或者解决管辖' }),
  requires('archive', { code: 'archive.in-dispute', needs: implies(IN_DISPUTE, SETTLED), basis: [apl(25, 2), apl17(21)], ...BOTH, because: '管辖有争议，没有解决', instead: '协商；协商不成的，报请指定' }),
  requires('archive', { code: 'archive.not-opened', needs: implies(all(done('receive'), OURS), done('opened')), basis: [apl(54, 1), apl17(36)], ...BOTH, because: '接收的来案没有转入办理', instead: '由此立案，或者登记核查后不予立案' }),
]

const SAFEGUARDS: readonly Safeguard[] = [
  never('archive', '接收的案件没有下文不得归档', { while: all(done('receive'), done('answer', 'outcome', 'accept'), not(done('opened'))), basis: [apl(54, 1), apl17(36)], ...BOTH }),
  never('archive', '管辖争议没有解决不得归档', { while: all(done('receipt', 'outcome', 'refused'), not(any(AGREED, done('designate')))), basis: [apl(25, 2), apl17(21)], ...BOTH }),
  never('refer', '未经协商不报请指定', { while: not(done('negotiate')), basis: [apl(25, 2), apl17(21)], ...BOTH }),
  never('opened', '没有接收不得转入办理', { while: not(OURS), basis: [apl(25), apl17(21)], ...BOTH }),
]

/** A transfer between agencies and who settles a dispute on it (案件移送与管辖): 行政处罚法第二十二条至第二十五条. */
export const AGENCY_TRANSFER: Procedure = {
  code: 'transfer.agency',
  name: '案件移送与管辖',
  acts: AGENCY_ACTS,
  opens: [...OPENS],
  rules: RULES,
  safeguards: SAFEGUARDS,
  general: { order: [apl(47), apl17(3)], post: [apl(25), apl17(20)], end: [apl(47), apl17(3)] },
}
