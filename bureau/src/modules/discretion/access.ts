import type { Actor } from '../officers/contract.ts'

/** Who publishes benchmarks, and who looks at deviations. Reading and calculating is everybody's. */
const ACCESS = {
  publish: ['legalReviewer', 'bureauLeader'],
  compare: ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader', 'supervisor'],
} as const

export const mayTake = (actor: Pick<Actor, 'posts'>, step: keyof typeof ACCESS): boolean => {
  const allowed: readonly string[] = ACCESS[step]
  return actor.posts.some((post) => allowed.includes(post))
}
