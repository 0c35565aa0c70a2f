import { apl, tcr } from '../../article.ts'
import { ANSWERING_TOWN } from '../../devolution.ts'
import { choice, clock, count, dayField, flag, group, list, matterField, money, optional, passage, person, text } from '../../field.ts'
import { ITEMS, PAPERS, PARTY } from '../../forms.ts'
import { act } from '../../language.ts'

const CHECKED = '核实与审批'
const SENT = '移送'
const POLICE = '公安机关审查'
const BACK = '结果与退回'
const OFFICERS = ['officer', 'teamLeader'] as const
const OFFICE = ['officer', 'teamLeader', 'legalReviewer'] as const

/** A suspected crime on its way to the police and back (涉嫌犯罪案件移送): 行政执法机关移送涉嫌犯罪案件的规定, 行政处罚法第二十七条. */
export const CRIME_ACTS = {
  suspect: act('指定专案组', {
    stage: CHECKED,
    by: ['teamLeader', 'bureauLeader'],
    basis: [tcr(3), tcr(5, 1)],
    help: '发现涉嫌犯罪的，立即指定两名以上执法人员核实情况。',
    form: {
      related: optional(text('关联案件编号', { help: '由哪一件行政处罚案件发现的，填写其编号；移送和退回会自动记入该案' })),
      actingTown: ANSWERING_TOWN,
      matter: optional(matterField('执法事项')),
      party: group('涉嫌犯罪的单位或者个人', PARTY),
      place: text('行为发生地'),
      crime: text('涉嫌的罪名', { basis: [tcr(3, 1)] }),
      discoveredOn: dayField('发现之日'),
      facts: passage('发现的情况'),
      team: list('专案组人员', { who: person('执法人员', { post: 'officer' }) }, { atLeast: 2, basis: [tcr(5, 1)] }),
    },
  }),
  report: act('提出移送报告', {
    stage: CHECKED,
    by: OFFICERS,
    basis: tcr(5, 1),
    resets: ['approve'],
    help: '专案组核实之后书面报告，三日内由机关正职负责人或者主持工作的负责人审批。',
    form: {
      facts: passage('核实的事实和证据'),
      measure: passage('金额、情节和后果，对照的追诉标准', { basis: [tcr(3, 1)] }),
      opinion: choice('报告意见', { transfer: '应当移送', keep: '不构成犯罪，不移送' }),
      reason: passage('理由'),
    },
  }),
  approve: act('审批移送', {
    stage: CHECKED,
    by: ['bureauLeader'],
    basis: tcr(5, 2),
    outcome: 'outcome',
    help: '自接到报告之日起三日内决定；批准的，二十四小时内移送；不批准的，理由记录在案。',
    form: { outcome: choice('决定', { approve: '批准移送', refuse: '不批准移送' }), at: clock('决定的时刻', { help: '二十四小时自此起算' }), opinion: passage('审批意见和理由') },
  }),
  transfer: act('移送公安机关', {
    stage: SENT,
    by: OFFICERS,
    basis: [tcr(5, 2), tcr(6)],
    help: '附移送书、调查报告、涉案物品清单、检验报告或者鉴定结论和其他材料。',
    form: {
      receiver: text('接收的同级公安机关'),
      at: clock('送交的时刻'),
      papers: PAPERS,
      hasItems: flag('有涉案物品', { basis: [tcr(6, 1, 3)] }),
      tested: flag('经过检验或者鉴定', { basis: [tcr(6, 1, 4)] }),
      late: optional(passage('超过二十四小时的原因', { basis: [tcr(16, 1)] })),
      copiedOn: optional(dayField('抄送人民检察院之日', { help: '本规定没有要求抄送；本地制度要求的，填写日期' })),
    },
  }),
  acknowledge: act('登记移送回执', {
    stage: SENT,
    by: OFFICE,
    basis: tcr(7),
    help: '公安机关应当在移送书的回执上签字；自接受之日起三日内审查。',
    form: { receivedOn: dayField('公安机关接受之日'), who: text('签收人'), number: optional(text('回执编号')) },
  }),
  reroute: act('登记转送', {
    stage: SENT,
    by: OFFICE,
    basis: tcr(7),
    resets: ['acknowledge'],
    help: '不属该公安机关管辖的，由其转送并书面告知；由有管辖权的机关另行回执。',
    form: { to: text('转送到的机关'), noticeOn: dayField('收到书面告知之日') },
  }),
  answer: act('登记立案审查结果', {
    stage: POLICE,
    by: OFFICE,
    basis: tcr(8),
    outcome: 'outcome',
    help: '公安机关决定立案的书面通知；不予立案的说明理由，退回案卷材料。',
    form: {
      outcome: choice('审查结果', { filed: '决定立案', declined: '不予立案' }),
      receivedOn: dayField('收到通知书之日'),
      number: text('通知书文号'),
      reason: optional(passage('不予立案的理由')),
      returned: flag('案卷材料已退回'),
    },
  }),
  handOver: act('移交涉案物品和材料', {
    stage: POLICE,
    by: OFFICERS,
    basis: tcr(12),
    help: '自收到立案通知书之日起三日内移交，办结交接手续。',
    form: { items: optional(ITEMS), pages: count('其他材料', '页'), receiver: text('接收机关和接收人'), signed: flag('双方已在交接清单上签字') },
  }),
  askReview: act('提请公安机关复议', {
    stage: POLICE,
    by: ['bureauLeader', 'legalReviewer'],
    basis: tcr(9, 1),
    help: '认为应当立案的，自收到不予立案通知书之日起三日内提请复议。',
    form: { reason: passage('提请复议的理由') },
  }),
  reviewed: act('登记复议决定', {
    stage: POLICE,
    by: OFFICE,
    basis: tcr(9, 2),
    outcome: 'outcome',
    help: '公安机关自收到提请之日起三日内决定；仍有异议的，三日内建议人民检察院立案监督。',
    form: { outcome: choice('复议决定', { filed: '决定立案', upheld: '维持不予立案' }), receivedOn: dayField('收到通知书之日'), number: text('通知书文号'), objects: flag('对决定仍有异议') },
  }),
  askSupervision: act('建议检察院立案监督', {
    stage: POLICE,
    by: ['bureauLeader', 'legalReviewer'],
    basis: [tcr(9, 1), tcr(9, 2), tcr(17, 1)],
    help: '公安机关不予立案或者逾期不作决定的，可以建议人民检察院依法进行立案监督。',
    form: { procuratorate: text('人民检察院'), reason: passage('理由') },
  }),
  supervised: act('登记立案监督结果', {
    stage: POLICE,
    by: OFFICE,
    basis: tcr(9, 3),
    outcome: 'outcome',
    help: '登记人民检察院监督的结果。',
    form: { outcome: choice('结果', { filed: '公安机关立案', notFiled: '不立案理由成立' }), receivedOn: dayField('收到通知之日'), number: optional(text('文号')) },
  }),
  judged: act('登记刑事处理结果', {
    stage: BACK,
    by: OFFICE,
    basis: [apl(27, 1), apl(35, 2), tcr(13)],
    outcome: 'outcome',
    help: '不需要追究或者免予刑事处罚，而应当给予行政处罚的，司法机关移送回来处理；判处罚金的，不再罚款。',
    form: {
      outcome: choice('结果', { convicted: '判处刑罚', exempted: '免予刑事处罚', notProsecuted: '不起诉', dropped: '撤销案件' }),
      body: text('作出决定的机关'),
      number: text('文号'),
      receivedOn: dayField('收到之日'),
      courtFine: optional(money('判处罚金', { basis: [apl(35, 2)] })),
      note: optional(passage('检察意见、司法建议')),
    },
  }),
  takeBack: act('接收退回的案件', {
    stage: BACK,
    by: OFFICERS,
    basis: [apl(27, 1), tcr(10), tcr(13)],
    help: '案件和材料退回本机关；应当给予行政处罚的，原案继续办理。',
    form: { receivedOn: dayField('收到案卷材料之日'), papers: PAPERS, opinion: passage('退回时的意见') },
  }),
  archive: act('归档', { stage: BACK, by: [...OFFICE, 'windowClerk'], basis: tcr(14, 1), ends: true, help: '不批准移送、案件退回或者刑事处理完毕之后归档。', form: { archiveNumber: text('案卷号') } }),
} as const
