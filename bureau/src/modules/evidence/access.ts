import type { Actor } from '../officers/contract.ts'

/** Who may bring evidence and look at it, hand things over, and say when a record may go. Everything else is denied. */
const ACCESS = {
  upload: ['officer', 'teamLeader', 'hearingOfficer', 'legalReviewer'],
  read: ['officer', 'teamLeader', 'legalReviewer', 'hearingOfficer', 'bureauLeader', 'windowClerk', 'supervisor'],
  hand: ['officer', 'teamLeader', 'windowClerk'],
  appraise: ['teamLeader', 'legalReviewer', 'windowClerk'],
  decideAppraisal: ['bureauLeader'],
  hold: ['teamLeader', 'legalReviewer', 'bureauLeader', 'supervisor'],
  checkFiles: ['legalReviewer', 'bureauLeader', 'supervisor', 'administrator'],
} as const
export type Step = keyof typeof ACCESS

export const mayTake = (actor: Pick<Actor, 'posts'>, step: Step): boolean => {
  const allowed: readonly string[] = ACCESS[step]
  return actor.posts.some((post) => allowed.includes(post))
}

