import { all, holds, not } from '../../../condition.ts'
import type { Rule } from '../../../procedure.ts'
import { apl } from '../../../article.ts'
import type { ORDINARY_ACTS } from '../acts/acts.ts'
import { HAS_EVIDENCE, LEFT, PRESERVED, RECUSAL_PENDING } from '../facts.ts'
import { UNDECIDED } from '../../execution/facts.ts'
import { checks, done, every, requires, staffed } from '../words.ts'

type Kind = keyof typeof ORDINARY_ACTS

/** Acts of investigation that begin with the lead: what is found on the spot is secured at once. */
const ON_THE_SPOT: readonly Kind[] = ['inspect', 'collect', 'orderCorrection']
/** Acts of investigation that need a file. */
const IN_THE_FILE: readonly Kind[] = ['interview', 'sample', 'askPreservation', 'reinspect', 'askRecusal', 'exclude', 'verifyEvidence', 'conclude', 'extend', 'suspend']
const INVESTIGATING: readonly Kind[] = [...ON_THE_SPOT, ...IN_THE_FILE]
const BY_TWO: readonly Kind[] = ['inspect', 'interview', 'collect', 'sample', 'preserve', 'orderCorrection', 'reinspect', 'notify', 'hearStatement', 'serveNotice', 'serveDecision', 'serveDemand']
const WITH_RECORD = ['inspect', 'interview'] as const
/** What an officer who must stand aside may no longer do. */
const RECUSED_FROM: readonly Kind[] = [...INVESTIGATING, 'preserve', 'notify', 'hearStatement', 'reviewStatement', 'review', 'panelReview', 'holdHearing', 'decide']

