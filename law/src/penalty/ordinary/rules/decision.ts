import { any, holds, implies, not } from '../../../condition.ts'
import type { CaseFile } from '../../../case-file.ts'
import type { Rule } from '../../../procedure.ts'
import { apl, apl17, arl17, arl23 } from '../../../article.ts'
import { limitationEnd } from '../../limitation.ts'
import { COLLECTIVE_DUE, HEARING_OVER, LEFT, PRESERVED, RECUSAL_PENDING, STATEMENT_OVER } from '../facts.ts'
import { UNDECIDED } from '../../execution/facts.ts'
import { heavier } from '../../heavier.ts'
import { actedOn, rangeOf, outsideRange, partyOn } from '../range.ts'
import { checks, done, last, requires } from '../words.ts'
import { serviceRules } from '../../../served-paper.ts'

/** From this day a reconsideration goes to the government alone (行政复议法 2023 第二十四条). */
const ONE_BODY = arl23(24)

/**
 * Whether a town or street acts in its own name (行政处罚法第二十四条). Against a town's government one turns to the government above it
 * (行政复议法 2023 第二十四条第一款第（二）项, 2017 第十三条第一款), against a street's office to the government that set it up (第（三）项, 2017 第十五条第一款).
 */
const isTowns = (file: CaseFile): boolean => last(file, 'apply')?.data.actingTown !== undefined

