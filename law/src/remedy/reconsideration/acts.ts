import { apl, arl17, arl23, rir } from '../../article.ts'
import { ANSWERING_TOWN } from '../../devolution.ts'
import { choice, count, dayField, flag, group, money, optional, passage, text } from '../../field.ts'
import { PARTY } from '../../forms.ts'
import { act } from '../../language.ts'

const START = '受理与答复'
const HEARD = '审理'
const END = '结果与落实'
const OFFICE = ['legalReviewer', 'officer', 'teamLeader'] as const

/** Reconsideration, as the respondent meets it (行政复议应对): 行政复议法 of 2023, and of 2017 until the end of 2023. */
export const RECONSIDERATION_ACTS = {
  register: act('登记复议案件', {
    stage: START,
    by: [...OFFICE, 'windowClerk'],
    basis: [arl23(48), arl17(23)],
    help: '收到行政复议申请书副本，或者申请人直接向本机关提交申请。',
    form: {
      related: optional(text('被申请复议的案件编号')),
      actingTown: ANSWERING_TOWN,
      party: group('申请人', PARTY),
      body: text('复议机关'),
      number: optional(text('复议案号')),
      disputed: choice('被申请复议的行为', { ordinary: '普通程序处罚', spot: '当场处罚', camera: '电子监控处罚', measure: '行政强制', permit: '行政许可', information: '政府信息公开', other: '其他' }),
      appliedOn: dayField('申请之日', { basis: [arl23(20)] }),
      receivedOn: dayField('收到申请书（副本）之日'),
      simple: flag('适用简易程序', { basis: [arl23(53)] }),
      viaBureau: flag('申请人直接向本机关提交申请', { basis: [arl23(32)] }),
    },
  }),
  forward: act('转送复议机关', { stage: START, by: OFFICE, basis: arl23(32), help: '认为应当维持的，自收到申请之日起五日（工作日）内转送。', form: { sentOn: dayField('转送之日'), opinion: passage('意见') } }),
  reply: act('提交书面答复和证据', { stage: START, by: ['legalReviewer'], basis: [arl23(48), arl17(23)], help: '书面答复，并提交当初作出行政行为的证据、依据和其他材料。逾期的，视为没有证据、依据。', form: { submittedOn: dayField('提交之日'), pages: count('证据材料', '页'), norms: passage('依据'), answer: passage('答复要点') } }),
  appear: act('参加听证', {
    stage: HEARD,
    by: ['legalReviewer', 'bureauLeader'],
    basis: arl23(51),
    help: '被申请人的负责人应当参加听证；不能参加的，说明理由并委托相应的工作人员。',
    form: { who: choice('参加人', { head: '负责人', staff: '受委托的工作人员', absent: '没有参加' }), name: text('姓名、职务'), reason: optional(passage('负责人不能参加的理由')) },
  }),
  settle: act('调解、和解', { stage: HEARD, by: [...OFFICE, 'bureauLeader'], basis: [arl23(5), arl23(73)], help: '遵循合法、自愿，不损害国家利益、公共利益和他人合法权益。', form: { agreement: passage('协议内容'), made: choice('方式', { mediated: '复议机关调解', agreed: '双方和解' }) } }),
  changeOwn: act('自行改变原行政行为', { stage: HEARD, by: ['bureauLeader'], basis: [arl23(42), arl17(25)], help: '发现原行为确有错误的，主动变更或者撤销，书面告知复议机关。', form: { what: passage('改变的内容') } }),
  withdraw: act('申请人撤回申请', { stage: HEARD, by: OFFICE, basis: [arl23(41), arl17(25)], help: '登记撤回之日。', form: { withdrawnOn: dayField('撤回之日') } }),
  decided: act('收到复议决定', {
    stage: END,
    by: OFFICE,
    basis: [arl23(75), arl17(31)],
    outcome: 'outcome',
    resets: ['carryOut'],
    help: '登记结果；改变原行为的，随即落实。',
    form: {
      outcome: choice('结果', { uphold: '维持', reject: '驳回申请', revoke: '撤销', redo: '撤销并责令重作', change: '变更', unlawful: '确认违法或者无效', perform: '责令履行' }),
      receivedOn: dayField('收到之日'),
      number: text('复议决定书文号'),
      redoDays: optional(count('责令重新作出、履行的期限', '日', { min: 1 })),
      reason: passage('理由要点'),
    },
  }),
  opinion: act('收到复议意见书', { stage: END, by: OFFICE, basis: [arl23(76), rir(57, 1)], resets: ['reportOpinion'], help: '自收到之日起六十日内，将纠正违法行为或者改进工作的情况报送复议机关。', form: { receivedOn: dayField('收到之日'), content: passage('内容') } }),
  reportOpinion: act('报送纠正情况', { stage: END, by: [...OFFICE, 'bureauLeader'], basis: [arl23(76), rir(57, 1)], help: '报送纠正违法行为或者改进工作的情况。', form: { done: passage('纠正、改进的情况') } }),
  carryOut: act('落实复议决定', {
    stage: END,
    by: ['bureauLeader'],
    basis: [arl23(77), arl17(32)],
    help: '撤回公示、退还款项、重新作出行政行为；不得以同一事实和理由作出基本相同的行为。',
    form: { withdrawn: choice('公示', { withdrawn: '已撤回', none: '没有公示过' }, { basis: [apl(48, 2)] }), refund: optional(money('退还款项')), again: optional(text('重新作出的行为文号')), done: passage('落实情况') },
  }),
  archive: act('归档', { stage: END, by: [...OFFICE, 'windowClerk'], basis: [arl23(75), arl17(31)], ends: true, help: '归档保存。', form: { archiveNumber: text('案卷号') } }),
} as const
