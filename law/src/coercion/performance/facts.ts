import { acl, gbf118 } from '../../article.ts'
import type { CaseFile } from '../../case-file.ts'
import { any, type Condition } from '../../condition.ts'
import { majorRows, nameRows, type MajorRow } from '../../major-list.ts'
import { done, fact, last } from './words.ts'

/** The rows of the list of major decisions that the performance falls under (重大执法决定目录中的情形). */
export function majorRowsOf(file: CaseFile): readonly MajorRow[] {
  const begun = last(file, 'begin')
  return begun === undefined || begun.data.immediate ? [] : majorRows({ performance: true }, file.setting.local.majorDecisions, begun.on)
}
/** Those rows in one phrase. */
export const majorNames = (file: CaseFile): string => nameRows(majorRowsOf(file))
/** The list of major decisions demands a review (应当法制审核). */
export const REVIEW_DUE = fact('review-due', { says: '按重大执法决定目录应当进行法制审核', of: ['begin'], basis: gbf118(), test: (file) => majorRowsOf(file).length > 0 })

/** What lies there must be cleared at once, and the party cannot (需要立即清除，当事人不能清除). */
export const IMMEDIATE = fact('immediate', {
  says: '需要立即清除，当事人不能清除',
  of: ['begin'],
  basis: acl(52),
  test: (file) => last(file, 'begin')?.data.immediate === true,
})

/** Not fulfilling the duty endangers traffic, pollutes, or destroys natural resources (后果属于法定情形). */
export const HARMFUL = fact('harmful', {
  says: '不履行的后果已经或者将危害交通安全、造成环境污染或者破坏自然资源',
  of: ['begin'],
  basis: acl(50),
  test: (file) => {
    const harm = last(file, 'begin')?.data.harm
    return harm !== undefined && harm !== 'none'
  },
})

/** Whose duty it was is known (当事人已查明). */
export const PARTY_KNOWN = fact('party-known', {
  says: '当事人已经查明',
  of: ['begin', 'identify'],
  basis: acl(52),
  test: (file) => last(file, 'begin')?.data.party !== undefined || last(file, 'identify') !== undefined,
})

/** It was cleared while the party was not there (清除时当事人不在场). */
export const PARTY_ABSENT = fact('party-absent', {
  says: '立即代履行时当事人不在场',
  of: ['clear'],
  basis: acl(52),
  test: (file) => last(file, 'clear')?.data.presence === 'absent',
})

/** Somebody else did what the party owed (已代履行). */
export const FORCED: Condition = any(done('perform'), done('clear'))
/** Nothing is left to be forced (已经履行、代履行或者终结). */
export const OVER: Condition = any(FORCED, done('complied'), done('end'))
/** It was decided that somebody else does it (已作出代履行决定). */
export const DECIDED: Condition = any(done('decide'), done('orderClear'))
