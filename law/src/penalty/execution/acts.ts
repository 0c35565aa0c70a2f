import { acl, apl, REPAIR_NORMS } from '../../article.ts'
import { choice, dayField, flag, list, money, optional, passage, text } from '../../field.ts'
import { SERVICE } from '../../forms.ts'
import { act } from '../../language.ts'

const PUBLICATION = '公示'
const EXECUTION = '执行'
/** The part of a procedure in which it closes. */
export const CLOSING = '结案归档'

/** What looks like personal information and is none: a person says why, and answers for it. */
const KEPT = { kept: optional(passage('保留疑似内容的理由', { basis: [apl(50)], help: '预览提示的疑似个人信息逐项核对后，确实不是的，写明理由' })) }

/**
 * Publication, payment, compulsion and archiving (公示、执行、归档), alike for every penalty however it was decided:
 * 行政处罚法第四十八条、第六十六条至第七十三条 and the coercion law.
 */
export const EXECUTION_ACTS = {
  publish: act('公示决定', {
    stage: PUBLICATION,
    by: ['officer', 'teamLeader', 'legalReviewer', 'windowClerk'],
    basis: apl(48, 1),
    resets: ['withdrawPublication', 'endPublication'],
    afterEnd: true,
    help: '自作出决定之日起七个工作日内公开，隐去个人信息。',
    form: {
      channel: choice('公开渠道', { site: '本机关公示平台', credit: '信用信息平台', both: '公示平台和信用信息平台' }),
      shown: optional(passage('公示的违法事实', { basis: [apl(50)], help: '自动隐去后仍有不宜公开的内容的，在这里改写；不填写的，公示决定书认定的事实' })),
      ...KEPT,
      note: optional(passage('说明')),
    },
  }),
  withdrawPublication: act('撤回公示', {
    stage: PUBLICATION,
    by: ['officer', 'teamLeader', 'legalReviewer'],
    basis: apl(48, 2),
    resets: ['publish'],
    afterEnd: true,
    help: '决定被变更、撤销、确认违法或者无效的，三个工作日内撤回并公开说明理由。',
    form: { reason: passage('公开说明的理由'), ...KEPT },
  }),
  endPublication: act('提前停止公示', {
    stage: PUBLICATION,
    by: ['officer', 'teamLeader', 'legalReviewer', 'windowClerk'],
    basis: REPAIR_NORMS,
    afterEnd: true,
    help: '准予信用修复的，停止公示；决定仍然有效，案卷照旧保存。公示期限届满的，系统自动停止，无需办理。',
    form: { decision: text('准予信用修复的案件编号'), reason: passage('公开说明的理由') },
  }),
  changeDecision: act('变更或者撤销决定', {
    stage: PUBLICATION,
    by: ['bureauLeader'],
    basis: apl(48, 2),
    outcome: 'outcome',
    // What a remedy brought is carried out by it.
    resets: ['close', 'settleRemedy'],
    afterEnd: true,
    help: '复议、诉讼改变决定，或者本机关自行纠正；公示的决定须在三个工作日内撤回。',
    form: {
      outcome: choice('处理', { revoked: '撤销', changed: '变更' }),
      by: choice('作出机关', { self: '本机关自行纠正', reconsideration: '复议机关', court: '人民法院' }),
      fine: optional(money('变更后的罚款数额')),
      reason: passage('理由'),
      knownOn: dayField('知悉之日'),
    },
  }),
  pay: act('缴款', {
    stage: EXECUTION,
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: apl(67),
    help: '到指定的银行或者通过电子支付系统缴纳；登记入账日期和票据号。',
    form: {
      amount: money('缴款金额'),
      toward: choice('缴款项目', { fine: '罚款', surcharge: '加处罚款', confiscation: '没收款' }),
      paidOn: dayField('入账日期'),
      receipt: text('票据号'),
    },
  }),
  collectOnSpot: act('当场收缴罚款', {
    stage: EXECUTION,
    by: ['officer', 'teamLeader'],
    basis: [apl(68), apl(69)],
    resets: ['handIn', 'bankIn'],
    help: '只有法定情形可以当场收缴；必须出具国务院或者省级财政部门统一制发的专用票据。',
    form: {
      ground: choice('当场收缴的情形', { small: '依法给予一百元以下罚款', later: '不当场收缴事后难以执行', remote: '边远、水上、交通不便地区，当事人提出' }, { basis: [apl(68), apl(69)] }),
      amount: money('收缴金额'),
      asked: flag('当事人已提出当场缴纳', { basis: [apl(69)] }),
      explained: optional(passage('事后难以执行、缴纳确有困难的情况')),
      official: flag('已出具财政部门统一制发的专用票据', { basis: [apl(70)] }),
      receipt: text('票据号', { basis: [apl(70)] }),
    },
  }),
  handIn: act('收缴款上交机关', {
    stage: EXECUTION,
    by: ['officer', 'teamLeader'],
    basis: apl(71),
    help: '自收缴罚款之日起二日（工作日）内交至行政机关。',
    form: { amount: money('上交金额'), receiver: text('接收人') },
  }),
  bankIn: act('收缴款缴付银行', {
    stage: EXECUTION,
    by: ['windowClerk', 'teamLeader'],
    basis: apl(71),
    help: '行政机关在二日（工作日）内将罚款缴付指定的银行。',
    form: { amount: money('缴付金额'), slip: text('缴付凭证号') },
  }),
  approveDeferral: act('批准延期缴纳', {
    stage: EXECUTION,
    by: ['bureauLeader'],
    basis: apl(66, 2),
    resets: ['approveInstalments'],
    help: '当事人确有经济困难，申请并经批准。',
    form: { askedOn: dayField('申请日期'), until: dayField('延期至'), hardship: passage('经济困难的情况') },
  }),
  approveInstalments: act('批准分期缴纳', {
    stage: EXECUTION,
    by: ['bureauLeader'],
    basis: apl(66, 2),
    resets: ['approveDeferral'],
    help: '当事人确有经济困难，申请并经批准；各期之和等于罚款数额。',
    form: { askedOn: dayField('申请日期'), instalments: list('分期', { until: dayField('缴纳期限'), amount: money('金额') }, { atLeast: 2 }), hardship: passage('经济困难的情况') },
  }),
  registerRemedy: act('登记复议或者诉讼', {
    stage: EXECUTION,
    by: ['officer', 'teamLeader', 'legalReviewer'],
    basis: apl(73),
    resets: ['settleRemedy'],
    afterEnd: true,
    help: '复议、诉讼期间处罚不停止执行，但加处罚款不予计算。',
    form: { kind: choice('救济途径', { reconsideration: '行政复议', litigation: '行政诉讼' }), filedOn: dayField('提起之日'), body: text('受理机关'), number: optional(text('案号')) },
  }),
  settleRemedy: act('登记复议或者诉讼结果', {
    stage: EXECUTION,
    by: ['officer', 'teamLeader', 'legalReviewer'],
    basis: apl(73),
    resets: ['registerRemedy'],
    afterEnd: true,
    help: '决定被撤销、变更或者确认违法的，随即变更或者撤销决定并撤回公示。',
    form: {
      outcome: choice('结果', { upheld: '维持或者驳回', withdrawn: '撤回', revoked: '撤销', changed: '变更', unlawful: '确认违法或者无效' }),
      endedOn: dayField('收到结果之日'),
      reason: optional(passage('要点')),
    },
  }),
  demand: act('催告', {
    stage: EXECUTION,
    by: ['officer', 'teamLeader'],
    basis: acl(54),
    resets: ['serveDemand'],
    help: '申请人民法院强制执行前，应当催告当事人履行义务。',
    form: { fine: money('催缴的罚款'), surcharge: money('加处罚款（截至催告之日）'), manner: text('履行方式'), tellsDefence: flag('已告知有权陈述申辩', { basis: [acl(35)] }) },
  }),
  serveDemand: act('送达催告书', {
    stage: EXECUTION,
    by: ['officer', 'teamLeader'],
    basis: acl(54),
    help: '催告书送达十个工作日后当事人仍未履行的，可以申请人民法院强制执行。',
    form: SERVICE,
  }),
  applyCourt: act('申请法院强制执行', {
    stage: EXECUTION,
    by: ['bureauLeader'],
    basis: acl(53),
    help: '自起诉期限届满之日起三个月内申请；申请书由机关负责人签名并加盖印章。',
    form: {
      court: text('人民法院'),
      fine: money('申请执行的罚款'),
      surcharge: money('申请执行的加处罚款'),
      leaderSigned: flag('强制执行申请书已由机关负责人签名并加盖印章', { basis: [acl(55, 2)] }),
      selfCheck: passage('对照不予执行情形的自查意见', { basis: [acl(58)] }),
    },
  }),
  courtRules: act('登记法院裁定', {
    stage: EXECUTION,
    by: ['officer', 'teamLeader', 'legalReviewer'],
    basis: acl(57),
    resets: ['applyCourt'],
    help: '裁定不予受理、不准予执行的，写明理由和是否申请复议。',
    form: { outcome: choice('裁定', { granted: '准予强制执行', refused: '不准予强制执行', notAccepted: '不予受理' }), ruledOn: dayField('裁定日期'), number: text('案号'), reason: optional(passage('理由')) },
  }),
  courtEnds: act('登记法院执行结果', {
    stage: EXECUTION,
    by: ['officer', 'teamLeader', 'legalReviewer'],
    basis: acl(57),
    help: '法院执行完毕、终结执行或者终结本次执行程序的，登记结果和到账金额。',
    form: { outcome: choice('结果', { completed: '执行完毕', ended: '终结执行' }), collected: money('执行到账金额'), endedOn: dayField('日期') },
  }),
  waiveSurcharge: act('执行协议减免加处罚款', {
    stage: EXECUTION,
    by: ['bureauLeader'],
    basis: acl(42),
    help: '当事人采取补救措施的，可以减免加处的罚款；写入执行协议。',
    form: { remedied: passage('当事人采取的补救措施'), waived: money('减免金额') },
  }),
  endEnforcement: act('终结执行', {
    stage: EXECUTION,
    by: ['bureauLeader'],
    basis: acl(40),
    help: '公民死亡无遗产可供执行、法人终止无财产可供执行等，终结执行。',
    form: { ground: choice('事由', { died: '公民死亡，无遗产且无义务承受人', dissolved: '法人终止，无财产且无义务承受人', objectLost: '执行标的灭失', basisRevoked: '据以执行的决定被撤销' }), reason: passage('说明') },
  }),
  archive: act('归档', {
    stage: CLOSING,
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: apl(47),
    ends: true,
    help: '案卷材料齐全，编号归档保存。',
    form: { archiveNumber: text('案卷号'), keeping: choice('保管期限', { ten: '十年', thirty: '三十年', permanent: '永久' }) },
  }),
} as const
