import { arb17, arb25 } from '../../article.ts'
import { choice, count, dayField, flag, group, money, optional, passage, text } from '../../field.ts'
import { PARTY } from '../../forms.ts'
import { act } from '../../language.ts'

const START = '申请与答辩'
const HEARD = '审理'
const END = '裁决与履行'
const OFFICE = ['legalReviewer', 'officer', 'teamLeader'] as const

/** Arbitration, as one of two equal parties meets it (民商事仲裁), 仲裁法 of 2025 and of 2017. */
export const ARBITRATION_ACTS = {
  register: act('登记仲裁案件', {
    stage: START,
    by: [...OFFICE, 'windowClerk'],
    basis: [arb25(32), arb17(21)],
    help: '平等主体之间的合同纠纷和其他财产权益纠纷，有仲裁协议的，可以仲裁；行政争议不能仲裁。劳动、人事争议另有法律规定，不在这里登记。',
    form: {
      side: choice('本机关是', { applicant: '申请人', respondent: '被申请人' }),
      party: group('对方当事人', PARTY),
      contract: text('合同名称、编号'),
      dispute: choice('争议性质', { contract: '合同纠纷', property: '其他财产权益纠纷', administrative: '行政争议（行政处罚、许可、强制、行政协议等）' }, { basis: [arb25(3), arb17(3)] }),
      agreement: choice('仲裁协议', { clause: '合同中的仲裁条款', separate: '另行达成的书面协议', none: '没有' }, { basis: [arb25(27), arb17(16)] }),
      institution: text('约定的仲裁机构'),
      claim: passage('仲裁请求'),
      amount: optional(money('争议金额')),
      startedOn: dayField('申请之日，或者收到申请书副本之日'),
    },
  }),
  accepted: act('登记受理结果', {
    stage: START,
    by: OFFICE,
    basis: [arb25(35), arb17(24)],
    help: '仲裁机构自收到申请书之日起五日内决定是否受理；答辩期限由仲裁规则规定，按通知填写。',
    form: {
      result: choice('结果', { accepted: '受理', refused: '不予受理' }),
      receivedOn: dayField('收到通知之日'),
      number: text('案号或者通知文号'),
      answerDays: optional(count('仲裁规则规定的答辩期限', '日', { min: 1, max: 180 })),
      reason: optional(passage('不予受理的理由')),
    },
  }),
  object: act('对仲裁协议的效力提出异议', { stage: START, by: ['legalReviewer', 'bureauLeader'], basis: [arb25(31), arb17(20)], help: '应当在首次开庭前提出。', form: { to: choice('提出的对象', { institution: '仲裁机构（仲裁庭）', court: '人民法院' }), reason: passage('理由') } }),
  answer: act('提交答辩书', { stage: START, by: ['legalReviewer'], basis: [arb25(36, 2), arb17(25, 2)], help: '在仲裁规则规定的期限内提交；没有提交的，不影响程序进行。', form: { submittedOn: dayField('提交之日'), answer: passage('答辩要点'), counterclaim: optional(passage('反请求')) } }),
  appoint: act('委托代理人', { stage: START, by: ['bureauLeader'], basis: [arb25(40), arb17(29)], help: '向仲裁机构提交授权委托书。', form: { staff: count('工作人员', '人'), lawyers: count('律师（法律顾问）', '人') } }),
  choose: act('选定仲裁员', { stage: START, by: ['legalReviewer', 'bureauLeader'], basis: [arb25(43), arb17(31)], help: '三名仲裁员的，各选一名，首席由双方共同选定；逾期没有选定的，由仲裁机构主任指定。', form: { tribunal: choice('仲裁庭', { three: '三名仲裁员', one: '一名仲裁员' }), arbitrator: text('本机关选定的仲裁员'), interest: flag('仲裁员与本机关、本案没有利害关系', { basis: [arb25(46), arb17(34)] }) } }),
  preserve: act('申请保全', { stage: START, by: ['bureauLeader'], basis: [arb25(39), arb17(28)], help: '由仲裁机构提交人民法院；申请有错误的，本机关赔偿损失。', form: { what: passage('保全的财产、证据或者行为') } }),
  appear: act('参加开庭', { stage: HEARD, by: ['legalReviewer', 'bureauLeader'], basis: [arb25(51), arb17(39)], help: '申请人无正当理由不到庭的，可以视为撤回申请；被申请人不到庭的，可以缺席裁决。', form: { on: dayField('开庭之日'), who: text('出庭人员'), record: passage('庭审要点') } }),
  settle: act('和解或者调解', {
    stage: HEARD,
    by: ['bureauLeader'],
    basis: [arb25(62), arb25(64), arb17(49), arb17(51)],
    help: '调解书自双方签收后生效。',
    form: {
      way: choice('方式', { mediation: '仲裁庭调解（调解书或者裁决书）', settlement: '自行和解后撤回申请' }),
      agreement: passage('协议内容'),
      effectiveOn: dayField('签收或者和解之日'),
      pays: choice('给付义务', { none: '没有', bureau: '本机关', other: '对方' }),
      performBy: optional(dayField('履行期限')),
    },
  }),
  withdraw: act('撤回申请', { stage: HEARD, by: ['bureauLeader', 'legalReviewer'], basis: [arb25(38), arb25(54), arb17(27), arb17(42)], help: '申请人撤回，或者视为撤回。', form: { receivedOn: dayField('收到决定之日'), number: text('决定文号') } }),
  decided: act('收到裁决', {
    stage: END,
    by: OFFICE,
    basis: [arb25(70), arb17(57)],
    outcome: 'outcome',
    resets: ['setAside', 'ruled', 'perform', 'enforce'],
    help: '裁决书自作出之日起生效，一裁终局。',
    form: {
      outcome: choice('本机关的主张', { supported: '得到支持', partly: '部分得到支持', rejected: '没有得到支持' }),
      madeOn: dayField('裁决作出之日'),
      receivedOn: dayField('收到之日'),
      number: text('裁决书文号'),
      pays: choice('给付义务', { none: '没有', bureau: '本机关', other: '对方' }),
      performBy: optional(dayField('履行期限')),
      reason: passage('理由要点'),
    },
  }),
  setAside: act('登记撤销裁决的申请', { stage: END, by: ['legalReviewer', 'bureauLeader'], basis: [arb25(72), arb17(59)], resets: ['ruled'], help: '向仲裁机构所在地的中级人民法院提出；法定事由见仲裁法第七十一条（2017年修正为第五十八条）。', form: { by: choice('申请人', { bureau: '本机关', other: '对方' }), filedOn: dayField('申请之日'), court: text('人民法院'), reason: passage('事由') } }),
  ruled: act('登记撤销申请的裁定', { stage: END, by: OFFICE, basis: [arb25(73), arb17(60)], help: '人民法院自受理之日起两个月内裁定。', form: { result: choice('结果', { upheld: '驳回申请', annulled: '撤销裁决', again: '通知重新仲裁' }), receivedOn: dayField('收到之日'), number: text('裁定书文号') } }),
  perform: act('登记履行', { stage: END, by: [...OFFICE, 'bureauLeader'], basis: [arb25(75), arb17(62)], help: '写明谁履行了什么。', form: { performedOn: dayField('履行之日'), amount: optional(money('金额')), done: passage('履行情况') } }),
  enforce: act('申请人民法院执行', { stage: END, by: ['bureauLeader'], basis: [arb25(75), arb17(62)], help: '对方不履行的，两年内申请执行。', form: { filedOn: dayField('申请之日'), court: text('人民法院') } }),
  archive: act('归档', { stage: END, by: [...OFFICE, 'windowClerk'], basis: [arb25(10), arb17(9)], ends: true, help: '裁决、调解书履行完毕，或者程序结束之后归档。', form: { archiveNumber: text('案卷号') } }),
} as const