/** Finding out the facts (调查取证): 行政处罚法第四十条至第四十三条、第四十六条、第五十四条至第五十六条、第六十条. */
export const INVESTIGATION_RULES: readonly Rule[] = [
  ...ON_THE_SPOT.map((kind) => requires(kind, { code: `${kind}.not-begun`, needs: done('apply'), basis: apl(54, 1), because: '尚未登记案源、呈请立案', instead: '先呈请立案' })),
  ...IN_THE_FILE.map((kind) => requires(kind, { code: `${kind}.not-filed`, needs: done('file'), basis: apl(54, 2), because: '尚未立案', instead: '先报请批准立案' })),
  ...INVESTIGATING.map((kind) => requires(kind, { code: `${kind}.decided`, needs: UNDECIDED, basis: apl(57, 1), because: '已经作出决定，调查已经结束', instead: '决定确有错误的，先变更或者撤销决定' })),
  ...(['approvePreservation', 'preserve'] as const).map((kind) => requires(kind, { code: `${kind}.decided`, needs: UNDECIDED, basis: apl(56), because: '已经作出决定，调查已经结束', instead: '决定确有错误的，先变更或者撤销决定' })),
  ...[...INVESTIGATING, 'preserve' as const].map((kind) => requires(kind, { code: `${kind}.left`, needs: not(LEFT), basis: apl(57, 1), because: '案件已经移送，或者已经终止调查', instead: '办理结案；移送之后退回的，登记退回' })),
  ...INVESTIGATING.filter((kind) => kind !== 'askRecusal').map((kind) =>
    requires(kind, { code: `${kind}.suspended`, needs: not(done('suspend')), basis: apl(60), because: '案件正在中止', instead: '先恢复调查' }),
  ),
  ...BY_TWO.map((kind) => staffed(kind, 2, { code: `${kind}.two-officers`, basis: apl(42, 1), because: '执法人员不得少于两人，且都应持有当日有效的执法证', instead: '由两名以上持有效执法证的人员共同办理' })),
  ...WITH_RECORD.flatMap((kind) => [
    checks(kind, {
      code: `${kind}.certificates-shown`,
      says: '主动出示执法证件',
      instead: '出示执法证件后重新进行，并在笔录中记明',
      basis: apl(55, 1),
      test: ({ data }) => (data.certificatesShown ? undefined : { because: '没有主动出示执法证件', field: 'certificatesShown' }),
    }),
    checks(kind, {
      code: `${kind}.rights-told`,
      says: '告知申请回避的权利',
      instead: '告知权利后再进行',
      basis: apl(43, 2),
      test: ({ data }) => (data.rightsTold ? undefined : { because: '没有告知申请回避等权利', field: 'rightsTold' }),
    }),
    checks(kind, {
      code: `${kind}.record`,
      says: '笔录载明起止时间，拒绝签名的有见证人',
      instead: '核对时间；拒绝签名或者不在场的，请见证人签名',
      basis: apl(55, 2),
      test: ({ data }) => {
        if (data.to <= data.from) return { because: '结束时间不晚于开始时间', field: 'to' }
        return data.signature !== 'signed' && data.witness === undefined ? { because: '没有当事人签名，也没有见证人', field: 'witness' } : undefined
      },
    }),
  ]),
  checks('interview', {
    code: 'interview.one-at-a-time',
    says: '同一名执法人员不同时进行两次询问',
    instead: '核对起止时间',
    basis: apl(55, 2),
    test: ({ data, on, by }, file) => {
      const overlaps = every(file, 'interview').some((act) => act.on === on && act.data.from < data.to && data.from < act.data.to && act.by.some(({ id }) => by.some((one) => one.id === id)))
      return overlaps ? { because: '同一名执法人员在同一时间另有询问', field: 'from' } : undefined
    },
  }),
  checks('collect', {
    code: 'collect.device-reviewed',
    says: '电子技术监控记录经过审核',
    instead: '先审核记录是否真实、清晰、完整、准确',
    basis: apl(41, 2),
    test: ({ data }) => (data.fromDevice && !data.deviceReviewed ? { because: '监控记录未经审核，不得作为证据', field: 'deviceReviewed' } : undefined),
  }),
  checks('exclude', {
    code: 'exclude.known',
    says: '排除的是案卷中的证据',
    instead: '选择案卷中的证据',
    basis: apl(46, 3),
    test: ({ data }, file) => (file.every('collect', 'sample').some(({ seq }) => seq === data.evidence) ? undefined : { because: '案卷中没有这件证据', field: 'evidence' }),
  }),
  requires('verifyEvidence', { code: 'verifyEvidence.no-evidence', needs: holds(HAS_EVIDENCE), basis: apl(40), because: '案卷中没有可以审查的证据', instead: '先收集证据' }),

  requires('approvePreservation', { code: 'approvePreservation.not-asked', needs: done('askPreservation'), basis: apl(56), because: '没有呈请先行登记保存', instead: '由承办人先呈请' }),
  requires('preserve', { code: 'preserve.not-approved', needs: done('approvePreservation'), basis: apl(56), because: '先行登记保存未经机关负责人批准', instead: '报请机关负责人批准' }),
  requires('askPreservation', { code: 'askPreservation.unsettled', needs: not(PRESERVED), basis: apl(56), because: '前次登记保存尚未作出处理决定', instead: '先处理前次登记保存的物品' }),
  requires('preserve', { code: 'preserve.unsettled', needs: not(PRESERVED), basis: apl(56), because: '前次登记保存尚未作出处理决定', instead: '先处理前次登记保存的物品' }),
  requires('settlePreserved', { code: 'settlePreserved.nothing', needs: PRESERVED, basis: apl(56), because: '没有登记保存的物品', instead: '无需处理' }),

  requires('reinspect', { code: 'reinspect.not-ordered', needs: done('orderCorrection'), basis: apl(28, 1), because: '没有责令改正', instead: '先责令改正' }),
  checks('orderCorrection', {
    code: 'orderCorrection.deadline',
    says: '限期改正的写明期限',
    instead: '填写不早于当日的改正期限',
    basis: apl(28, 1),
    test: ({ data, on }) => (data.manner === 'byDate' && (data.deadline === undefined || data.deadline < on) ? { because: '限期改正没有写明期限，或者期限早于当日', field: 'deadline' } : undefined),
  }),

  requires('decideRecusal', { code: 'decideRecusal.not-asked', needs: RECUSAL_PENDING, basis: apl(43, 3), because: '没有待决定的回避申请', instead: '无需决定' }),
  ...RECUSED_FROM.map((kind) =>
    checks(kind, {
      code: `${kind}.recused`,
      says: '应当回避的人员不参与',
      instead: '由其他人员办理',
      basis: apl(43, 1),
      test: ({ by }, file) => {
        const gone = by.find(({ id }) => every(file, 'decideRecusal').some((act) => act.data.whom === id && act.data.outcome === 'recused'))
        return gone === undefined ? undefined : { because: `${gone.name}已被决定回避` }
      },
    }),
  ),
  checks('decideRecusal', {
    code: 'decideRecusal.same-person',
    says: '决定针对被申请回避的人员，且不由本人决定',
    instead: '核对人员',
    basis: apl(43, 3),
    test: ({ data, by }, file) => {
      if (every(file, 'askRecusal').at(-1)?.data.whom !== data.whom) return { because: '不是被申请回避的人员', field: 'whom' }
      return by.some(({ id }) => id === data.whom) ? { because: '不能决定自己的回避' } : undefined
    },
  }),
  requires('resume', { code: 'resume.not-suspended', needs: done('suspend'), basis: apl(60), because: '案件没有中止', instead: '无需恢复' }),

  requires('conclude', { code: 'conclude.recusal-pending', needs: not(RECUSAL_PENDING), basis: apl(43, 3), because: '回避申请尚未决定', instead: '由机关负责人先决定是否回避' }),
  requires('conclude', { code: 'conclude.preserved', needs: not(PRESERVED), basis: apl(56), because: '登记保存的物品尚未作出处理决定', instead: '先作出处理决定' }),
  requires('conclude', { code: 'conclude.not-verified', needs: all(holds(HAS_EVIDENCE), done('verifyEvidence')), basis: apl(46, 2), because: '证据尚未审查核实', instead: '先审查核实证据' }),
]
