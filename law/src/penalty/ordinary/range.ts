import type { CaseFile } from '../../case-file.ts'
import type { Finding } from '../../procedure.ts'
import { formatYuan, type Fen } from '../../money.ts'
import { apl } from '../../article.ts'
import { lawOf, versionsOf } from '../../matters/law-of.ts'
import { MEASURED, rangeFound, type FineRange } from '../../matters/range.ts'
import type { Day } from '../../day.ts'
import { PRECONDITIONS, type Precondition } from '../../matters/matter.ts'
import { findMatter } from '../../matters/matters.ts'
import { PENALTY_KINDS, type PenaltyKind } from '../forms.ts'
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

/**
 * The range that the fine clause gives for this party on the day of the decision (法定罚款幅度): the law of the day of the act, the
 * newer one where it is lighter (行政处罚法第三十七条). Where amounts alone do not tell which is lighter, the clause that was chosen counts.
 */
export function rangeOf(file: CaseFile, on: Day): FineRange | undefined {
  const lead = last(file, 'apply')
  const matter = lead === undefined ? undefined : findMatter(lead.data.matter)
  if (lead === undefined || matter === undefined) return undefined
  const { subject } = lead.data
  const { band = refusalOf(file), ...amounts } = last(file, 'conclude')?.data.measured ?? {}
  const measured = { ...amounts, ...(band === undefined ? {} : { band }) }
  const law = lawOf(versionsOf(matter.id), { actedOn: actedOn(file) ?? lead.data.actedFrom, decidedOn: on, subject, ...(band === undefined ? {} : { band }) })
  if (law.kind === 'notPunishable') return { kind: 'none', because: law.because, basis: law.basis }
  return rangeFound(law.kind === 'applies' ? law.matter : matter, subject, measured)
}

/** A party found not to have put things right refuses (拒不改正); clauses without a band for it take no notice. */
const refusalOf = (file: CaseFile): 'refuses' | undefined => {
  const result = last(file, 'reinspect')?.data.result
  return result === undefined || result === 'corrected' ? undefined : 'refuses'
}

/**
 * What is wrong with a fine (罚款超出法定幅度): above the highest amount never, below the lowest only by a recorded mitigation
 * (行政处罚法第三十条、第三十二条: 从轻 stays within the range, 减轻 goes below it).
 */
export function outsideRange(penalty: Penalty, weighed: Weighed | undefined, file: CaseFile, on: Day): Finding | undefined {
  const { fine } = penalty
  if (fine === undefined) return undefined
  const range = rangeOf(file, on)
  if (range === undefined) return undefined
  if (range.kind === 'none') return { because: range.because, field: 'fine', basis: range.basis, instead: '依其他规定处理，或者不处罚款' }
  if (range.kind === 'open') {
    const needs = range.needs.map((fact) => MEASURED[fact]).join('、')
    return { because: `罚款数额取决于${needs}，案卷没有查明`, field: 'fine', basis: range.basis, instead: `在调查终结中填写${needs}` }
  }
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

/** Whether a penalty is heavier than another (处罚更重): a heavier kind, or more money. */
export function heavier(penalty: Penalty, than: Penalty): boolean {
  const weight = ({ kinds = [] }: Penalty) => Math.max(-1, ...kinds.map((kind) => Object.keys(PENALTY_KINDS).indexOf(kind)))
  return weight(penalty) > weight(than) || (penalty.fine ?? 0n) > (than.fine ?? 0n) || (penalty.confiscated ?? 0n) > (than.confiscated ?? 0n)
}

/** Fines that may come only after the party was told to put things right and did not (逾期不改、拒不改正才可罚款). */
const AFTER_REFUSAL: readonly Precondition[] = ['deadline', 'refuses', 'adSteps', 'restore']

/** What the fine clause demands first and the file does not show (处罚前提). */
export function preconditionMissing(penalty: Penalty, file: CaseFile): Finding | undefined {
  const lead = last(file, 'apply')
  const matter = lead === undefined ? undefined : findMatter(lead.data.matter)
  if (matter === undefined || penalty.fine === undefined) return undefined
  const demand = `「${matter.name}」的罚款以「${PRECONDITIONS[matter.precondition]}」为前提`
  if (AFTER_REFUSAL.includes(matter.precondition)) {
    const result = last(file, 'reinspect')?.data.result
    if (result === undefined) return { because: `${demand}，案卷没有整改复查`, field: 'fine', basis: [matter.basis], instead: '责令改正，期满后复查；没有改正的，再处罚款' }
    return result === 'corrected' ? { because: `${demand}，复查已经改正`, field: 'fine', basis: [matter.basis], instead: '不处罚款' } : undefined
  }
  if (matter.precondition === 'grave' && last(file, 'conclude')?.data.grave !== true) {
    return { because: `${demand}，调查终结没有认定情节严重`, field: 'fine', basis: [matter.basis], instead: '情节严重的，在调查终结中认定并说明' }
  }
  return undefined
}
