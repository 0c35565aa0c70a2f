import { apl } from '../article.ts'
import { choice, earlierAct, flag, optional, passage, text } from '../field.ts'
import { act, languageOf } from '../language.ts'

/** What a review comes to (审核结论). */
export const OUTCOMES = { admitted: '符合要求，可以作为证据', leadOnly: '不作证据，仅作线索', rejected: '不采用' } as const
export type Outcome = keyof typeof OUTCOMES

/** The four demands on a record (第四十一条第二款), and how each is asked. */
export const QUALITIES = { genuine: '真实', clear: '清晰', complete: '完整', accurate: '准确' } as const
export type Quality = keyof typeof QUALITIES

/** Why a record is not used (不采用的理由). */
export const REASONS = {
  genuine: '不真实',
  clear: '不清晰',
  complete: '不完整',
  accurate: '不准确',
  device: '设备不合条件',
  noOffence: '没有违法事实',
  emergency: '执行紧急任务或者紧急避险',
  duplicate: '与另一事件重复',
  elsewhere: '不属本机关管辖',
} as const
export type Reason = keyof typeof REASONS

const REVIEWERS = ['officer', 'teamLeader', 'legalReviewer'] as const

/** What is done with a record of a device (监控事件的办理). */
export const EVENT_ACTS = {
  review: act('审核记录', {
    stage: '审核',
    by: REVIEWERS,
    basis: apl(41, 2),
    help: '逐项回答；有一项为否的，不得作为证据。',
    form: {
      genuine: flag('真实：未经改动，来源可靠'),
      clear: flag('清晰：当事人或者车辆、行为可以辨认'),
      complete: flag('完整：足以反映违法的时间、地点、过程'),
      accurate: flag('准确：时间、地点、数值无误'),
      outcome: choice('审核结论', OUTCOMES),
      reason: optional(choice('不采用的理由', REASONS)),
      note: optional(passage('审核说明', { help: '设备时钟有误差的，写明如何校正' })),
    },
    outcome: 'outcome',
  }),
  withdraw: act('撤销审核', { stage: '审核', by: ['teamLeader', 'legalReviewer', 'bureauLeader'], basis: apl(41, 2), resets: ['review'], help: '审核有误的，撤销后重新审核；已经入卷的，另在案卷中排除。', form: { reason: passage('撤销理由') } }),
  tell: act('告知当事人', {
    stage: '告知',
    by: ['officer', 'teamLeader', 'windowClerk'],
    basis: apl(41, 3),
    help: '及时告知违法事实，并告知查询和陈述、申辩的途径。',
    form: {
      how: choice('告知方式', { sms: '短信', phone: '电话', app: '互联网应用', letter: '邮寄', site: '当面或者现场张贴' }),
      whom: text('告知何人'),
      contact: optional(text('联系方式', { max: 60 })),
      content: passage('告知内容'),
    },
  }),
  answer: act('陈述、申辩', {
    stage: '陈述申辩',
    by: [],
    basis: apl(41, 3),
    help: '当事人在公示窗口提交；不限次数，不限期限。',
    form: { name: text('姓名或者名称', { max: 100 }), phone: optional(text('联系电话', { max: 30 })), statement: passage('事实、理由和证据') },
  }),
  consider: act('复核陈述、申辩', {
    stage: '陈述申辩',
    by: REVIEWERS,
    basis: [apl(41, 3), apl(45, 1)],
    help: '对事实、理由和证据进行复核；成立的应当采纳，不得因申辩给予更重的处罚。',
    form: { answer: earlierAct('哪一次陈述、申辩', ['answer']), result: choice('复核结论', { adopted: '采纳', partly: '部分采纳', dismissed: '不予采纳' }), reason: passage('复核情况和理由') },
  }),
} as const

/** The words in which an event is read, typed by its acts. */
export const eventWords = languageOf(EVENT_ACTS)
