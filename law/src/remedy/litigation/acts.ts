import { alitl, apl, spc18, spc20 } from '../../article.ts'
import { ANSWERING_TOWN } from '../../devolution.ts'
import { choice, count, dayField, flag, group, money, optional, passage, text } from '../../field.ts'
import { PARTY } from '../../forms.ts'
import { act } from '../../language.ts'

const START = '应诉与举证'
const HEARD = '审理'
const END = '裁判与落实'
const OFFICE = ['legalReviewer', 'officer', 'teamLeader'] as const

/** Litigation, as the defendant meets it (行政诉讼应诉), 行政诉讼法, 法释〔2018〕1号, 法释〔2020〕3号. */
export const LITIGATION_ACTS = {
  register: act('登记诉讼案件', {
    stage: START,
    by: [...OFFICE, 'windowClerk'],
    basis: alitl(67),
    help: '收到应诉通知书和起诉状副本。',
    form: {
      related: optional(text('被诉案件编号')),
      actingTown: ANSWERING_TOWN,
      party: group('原告', PARTY),
      court: text('人民法院'),
      number: text('案号'),
      receivedOn: dayField('收到起诉状副本之日', { basis: [alitl(67)] }),
      after: choice('是否经过复议', { direct: '直接起诉', upheld: '复议维持，与复议机关为共同被告', changed: '复议改变' }, { basis: [alitl(26)] }),
    },
  }),
  answer: act('提交答辩状、证据和规范性文件', { stage: START, by: ['legalReviewer'], basis: [alitl(67), alitl(34)], help: '自收到起诉状副本之日起十五日内提交；逾期视为没有相应证据。', form: { submittedOn: dayField('提交之日'), pages: count('证据材料', '页'), norms: passage('所依据的规范性文件'), answer: passage('答辩要点') } }),
  appoint: act('委托诉讼代理人', { stage: START, by: ['bureauLeader'], basis: [alitl(31), spc18(128)], help: '可以委托一至二人；不得仅委托律师出庭。', form: { staff: count('工作人员', '人', { max: 2 }), lawyers: count('律师', '人', { max: 2 }) } }),
  appear: act('出庭应诉', {
    stage: HEARD,
    by: ['legalReviewer', 'bureauLeader'],
    basis: [alitl(3), spc20(7)],
    help: '负责人应当出庭；不能出庭的，委托相应的工作人员，提交说明并加盖印章。',
    form: {
      who: choice('出庭人员', { head: '负责人', staff: '工作人员', lawyerOnly: '仅律师', absent: '没有出庭' }),
      name: text('姓名、职务'),
      excuse: optional(choice('负责人不能出庭的正当理由', { force: '不可抗力', accident: '意外事件', duty: '需要履行他人不能代替的公务', other: '无法出庭的其他正当事由' }, { basis: [spc20(8)] })),
      proof: flag('已提交说明，并加盖印章或者由主要负责人签字', { basis: [spc20(9)] }),
      spoke: flag('负责人就实质性解决争议发表了意见'),
    },
  }),
  settle: act('调解、协调化解', { stage: HEARD, by: [...OFFICE, 'bureauLeader'], basis: alitl(60), help: '行政赔偿、补偿和行使裁量权的案件可以调解。', form: { agreement: passage('协议内容') } }),
  changeOwn: act('改变被诉行政行为', { stage: HEARD, by: ['bureauLeader'], basis: alitl(62), help: '宣告判决或者裁定前改变的，书面告知人民法院。', form: { what: passage('改变的内容'), refund: optional(money('退还款项')) } }),
  withdraw: act('原告撤诉', { stage: HEARD, by: OFFICE, basis: alitl(62), help: '人民法院裁定准许的，登记收到之日。', form: { receivedOn: dayField('收到裁定之日'), number: text('裁定书文号') } }),
  decided: act('收到裁判', {
    stage: END,
    by: OFFICE,
    basis: alitl(69),
    outcome: 'outcome',
    resets: ['appeal', 'carryOut'],
    help: '登记一审或者二审的裁判。',
    form: {
      outcome: choice('结果', { uphold: '驳回诉讼请求', reject: '驳回起诉', revoke: '撤销', redo: '撤销并责令重作', change: '变更', unlawful: '确认违法或者无效', perform: '责令履行' }),
      instance: choice('审级', { first: '一审', second: '二审' }),
      receivedOn: dayField('收到之日'),
      number: text('裁判文书文号'),
      redoDays: optional(count('责令重新作出、履行的期限', '日', { min: 1 })),
      reason: passage('理由要点'),
    },
  }),
  appeal: act('提起或者收到上诉', { stage: END, by: [...OFFICE, 'bureauLeader'], basis: alitl(85), help: '判决书送达之日起十五日内，裁定书送达之日起十日内。', form: { by: choice('上诉人', { bureau: '本机关', party: '原告' }), filedOn: dayField('上诉之日'), ruling: flag('对裁定的上诉') } }),
  advice: act('收到司法建议', { stage: END, by: OFFICE, basis: spc18(149), resets: ['answerAdvice'], help: '自收到司法建议之日起六十日内书面答复。', form: { receivedOn: dayField('收到之日'), content: passage('内容') } }),
  answerAdvice: act('答复司法建议', { stage: END, by: [...OFFICE, 'bureauLeader'], basis: spc18(149), help: '书面答复处理情况。', form: { done: passage('处理情况') } }),
  carryOut: act('履行裁判', { stage: END, by: ['bureauLeader'], basis: [alitl(94), apl(48, 2)], help: '撤回公示、退还款项、重新作出行政行为；不得以同一事实和理由作出基本相同的行为。', form: { withdrawn: choice('公示', { withdrawn: '已撤回', none: '没有公示过' }, { basis: [apl(48, 2)] }), refund: optional(money('退还款项')), again: optional(text('重新作出的行为文号')), done: passage('履行情况') } }),
  archive: act('归档', { stage: END, by: [...OFFICE, 'windowClerk'], basis: alitl(69), ends: true, help: '裁判生效并履行之后归档。', form: { archiveNumber: text('案卷号') } }),
} as const
