import type { Actor } from '../officers/contract.ts'

/** Who may bring evidence, and who may look at it. Everything else is denied. */
const ACCESS = {
  upload: ['officer', 'teamLeader', 'hearingOfficer', 'legalReviewer'],
  read: ['officer', 'teamLeader', 'legalReviewer', 'hearingOfficer', 'bureauLeader', 'windowClerk', 'supervisor'],
} as const

export const mayTake = (actor: Pick<Actor, 'posts'>, step: keyof typeof ACCESS): boolean => {
  const allowed: readonly string[] = ACCESS[step]
  return actor.posts.some((post) => allowed.includes(post))
}
