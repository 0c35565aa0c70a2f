import { acl } from '../../../article.ts'
import { choice, clock, group, optional, passage, text } from '../../../field.ts'
import { PARTY } from '../../../forms.ts'
import { act } from '../../../language.ts'

const CLEARING = '立即代履行'
const OFFICERS = ['officer', 'teamLeader'] as const

/** Clearing at once what lies on a road or in a public place (立即代履行), 行政强制法第五十二条. */
export const CLEARING_ACTS = {
  orderClear: act('决定立即代履行', {
    stage: CLEARING,
    by: ['bureauLeader'],
    basis: acl(52),
    help: '道路、河道、航道或者公共场所的遗洒物、障碍物或者污染物，当事人不能清除的，可以决定立即实施。',
    form: { manner: choice('方式', { written: '书面', oral: '口头，已记录' }), performer: text('代履行人'), reason: passage('理由') },
  }),
  clear: act('实施立即代履行', {
    filmed: true,
    stage: CLEARING,
    by: OFFICERS,
    basis: acl(52),
    help: '两名执法人员到场；当事人不在场的，事后立即通知。',
    form: {
      from: clock('开始时间'),
      to: clock('结束时间'),
      presence: choice('当事人', { present: '在场', absent: '不在场' }),
      witness: optional(text('见证人')),
      performer: text('代履行人'),
      record: passage('经过'),
      photo: optional(text('照片 SHA-256 摘要', { max: 64, format: 'hash' })),
    },
  }),
  identify: act('查明当事人', {
    stage: CLEARING,
    by: OFFICERS,
    basis: acl(52),
    help: '登记时当事人不明的，查明后补记，再行通知、收取费用。',
    form: { party: group('当事人', PARTY), how: passage('查明的经过') },
  }),
  notify: act('事后通知当事人', {
    stage: CLEARING,
    by: OFFICERS,
    basis: acl(52),
    help: '当事人不在场的，事后立即通知，并依法作出处理。',
    form: { manner: text('通知方式'), receiver: text('接收人'), handling: passage('处理情况') },
  }),
} as const
