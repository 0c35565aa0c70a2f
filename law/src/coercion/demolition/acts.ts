import { acl, upl } from '../../article.ts'
import { choice, dayField, flag, group, list, count, optional, passage, text } from '../../field.ts'
import { PARTY, SERVICE } from '../../forms.ts'
import { act } from '../../language.ts'

const START = '立项'
const WARN = '公告与催告'
const DO = '决定与实施'
const OFFICERS = ['officer', 'teamLeader'] as const

/** Forced removal of an illegal structure (违法建筑强制拆除), 行政强制法第三十四条至第四十四条, 城乡规划法第六十八条. */
export const DEMOLITION_ACTS = {
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
      order: text('限期拆除决定文号', { basis: [acl(44)] }),
      servedOn: dayField('限期拆除决定送达之日'),
      dueOn: dayField('自行拆除期限'),
    },
  }),
  instruct: act('登记政府责成', {
    stage: START,
    by: ['officer', 'teamLeader', 'bureauLeader'],
    basis: upl(68),
    help: '强制拆除由县级以上地方人民政府责成有关部门实施；没有责成的，申请人民法院强制执行。',
    form: { government: text('责成机关'), number: text('文号'), instructedOn: dayField('责成之日') },
  }),
  announce: act('公告', { stage: WARN, by: OFFICERS, basis: acl(44), help: '予以公告，限期当事人自行拆除。', form: { place: text('公告地点'), until: dayField('自行拆除期限'), photo: optional(text('公告照片 SHA-256 摘要', { max: 64, format: 'hash' })) } }),
  registerRemedy: act('登记复议或者诉讼', { stage: WARN, by: ['officer', 'teamLeader', 'legalReviewer'], basis: acl(44), resets: ['settleRemedy'], help: '对限期拆除决定申请复议、提起诉讼的，不得强制拆除。', form: { kind: choice('救济途径', { reconsideration: '行政复议', litigation: '行政诉讼' }), filedOn: dayField('提起之日'), body: text('受理机关') } }),
  settleRemedy: act('登记复议或者诉讼结果', { stage: WARN, by: ['officer', 'teamLeader', 'legalReviewer'], basis: acl(44), resets: ['registerRemedy'], help: '决定被撤销的，终结执行。', form: { outcome: choice('结果', { upheld: '维持或者驳回', withdrawn: '撤回', revoked: '撤销、变更或者确认违法' }), endedOn: dayField('收到结果之日') } }),
  demand: act('催告', { stage: WARN, by: OFFICERS, basis: acl(35), resets: ['serveDemand', 'hear'], help: '作出强制执行决定前，书面催告。', form: { until: dayField('履行期限'), tellsDefence: flag('已告知陈述申辩权') } }),
  serveDemand: act('送达催告书', { stage: WARN, by: OFFICERS, basis: acl(38), help: '直接送达；拒收或者无法直接送达的，依照民事诉讼法送达。', form: SERVICE }),
  hear: act('听取陈述申辩', { stage: WARN, by: OFFICERS, basis: acl(36), help: '记录、复核当事人的意见。', form: { statement: passage('意见'), review: passage('复核') } }),
  removed: act('当事人自行拆除', { stage: WARN, by: OFFICERS, basis: acl(44), help: '当事人自行拆除的，不再强制。', form: { checked: passage('核查情况') } }),
  decide: act('强制执行决定', {
    stage: DO,
    by: ['bureauLeader'],
    basis: acl(37),
    resets: ['serveDecision'],
    help: '载明理由和依据、方式和时间、复议和诉讼的途径、机关名称印章和日期。',
    form: { reason: passage('理由和依据'), manner: text('方式'), on: dayField('拆除日期'), remedies: flag('已载明复议、诉讼的途径和期限'), sealed: flag('加盖机关印章'), plan: passage('安全和人员财物安置方案'), risk: passage('社会稳定风险评估意见') },
  }),
  serveDecision: act('送达强制执行决定书', { stage: DO, by: OFFICERS, basis: acl(38), help: '直接送达；拒收或者无法直接送达的，依照民事诉讼法送达。', form: SERVICE }),
  demolish: act('实施强制拆除', {
    stage: DO,
    by: OFFICERS,
    basis: acl(44),
    help: '不在夜间和法定节假日；清点、登记、移交室内财物，全程录音录像。填写实施的时刻。',
    form: {
      witness: text('见证人'),
      inventory: list('室内财物清单', { name: text('名称'), quantity: count('数量', '件', { min: 1 }), keeper: text('移交给') }),
      video: text('全程录音录像 SHA-256 摘要', { max: 64, format: 'hash' }),
      noCutting: flag('没有停止供水、供电、供热、供燃气', { basis: [acl(43, 2)] }),
      urgent: flag('情况紧急', { basis: [acl(43, 1)] }),
      record: passage('经过'),
    },
  }),
  applyCourt: act('申请人民法院强制执行', { stage: DO, by: ['bureauLeader'], basis: [acl(13, 2), acl(53)], help: '法律没有规定行政机关强制执行的，申请人民法院强制执行。', form: { court: text('人民法院'), reason: passage('理由') } }),
  end: act('终结执行', { stage: DO, by: ['bureauLeader'], basis: acl(40), help: '据以执行的决定被撤销等。', form: { ground: choice('事由', { objectLost: '执行标的灭失', revoked: '据以执行的行政决定被撤销', died: '公民死亡，无遗产且无义务承受人' }), reason: passage('说明') } }),
  archive: act('归档', { stage: DO, by: ['officer', 'teamLeader', 'windowClerk'], basis: acl(44), ends: true, help: '归档保存。', form: { archiveNumber: text('案卷号') } }),
} as const
