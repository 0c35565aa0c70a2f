import { all, any, elapsed, holds, implies, not, type Condition } from '../../condition.ts'
import type { CaseFile } from '../../case-file.ts'
import { valueOn, type ByParty, type Dated } from '../../jurisdiction.ts'
import type { Day } from '../../day.ts'
import { apl, apl17 } from '../../article.ts'
import type { PenaltyKind } from '../forms.ts'
import { LAW_OF_2021 } from '../since-2021.ts'
import { HEARING_REQUEST_BY, STATEMENT_BY } from './deadlines.ts'
import { done, every, fact, last } from './words.ts'

/** Whether an amount reaches the limit that applies to this party on this day. */
function reaches(amount: bigint | undefined, limits: readonly Dated<ByParty>[], file: CaseFile, on: Day): boolean {
  const limit = valueOn(limits, on)
  if (amount === undefined || limit === undefined) return false
  return amount >= limit.value[last(file, 'apply')?.data.party.kind === 'organisation' ? 'organisation' : 'citizen']
}

/** 行政处罚法第六十三条第一款第（三）、（四）项. */
const HEARD_KINDS: readonly PenaltyKind[] = ['lowerGrade', 'revokePermit', 'stopBusiness', 'closure']
/** Under the law of 2017 only these, and a larger fine. */
const HEARD_KINDS_2017: readonly PenaltyKind[] = ['revokePermit', 'stopBusiness', 'closure']

/** A hearing must be offered (应当告知听证权利). */
export const HEARING_DUE = fact('hearing-due', {
  says: '拟作出的处罚依法应当告知听证权利',
  of: ['notify'],
  basis: [apl(63, 1), apl17(42)],
  test: (file) => {
    const notice = last(file, 'notify')
    return notice !== undefined && hearingIsDue(notice.data, file, notice.on)
  },
})

/** Whether this penalty, intended on this day, gives a right to a hearing. */
export function hearingIsDue(penalty: { readonly kinds: readonly PenaltyKind[]; readonly fine?: bigint; readonly confiscated?: bigint }, file: CaseFile, on: Day): boolean {
  const { hearingFine, hearingConfiscation } = file.setting.local
  if (reaches(penalty.fine, hearingFine, file, on)) return true
  if (on < LAW_OF_2021) return penalty.kinds.some((kind) => HEARD_KINDS_2017.includes(kind))
  return penalty.kinds.some((kind) => HEARD_KINDS.includes(kind)) || reaches(penalty.confiscated, hearingConfiscation, file, on)
}

/** Legal review must come before the decision (应当法制审核). */
export const REVIEW_DUE = fact('review-due', {
  says: '依法应当进行法制审核',
  of: ['conclude', 'holdHearing'],
  basis: apl(58, 1),
  test: (file) => {
    const conclusion = last(file, 'conclude')?.data
    return conclusion?.publicInterest === true || conclusion?.difficult === true || last(file, 'holdHearing')?.data.outcome === 'held'
  },
})

/** Whether the penalty that was decided needed a review by the law of its day: until 2021-07-14 each one did (行政处罚法 2017 第三十八条第三款). */
export function reviewWasDue(file: CaseFile): boolean {
  const decision = last(file, 'decide')
  return decision !== undefined && decision.on < LAW_OF_2021 ? decision.data.outcome === 'penalise' : REVIEW_DUE.test(file)
}

/** The heads decide together (应当集体讨论决定). */
export const COLLECTIVE_DUE = fact('collective-due', {
  says: '情节复杂或者重大违法行为，应当集体讨论决定',
  of: ['conclude', 'notify'],
  basis: [apl(57, 2), apl17(38)],
  test: (file) => {
    const notice = last(file, 'notify')
    return last(file, 'conclude')?.data.grave === true || (notice !== undefined && reaches(notice.data.fine, file.setting.local.collectiveFine, file, notice.on))
  },
})

/** At least one piece of evidence stands (至少有一件未被排除的证据). */
export const HAS_EVIDENCE = fact('has-evidence', {
  says: '案卷中有未被排除的证据',
  of: ['collect', 'sample', 'exclude', 'inspect', 'interview'],
  basis: apl(40),
  test: (file) => {
    const excluded = new Set(every(file, 'exclude').map((act) => act.data.evidence))
    return file.every('collect', 'sample', 'inspect', 'interview').some(({ seq }) => !excluded.has(seq))
  },
})

export const RECUSAL_PENDING: Condition = all(done('askRecusal'), not(done('decideRecusal')))
export const PRESERVED: Condition = done('preserve')
/** The case is with the police or another agency, or its investigation was ended (已移送或者终止). */
export const LEFT: Condition = any(done('transferElsewhere'), done('terminate'), done('transferCrime'))

/** The party has had his say: he spoke and was answered, or gave it up, or let the time pass. */
export const STATEMENT_OVER: Condition = all(
  implies(done('hearStatement'), done('reviewStatement')),
  any(done('hearStatement'), done('waiveStatement'), elapsed(STATEMENT_BY)),
)

/** Where a hearing was due: it was held or ended, or the party gave it up, or did not ask in time. */
export const HEARING_OVER: Condition = implies(
  holds(HEARING_DUE),
  any(done('holdHearing'), done('waiveHearing'), all(not(done('requestHearing')), elapsed(HEARING_REQUEST_BY))),
)
