import type { CaseFile } from '../case-file.ts'
import type { Day } from '../day.ts'
import type { Act } from '../dossier.ts'
import type { Fen } from '../money.ts'
import { discretionIn, type Discretion } from './discretion.ts'
import { last as executed } from './execution/words.ts'
import { mayMitigate } from './ordinary/range.ts'
import { last as ordinary } from './ordinary/words.ts'
import { mayBeLighter } from './simple/decision-rules.ts'
import { last as simple } from './simple/words.ts'
import { last as soft } from './soft/words.ts'

/** What a decided penalty case tells of itself, so that it can be held against others (可比案情). */
export interface Comparable {
  readonly matter: string
  readonly town?: string
  readonly decidedOn: Day
  /** Who led it: he concluded the investigation, decided on the spot, or looked again at what was put right (主办人员). */
  readonly officer?: string
  /** No penalty was imposed although there was an offence (不予行政处罚). */
  readonly exempt: boolean
  readonly fine?: Fen
  readonly discretion?: Discretion
  /** The law itself makes its penalty lighter: 行政处罚法第三十条至第三十二条. */
  readonly lighter: boolean
  /** What was known beforehand, and weighs on whether to punish at all: 行政处罚法第三十三条. */
  readonly beforehand: { readonly subject?: string; readonly harm?: string; readonly corrected: boolean }
}

/** What is compared of a file, whatever its procedure; nothing where no decision stands, or no offence was found. */
export function comparableIn(file: CaseFile): Comparable | undefined {
  const found = ordinaryIn(file) ?? simpleIn(file) ?? spared(file)
  const change = found === undefined ? undefined : executed(file, 'changeDecision')?.data
  if (found === undefined || change === undefined) return found
  if (change.outcome === 'revoked') return undefined
  const { fine: _, ...rest } = found
  return { ...rest, ...(change.fine === undefined ? {} : { fine: change.fine }) }
}

function ordinaryIn(file: CaseFile): Comparable | undefined {
  const [lead, decision] = [ordinary(file, 'apply')?.data, ordinary(file, 'decide')]
  if (lead === undefined || decision === undefined || decision.data.outcome === 'unfounded') return undefined
  const { outcome, fine, harm, corrected } = decision.data
  return { ...opened(lead), decidedOn: decision.on, ...led(ordinary(file, 'conclude')), exempt: outcome === 'exempt', ...weighed(fine, discretionIn(decision.data)), lighter: mayMitigate(decision.data, file), beforehand: { subject: lead.subject, harm, corrected } }
}

function simpleIn(file: CaseFile): Comparable | undefined {
  const [lead, decision] = [simple(file, 'discover')?.data, simple(file, 'decide')]
  if (lead === undefined || decision === undefined) return undefined
  const { fine, harm, corrected } = decision.data
  return { ...opened(lead), decidedOn: decision.on, ...led(decision), exempt: false, ...weighed(fine, discretionIn(decision.data)), lighter: mayBeLighter(decision.data, file), beforehand: { subject: lead.subject, harm, corrected } }
}

/** 第三十三条: the offence was slight or the first, and put right. */
function spared(file: CaseFile): Comparable | undefined {
  const [lead, exemption] = [soft(file, 'find')?.data, soft(file, 'exempt')]
  if (lead?.matter === undefined || exemption === undefined || soft(file, 'enforce') !== undefined) return undefined
  const { matter, town, subject } = lead
  return { ...opened({ matter, ...(town === undefined ? {} : { town }) }), decidedOn: exemption.on, ...led(soft(file, 'reinspect') ?? soft(file, 'advise')), exempt: true, lighter: false, beforehand: { ...(subject === undefined ? {} : { subject }), harm: exemption.data.harm, corrected: true } }
}

const opened = ({ matter, town }: { readonly matter: string; readonly town?: string }) => ({ matter, ...(town === undefined ? {} : { town }) })
const weighed = (fine: Fen | undefined, discretion: Discretion | undefined) => ({ ...(fine === undefined ? {} : { fine }), ...(discretion === undefined ? {} : { discretion }) })
function led(act: Pick<Act<unknown>, 'by'> | undefined): { readonly officer?: string } {
  const officer = act?.by[0]?.id
  return officer === undefined ? {} : { officer }
}
