import type { Actor } from '../officers/contract.ts'

/** Who may take work orders in, look at them, and answer them. Everything else is denied. */
const ACCESS = {
  read: ['officer', 'teamLeader', 'bureauLeader', 'windowClerk', 'supervisor', 'legalReviewer'],
  import: ['windowClerk', 'teamLeader'],
  answer: ['windowClerk', 'teamLeader', 'officer'],
} as const

export const mayTake = (actor: Pick<Actor, 'posts'>, step: keyof typeof ACCESS): boolean => {
  const allowed: readonly string[] = ACCESS[step]
  return actor.posts.some((post) => allowed.includes(post))
}
