import type { Actor } from '../officers/contract.ts'
import { COMPARERS, EXPLAINERS, SCANNERS } from './wire.ts'

/** Who sees like cases, who looks for deviations, and who answers to a finding. A finding is about people: few see it. */
const ACCESS = { compare: COMPARERS, scan: SCANNERS, explain: EXPLAINERS } as const

export const mayTake = (actor: Pick<Actor, 'posts'>, step: keyof typeof ACCESS): boolean => actor.posts.some((post) => ACCESS[step].includes(post))
