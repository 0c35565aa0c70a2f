import { acl, alitl, gbf118, spc18, upl } from '../../../article.ts'
import { choice, dayField, flag, group, optional, passage, text } from '../../../field.ts'
import { PARTY } from '../../../forms.ts'
import { act } from '../../../language.ts'
import { reviewActs } from '../../../legal-review-rules.ts'

const START = '登记与责成'
const WARNING = '公告与救济'
const OFFICERS = ['officer', 'teamLeader'] as const

/** From the order that was not obeyed to the day on which it can no longer be contested (登记、责成、公告、救济). */
export const WARNING_ACTS = {
  begin: act('登记拆除事项', {
    stage: START,
    by: OFFICERS,
    basis: acl(44),
    help: '限期拆除决定已经送达，当事人逾期不拆除。',
    form: {
      related: optional(text('关联案件编号')),
      party: group('当事人', PARTY),
      place: text('地点'),
      structure: passage('违法建筑物、构筑物、设施的情况'),
      residents: flag('有人居住或者经营'),
      law: choice('限期拆除决定所依据的法律', { planning: '城乡规划法', other: '其他法律' }, { basis: [upl(68), acl(13)], help: '决定由谁强制拆除' }),
      orderBy: text('作出限期拆除决定的机关'),
      order: text('限期拆除决定文号', { basis: [acl(44)] }),
      servedOn: dayField('限期拆除决定送达之日'),
      dueOn: dayField('自行拆除期限'),
      remediesTold: flag('该决定告知了起诉期限', { basis: [spc18(64)] }),
    },
  }),
  instruct: act('登记政府责成', {
    stage: START,
    by: ['officer', 'teamLeader', 'bureauLeader'],
    basis: upl(68),
    help: '违反城乡规划法的，由县级以上地方人民政府责成有关部门强制拆除；没有责成的，不得拆除。',
    form: {
      government: text('责成机关'),
      level: choice('责成机关的层级', { county: '县级以上地方人民政府', town: '乡镇人民政府、街道办事处或者其他机关' }, { basis: [upl(68)] }),
      number: text('文号'),
      instructedOn: dayField('责成之日'),
    },
  }),
  announce: act('公告限期自行拆除', {
    stage: WARNING,
    by: OFFICERS,
    basis: acl(44),
    help: '在现场和公开的地方公告，限期当事人自行拆除。',
    form: { place: text('公告地点'), until: dayField('自行拆除期限'), content: passage('公告内容'), photo: optional(text('公告照片 SHA-256 摘要', { max: 64, format: 'hash' })) },
  }),
  registerRemedy: act('登记复议或者诉讼', {
    stage: WARNING,
    by: ['officer', 'teamLeader', 'legalReviewer'],
    basis: acl(44),
    resets: ['settleRemedy'],
    help: '对限期拆除决定申请复议、提起诉讼的，不得强制拆除。',
    form: { kind: choice('救济途径', { reconsideration: '行政复议', litigation: '行政诉讼' }), filedOn: dayField('提起之日'), body: text('受理机关'), number: optional(text('案号')) },
  }),
  settleRemedy: act('登记复议或者诉讼结果', {
    stage: WARNING,
    by: ['officer', 'teamLeader', 'legalReviewer'],
    basis: acl(44),
    resets: ['registerRemedy'],
    help: '维持的，起诉、上诉期限届满或者裁判生效后再执行；决定被撤销、变更的，终结执行。',
    form: {
      outcome: choice('结果', { upheld: '维持或者驳回', withdrawn: '撤回', revoked: '撤销、变更或者确认违法' }),
      final: flag('裁判已经生效', { basis: [alitl(85)] }),
      endedOn: dayField('收到结果之日'),
    },
  }),
  removed: act('当事人自行拆除', {
    stage: WARNING,
    by: OFFICERS,
    basis: acl(44),
    help: '当事人自行拆除的，不再强制。',
    form: { checked: passage('核查情况'), photo: optional(text('照片 SHA-256 摘要', { max: 64, format: 'hash' })) },
  }),
  ...reviewActs({ stage: WARNING, basis: gbf118(), resets: [] }),
} as const
