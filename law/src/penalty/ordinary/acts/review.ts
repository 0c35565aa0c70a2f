import { apl, gbf118, mad } from '../../../article.ts'
import { choice, flag, list, optional, passage, person, text } from '../../../field.ts'
import { act } from '../../../language.ts'
import { CONCLUSIONS, POINTS } from '../../../legal-review.ts'
import { reviewActs } from '../../../legal-review-rules.ts'

const REVIEW = '审核与决定'
/** Who is not there, and why. */
const AWAY = { who: person('人员'), reason: passage('原因') } as const
const LAST = '按发言的先后填写；主持人最后发言，填在最后一项'

/** Legal review by one or by a panel, the officers' answer, and the heads' discussion (审核、反馈、集体讨论), 行政处罚法第五十七条第二款、第五十八条. */
export const REVIEW_ACTS = {
  ...reviewActs({ stage: REVIEW, basis: apl(58), resets: ['panelReview', 'discuss', 'raiseDispute'] }),
  panelReview: act('集体法制审核', {
    stage: REVIEW,
    by: ['legalReviewer', 'bureauLeader'],
    basis: [gbf118(), apl(58)],
    outcome: 'conclusion',
    resets: ['review', 'discuss', 'raiseDispute'],
    help: '疑难案件，或者对审核意见有分歧的，由法制机构人员、法律顾问、公职律师集体审核；法制机构人员作为办理人员列名。',
    form: {
      conclusion: choice('集体审核结论', CONCLUSIONS),
      ...POINTS,
      chair: person('主持人', { post: 'legalReviewer' }),
      members: list(
        '成员意见',
        {
          role: choice('身份', { legal: '法制机构人员', counsel: '法律顾问', publicLawyer: '公职律师' }),
          who: optional(person('本机关人员')),
          name: optional(text('机关外人员姓名和单位')),
          vote: choice('意见', CONCLUSIONS),
          opinion: passage('理由'),
        },
        { atLeast: 2, help: LAST },
      ),
      absent: optional(list('缺席成员', AWAY, { atLeast: 0 })),
      recused: optional(list('回避成员', AWAY, { atLeast: 0 })),
      summary: passage('审核经过和结论理由'),
    },
  }),
  raiseDispute: act('分歧提请集体讨论', {
    stage: REVIEW,
    by: ['officer', 'teamLeader'],
    basis: gbf118(),
    resets: ['discuss'],
    help: '审核不同意而承办机构有不同意见的，写明双方意见，提请机关负责人集体讨论。',
    form: { ours: passage('承办机构的意见和理由'), theirs: passage('审核人员的意见和理由') },
  }),
  discuss: act('集体讨论', {
    stage: REVIEW,
    by: ['bureauLeader'],
    basis: apl(57, 2),
    help: '情节复杂或者重大违法行为的处罚，由机关负责人集体讨论决定；逐人记录意见，主持人最后发言。',
    form: {
      chair: person('主持人', { post: 'bureauLeader' }),
      members: list('参加人员意见', { who: person('参加人', { post: 'bureauLeader' }), opinion: passage('意见'), dissents: flag('不同意讨论结论') }, { atLeast: 2, help: LAST, basis: [mad(30, 2)] }),
      absent: optional(list('缺席人员', AWAY, { atLeast: 0 })),
      recused: optional(list('回避人员', AWAY, { atLeast: 0 })),
      conclusion: choice('讨论结论', { approve: '同意拟处理意见', reject: '不同意，退回补充' }),
      againstMajority: optional(passage('结论与多数人意见不一致的理由', { basis: [mad(30, 2)] })),
      summary: passage('结论理由'),
    },
  }),
} as const
