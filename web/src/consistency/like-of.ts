import type { LikeBody } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import type { CaseView } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { parseYuan } from '@zhunsheng/law/money.ts'
import { isAnswers, type Answers } from '../act/form.ts'
import { factsIn } from '../act/weigh.ts'

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

const DECIDING: readonly string[] = ['decide', 'notify', 'tell']

/** What to ask of a case that is decided (已决定的案件): its own factors and fine, on the day of its decision. Nothing where none stands. */
export function likeOfCase({ row: { id, procedure, matter, decidedOn, fine }, acts }: Pick<CaseView, 'row' | 'acts'>): LikeBody | undefined {
  if (decidedOn === undefined || !procedure.startsWith('penalty.')) return undefined
  const weighed = acts.flatMap(({ kind, data, correctedBy }) => {
    const corrected = acts.find(({ seq }) => seq === correctedBy)?.data['answers']
    const standing = correctedBy === undefined ? data : isAnswers(corrected) ? corrected : {}
    return DECIDING.includes(kind) && isAnswers(standing['discretion']) ? [standing['discretion']] : []
  })
  return { matter, on: decidedOn, answers: factsIn(weighed.at(-1)?.['answers']), caseId: id, decided: true, ...(fine === undefined ? {} : { fine }) }
}
