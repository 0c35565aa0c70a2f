import { parseDay } from '@zhunsheng/law/day.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import type { TourStep } from './tour-case.ts'

/** A step on a day of its own, with the usual answers and what differs; refusals by what they are about. */
export type PastAct = readonly [on: string, act: string, change?: Readonly<Record<string, unknown>>, more?: Partial<Pick<TourStep, 'who' | 'with' | 'refused'>>]

/** Tells acts of the past months as steps of a tour (补录的过程): who usually acts, what is usually answered, and what differs. */
export function pastActs(procedure: string, acts: readonly PastAct[]): readonly TourStep[] {
  const course = findProcedure(procedure)?.course
  return acts.map(([on, act, change = {}, more = {}]) => {
    const day = parseDay(on)
    if (course === undefined || day === undefined) throw new Error(`no ${procedure} on ${on}`)
    const [who = 'zhang', ...others] = course.by(act)
    return { act, on, who, with: others, data: { ...course.typical(act, day), ...change }, refused: [], ...more }
  })
}

interface Case {
  readonly matter: string
  readonly subject: string
  readonly party: Readonly<Record<string, string>>
  readonly place: string
  readonly facts: string
}

/** From the lead to the finding of facts, on the days given: found, filed, asked, proven (立案与调查). */
export function investigated({ matter, subject, party, place, facts }: Case, [found, filed, asked, proven]: readonly [string, string, string, string], ordered: readonly PastAct[]): readonly PastAct[] {
  const person = party['representative'] ?? party['name']
  return [
    [found, 'apply', { matter, subject, party, place, facts }],
    [found, 'inspect', { place, findings: facts }],
    ...ordered,
    [filed, 'file'],
    [asked, 'interview', { place: '本局询问室', person, relation: party['representative'] === undefined ? 'party' : 'representative', questions: [{ question: '请说明经过。', answer: '情况属实。' }] }],
    [asked, 'collect', { place, proves: facts }],
    [proven, 'verifyEvidence'],
    [proven, 'conclude', { facts }],
  ]
}
