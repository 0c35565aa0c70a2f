import { acl, gbf118 } from '../../../article.ts'
import { choice, dayField, flag, group, matterField, money, optional, passage, text } from '../../../field.ts'
import { PARTY, SERVICE } from '../../../forms.ts'
import { act } from '../../../language.ts'
import { reviewActs } from '../../../legal-review-rules.ts'

const START = '登记'
const DECIDING = '决定'
const DOING = '实施'
const OFFICERS = ['officer', 'teamLeader'] as const

/** From the duty that was not fulfilled to its fulfilment by another (登记、决定、实施). */
export const PERFORMING_ACTS = {
  begin: act('登记代履行事项', {
    stage: START,
    by: OFFICERS,
    basis: [acl(50), acl(52)],
    help: '行政决定要求当事人排除妨碍、恢复原状等，逾期不履行的；遗洒物、障碍物、污染物需要立即清除的，写明。',
    form: {
      related: optional(text('关联案件编号')),
      matter: optional(matterField('执法事项')),
      party: optional(group('当事人', PARTY, { help: '需要立即清除而当事人不明的，可以后补' })),
      place: text('地点'),
      duty: passage('应当履行的义务'),
      kind: choice('义务的种类', { obstacle: '排除妨碍', restore: '恢复原状', other: '其他可以由他人代为履行的义务', personal: '金钱给付或者只能由本人履行的义务' }, { basis: [acl(50)] }),
      order: optional(text('确定该义务的行政决定文号', { basis: [acl(50)] })),
      dueOn: optional(dayField('该决定规定的履行期限', { basis: [acl(50)] })),
      harm: choice('不履行的后果', { traffic: '危害交通安全', pollution: '造成环境污染', resources: '破坏自然资源', none: '没有上述后果' }, { basis: [acl(50)] }),
      immediate: flag('需要立即清除', { basis: [acl(52)] }),
      where: optional(choice('需要立即清除的地点', { road: '道路', river: '河道', channel: '航道', public: '公共场所' }, { basis: [acl(52)] })),
      thing: optional(choice('需要立即清除的物品', { spill: '遗洒物', obstacle: '障碍物', pollutant: '污染物' }, { basis: [acl(52)] })),
      unable: flag('当事人不能清除', { basis: [acl(52)] }),
    },
  }),
  complied: act('当事人自行履行', {
    stage: START,
    by: OFFICERS,
    basis: acl(51, 1, 2),
    help: '当事人履行的，停止代履行。',
    form: { checked: passage('核查情况'), photo: optional(text('照片 SHA-256 摘要', { max: 64, format: 'hash' })) },
  }),
  ...reviewActs({ stage: DECIDING, basis: gbf118(), resets: [] }),
  decide: act('代履行决定', {
    stage: DECIDING,
    by: ['bureauLeader'],
    basis: [acl(50), acl(51, 1, 1)],
    resets: ['serveDecision', 'remind'],
    help: '催告期满仍不履行的；载明理由和依据、方式和时间、标的、费用预算以及代履行人。',
    form: {
      reason: passage('理由'),
      basis: text('依据'),
      manner: text('方式'),
      on: dayField('代履行日期'),
      object: text('标的'),
      estimate: money('费用预算'),
      by: choice('由谁代履行', { own: '本机关', third: '没有利害关系的第三人' }, { basis: [acl(50)] }),
      performer: text('代履行人'),
      uninterested: flag('代履行人与本案没有利害关系', { basis: [acl(50)] }),
      reconsiderTo: text('复议机关', { basis: [acl(37, 2, 4)] }),
      court: text('人民法院', { basis: [acl(37, 2, 4)] }),
      sealed: flag('写明机关名称、日期，加盖印章', { basis: [acl(37, 2, 5)] }),
    },
  }),
  serveDecision: act('送达代履行决定书', {
    filmed: true,
    stage: DECIDING,
    by: OFFICERS,
    basis: [acl(51, 1, 1), acl(38)],
    help: '代履行前送达决定书。',
    form: SERVICE,
  }),
  remind: act('代履行前再次催告', {
    stage: DECIDING,
    by: OFFICERS,
    basis: acl(51, 1, 2),
    help: '代履行三日（工作日）前，催告当事人履行；当事人履行的，停止代履行。',
    form: { ...SERVICE, content: passage('催告内容') },
  }),
  perform: act('实施代履行', {
    filmed: true,
    stage: DOING,
    by: OFFICERS,
    basis: acl(51, 1, 3),
    help: '机关派员到场监督；完毕后监督人、代履行人、当事人或者见证人签名。填写实施的时刻；周末不在法律禁止之列，但以工作日为宜。',
    form: {
      performer: text('代履行人'),
      present: flag('本机关人员到场监督', { basis: [acl(51, 1, 3)] }),
      signed: flag('到场监督的人员、代履行人已签名', { basis: [acl(51, 1, 4)] }),
      partySigned: flag('当事人已签名', { basis: [acl(51, 1, 4)] }),
      witness: optional(text('见证人', { basis: [acl(51, 1, 4)] })),
      peaceful: flag('没有采用暴力、胁迫以及其他非法方式', { basis: [acl(51, 3)] }),
      noCutting: flag('没有停止供水、供电、供热、供燃气', { basis: [acl(43, 2)] }),
      urgent: flag('情况紧急', { basis: [acl(43, 1)] }),
      urgency: optional(passage('紧急的情况')),
      record: passage('经过'),
      photo: optional(text('照片或者视频 SHA-256 摘要', { max: 64, format: 'hash' })),
    },
  }),
} as const
