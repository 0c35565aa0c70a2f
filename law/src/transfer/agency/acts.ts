import { apl } from '../../article.ts'
import { choice, dayField, flag, group, matterField, optional, passage, text } from '../../field.ts'
import { PAPERS, PARTY, SUBJECT } from '../../forms.ts'
import { act } from '../../language.ts'

const OUT = '移送与接收'
const DISPUTE = '管辖争议'
const END = '归档'
const OFFICE = ['officer', 'teamLeader', 'legalReviewer'] as const

/** Why it belongs to another (移送的理由). */
const GROUND = choice('管辖的理由', {
  place: '违法行为发生地不在本辖区',
  power: '不属该机关的职权',
  first: '其他机关最先立案',
  devolved: '该事项已交由乡镇、街道行使',
  designated: '上一级行政机关指定',
}, { basis: [apl(22), apl(23), apl(24, 1), apl(25)] })

/** A case sent to another agency, received from one, or claimed by two (移送、接收、管辖争议): 行政处罚法第二十二条至第二十五条. */
export const AGENCY_ACTS = {
  send: act('移送其他机关', {
    stage: OUT,
    by: ['bureauLeader'],
    basis: [apl(22), apl(23), apl(25)],
    help: '不属本机关管辖的，连同材料移送有管辖权的机关；关联案件自动记为已移送。',
    form: {
      related: optional(text('关联案件编号')),
      matter: optional(matterField('执法事项')),
      party: optional(group('当事人', PARTY)),
      place: text('违法行为发生地'),
      receiver: text('接收机关'),
      ground: GROUND,
      reason: passage('移送的事实和理由'),
      papers: PAPERS,
    },
  }),
  receive: act('登记其他机关移送', {
    stage: OUT,
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: [apl(22), apl(25)],
    help: '登记来案和材料；决定接收后由此立案，内容不再填写第二遍。',
    form: {
      sender: text('移送机关'),
      senderNumber: optional(text('移送函文号')),
      receivedOn: dayField('收到之日'),
      ground: GROUND,
      matter: optional(matterField('执法事项')),
      subject: optional(SUBJECT),
      party: optional(group('当事人', PARTY)),
      place: text('违法行为发生地', { basis: [apl(22)] }),
      actedFrom: optional(dayField('违法行为发生之日', { basis: [apl(36)] })),
      discoveredOn: optional(dayField('移送机关发现之日', { basis: [apl(36)] })),
      facts: passage('来函反映的事实'),
      papers: PAPERS,
    },
  }),
  dispute: act('登记管辖争议', {
    stage: OUT,
    by: ['legalReviewer', 'teamLeader', 'bureauLeader'],
    basis: apl(25),
    help: '与其他机关对同一违法行为的管辖有争议的，协商；协商不成的，报请共同的上一级行政机关指定。',
    form: {
      related: optional(text('关联案件编号')),
      matter: optional(matterField('执法事项')),
      party: optional(group('当事人', PARTY)),
      place: text('违法行为发生地'),
      other: text('对方机关'),
      filedOn: optional(dayField('本机关立案之日')),
      otherFiledOn: optional(dayField('对方机关立案之日')),
      facts: passage('争议的事实'),
    },
  }),
  receipt: act('登记接收回执', {
    stage: OUT,
    by: OFFICE,
    basis: apl(25),
    outcome: 'outcome',
    help: '对方接收的，登记回执；不接收的，就管辖协商。',
    form: { outcome: choice('对方的答复', { accepted: '接收', refused: '不接收' }), receivedOn: dayField('收到之日'), number: optional(text('文号')), reason: optional(passage('不接收的理由')) },
  }),
  answer: act('答复移送机关', {
    stage: OUT,
    by: ['teamLeader', 'bureauLeader', 'legalReviewer'],
    basis: apl(25),
    outcome: 'outcome',
    help: '接收的，出具回执并立案或者作为线索办理；不属本机关管辖的，说明理由，不得再行转送。',
    form: { outcome: choice('答复', { accept: '接收', refuse: '不接收' }), reason: optional(passage('不接收的理由')), checked: flag('材料已逐件核对') },
  }),
  opened: act('转入办理', {
    stage: OUT,
    by: OFFICE,
    basis: apl(54, 1),
    help: '由此立案之后自动登记；作为线索核查后不予立案的，写明结果。',
    form: { how: choice('去向', { case: '已转入案件办理', none: '核查后不予立案' }), number: optional(text('案件编号')), result: optional(passage('核查结果')) },
  }),
  negotiate: act('协商管辖', {
    stage: DISPUTE,
    by: ['legalReviewer', 'teamLeader', 'bureauLeader'],
    basis: apl(25, 2),
    outcome: 'outcome',
    help: '管辖有争议的，应当协商解决。',
    form: { outcome: choice('协商结果', { ours: '由本机关管辖', theirs: '由对方机关管辖', failed: '协商不成' }), record: passage('协商的经过和理由') },
  }),
  refer: act('报请指定管辖', {
    stage: DISPUTE,
    by: ['bureauLeader'],
    basis: apl(25, 2),
    help: '协商不成的，报请共同的上一级行政机关指定管辖。',
    form: { superior: text('共同的上一级行政机关'), reason: passage('本机关的意见') },
  }),
  designate: act('登记指定管辖', {
    stage: DISPUTE,
    by: OFFICE,
    basis: apl(25, 2),
    outcome: 'outcome',
    help: '共同的上一级行政机关可以依报请指定，也可以直接指定。',
    form: { outcome: choice('指定结果', { ours: '由本机关管辖', theirs: '由对方机关管辖', third: '由其他机关管辖' }), superior: text('指定的机关'), number: text('指定管辖决定文号'), receivedOn: dayField('收到之日') },
  }),
  archive: act('归档', { stage: END, by: [...OFFICE, 'windowClerk'], basis: apl(47), ends: true, help: '对方接收、来案转入办理、争议解决之后归档。', form: { archiveNumber: text('案卷号') } }),
} as const
