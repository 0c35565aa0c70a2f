import type { Band } from './benchmark.ts'
import type { Span } from './formula.ts'

/** What bears on the weight of a penalty beside the benchmark's own factors (法定裁量情节), 行政处罚法第三十条至第三十三条. */
export interface Circumstances {
  /** Full years on the day of the act; of an organisation none. */
  readonly age?: number
  readonly capacity: 'full' | 'limited' | 'none'
  /** Which of the grounds of 第三十二条 were found, in words. */
  readonly lenient: readonly string[]
  readonly minor: boolean
  readonly first: boolean
  readonly corrected: boolean
  readonly harm: 'none' | 'slight' | 'present'
  readonly faultless: boolean
}

/** What the circumstances do to the tier (情节对裁量阶次的影响). */
export interface Settled {
  /** `mustExempt`: no penalty may be imposed; `mayExempt`: the bureau may leave it at that; `fine`: the benchmark's band, or what is left of it. */
  readonly outcome: 'mustExempt' | 'mayExempt' | 'fine'
  /** From where to where the fine may lie: lower than the tier's own band where it must or may be lighter. */
  readonly band: Band
  /** Whether the fine may also go below the statutory minimum (减轻), with its reasons written down. */
  readonly mayMitigate: boolean
  readonly reasons: readonly { readonly article: string; readonly says: string }[]
}

const CHILD_UNTIL = 14
const ADULT_FROM = 18
const APL = (article: string) => `《行政处罚法》${article}`

/**
 * Applies the circumstances of the penalty law to a tier. Exemption comes first, because no tier is asked then. 从轻 stays in the
 * range: from the statutory minimum up to the middle of the tier (our reading; the statute names no measure). 减轻 goes below it.
 */
export function settle(band: Band, span: Span, found: Circumstances): Settled {
  const must = mustExempt(found)
  if (must.length > 0) return { outcome: 'mustExempt', band: { is: 'exempt' }, mayMitigate: false, reasons: must }
  const lighter = mustBeLighter(found)
  const mayBe = found.capacity === 'limited' ? [{ article: APL('第三十一条'), says: '尚未完全丧失辨认或者控制能力，可以从轻或者减轻' }] : []
  const reasons = [...lighter, ...mayBe]
  const isLighter = reasons.length > 0
  const own = { band: isLighter ? lightened(band, span, lighter.length > 0) : band, mayMitigate: isLighter, reasons }
  if (found.first && found.harm !== 'present' && found.corrected) return { ...own, outcome: 'mayExempt', reasons: [...reasons, { article: APL('第三十三条第一款'), says: '初次违法，危害后果轻微并及时改正，可以不予处罚' }] }
  return { ...own, outcome: 'fine' }
}

function mustExempt({ age, capacity, minor, corrected, harm, faultless }: Circumstances): Settled['reasons'] {
  const found: { article: string; says: string }[] = []
  if (age !== undefined && age < CHILD_UNTIL) found.push({ article: APL('第三十条'), says: '不满十四周岁，不予处罚，责令监护人管教' })
  if (capacity === 'none') found.push({ article: APL('第三十一条'), says: '不能辨认或者控制自己的行为，不予处罚，责令监护人看管和治疗' })
  if (minor && corrected && harm === 'none') found.push({ article: APL('第三十三条第一款'), says: '违法行为轻微，及时改正，没有危害后果，不予处罚' })
  if (faultless) found.push({ article: APL('第三十三条第二款'), says: '有证据足以证明没有主观过错，不予处罚' })
  return found
}

function mustBeLighter({ age, lenient }: Circumstances): Settled['reasons'] {
  const young = age !== undefined && age >= CHILD_UNTIL && age < ADULT_FROM ? [{ article: APL('第三十条'), says: '已满十四周岁不满十八周岁，应当从轻或者减轻' }] : []
  return [...young, ...lenient.map((ground) => ({ article: APL('第三十二条'), says: `${ground}，应当从轻或者减轻` }))]
}

/** From the statutory minimum to the middle of the tier where it must be lighter, to its own end where it only may. */
function lightened(band: Band, { min = 0n }: Span, must: boolean): Band {
  if (band.is !== 'fine') return band
  const low = min < band.min ? min : band.min
  return { is: 'fine', min: low, max: must ? (band.min + band.max) / 2n : band.max }
}
