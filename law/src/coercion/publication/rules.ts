import { gbf118 } from '../../article.ts'
import type { Deadline, Moment } from '../../case-file.ts'
import { any, not, type Condition } from '../../condition.ts'
import { languageOf } from '../../language.ts'
import { workdays } from '../../period.ts'
import type { Rule, Safeguard } from '../../procedure.ts'
import { PUBLICATION_ACTS } from './acts.ts'

const { deadline, done, never, owes, requires } = languageOf(PUBLICATION_ACTS)

/** 国办发〔2018〕118号: twenty working days; seven are for penalties and permits only. */
const PUBLISH_WITHIN_WORKDAYS = 20

/** The period within which a decision is made public (公示期限), from the day of a decision that each procedure names. */
export const publishBy = (since: Moment): Deadline => deadline('publish-by', { says: '公示期限', since, length: () => workdays(PUBLISH_WITHIN_WORKDAYS), basis: gbf118() })

/** What a procedure of coercion must keep to in making its decision public (强制决定公示); `decided` says that there is one. */
export const publicationRules = (decided: Condition, by: Deadline): readonly Rule[] => [
  ...(['publish', 'withholdPublication'] as const).map((kind) => requires(kind, { code: `${kind}.nothing`, needs: decided, basis: gbf118(), because: '还没有作出强制决定', instead: '作出决定之后再公示' })),
  ...(['publish', 'withholdPublication'] as const).map((kind) => requires(kind, { code: `${kind}.once`, needs: not(any(done('publish'), done('withholdPublication'))), basis: gbf118(), because: '决定已经公示，或者已经决定不予公开', instead: '内容有误的，撤回后重新公示' })),
  requires('withdrawPublication', { code: 'withdrawPublication.nothing', needs: done('publish'), basis: gbf118(), because: '决定没有公示', instead: '无需撤回' }),
  owes(['publish', 'withholdPublication'], by, { code: 'owes.publish', says: '公示强制决定，或者决定不予公开', basis: gbf118() }),
]

/** What must be true of every course of it (程序保障). */
export const publicationSafeguards = (decided: Condition): readonly Safeguard[] => [
  never('publish', '没有强制决定不得公示', { while: not(decided), basis: gbf118() }),
  never('withdrawPublication', '没有公示的不得撤回', { while: not(done('publish')), basis: gbf118() }),
]

/** Dull answers for these acts (典型填写), and who takes them. */
export const PUBLICATION_ANSWERS = {
  publish: { conclusion: '依法采取行政强制，已经送达。' },
  withholdPublication: { ground: 'secret', reason: '涉及个人隐私，无法隐去。' },
  withdrawPublication: { reason: '决定已被撤销。' },
} as const
export const PUBLICATION_BY: Readonly<Record<string, readonly string[]>> = { publish: ['zhang'], withholdPublication: ['zhao'], withdrawPublication: ['zhou'] }
