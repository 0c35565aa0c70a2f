import { apl } from '../../../article.ts'
import { choice, optional, passage, text } from '../../../field.ts'
import { act } from '../../../language.ts'

/** The court's view asked beforehand (法院提前介入指导): advice of no statute, which binds nobody and replaces no step. */
export const CONSULTATION = {
  consultCourt: act('听取法院指导意见', {
    stage: '审核与决定',
    by: ['legalReviewer', 'teamLeader', 'bureauLeader'],
    basis: apl(57, 1),
    help: '预计申请强制执行或者引起诉讼的，决定之前可以听取人民法院的意见；意见不拘束任何机关，也不代替审核、讨论和决定。',
    form: {
      court: text('人民法院'),
      who: text('发表意见的人员和职务'),
      expects: choice('为何听取', { execution: '预计申请强制执行', suit: '预计引起诉讼', other: '法律适用有疑问' }),
      question: passage('提出的问题'),
      advice: passage('法院的意见'),
      adopted: choice('采纳情况', { full: '采纳', partly: '部分采纳', none: '没有采纳' }),
      reason: optional(passage('采纳或者不采纳的理由')),
    },
  }),
} as const
