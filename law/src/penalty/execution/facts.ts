import { all, any, not, type Condition } from '../../condition.ts'
import type { CaseFile } from '../../case-file.ts'
import type { Day } from '../../day.ts'
import { LAW_OF_2021 } from '../since-2021.ts'
import { apl } from '../../article.ts'
import { accountOn } from './account.ts'
import { outstanding } from './owed.ts'
import { done, every, fact, last } from './words.ts'

/** Nothing is owed any more under the decision (处罚决定已经履行). */
export const PERFORMED = fact('performed', {
  says: '处罚决定已经履行完毕',
  of: ['decide', 'pay', 'collectOnSpot', 'waiveSurcharge', 'changeDecision', 'settleRemedy', 'approveDeferral', 'approveInstalments', 'serveDecision', 'courtEnds'],
  basis: apl(66, 1),
  test: (file) => {
    const account = accountOn(file, lastDay(file))
    return account !== undefined && outstanding(account) === 0n
  },
})
/** An account is struck on the day of the latest payment: what is paid no longer grows. */
const lastDay = (file: CaseFile): Day => {
  const days = [...every(file, 'pay').map(({ data }) => data.paidOn), ...every(file, 'collectOnSpot').map(({ on }) => on), ...every(file, 'courtEnds').map(({ data }) => data.endedOn)]
  return days.length > 0 ? days.reduce((latest, on) => (on > latest ? on : latest)) : (file.acts.at(-1)?.on ?? LAW_OF_2021)
}

/** The decision is to be made public and is a penalty (应当公示). */
export const TO_PUBLISH = fact('to-publish', {
  says: '决定应当依法公开',
  of: ['decide'],
  basis: apl(48, 1),
  test: (file) => {
    const decision = last(file, 'decide')?.data
    return decision?.outcome === 'penalise' && decision.disclose === 'publish'
  },
})

/** A reconsideration or a suit took the decision away or changed it, and this file does not say so yet (救济已改变决定). */
const OVERTURNED: Condition = any(done('settleRemedy', 'outcome', 'revoked'), done('settleRemedy', 'outcome', 'changed'))
/** There is a penalty that may be changed or revoked (可以变更、撤销的决定). */
export const DECIDED: Condition = all(done('decide', 'outcome', 'penalise'), not(done('changeDecision', 'outcome', 'revoked')))
/** A penalty stands (处罚决定有效): it was decided, and neither the bureau nor a remedy has taken it away. */
export const STANDS: Condition = all(DECIDED, not(OVERTURNED))
/** No decision stands: none was made, or the one that was made has been revoked (尚未作出决定). */
export const UNDECIDED: Condition = any(not(done('decide')), done('changeDecision', 'outcome', 'revoked'))
/** A reconsideration or a suit is pending (复议、诉讼尚未结束). */
export const REMEDY_PENDING: Condition = done('registerRemedy')
