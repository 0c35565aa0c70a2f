import { citeAll, citeShort } from '@zhunsheng/law/article.ts'
import type { Day } from '@zhunsheng/law/day.ts'
import { covers, writtenInterval } from '@zhunsheng/law/interval.ts'
import { rangeInWords } from '@zhunsheng/law/matters/in-words.ts'
import { PRECONDITIONS, type Fine, type Matter } from '@zhunsheng/law/matters/matter.ts'
import { MATTERS } from '@zhunsheng/law/matters/matters.ts'
import { formatYuan, type Fen } from '@zhunsheng/law/money.ts'
import { spotLimits } from '@zhunsheng/law/penalty/simple/limits.ts'

/** One matter as an officer looks it up on the street (事项速查). */
export interface MatterLine {
  readonly id: string
  readonly name: string
  readonly field: string
  readonly conduct: string
  readonly violates: string
  readonly basis: string
  readonly range: string
  readonly precondition: string
  readonly measures: string
  /** Under which procedure it can be punished, with the article. */
  readonly procedure: string
  readonly isValid: boolean
  readonly days: string
  readonly verified: boolean
}

/** Every matter of the power list, those of the day first. */
export function mattersFor(on: Day): readonly MatterLine[] {
  const lines = MATTERS.map((matter) => lineOf(matter, on))
  return [...lines.filter(({ isValid }) => isValid), ...lines.filter(({ isValid }) => !isValid)]
}

function lineOf(matter: Matter, on: Day): MatterLine {
  const { id, name, field, conduct, violates, basis, precondition, measures, valid, verified } = matter
  const { from, until } = writtenInterval(valid)
  return {
    id, name, field, conduct, measures, verified,
    violates: violates === undefined ? '' : citeShort(violates),
    basis: citeShort(basis),
    range: rangeInWords(matter),
    precondition: PRECONDITIONS[precondition],
    procedure: procedureOf(matter, on),
    isValid: covers(valid, on),
    days: `${from === undefined ? '' : `${from} 起`}${until === undefined ? '' : `至 ${until}`}`,
  }
}

const ORGANISATIONS: readonly string[] = ['organisation', 'contractor', 'developer', 'carrier']

/** Whether a fine of this matter can be small enough for the spot; how large it is decides in the end. */
function procedureOf({ fines, competence }: Matter, on: Day): string {
  if (competence === 'transfer') return '不属本机关管辖，移送有权机关'
  const limits = spotLimits(on)
  const fits = (fine: Fine, limit: Fen, isMeant: boolean) => isMeant && fine.unit === 'yuan' && (fine.min === undefined || fine.min <= limit)
  const citizen = fines.some((fine) => fits(fine, limits.citizen, fine.subjects.some((subject) => !ORGANISATIONS.includes(subject))))
  const organisation = fines.some((fine) => fits(fine, limits.organisation, fine.subjects.some((subject) => subject === 'any' || ORGANISATIONS.includes(subject))))
  const spots = [...(citizen ? [`公民 ${formatYuan(limits.citizen)} 元以下`] : []), ...(organisation ? [`单位 ${formatYuan(limits.organisation)} 元以下`] : [])].map((one) => one.replace('.00', ''))
  const [first] = limits.basis
  return spots.length === 0 ? '普通程序' : `${spots.join('、')}可以当场处罚（${citeAll(first === undefined ? [] : [first])}），其余适用普通程序`
}

/** The lines in which every one of these words is found. */
export function mattersFound(lines: readonly MatterLine[], search: string): readonly MatterLine[] {
  const words = search.split(/\s+/).filter((word) => word !== '')
  return lines.filter(({ id, name, field, conduct, basis, violates, measures }) => words.every((word) => `${id} ${name} ${field} ${conduct} ${basis} ${violates} ${measures}`.includes(word)))
}
