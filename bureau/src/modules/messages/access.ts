import type { Actor } from '../officers/contract.ts'

/** Who reads what was sent, and who sends again. Everybody else is denied. */
const ACCESS = {
  read: ['officer', 'teamLeader', 'legalReviewer', 'hearingOfficer', 'bureauLeader', 'windowClerk', 'supervisor'],
  resend: ['officer', 'teamLeader', 'windowClerk'],
} as const

export const mayTake = (actor: Pick<Actor, 'posts'>, step: keyof typeof ACCESS): boolean => {
  const allowed: readonly string[] = ACCESS[step]
  return actor.posts.some((post) => allowed.includes(post))
}
