import type { Actor } from '../officers/contract.ts'
import { REPLAYERS } from './wire.ts'

/** Who publishes benchmarks, who tries them on decided cases, and who looks at deviations. Reading and calculating is everybody's. */
const ACCESS = {
  publish: ['legalReviewer', 'bureauLeader'],
  replay: REPLAYERS,
  compare: ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader', 'supervisor'],
} as const

export const mayTake = (actor: Pick<Actor, 'posts'>, step: keyof typeof ACCESS): boolean => {
  const allowed: readonly string[] = ACCESS[step]
  return actor.posts.some((post) => allowed.includes(post))
}
