import { apl } from '../../../article.ts'
import { choice, count, dayField, earlierAct, flag, group, list, optional, passage, person, text } from '../../../field.ts'
import { act } from '../../../language.ts'
import { ITEMS, RECORD } from '../../../forms.ts'
import { CIRCUMSTANCES, MEASURED_FACTS } from '../../forms.ts'

const STAGE = '调查取证'
const OFFICERS = ['officer', 'teamLeader'] as const

/** The eight kinds of evidence (证据种类), 行政处罚法第四十六条第一款. */
export const EVIDENCE_KINDS = {
  document: '书证',
  object: '物证',
  audiovisual: '视听资料',
  electronic: '电子数据',
  witness: '证人证言',
  statement: '当事人的陈述',
  expert: '鉴定意见',
  record: '勘验笔录、现场笔录',
} as const

/** Finding out the facts (调查取证), 行政处罚法第五十四条至第五十六条. */
export const INVESTIGATION = {
  inspect: act('现场检查（勘验）', {
    filmed: true,
    stage: STAGE,
    by: OFFICERS,
    basis: apl(55),
    help: '不少于两名持证执法人员，主动出示证件，制作笔录。',
    form: { ...RECORD, weather: optional(text('天气')), onSite: optional(text('现场人员及职务')), findings: passage('检查（勘验）情况') },
  }),
  interview: act('询问', {
    filmed: true,
    stage: STAGE,
    by: OFFICERS,
    basis: apl(55),
    help: '不少于两名持证执法人员，主动出示证件，制作笔录，交被询问人核对签名。',
    form: {
      ...RECORD,
      person: text('被询问人'),
      relation: choice('与本案关系', { party: '当事人', representative: '法定代表人或者委托代理人', witness: '证人' }),
      questions: list('问答', { question: passage('问'), answer: passage('答') }),
    },
  }),
  collect: act('收集证据', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(46),
    resets: ['verifyEvidence'],
    help: '每件证据写明种类、来源和提取经过；文件以摘要入卷。',
    form: {
      kind: choice('证据种类', EVIDENCE_KINDS, { basis: [apl(46, 1)] }),
      title: text('证据名称'),
      proves: passage('证明内容'),
      origin: passage('来源和提取经过'),
      place: text('提取地点'),
      original: choice('原件情况', { original: '原件（原物）', copy: '与原件核对无误的复制件' }),
      sha256: optional(text('文件 SHA-256 摘要', { max: 64, format: 'hash' })),
      fromDevice: flag('由电子技术监控设备记录', { basis: [apl(41)] }),
      event: optional(text('监控事件编号', { max: 40, basis: [apl(41, 2)], help: '来自本机关监控设备的，写明事件编号；设备是否在册、记录是否审核以系统记录为准' })),
      deviceReviewed: flag('监控记录内容已经审核，真实、清晰、完整、准确', { basis: [apl(41, 2)] }),
    },
  }),
  sample: act('抽样取证', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(56),
    resets: ['verifyEvidence'],
    help: '填写抽样凭证，写明名称、数量。',
    form: { items: ITEMS, place: text('抽样地点'), purpose: passage('检测、检验的事项') },
  }),
  exclude: act('排除非法证据', {
    stage: STAGE,
    by: ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader'],
    basis: apl(46, 3),
    resets: ['verifyEvidence'],
    help: '以非法手段取得的证据，不得作为认定案件事实的根据。',
    form: { evidence: earlierAct('排除的证据', ['collect', 'sample']), reason: passage('排除理由') },
  }),
  askPreservation: act('呈请先行登记保存', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(56),
    help: '证据可能灭失或者以后难以取得的，经机关负责人批准，可以先行登记保存。',
    form: { items: ITEMS, place: text('保存地点'), keeper: text('保管人'), reason: passage('可能灭失或者以后难以取得的理由') },
  }),
  approvePreservation: act('批准先行登记保存', {
    stage: STAGE,
    by: ['bureauLeader'],
    basis: apl(56),
    help: '先行登记保存须经机关负责人批准。',
    form: { opinion: passage('审批意见') },
  }),
  preserve: act('先行登记保存', {
    filmed: true,
    stage: STAGE,
    by: OFFICERS,
    basis: apl(56),
    help: '开具通知书和清单；七个工作日内作出处理决定。',
    form: { items: ITEMS, place: text('保存地点'), keeper: text('保管人') },
  }),
  settlePreserved: act('先行登记保存处理', {
    stage: STAGE,
    by: ['bureauLeader'],
    basis: apl(56),
    resets: ['askPreservation', 'approvePreservation', 'preserve'],
    help: '自登记保存之日起七个工作日内作出处理决定。',
    form: {
      outcome: choice('处理决定', { returned: '解除保存，返还', evidence: '需要作为证据的，移送有关部门鉴定或者拍照后返还', seized: '依法查封、扣押', confiscated: '依法没收', transferred: '移送有关机关' }),
      note: optional(passage('说明')),
    },
  }),
  verifyEvidence: act('证据审查核实', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(46, 2),
    help: '证据必须经查证属实，方可作为认定案件事实的根据。',
    form: {
      conclusion: choice('审查结论', { proven: '经查证属实，事实清楚，证据充分', insufficient: '证据不足，需要补充' }),
      review: passage('对每件证据真实性、合法性、关联性的审查意见'),
    },
  }),
  orderCorrection: act('责令改正', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(28, 1),
    resets: ['reinspect'],
    help: '实施行政处罚时，应当责令当事人改正或者限期改正违法行为。',
    form: {
      manner: choice('改正方式', { atOnce: '立即改正', byDate: '限期改正' }),
      deadline: optional(dayField('改正期限')),
      demands: passage('改正内容'),
    },
  }),
  reinspect: act('整改复查', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(28, 1),
    help: '核对责令改正的内容是否逐项完成。',
    form: {
      result: choice('复查结果', { corrected: '已改正', partly: '部分改正', refused: '逾期未改正或者拒不改正' }),
      findings: passage('复查情况'),
    },
  }),
  askRecusal: act('申请回避', {
    stage: STAGE,
    by: ['officer', 'teamLeader'],
    basis: apl(43, 2),
    resets: ['decideRecusal'],
    help: '记录当事人的回避申请；决定作出之前，不停止调查。',
    form: { whom: person('被申请回避人'), reason: passage('申请理由'), asker: choice('申请人', { party: '当事人', self: '执法人员自行申请' }) },
  }),
  decideRecusal: act('回避决定', {
    stage: STAGE,
    by: ['bureauLeader'],
    basis: apl(43, 3),
    help: '由机关负责人审查决定。',
    form: { whom: person('被申请回避人'), outcome: choice('决定', { recused: '予以回避', stays: '驳回申请' }), reason: passage('理由') },
  }),
  extend: act('延长办案期限', {
    stage: STAGE,
    by: ['bureauLeader'],
    basis: apl(60),
    help: '法律、法规、规章另有规定的方可延长，写明规定和延长的日数。',
    form: { days: count('延长日数', '日', { min: 1, max: 365 }), norm: text('据以延长的规定'), reason: passage('理由') },
  }),
  suspend: act('中止调查', {
    stage: STAGE,
    by: ['bureauLeader'],
    basis: apl(60),
    help: '写明中止的规定和事由；恢复后期限继续计算。',
    form: { norm: text('据以中止的规定'), reason: passage('理由') },
  }),
  resume: act('恢复调查', {
    stage: STAGE,
    by: ['bureauLeader'],
    basis: apl(60),
    resets: ['suspend'],
    help: '中止事由消失的，恢复调查。',
    form: { reason: passage('理由') },
  }),
  conclude: act('调查终结', {
    stage: STAGE,
    by: OFFICERS,
    basis: apl(57, 1),
    resets: ['notify', 'serveNotice', 'hearStatement', 'reviewStatement', 'waiveStatement', 'requestHearing', 'waiveHearing', 'noticeHearing', 'holdHearing', 'review', 'panelReview', 'raiseDispute', 'discuss'],
    help: '提出处理意见，送机关负责人审查。',
    form: {
      facts: passage('查明的事实'),
      actedUntil: optional(dayField('查明的行为终了之日', { basis: [apl(36, 2)], help: '与呈请立案时所写不同的才填写' })),
      finding: choice('处理意见', { penalise: '给予行政处罚', exempt: '不予行政处罚', unfounded: '违法事实不能成立', crime: '涉嫌犯罪，移送司法机关', elsewhere: '不属本机关管辖，移送有管辖权的机关' }),
      illegalGains: flag('有违法所得', { basis: [apl(28, 2)] }),
      publicInterest: flag('涉及重大公共利益', { basis: [apl(58, 1, 1)] }),
      difficult: flag('案情疑难复杂、涉及多个法律关系', { basis: [apl(58, 1, 3)] }),
      otherLaw: optional(text('另有法律、法规要求法制审核的，写明条文', { basis: [apl(58, 1, 4)] })),
      grave: flag('情节复杂或者重大违法行为', { basis: [apl(57, 2)] }),
      measured: optional(group('罚款数额所系的事实', MEASURED_FACTS, { basis: [apl(4)], help: '只在法条按面积、造价、日数等计算罚款，或者分情形规定幅度时填写' })),
      ...CIRCUMSTANCES,
    },
  }),
} as const