/** The decision (决定): 行政处罚法第二十八条至第三十三条、第四十条、第五十七条至第五十九条. */
export const DECISION_RULES: readonly Rule[] = [
  requires('decide', { code: 'decide.not-filed', needs: done('file'), basis: apl(54, 2), because: '尚未立案', instead: '先报请批准立案' }),
  requires('decide', { code: 'decide.once', needs: UNDECIDED, basis: [apl(29), apl(57, 1)], because: '已经作出决定', instead: '决定确有错误的，先变更或者撤销' }),
  requires('decide', { code: 'decide.suspended', needs: not(done('suspend')), basis: apl(60), because: '案件正在中止', instead: '先恢复调查' }),
  requires('decide', { code: 'decide.left', needs: not(LEFT), basis: apl(57, 1), because: '案件已经移送，或者已经终止调查', instead: '办理结案；移送之后退回的，登记退回' }),
  requires('decide', { code: 'decide.not-concluded', needs: done('conclude'), basis: apl(57, 1), because: '调查尚未终结', instead: '先终结调查' }),
  requires('decide', { code: 'decide.recusal-pending', needs: not(RECUSAL_PENDING), basis: apl(43, 3), because: '回避申请尚未决定', instead: '先决定是否回避' }),
  requires('decide', { code: 'decide.preserved', needs: not(PRESERVED), basis: apl(56), because: '登记保存的物品尚未作出处理决定', instead: '先作出处理决定' }),
  requires('decide', { code: 'decide.not-proven', outcome: 'penalise', needs: done('verifyEvidence', 'conclusion', 'proven'), basis: [apl(40), apl(46, 2)], because: '证据没有经查证属实', instead: '补充证据并审查核实' }),
  requires('decide', { code: 'decide.not-ordered', outcome: 'penalise', needs: done('orderCorrection'), basis: apl(28, 1), because: '没有责令当事人改正违法行为', instead: '先责令改正' }),
  requires('decide', { code: 'decide.not-told', outcome: 'penalise', needs: done('serveNotice'), basis: [apl(44), apl(62)], because: '没有向当事人告知拟作出的处罚内容及事实、理由、依据', instead: '送达处罚事先告知书' }),
  requires('decide', { code: 'decide.not-heard', outcome: 'penalise', needs: STATEMENT_OVER, basis: [apl(45, 1), apl(62)], because: '没有充分听取当事人的陈述申辩，或者没有复核', instead: '听取并复核；当事人明确放弃或者期限届满的除外' }),
  requires('decide', { code: 'decide.no-hearing', outcome: 'penalise', needs: HEARING_OVER, basis: [apl(63, 1), apl(64)], because: '依法应当听证的，当事人要求了听证而没有举行，或者要求听证的期限没有届满', instead: '组织听证；当事人放弃或者逾期不提出的除外' }),
  requires('decide', { code: 'decide.not-discussed', outcome: 'penalise', needs: implies(holds(COLLECTIVE_DUE), done('discuss', 'conclusion', 'approve')), basis: apl(57, 2), because: '情节复杂或者重大违法行为，没有经机关负责人集体讨论同意', instead: '提交集体讨论' }),
  requires('decide', { code: 'decide.finding', outcome: 'penalise', needs: done('conclude', 'finding', 'penalise'), basis: apl(57, 1), because: '调查终结的意见不是给予处罚', instead: '重新终结调查，提出处罚意见' }),

  checks('decide', {
    code: 'decide.contents',
    outcome: 'penalise',
    says: '决定书载明法定事项并加盖印章',
    instead: '补齐决定书应当载明的事项',
    basis: [apl(59, 1), apl(59, 2)],
    test: ({ data }) => {
      if (data.kinds === undefined) return { because: '没有写明处罚种类', field: 'kinds', basis: [apl(59, 1, 3)] }
      if (data.kinds.includes('fine') !== (data.fine !== undefined)) return { because: '罚款与数额不一致', field: 'fine', basis: [apl(59, 1, 3)] }
      if (data.performance === undefined) return { because: '没有写明履行方式和期限', field: 'performance', basis: [apl(59, 1, 4)] }
      if (data.fine !== undefined && data.payee === undefined) return { because: '没有写明代收机构或者缴款方式', field: 'payee', basis: [apl(67, 3)] }
      if (data.reconsiderTo === undefined || data.court === undefined) return { because: '没有写明申请复议、提起诉讼的途径', field: 'reconsiderTo', basis: [apl(59, 1, 5)] }
      return data.sealed ? undefined : { because: '没有加盖机关印章', field: 'sealed', basis: [apl(59, 2)] }
    },
  }),
  checks('decide', {
    code: 'decide.remedy-body',
    outcome: 'penalise',
    says: '复议机关为本级人民政府',
    instead: '写明区人民政府为复议机关',
    basis: ONE_BODY,
    test: ({ data }) => (data.reconsiderTo === 'either' ? { because: '自二〇二四年一月一日起，上一级主管部门不再受理本机关的复议案件', field: 'reconsiderTo' } : undefined),
  }),
  checks('decide', {
    code: 'decide.remedy-body.2017',
    outcome: 'penalise',
    says: '当事人可以选择复议机关',
    instead: '写明区人民政府或者上一级主管部门',
    basis: arl17(12),
    test: ({ data }, file) => (data.reconsiderTo === 'government' && !isTowns(file) ? { because: '当时的法律允许当事人选择上一级主管部门，决定书只写了区人民政府', field: 'reconsiderTo' } : undefined),
  }),
  checks('decide', {
    code: 'decide.remedy-body.town',
    outcome: 'penalise',
    says: '对镇街的处罚向区人民政府申请复议',
    instead: '写明区人民政府为复议机关',
    basis: [arl17(13, 1), arl17(15, 1)],
    test: ({ data }, file) => (data.reconsiderTo === 'either' && isTowns(file) ? { because: '本案由镇街以自己的名义处罚，镇街没有上一级主管部门，只能向区人民政府申请复议', field: 'reconsiderTo' } : undefined),
  }),
  checks('decide', {
    code: 'decide.no-kinds',
    says: '不予处罚的决定没有处罚内容',
    instead: '删去处罚种类和数额',
    basis: apl(57, 1),
    test: ({ data }) => (data.outcome !== 'penalise' && (data.kinds !== undefined || data.fine !== undefined) ? { because: '决定不是行政处罚，却写了处罚内容', field: 'kinds' } : undefined),
  }),
  checks('decide', {
    code: 'decide.range',
    outcome: 'penalise',
    says: '罚款在法定幅度内',
    instead: '在法定幅度内确定数额；依法减轻的，写明情形和理由',
    basis: apl(4),
    test: ({ data, on }, file) => outsideRange(data, data, file, on),
  }),
  checks('decide', {
    code: 'decide.mitigation-reason',
    outcome: 'penalise',
    says: '减轻处罚写明理由',
    instead: '写明减轻的情形、理由和证据',
    basis: apl(32),
    test: ({ data }) => (data.mitigation && data.mitigationReason === undefined ? { because: '减轻处罚没有写明理由', field: 'mitigationReason' } : undefined),
  }),
  checks('decide', {
    code: 'decide.lenient',
    outcome: 'penalise',
    says: '应当从轻或者减轻的，不处最高罚款',
    instead: '在幅度内从轻，或者依法减轻',
    basis: [apl(30), apl(32)],
    test: ({ data, on }, file) => {
      const range = rangeOf(file, on)
      const { age } = partyOn(file)
      const due = (data.lenient?.length ?? 0) > 0 || (age !== undefined && age >= 14 && age < 18)
      const highest = range?.kind === 'range' && range.max !== undefined && data.fine === range.max && range.min !== range.max
      return due && highest ? { because: '依法应当从轻或者减轻，却处以法定最高罚款', field: 'fine' } : undefined
    },
  }),
  checks('decide', {
    code: 'decide.notice-exceeded',
    outcome: 'penalise',
    says: '决定不重于告知',
    instead: '重新告知，听取意见后再决定',
    basis: [apl(44), apl(45, 2)],
    test: ({ data }, file) => {
      const notice = last(file, 'notify')
      return notice !== undefined && heavier(data, notice.data) ? { because: '决定的处罚比告知的更重', field: 'fine' } : undefined
    },
  }),
  checks('decide', {
    code: 'decide.answer',
    outcome: 'penalise',
    says: '写明对陈述申辩、听证意见的采纳情况',
    instead: '逐项写明采纳与否及理由',
    basis: [apl(45, 1), apl(65)],
    test: ({ data }, file) => (data.answer === undefined && file.last('hearStatement') !== undefined ? { because: '当事人陈述申辩过，决定没有回应', field: 'answer' } : undefined),
  }),
  checks('decide', {
      code: 'decide.one-fine',
      outcome: 'penalise',
      says: '同一违法行为不得两次罚款',
      instead: '不处罚款，可以处其他种类',
      basis: apl(29),
      test: ({ data }, file) => (last(file, 'apply')?.data.finedBefore === true && data.kinds?.includes('fine') === true ? { because: '同一违法行为已被处以罚款', field: 'kinds' } : undefined),
    }),
  checks('decide', {
      code: 'decide.limitation',
      outcome: 'penalise',
      says: '没有超过追究期限',
      instead: '不予行政处罚，或者终止调查',
      basis: apl(36, 1),
      test: (_, file) => {
        const lead = last(file, 'apply')
        const until = actedOn(file)
        return lead !== undefined && until !== undefined && lead.data.discoveredOn > limitationEnd({ ...lead.data, actedUntil: until }) ? { because: '违法行为终了后，超过追究期限才被发现' } : undefined
      },
    }),
  checks('decide', {
      code: 'decide.under-age',
      outcome: 'penalise',
      says: '不满十四周岁不予处罚',
      instead: '不予行政处罚，责令监护人加以管教',
      basis: apl(30),
      test: (_, file) => {
        const { age } = partyOn(file)
        return age !== undefined && age < 14 ? { because: '当事人行为时不满十四周岁' } : undefined
      },
    }),
  checks('decide', {
      code: 'decide.no-capacity',
      outcome: 'penalise',
      says: '不能辨认或者不能控制自己行为的不予处罚',
      instead: '不予行政处罚，责令监护人严加看管和治疗',
      basis: apl(31),
      test: (_, file) => (last(file, 'apply')?.data.party.capacity === 'none' ? { because: '当事人行为时不能辨认或者不能控制自己的行为' } : undefined),
    }),
  checks('decide', {
      code: 'decide.must-exempt',
      outcome: 'penalise',
      says: '轻微、及时改正、没有危害后果的不予处罚',
      instead: '不予行政处罚，进行教育',
      basis: apl(33, 1),
      test: ({ data }) => (data.minor && data.corrected && data.harm === 'none' ? { because: '违法行为轻微并及时改正，没有造成危害后果' } : undefined),
    }),
  checks('decide', {
    code: 'decide.faultless',
    outcome: 'penalise',
    says: '证明没有主观过错的不予处罚',
    instead: '不予行政处罚，进行教育',
    basis: apl(33, 2),
    test: ({ data }) => (data.faultless ? { because: '当事人有证据足以证明没有主观过错' } : undefined),
  }),
  checks('decide', {
    code: 'decide.may-exempt',
    outcome: 'exempt',
    says: '不予处罚有法定情形',
    instead: '没有法定情形的，依法处罚',
    basis: [apl(33, 1), apl(33, 2), apl(30), apl(31)],
    test: ({ data }, file) =>
      mustExempt(data, file) || (data.first && data.harm !== 'present' && data.corrected) || data.faultless ? undefined : { because: '没有法律规定的不予处罚情形', field: 'outcome' },
  }),
  // The law of 2017 knew neither the first offence nor the absence of fault.
  checks('decide', {
    code: 'decide.may-exempt.2017',
    outcome: 'exempt',
    says: '不予处罚有法定情形',
    instead: '没有法定情形的，依法处罚',
    basis: [apl17(27, 2), apl17(25), apl17(26)],
    test: ({ data }, file) => (mustExempt(data, file) ? undefined : { because: '没有当时的法律规定的不予处罚情形', field: 'outcome' }),
  }),
  checks('decide', {
    code: 'decide.withhold-reason',
    says: '不公开的写明理由',
    instead: '写明不公开的理由',
    basis: apl(48, 1),
    test: ({ data }) => (data.outcome === 'penalise' && data.disclose === 'withhold' && data.withholdReason === undefined ? { because: '决定不公开，没有写明理由', field: 'withholdReason' } : undefined),
  }),

  requires('serveDecision', { code: 'serveDecision.nothing', needs: done('decide'), basis: apl(61, 1), because: '尚未作出决定', instead: '先由机关负责人作出决定' }),
  ...serviceRules('serveDecision', 'decide'),
  requires('educate', { code: 'educate.not-exempted', needs: any(done('decide', 'outcome', 'exempt'), done('decide', 'outcome', 'unfounded')), basis: apl(33, 3), because: '没有不予处罚的决定', instead: '作出决定后再进行教育' }),
]

/** Slight, corrected in time and harmless (第三十三条第一款), a child under fourteen (第三十条), or a person not in control of himself (第三十一条). */
function mustExempt(data: { readonly minor: boolean; readonly corrected: boolean; readonly harm: string }, file: CaseFile): boolean {
  const { age } = partyOn(file)
  return (data.minor && data.corrected && data.harm === 'none') || (age !== undefined && age < 14) || last(file, 'apply')?.data.party.capacity === 'none'
}
