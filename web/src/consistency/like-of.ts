import type { LikeBody } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import type { CaseView } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { parseYuan } from '@zhunsheng/law/money.ts'
import { isAnswers, type Answers } from '../act/form.ts'
import { factsIn, toldBy } from '../act/weigh.ts'

/** What is filled in of a penalty that is being proposed. */
interface Proposed {
  readonly matter: string
  readonly on: unknown
  readonly answers: LikeBody['answers']
  readonly penalty: Answers
  readonly caseId: string | undefined
}

/** What to ask of a penalty that is being written (拟作出的处罚). A fine that is no amount yet is not asked about. */
export function likeOfForm({ matter, on, answers, penalty, caseId }: Proposed): LikeBody {
  const { kinds, fine } = penalty
  const written = typeof fine === 'string' ? fine.trim() : ''
  const isFined = Array.isArray(kinds) && kinds.includes('fine') && parseYuan(written) !== undefined
  return { matter, answers, ...(typeof on === 'string' && on !== '' ? { on } : {}), ...(isFined ? { fine: written } : {}), ...(caseId === undefined ? {} : { caseId }) }
}

/** A decided case as it is asked about, and whether the law itself made its penalty lighter. */
export interface DecidedLike {
  readonly body: LikeBody
  readonly mayBeLighter: boolean
}
const DECIDING: readonly string[] = ['decide', 'notify', 'tell']

/** What to ask of a case that is decided (已决定的案件): its own factors and fine, on the day of its decision. Nothing where none stands. */
export function likeOfCase({ row: { id, procedure, matter, decidedOn, fine }, acts }: Pick<CaseView, 'row' | 'acts'>): DecidedLike | undefined {
  if (decidedOn === undefined || !procedure.startsWith('penalty.')) return undefined
  const deciding = acts.filter(({ kind }) => DECIDING.includes(kind)).map((act) => standing(act, acts))
  const weighed = deciding.flatMap(({ discretion }) => (isAnswers(discretion) ? [discretion] : []))
  const body = { matter, on: decidedOn, answers: factsIn(weighed.at(-1)?.['answers']), caseId: id, decided: true, ...(fine === undefined ? {} : { fine }) }
  return { body, mayBeLighter: toldBy(acts, deciding.at(-1) ?? {}).mayBeLighter }
}

/** What an act says now: as it was put right, and nothing where it was annulled. */
function standing({ data, correctedBy }: CaseView['acts'][number], acts: CaseView['acts']): Answers {
  if (correctedBy === undefined) return data
  const corrected = acts.find(({ seq }) => seq === correctedBy)?.data['answers']
  return isAnswers(corrected) ? corrected : {}
}
