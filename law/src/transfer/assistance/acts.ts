import { apl } from '../../article.ts'
import { choice, dayField, flag, optional, passage, text } from '../../field.ts'
import { act } from '../../language.ts'

const ASKED = '请求'
const DONE = '协助'
const OFFICE = ['officer', 'teamLeader', 'legalReviewer', 'windowClerk'] as const
const KIND = choice('协助事项', { inquiry: '查询、提供资料', test: '检验、检测、鉴定', scene: '现场协助', opinion: '专业意见', other: '其他' })

/** Help asked of another agency, or by it (执法协助): 行政处罚法第二十六条. */
export const ASSISTANCE_ACTS = {
  ask: act('请求协助', {
    stage: ASKED,
    by: ['officer', 'teamLeader', 'bureauLeader'],
    basis: apl(26),
    help: '因实施行政处罚需要，向有关机关提出协助请求。',
    form: { related: optional(text('关联案件编号')), place: text('协助事项发生地'), body: text('被请求机关'), kind: KIND, request: passage('请求的内容和理由'), wantedBy: dayField('希望答复之日') },
  }),
  asked: act('登记协助请求', {
    stage: ASKED,
    by: OFFICE,
    basis: apl(26),
    help: '其他机关请求本机关协助；属于本机关职权范围的，应当协助。',
    form: { place: text('协助事项发生地'), body: text('请求机关'), number: optional(text('来函文号')), receivedOn: dayField('收到之日'), kind: KIND, request: passage('请求的内容'), wantedBy: dayField('来函要求答复之日'), withinPower: flag('属于本机关职权范围', { basis: [apl(26)] }) },
  }),
  reply: act('登记对方答复', {
    stage: DONE,
    by: OFFICE,
    basis: apl(26),
    outcome: 'outcome',
    help: '登记被请求机关的答复；取得的材料另行收集为证据。',
    form: { outcome: choice('答复', { helped: '已协助', refused: '不予协助' }), receivedOn: dayField('收到之日'), number: optional(text('文号')), content: passage('答复的内容或者理由') },
  }),
  assist: act('答复协助请求', {
    stage: DONE,
    by: ['officer', 'teamLeader', 'bureauLeader'],
    basis: apl(26),
    outcome: 'outcome',
    help: '属于职权范围的，依法协助；不属于的，说明理由。',
    form: { outcome: choice('答复', { helped: '予以协助', refused: '不予协助' }), content: passage('协助的内容，或者不予协助的理由') },
  }),
  archive: act('归档', { stage: DONE, by: OFFICE, basis: apl(47), ends: true, help: '答复之后归档。', form: { archiveNumber: text('案卷号') } }),
} as const
