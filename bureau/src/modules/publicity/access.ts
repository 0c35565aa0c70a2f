import type { Actor } from '../officers/contract.ts'

/** Who may review what is public beforehand, and who may handle applications for the repair of credit. Everything else is denied. */
const ACCESS = {
  review: ['legalReviewer', 'bureauLeader', 'windowClerk', 'supervisor', 'teamLeader', 'administrator'],
  readRepairs: ['windowClerk', 'legalReviewer', 'officer', 'teamLeader', 'bureauLeader', 'supervisor'],
  handleRepairs: ['windowClerk', 'legalReviewer', 'officer', 'teamLeader'],
} as const

export const mayTake = (actor: Pick<Actor, 'posts'>, step: keyof typeof ACCESS): boolean => {
  const allowed: readonly string[] = ACCESS[step]
  return actor.posts.some((post) => allowed.includes(post))
}
