import { acl } from '../../../article.ts'
import { choice, clock, count, dayField, flag, list, optional, passage, text } from '../../../field.ts'
import { SERVICE } from '../../../forms.ts'
import { act } from '../../../language.ts'

const DECIDING = '决定'
const REMOVING = '拆除'
const COURT = '申请法院执行'
const CLOSING = '归档'
const OFFICERS = ['officer', 'teamLeader'] as const
const REGISTRARS = ['officer', 'teamLeader', 'legalReviewer'] as const

/** The decision, the removal, or the way to the court (决定、拆除、申请法院执行、归档). */
export const REMOVING_ACTS = {
  decide: act('强制执行决定', {
    stage: DECIDING,
    by: ['bureauLeader'],
    basis: acl(37),
    resets: ['serveDecision'],
    help: '载明理由和依据、方式和时间、复议和诉讼的途径；附安全方案和社会稳定风险评估。',
    form: {
      reason: passage('理由'),
      basis: text('依据'),
      manner: text('方式'),
      on: dayField('拆除日期'),
      reconsiderTo: text('复议机关', { basis: [acl(37, 2, 4)] }),
      court: text('人民法院', { basis: [acl(37, 2, 4)] }),
      remediesTold: flag('载明申请复议、提起诉讼的期限', { basis: [acl(37, 2, 4)] }),
      sealed: flag('写明机关名称、日期，加盖印章', { basis: [acl(37, 2, 5)] }),
      plan: passage('安全和人员财物安置方案'),
      risk: choice('社会稳定风险等级', { low: '低', medium: '中', high: '高' }),
      assessment: passage('社会稳定风险评估意见'),
      remedy: optional(passage('中、高风险的化解措施')),
    },
  }),
  serveDecision: act('送达强制执行决定书', {
    filmed: true,
    stage: DECIDING,
    by: OFFICERS,
    basis: acl(38),
    help: '直接送达；拒收或者无法直接送达的，依照民事诉讼法送达。',
    form: SERVICE,
  }),
  demolish: act('实施强制拆除', {
    filmed: true,
    stage: REMOVING,
    by: OFFICERS,
    basis: acl(44),
    help: '不在夜间和法定节假日；人员撤离，清点、登记、移交室内财物，全程录音录像。填写实施的时刻；周末不在法律禁止之列，但以工作日为宜。',
    form: {
      to: clock('结束的时刻'),
      partyPresent: flag('当事人到场'),
      witness: optional(text('见证人')),
      cleared: flag('人员已经撤离'),
      contractor: optional(text('施工单位')),
      inventory: list('室内财物清单', { name: text('名称'), quantity: count('数量', '件', { min: 1 }), to: choice('去向', { party: '当场移交当事人', kept: '本机关登记保管' }), keeper: text('接收人'), storage: optional(text('保管地点')) }, { atLeast: 0 }),
      inventorySigned: flag('清单已由当事人或者见证人签名'),
      noCutting: flag('没有停止供水、供电、供热、供燃气', { basis: [acl(43, 2)] }),
      urgent: flag('情况紧急', { basis: [acl(43, 1)] }),
      urgency: optional(passage('紧急的情况')),
      record: passage('经过'),
    },
  }),
  returnGoods: act('移交保管的财物', {
    stage: REMOVING,
    by: OFFICERS,
    basis: acl(44),
    help: '登记保管的室内财物，全部移交当事人；不领取的，公证提存。',
    form: {
      items: list('移交的财物', { name: text('名称'), quantity: count('数量', '件', { min: 1 }) }),
      manner: choice('方式', { handed: '移交当事人', deposited: '公证提存' }),
      receiver: text('接收人'),
      signed: flag('接收人已签名'),
    },
  }),
  applyCourt: act('申请人民法院强制执行', {
    stage: COURT,
    by: ['bureauLeader'],
    basis: [acl(13, 2), acl(53)],
    help: '法律没有规定行政机关强制拆除的，催告书送达十个工作日后，向不动产所在地的人民法院申请。',
    form: { court: text('不动产所在地的人民法院', { basis: [acl(54)] }), leaderSigned: flag('申请书已由机关负责人签名并加盖印章', { basis: [acl(55, 2)] }), selfCheck: passage('对照不予执行情形的自查意见', { basis: [acl(58)] }) },
  }),
  courtRules: act('登记法院裁定', {
    stage: COURT,
    by: REGISTRARS,
    basis: acl(57),
    resets: ['applyCourt'],
    outcome: 'outcome',
    help: '不予受理、不予执行的，可以在十五日内向上一级人民法院申请复议。',
    form: { outcome: choice('裁定', { granted: '准予强制执行', refused: '不予执行或者不予受理' }), ruledOn: dayField('收到裁定之日'), number: text('案号'), reason: optional(passage('理由')) },
  }),
  archive: act('归档', {
    stage: CLOSING,
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: acl(44),
    ends: true,
    help: '执行文书、影像、财物清单齐全，编号归档保存。',
    form: { archiveNumber: text('案卷号') },
  }),
} as const
