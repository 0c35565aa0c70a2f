import type { CaseFile } from '../../case-file.ts'
import type { Finding } from '../../procedure.ts'
import type { FineRange } from '../../matters/range.ts'
import type { Day } from '../../day.ts'
import { birthdayOf, fullYears } from '../age.ts'
import type { Penalty } from '../heavier.ts'
import { fineRangeOf, outOfRange } from '../fine-range.ts'
import { preconditionMissing as preconditionOf } from '../offence.ts'
import { last } from './words.ts'

interface Weighed {
  readonly mitigation?: boolean
  readonly lenient?: readonly string[]
}

/** The range that the fine clause gives for this party on the day of the decision (法定罚款幅度). */
export function rangeOf(file: CaseFile, on: Day): FineRange | undefined {
  const lead = last(file, 'apply')
  if (lead === undefined) return undefined
  const { matter, subject } = lead.data
  const { band = refusalOf(file), ...amounts } = last(file, 'conclude')?.data.measured ?? {}
  return fineRangeOf({ matter, subject, actedOn: actedOn(file) ?? lead.data.actedFrom, decidedOn: on, measured: { ...amounts, ...(band === undefined ? {} : { band }) } })
}

/** A party found not to have put things right refuses (拒不改正); clauses without a band for it take no notice. */
const refusalOf = (file: CaseFile): 'refuses' | undefined => {
  const result = last(file, 'reinspect')?.data.result
  return result === undefined || result === 'corrected' ? undefined : 'refuses'
}

/** What is wrong with a fine in this file (罚款超出法定幅度). */
export function outsideRange(penalty: Penalty, weighed: Weighed | undefined, file: CaseFile, on: Day): Finding | undefined {
  const range = rangeOf(file, on)
  if (penalty.fine === undefined || range === undefined) return undefined
  return outOfRange(penalty.fine, range, weighed?.mitigation === true && mayMitigate(weighed, file))
}

/** 行政处罚法第三十条、第三十一条、第三十二条: the cases in which a penalty may go below the range. */
export function mayMitigate(weighed: Weighed, file: CaseFile): boolean {
  const lead = last(file, 'apply')
  if (lead === undefined) return false
  const { age } = partyOn(file)
  return (weighed.lenient?.length ?? 0) > 0 || lead.data.party.capacity === 'reduced' || (age !== undefined && age < 18)
}

/** The day of the act, of a continuing one its last, as the investigation found it (行为终了之日), 行政处罚法第三十六条第二款. */
export function actedOn(file: CaseFile): Day | undefined {
  const lead = last(file, 'apply')?.data
  return last(file, 'conclude')?.data.actedUntil ?? lead?.actedUntil ?? lead?.actedFrom
}

/** The party's age and capacity on the day of the act (行为时的年龄). */
export function partyOn(file: CaseFile): { readonly age?: number } {
  const lead = last(file, 'apply')
  if (lead === undefined || lead.data.party.kind !== 'citizen') return {}
  const birthday = birthdayOf(lead.data.party)
  return birthday === undefined ? {} : { age: fullYears(birthday, actedOn(file) ?? lead.data.actedFrom) }
}

/** What the fine clause demands first and the file does not show (处罚前提). */
export function preconditionMissing(penalty: Penalty, file: CaseFile): Finding | undefined {
  const lead = last(file, 'apply')
  if (lead === undefined || penalty.fine === undefined) return undefined
  return preconditionOf(lead.data.matter, { reinspected: last(file, 'reinspect')?.data.result, grave: last(file, 'conclude')?.data.grave === true })
}
