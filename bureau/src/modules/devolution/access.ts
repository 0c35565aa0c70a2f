import type { Actor } from '../officers/contract.ts'

/** Who may read what was done to guide and supervise, and who records it. The decisions themselves are public. */
const ACCESS = {
  read: ['officer', 'teamLeader', 'legalReviewer', 'hearingOfficer', 'bureauLeader', 'windowClerk', 'supervisor'],
  record: ['teamLeader', 'legalReviewer', 'bureauLeader', 'supervisor'],
} as const

export const mayTake = (actor: Pick<Actor, 'posts'>, step: keyof typeof ACCESS): boolean => {
  const allowed: readonly string[] = ACCESS[step]
  return actor.posts.some((post) => allowed.includes(post))
}
