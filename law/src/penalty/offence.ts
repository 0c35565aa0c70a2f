import type { Day } from '../day.ts'
import { PRECONDITIONS, type Precondition } from '../matters/matter.ts'
import { findMatter } from '../matters/matters.ts'
import type { Finding } from '../procedure.ts'

/** Why an offence cannot be taken up under a matter of the power list (执法事项不适用), or nothing. `on` is the day of taking it up. */
export function matterFault(id: string, acted: Day, on: Day): Finding | undefined {
  const matter = findMatter(id)
  if (matter === undefined) return { because: `权责清单中没有编号为 ${id} 的事项`, field: 'matter' }
  if (matter.competence === 'transfer') return { because: `「${matter.name}」不由本机关处罚`, instead: '将线索移送有管辖权的机关', field: 'matter' }
  if (matter.valid.from > acted && matter.valid.from > on) return { because: `「${matter.name}」的依据在行为发生时尚未施行`, field: 'matter' }
  return matter.valid.until < acted ? { because: `「${matter.name}」的依据在行为发生时已经失效`, field: 'matter' } : undefined
}

/** Fines that may come only after the party was told to put things right and did not (逾期不改、拒不改正才可罚款). */
const AFTER_REFUSAL: readonly Precondition[] = ['deadline', 'refuses', 'adSteps', 'restore']

/** What the fine clause demands first and the file does not show (处罚前提). */
export function preconditionMissing(id: string, shown: { readonly reinspected: string | undefined; readonly grave: boolean }): Finding | undefined {
  const matter = findMatter(id)
  if (matter === undefined) return undefined
  const demand = `「${matter.name}」的罚款以「${PRECONDITIONS[matter.precondition]}」为前提`
  if (AFTER_REFUSAL.includes(matter.precondition)) {
    if (shown.reinspected === undefined) return { because: `${demand}，案卷没有整改复查`, field: 'fine', basis: [matter.basis], instead: '责令改正，期满后复查；没有改正的，再处罚款' }
    return shown.reinspected === 'corrected' ? { because: `${demand}，复查已经改正`, field: 'fine', basis: [matter.basis], instead: '不处罚款' } : undefined
  }
  if (matter.precondition === 'grave' && !shown.grave) {
    return { because: `${demand}，调查终结没有认定情节严重`, field: 'fine', basis: [matter.basis], instead: '情节严重的，在调查终结中认定并说明' }
  }
  return undefined
}
