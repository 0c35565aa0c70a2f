import { apl, cqbe } from '../../article.ts'
import { choice, clock, count, dayField, earlierAct, flag, group, list, matterField, optional, passage, person, text } from '../../field.ts'
import { PARTY, SUBJECT } from '../../forms.ts'
import { act } from '../../language.ts'

const PLAN = '方案'
const FIELD = '现场'
const AFTER = '处置与总结'
const OFFICERS = ['officer', 'teamLeader'] as const

/** An officer of another agency (其他机关执法人员): recorded with his agency and certificate, and never counted as ours. */
const STRANGER = { agency: text('机关'), name: text('姓名'), certificate: text('执法证号') } as const

/** One operation of several agencies on one matter (联合执法、应急处突): 行政处罚法第十七条、第二十六条、第四十二条. */
export const JOINT_ACTS = {
  plan: act('制定行动方案', {
    stage: PLAN,
    by: ['officer', 'teamLeader', 'bureauLeader'],
    basis: [apl(26), cqbe(59, 2)],
    resets: ['approve'],
    help: '写明牵头机关、参加机关和人员、时间、地点、事项、依据和风险预案；各机关在自己的职权内、以自己的名义执法。',
    form: {
      name: text('行动名称'),
      kind: choice('行动类别', { joint: '联合执法', emergency: '应急处突' }),
      lead: choice('牵头机关', { ours: '本机关', other: '其他机关' }),
      leadAgency: optional(text('牵头的其他机关')),
      agencies: list('参加机关和分工', { agency: text('机关'), task: text('职责分工') }),
      ours: list('本机关参加人员', { who: person('执法人员', { post: 'officer' }) }, { atLeast: 2, basis: [apl(42, 1)] }),
      others: list('其他机关参加人员', STRANGER),
      place: text('地点'),
      heldOn: dayField('行动日期'),
      matters: list('事项清单', { matter: text('事项'), agency: text('由哪一机关负责') }),
      basis: passage('法律依据和职权划分', { basis: [apl(17)] }),
      risk: passage('风险预案'),
      counsel: optional(text('参加的法律顾问')),
    },
  }),
  approve: act('批准行动方案', {
    stage: PLAN,
    by: ['bureauLeader'],
    basis: apl(17),
    outcome: 'outcome',
    help: '本机关参加的行动由机关负责人批准。',
    form: { outcome: choice('决定', { approve: '同意', refuse: '不同意' }), opinion: passage('意见') },
  }),
  rollCall: act('现场点名', {
    stage: FIELD,
    by: OFFICERS,
    basis: [apl(42, 1), apl(55, 1)],
    help: '本机关至少两名持证执法人员到场，才能以本机关名义执法；其他机关人员如实登记，不计入本机关人数。',
    form: {
      at: clock('点名时刻'),
      others: list('到场的其他机关人员', STRANGER),
      joined: optional(passage('方案以外人员到场的说明')),
      briefed: flag('已宣布纪律、分工和风险预案'),
      counsel: flag('法律顾问到场'),
    },
  }),
  find: act('登记发现的问题', {
    stage: FIELD,
    by: OFFICERS,
    basis: [apl(17), apl(54, 1)],
    help: '每一问题由有权的机关以自己的名义处理：属本机关的，由两名本机关持证人员登记，另立案卷。',
    form: {
      competent: choice('由谁处理', { ours: '本机关', other: '其他机关' }, { basis: [apl(17)] }),
      agency: optional(text('有权处理的其他机关')),
      matter: optional(matterField('执法事项')),
      subject: optional(SUBJECT),
      party: optional(group('当事人', PARTY)),
      place: text('地点'),
      facts: passage('发现的问题'),
      acted: choice('现场以谁的名义执法', { ours: '本机关', other: '有权的其他机关', nobody: '没有当场执法' }),
    },
  }),
  followUp: act('转入本机关办理', {
    stage: AFTER,
    by: [...OFFICERS, 'legalReviewer'],
    basis: apl(54, 1),
    help: '由此立案之后自动登记；不立案的，写明当场改正、劝导的结果。',
    form: { how: choice('去向', { case: '已另立案卷', corrected: '当场改正，不另立案' }), number: optional(text('案件编号')), finding: optional(earlierAct('哪一项问题', ['find'])), result: optional(passage('结果')) },
  }),
  passOn: act('移交有权机关', {
    stage: AFTER,
    by: [...OFFICERS, 'legalReviewer'],
    basis: [apl(17), apl(25)],
    help: '属其他机关职权的问题，连同现场材料移交该机关。',
    form: { finding: earlierAct('哪一项问题', ['find']), agency: text('接收机关'), receiver: text('接收人'), pages: count('材料', '页') },
  }),
  report: act('行动总结', {
    stage: AFTER,
    by: [...OFFICERS, 'bureauLeader'],
    basis: cqbe(59, 2),
    help: '每一问题都有去向之后总结。',
    form: { summary: passage('行动情况'), people: count('出动人员', '人次', { min: 2 }), counselView: optional(passage('法律顾问的意见')), problems: optional(passage('问题和建议')) },
  }),
  cancel: act('取消行动', { stage: PLAN, by: ['bureauLeader'], basis: apl(17), ends: true, help: '没有举行的行动，写明原因后终结。', form: { reason: passage('取消的原因') } }),
  archive: act('归档', { stage: AFTER, by: [...OFFICERS, 'windowClerk'], basis: apl(47), ends: true, help: '总结之后归档。', form: { archiveNumber: text('案卷号') } }),
} as const
