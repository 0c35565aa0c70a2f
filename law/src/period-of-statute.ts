import { day, type Day } from './day.ts'
import { days, workdays, type Period } from './period.ts'
import type { StatuteKey } from './statutes.ts'

/** 行政处罚法第八十五条: these numbers of days, and no others. 15 and 90 of the same law are calendar days (inferred from the closed list). */
const PENALTY: readonly number[] = [2, 3, 5, 7]
/** 行政强制法第六十九条: ten days and fewer. */
const COERCION_UP_TO = 10
/** 行政复议法（2023年）第八十八条第二款. */
const RECONSIDERATION: readonly number[] = [3, 5, 7, 10]
/** 行政复议法（2017年）第四十条第二款. */
const RECONSIDERATION_BEFORE: readonly number[] = [5, 7]

/**
 * A period that a statute writes as so many 「日」 (法律条文所称的日), in the days that this statute means.
 *
 * Working days where the statute says so, else calendar days: 行政处罚法第八十五条, 行政强制法第六十九条, 行政许可法第八十二条,
 * 行政复议法第八十八条. The penalty law before 2021-07-15 had no such clause. A statute that writes 工作日 itself needs `workdays`.
 */
export function daysOf(statute: StatuteKey, length: number): Period {
  return countsWorkdays(statute, length) ? workdays(length) : days(length)
}

function countsWorkdays(statute: StatuteKey, length: number): boolean {
  switch (statute) {
    case 'apl':
      return PENALTY.includes(length)
    case 'acl':
      return length <= COERCION_UP_TO
    // Of the authority's periods; the applicant's are not 「行政机关实施行政许可的期限」.
    case 'all':
      return true
    case 'arl23':
      return RECONSIDERATION.includes(length)
    case 'arl17':
      return RECONSIDERATION_BEFORE.includes(length)
    default:
      return false
  }
}

const PENALTY_LAW_OF_2021: Day = day('2021-07-15')
/** The penalty law of the day on which a period begins (期间起算日适用的行政处罚法); each step goes by the law of its own day. */
export const penaltyLawOn = (on: Day): 'apl' | 'apl17' => (on < PENALTY_LAW_OF_2021 ? 'apl17' : 'apl')
