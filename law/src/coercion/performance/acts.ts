import { acl } from '../../article.ts'
import { choice, dayField, flag, group, matterField, money, optional, passage, text } from '../../field.ts'
import { PARTY, SERVICE } from '../../forms.ts'
import { act } from '../../language.ts'

const START = '催告'
const DECIDE = '决定'
const DO = '实施'
const END = '费用与结案'
const OFFICERS = ['officer', 'teamLeader'] as const

/** Substitute performance and immediate clearing (代履行、立即代履行), 行政强制法第三十五条至第四十三条、第五十条至第五十二条. */
export const PERFORMANCE_ACTS = {
  begin: act('登记代履行事项', {
    stage: START,
    by: OFFICERS,
    basis: [acl(50), acl(52)],
    help: '行政决定要求当事人排除妨碍、恢复原状等，逾期不履行的；需要立即清除的，写明。',
    form: {
      related: optional(text('关联案件编号')),
      matter: optional(matterField('执法事项')),
      party: group('当事人', PARTY),
      place: text('地点'),
      duty: passage('应当履行的义务'),
      dueOn: optional(dayField('行政决定规定的履行期限')),
      harm: choice('不履行的后果', { traffic: '危害交通安全', pollution: '造成环境污染', resources: '破坏自然资源', none: '没有上述后果' }, { basis: [acl(50)] }),
      immediate: flag('道路、河道、航道或者公共场所的遗洒物、障碍物、污染物，需要立即清除', { basis: [acl(52)] }),
    },
  }),
  demand: act('催告', { stage: START, by: OFFICERS, basis: acl(35), resets: ['serveDemand', 'hear'], help: '书面催告履行的期限、方式和陈述申辩的权利。', form: { until: dayField('履行期限'), manner: text('履行方式'), tellsDefence: flag('已告知陈述申辩权') } }),
  serveDemand: act('送达催告书', { stage: START, by: OFFICERS, basis: acl(38), help: '直接送达；拒收或者无法直接送达的，依照民事诉讼法送达。', form: SERVICE }),
  hear: act('听取陈述申辩', { stage: START, by: OFFICERS, basis: acl(36), help: '记录、复核当事人提出的事实、理由和证据；成立的应当采纳。', form: { statement: passage('意见'), review: passage('复核'), adopted: flag('成立，不再代履行') } }),
  complied: act('当事人自行履行', { stage: START, by: OFFICERS, basis: acl(51, 1), help: '当事人履行的，停止代履行。', form: { checked: passage('核查情况') } }),
  decide: act('代履行决定', {
    stage: DECIDE,
    by: ['bureauLeader'],
    basis: acl(51, 1),
    resets: ['serveDecision', 'remind'],
    help: '载明理由和依据、方式和时间、标的、费用预算和代履行人。',
    form: { reason: passage('理由和依据'), manner: text('方式'), on: dayField('代履行日期'), object: text('标的'), estimate: money('费用预算'), performer: text('代履行人'), uninterested: flag('代履行人与本案没有利害关系', { basis: [acl(50)] }) },
  }),
  serveDecision: act('送达代履行决定书', { stage: DECIDE, by: OFFICERS, basis: acl(51, 1), help: '代履行前送达决定书。', form: SERVICE }),
  remind: act('代履行前再次催告', { stage: DECIDE, by: OFFICERS, basis: acl(51, 1), help: '代履行三日（工作日）前，催告当事人履行。', form: { note: passage('催告情况') } }),
  suspend: act('中止执行', { stage: DECIDE, by: ['bureauLeader'], basis: acl(39), help: '履行确有困难、第三人主张权利等，中止执行。', form: { reason: passage('理由') } }),
  resume: act('恢复执行', { stage: DECIDE, by: ['bureauLeader'], basis: acl(39), resets: ['suspend'], help: '中止的情形消失后恢复；中止满三年的，不再执行。', form: { reason: passage('理由') } }),
  perform: act('实施代履行', {
    stage: DO,
    by: OFFICERS,
    basis: acl(51, 1),
    help: '机关派员到场监督；完毕后监督人、代履行人、当事人或者见证人签名。填写实施的时刻。',
    form: { present: flag('本机关人员到场监督'), signed: flag('到场监督的人员、代履行人和当事人或者见证人已签名'), peaceful: flag('没有采用暴力、胁迫等非法方式', { basis: [acl(51, 3)] }), noCutting: flag('没有停止供水、供电、供热、供燃气', { basis: [acl(43, 2)] }), urgent: flag('情况紧急', { basis: [acl(43, 1)] }), record: passage('经过') },
  }),
  clear: act('立即代履行', { stage: DO, by: OFFICERS, basis: acl(52), help: '当事人不能清除的，可以立即实施；当事人不在场的，事后立即通知。', form: { presence: choice('当事人', { present: '在场', notified: '不在场，事后已立即通知', unknown: '不在场，尚未通知' }), record: passage('经过'), performer: text('代履行人') } }),
  bill: act('核定费用', { stage: END, by: ['bureauLeader'], basis: acl(51, 2), help: '按照成本合理确定，由当事人承担。', form: { amount: money('费用'), items: passage('费用明细'), overReason: optional(passage('超过预算的理由')) } }),
  pay: act('缴纳费用', { stage: END, by: ['officer', 'teamLeader', 'windowClerk'], basis: acl(51, 2), help: '登记入账。', form: { amount: money('金额'), receipt: text('票据号') } }),
  end: act('终结执行', { stage: END, by: ['bureauLeader'], basis: acl(40), help: '执行标的灭失、据以执行的决定被撤销等。', form: { ground: choice('事由', { died: '公民死亡，无遗产且无义务承受人', dissolved: '法人终止，无财产且无义务承受人', objectLost: '执行标的灭失', revoked: '据以执行的行政决定被撤销', threeYears: '中止满三年，不再执行' }), reason: passage('说明') } }),
  reverse: act('执行回转', { stage: END, by: ['bureauLeader'], basis: acl(41), afterEnd: true, help: '据以执行的决定被撤销、变更或者执行错误的，恢复原状、退还财物或者赔偿。', form: { reason: passage('理由'), done: passage('恢复、退还或者赔偿的情况') } }),
  archive: act('归档', { stage: END, by: ['officer', 'teamLeader', 'windowClerk'], basis: acl(51), ends: true, help: '归档保存。', form: { archiveNumber: text('案卷号') } }),
} as const
