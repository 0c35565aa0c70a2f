import type { Citation } from './article.ts'
import { apl } from './article.ts'
import type { Act, Data } from './dossier.ts'
import { answersField, earlierAct, passage } from './field.ts'
import { act } from './language.ts'

const RECORDED: readonly Citation[] = [apl(47)]

/** Acts by which a mistake in the record is put right (更正), known to every procedure: nothing is edited or deleted. */
export const CORRECTIONS = {
  correct: act('更正记录', {
    stage: '更正',
    by: ['officer', 'teamLeader', 'legalReviewer', 'hearingOfficer', 'bureauLeader'],
    basis: RECORDED,
    help: '原记录保留不动，另记一笔更正；更正后的案卷须仍然合法。',
    form: {
      target: earlierAct('更正第几项行为', []),
      answers: answersField('更正后的内容'),
      reason: passage('更正理由'),
    },
  }),
  annul: act('撤销记录', {
    stage: '更正',
    by: ['officer', 'teamLeader', 'legalReviewer', 'hearingOfficer', 'bureauLeader'],
    basis: RECORDED,
    help: '误记的行为不删除，另记一笔撤销；撤销后的案卷须仍然合法。',
    form: {
      target: earlierAct('撤销第几项行为', []),
      reason: passage('撤销理由'),
    },
  }),
} as const

/** Whether the act puts another one right, rather than being a step of the procedure. */
export const isCorrection = (kind: string): kind is keyof typeof CORRECTIONS => kind in CORRECTIONS

/** The acts that count (有效行为): corrected answers put in, annulled acts and the corrections themselves left out. */
export function effectiveActs<A extends Pick<Act, 'seq' | 'kind' | 'data'>>(acts: readonly A[]): readonly A[] {
  if (!acts.some((one) => isCorrection(one.kind))) return acts
  const answers = new Map<number, Data>()
  const annulled = new Set<number>()
  for (const { kind, data } of acts) {
    const { target } = data
    if (!isCorrection(kind) || typeof target !== 'number') continue
    if (kind === 'annul') annulled.add(target)
    else answers.set(target, data['answers'] as Data)
  }
  return acts
    .filter((one) => !isCorrection(one.kind) && !annulled.has(one.seq))
    .map((one) => {
      const corrected = answers.get(one.seq)
      return corrected === undefined ? one : { ...one, data: corrected }
    })
}
