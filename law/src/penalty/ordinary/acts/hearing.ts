import { apl } from '../../../article.ts'
import { choice, clock, count, dayField, flag, list, optional, passage, person, text } from '../../../field.ts'
import { act } from '../../../language.ts'
import { SERVICE } from '../../../forms.ts'
import { DISCRETION_FIELD } from '../../discretion.ts'
import { PENALTY } from '../../forms.ts'

const NOTICE = '告知与听证'

/** Telling the party, and hearing him (告知、陈述申辩、听证), 行政处罚法第四十四条、第四十五条、第六十三条至第六十五条. */
export const HEARING = {
  notify: act('处罚事先告知', {
    stage: NOTICE,
    by: ['officer', 'teamLeader'],
    basis: apl(44),
    resets: ['serveNotice', 'hearStatement', 'reviewStatement', 'waiveStatement', 'requestHearing', 'waiveHearing', 'noticeHearing', 'holdHearing', 'review', 'panelReview', 'raiseDispute', 'discuss'],
    help: '告知拟作出的处罚内容及事实、理由、依据，以及陈述、申辩、要求听证的权利。',
    form: {
      ...PENALTY,
      discretion: DISCRETION_FIELD,
      facts: passage('违法事实和证据', { basis: [apl(44)] }),
      reasons: passage('理由和依据（含裁量阶次）', { basis: [apl(44), apl(34)] }),
      tellsHearing: flag('已告知有权要求听证', { basis: [apl(63)] }),
      contact: text('陈述申辩的地点、联系人和电话'),
      heavierReason: optional(passage('较前次告知加重的新事实、新证据', { basis: [apl(45, 2)] })),
    },
  }),
  serveNotice: act('送达处罚告知书', {
    filmed: true,
    stage: NOTICE,
    by: ['officer', 'teamLeader'],
    basis: apl(44),
    help: '告知的期限自当事人收到之日起计算。',
    form: SERVICE,
  }),
  hearStatement: act('听取陈述申辩', {
    stage: NOTICE,
    by: ['officer', 'teamLeader'],
    basis: apl(45, 1),
    resets: ['reviewStatement', 'waiveStatement'],
    help: '必须充分听取当事人的意见，制作笔录或者收存书面材料。',
    form: { manner: choice('方式', { oral: '口头（笔录）', written: '书面' }), statement: passage('陈述申辩的内容') },
  }),
  reviewStatement: act('复核陈述申辩', {
    stage: NOTICE,
    by: ['officer', 'teamLeader', 'legalReviewer'],
    basis: apl(45, 1),
    help: '对当事人提出的事实、理由和证据逐项复核；成立的，应当采纳。',
    form: {
      points: list('逐项复核', { point: passage('当事人提出的事实、理由或者证据'), adopted: flag('成立，予以采纳'), reason: passage('复核意见') }),
    },
  }),
  waiveStatement: act('放弃陈述申辩', {
    stage: NOTICE,
    by: ['officer', 'teamLeader'],
    basis: apl(62),
    help: '须当事人明确表示放弃，由其签名。',
    form: { signed: flag('当事人书面明确放弃并签名', { basis: [apl(62)] }), note: optional(passage('说明')) },
  }),
  requestHearing: act('要求听证', {
    stage: NOTICE,
    by: ['officer', 'teamLeader', 'hearingOfficer', 'windowClerk'],
    basis: apl(64, 1, 1),
    resets: ['waiveHearing', 'noticeHearing', 'holdHearing'],
    help: '登记当事人提出听证要求的日期。邮寄的，以交邮之日为准。',
    form: { askedOn: dayField('提出之日'), manner: choice('提出方式', { oral: '口头', written: '书面', post: '邮寄' }), note: optional(passage('说明')) },
  }),
  waiveHearing: act('放弃听证', {
    stage: NOTICE,
    by: ['officer', 'teamLeader'],
    basis: apl(63),
    resets: ['requestHearing', 'noticeHearing'],
    help: '当事人明确表示不要求听证，或者撤回听证要求。',
    form: { signed: flag('当事人书面明确放弃并签名'), note: optional(passage('说明')) },
  }),
  noticeHearing: act('听证通知', {
    stage: NOTICE,
    by: ['hearingOfficer', 'legalReviewer', 'teamLeader'],
    basis: apl(64, 1, 2),
    resets: ['holdHearing'],
    help: '举行听证的七个工作日前，通知当事人及有关人员时间、地点。',
    form: {
      receivedOn: dayField('当事人收到通知之日'),
      holdOn: dayField('举行日期'),
      holdAt: clock('举行时间'),
      place: text('地点'),
      chair: person('听证主持人', { post: 'hearingOfficer', basis: [apl(64, 1, 4)] }),
      open: flag('公开举行', { basis: [apl(64, 1, 3)] }),
      closedReason: optional(passage('不公开举行的理由')),
    },
  }),
  holdHearing: act('举行听证', {
    filmed: true,
    stage: NOTICE,
    by: ['hearingOfficer'],
    basis: apl(64),
    resets: ['review', 'panelReview', 'raiseDispute', 'discuss'],
    outcome: 'outcome',
    help: '由非本案调查人员主持；笔录交当事人核对签名。',
    form: {
      outcome: choice('听证结果', { held: '已举行', absent: '当事人无正当理由不到场或者中途退出，终止听证' }, { basis: [apl(64, 1, 6)] }),
      agents: count('委托代理人', '人', { max: 2, basis: [apl(64, 1, 5)] }),
      debated: flag('调查人员已提出事实、证据和建议，当事人已申辩和质证', { basis: [apl(64, 1, 7)] }),
      signature: choice('笔录签名', { signed: '已核对并签名', refused: '拒绝签名，已由主持人注明', none: '未举行' }, { basis: [apl(64, 1, 8)] }),
      record: passage('听证笔录'),
      report: passage('听证报告（意见）'),
    },
  }),
} as const
