import { apl } from '../article.ts'
import type { Day } from '../day.ts'
import { lawOf, versionsOf } from '../matters/law-of.ts'
import { findMatter } from '../matters/matters.ts'
import type { Subject } from '../matters/matter.ts'
import { MEASURED, rangeFound, type FineRange, type Measured } from '../matters/range.ts'
import { formatYuan, type Fen } from '../money.ts'
import type { Finding } from '../procedure.ts'

/** What the range of a fine hangs on (罚款幅度的要素). */
export interface Offence {
  readonly matter: string
  readonly subject: Subject
  /** The day of the act, of a continuing one its last. */
  readonly actedOn: Day
  readonly decidedOn: Day
  readonly measured: Measured
}

/**
 * The range that the fine clause gives (法定罚款幅度): the law of the day of the act, the newer one where it is lighter
 * (行政处罚法第三十七条). Where amounts alone do not tell which is lighter, the clause that was chosen counts.
 */
export function fineRangeOf({ matter: id, subject, actedOn, decidedOn, measured }: Offence): FineRange | undefined {
  const matter = findMatter(id)
  if (matter === undefined) return undefined
  const law = lawOf(versionsOf(id), { actedOn, decidedOn, subject, ...(measured.band === undefined ? {} : { band: measured.band }) })
  if (law.kind === 'notPunishable') return { kind: 'none', because: law.because, basis: law.basis }
  return rangeFound(law.kind === 'applies' ? law.matter : matter, subject, measured)
}

/**
 * What is wrong with a fine (罚款超出法定幅度): above the highest amount never, below the lowest only by a recorded mitigation
 * (行政处罚法第三十条、第三十二条: 从轻 stays within the range, 减轻 goes below it).
 */
export function outOfRange(fine: Fen, range: FineRange, mitigated: boolean): Finding | undefined {
  if (range.kind === 'none') return { because: range.because, field: 'fine', basis: range.basis, instead: '依其他规定处理，或者不处罚款' }
  if (range.kind === 'open') {
    const needs = range.needs.map((fact) => MEASURED[fact]).join('、')
    return { because: `罚款数额取决于${needs}，案卷没有查明`, field: 'fine', basis: range.basis, instead: `在调查终结中填写${needs}` }
  }
  if (range.max !== undefined && fine > range.max) return { because: `罚款 ${formatYuan(fine)} 元高于法定最高额 ${formatYuan(range.max)} 元`, field: 'fine', basis: range.basis }
  if (range.min === undefined || fine >= range.min || mitigated) return undefined
  return { because: `罚款 ${formatYuan(fine)} 元低于法定最低额 ${formatYuan(range.min)} 元，又没有依法减轻的情形`, field: 'fine', basis: [...range.basis, apl(32)] }
}
