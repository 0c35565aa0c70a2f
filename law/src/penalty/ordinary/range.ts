import type { CaseFile } from '../../case-file.ts'
import type { Finding } from '../../procedure.ts'
import { formatYuan, type Fen } from '../../money.ts'
import { apl } from '../../article.ts'
import { fineRange, type FineRange } from '../../matters/range.ts'
import { findMatter } from '../../matters/matters.ts'
import { PENALTY_KINDS, type PenaltyKind } from './acts/forms.ts'
import { birthdayOf, fullYears } from '../age.ts'
import { last } from './words.ts'

interface Penalty {
  readonly kinds?: readonly PenaltyKind[]
  readonly fine?: Fen
  readonly confiscated?: Fen
}
interface Weighed {
  readonly mitigation: boolean
  readonly lenient?: readonly string[]
}

/** The range that the matter's fine clause gives for this party (法定罚款幅度), if it can be told from the file. */
export function rangeOf(file: CaseFile): FineRange | undefined {
  const lead = last(file, 'apply')
  const matter = lead === undefined ? undefined : findMatter(lead.data.matter)
  return lead === undefined || matter === undefined ? undefined : fineRange(matter, lead.data.subject)
}

/**
 * What is wrong with a fine (罚款超出法定幅度): above the highest amount never, below the lowest only by a recorded mitigation
 * (行政处罚法第三十条、第三十二条: 从轻 stays within the range, 减轻 goes below it).
 */
export function outsideRange(penalty: Penalty, weighed: Weighed | undefined, file: CaseFile): Finding | undefined {
  const { fine } = penalty
  if (fine === undefined) return undefined
  const range = rangeOf(file)
  if (range === undefined) return undefined
  if (range.kind === 'none') return { because: range.because, field: 'fine', basis: range.basis, instead: '依其他规定处理，或者不处罚款' }
  if (range.kind === 'open') return undefined
  if (range.max !== undefined && fine > range.max) return { because: `罚款 ${formatYuan(fine)} 元高于法定最高额 ${formatYuan(range.max)} 元`, field: 'fine', basis: range.basis }
  if (range.min === undefined || fine >= range.min) return undefined
  if (weighed?.mitigation === true && mayMitigate(weighed, file)) return undefined
  return { because: `罚款 ${formatYuan(fine)} 元低于法定最低额 ${formatYuan(range.min)} 元，又没有依法减轻的情形`, field: 'fine', basis: [...range.basis, apl(32)] }
}

/** 行政处罚法第三十条、第三十一条、第三十二条: the cases in which a penalty may go below the range. */
function mayMitigate(weighed: Weighed, file: CaseFile): boolean {
  const lead = last(file, 'apply')
  if (lead === undefined) return false
  const { age } = partyOn(file)
  return (weighed.lenient?.length ?? 0) > 0 || lead.data.party.capacity === 'reduced' || (age !== undefined && age < 18)
}

/** The party's age and capacity on the day of the act (行为时的年龄). */
export function partyOn(file: CaseFile): { readonly age?: number } {
  const lead = last(file, 'apply')
  if (lead === undefined || lead.data.party.kind !== 'citizen') return {}
  const birthday = birthdayOf(lead.data.party)
  return birthday === undefined ? {} : { age: fullYears(birthday, lead.data.actedUntil ?? lead.data.actedFrom) }
}

/** Whether a penalty is heavier than another (处罚更重): a heavier kind, or more money. */
export function heavier(penalty: Penalty, than: Penalty): boolean {
  const weight = ({ kinds = [] }: Penalty) => Math.max(-1, ...kinds.map((kind) => Object.keys(PENALTY_KINDS).indexOf(kind)))
  return weight(penalty) > weight(than) || (penalty.fine ?? 0n) > (than.fine ?? 0n) || (penalty.confiscated ?? 0n) > (than.confiscated ?? 0n)
}
