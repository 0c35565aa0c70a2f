import { all, any, not, type Condition } from '../../condition.ts'
import { acl, gbf118 } from '../../article.ts'
import type { CaseFile } from '../../case-file.ts'
import { majorRows, nameRows, type MajorRow } from '../../major-list.ts'
import { done, fact, last } from './words.ts'

/** The rows of the list of major decisions that the measure falls under (重大执法决定目录中的情形). */
export function majorRowsOf(file: CaseFile): readonly MajorRow[] {
  const proposal = last(file, 'propose')
  if (proposal === undefined) return []
  const { measure, value } = proposal.data
  return majorRows({ measure: { kind: measure, ...(value === undefined ? {} : { value }) } }, file.setting.local.majorDecisions, proposal.on)
}
/** Those rows in one phrase. */
export const majorNames = (file: CaseFile): string => nameRows(majorRowsOf(file))
/** The list of major decisions demands a review (应当法制审核). */
export const REVIEW_DUE = fact('review-due', { says: '按重大执法决定目录应当进行法制审核', of: ['propose'], basis: gbf118(), test: (file) => majorRowsOf(file).length > 0 })

/** It was proposed as urgent (情况紧急，需要当场采取). */
export const URGENT = fact('urgent', {
  says: '情况紧急，需要当场采取',
  of: ['propose'],
  basis: acl(19),
  test: (file) => last(file, 'propose')?.data.urgent === true,
})

/** The decision and the list were not handed over on the spot, because the party was not there (没有当场交付). */
export const NOT_HANDED = fact('not-handed', {
  says: '决定书和清单没有当场交付',
  of: ['carryOut'],
  basis: acl(24, 1),
  test: (file) => last(file, 'carryOut')?.data.handed === false,
})

/** A head approved it, before or within a day (已批准或者已补办批准). */
export const APPROVED: Condition = any(done('approve'), done('supplement', 'conclusion', 'approve'))
/** The things are in the hands of the bureau (财物在本机关控制之下). */
export const HELD: Condition = all(done('carryOut'), not(done('release')), not(done('dispose')))
/** And nothing was decided about them yet. */
export const OPEN: Condition = all(HELD, not(done('settle')))
