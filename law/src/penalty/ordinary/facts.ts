import { all, any, elapsed, holds, implies, not, type Condition } from '../../condition.ts'
import type { CaseFile } from '../../case-file.ts'
import { valueOn, type ByParty, type Dated } from '../../jurisdiction.ts'
import { isStatutory, majorRows, nameRows, type MajorRow } from '../../major-list.ts'
import type { Day } from '../../day.ts'
import { apl, apl17, gbf118, gbf27 } from '../../article.ts'
import type { PenaltyKind } from '../forms.ts'
import { deviates } from '../discretion.ts'
import { LAW_OF_2021 } from '../since-2021.ts'
import { HEARING_REQUEST_BY, STATEMENT_BY } from './deadlines.ts'
import { mayMitigate } from './range.ts'
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

/** The rows of the list of major decisions that this case falls under (重大执法决定目录中的情形), by what is proposed so far. */
export function majorRowsOf(file: CaseFile): readonly MajorRow[] {
  const conclusion = last(file, 'conclude')
  if (conclusion === undefined) return []
  const { publicInterest, difficult, otherLaw, finding } = conclusion.data
  const notice = last(file, 'notify')
  const { on } = notice ?? conclusion
  const intended = {
    publicInterest,
    difficult,
    finding,
    otherLaw: otherLaw !== undefined,
    heard: last(file, 'holdHearing')?.data.outcome === 'held',
    party: last(file, 'apply')?.data.party.kind === 'organisation' ? ('organisation' as const) : ('citizen' as const),
    ...(notice === undefined ? {} : { kinds: notice.data.kinds }),
    ...(notice?.data.fine === undefined ? {} : { fine: notice.data.fine }),
    ...(notice?.data.confiscated === undefined ? {} : { confiscated: notice.data.confiscated }),
  }
  return majorRows(intended, file.setting.local.majorDecisions, on)
}
/** Those rows in one phrase. */
export const majorNames = (file: CaseFile): string => nameRows(majorRowsOf(file))

/** The statute itself demands a legal review before the penalty (法定应当法制审核), 行政处罚法第五十八条第一款. */
export const REVIEW_DUE = fact('review-due', {
  says: '依法应当进行法制审核',
  of: ['conclude', 'holdHearing'],
  basis: apl(58, 1),
  test: (file) => majorRowsOf(file).some(isStatutory),
})

/** Only the bureau's own list of major decisions demands a review (按本机关目录应当法制审核). */
export const LISTED_DUE = fact('listed-due', {
  says: '按重大执法决定目录应当进行法制审核',
  of: ['holdHearing', 'notify', 'conclude'],
  basis: gbf118(),
  test: (file) => {
    const rows = majorRowsOf(file)
    return rows.length > 0 && !rows.some(isStatutory)
  },
})

/** The case is one that a panel reviews (应当集体法制审核). */
export const PANEL_DUE = fact('panel-due', {
  says: '疑难案件应当集体法制审核',
  of: ['holdHearing', 'notify', 'conclude'],
  basis: gbf118(),
  test: (file) => {
    const conclusion = last(file, 'conclude')
    const panel = conclusion === undefined ? undefined : valueOn(file.setting.local.panelReview, conclusion.on)
    return majorRowsOf(file).some(({ code }) => panel?.value.rows.includes(code) === true)
  },
})

/** A review passed it, by one or by a panel (审核同意). */
export const PASSED: Condition = any(done('review', 'conclusion', 'agree'), done('panelReview', 'conclusion', 'agree'))
/** The reviewers said no, and nothing else since (审核不同意). */
export const REFUSED: Condition = all(any(done('review', 'conclusion', 'refuse'), done('panelReview', 'conclusion', 'refuse')), not(PASSED))
/** The heads took the officers' side against the reviewer (分歧经集体讨论同意). */
export const SETTLED_BY_HEADS: Condition = all(done('raiseDispute'), done('discuss', 'conclusion', 'approve'))

/** Whether the penalty that was decided needed a review by the law of its day: until 2021-07-14 each one did (行政处罚法 2017 第三十八条第三款). */
export function reviewWasDue(file: CaseFile): boolean {
  const decision = last(file, 'decide')
  return decision !== undefined && decision.on < LAW_OF_2021 ? decision.data.outcome === 'penalise' : majorRowsOf(file).length > 0
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

/** What the party was told lies outside the benchmark (告知的处罚偏离裁量权基准), 国办发〔2022〕27号. */
export const DEVIATES = fact('deviates', {
  says: '拟作出的处罚偏离裁量权基准',
  of: ['conclude', 'notify'],
  basis: gbf27(),
  test: (file) => {
    const notice = last(file, 'notify')
    return notice !== undefined && deviates(notice.data, mayMitigate(last(file, 'conclude')?.data ?? {}, file))
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
