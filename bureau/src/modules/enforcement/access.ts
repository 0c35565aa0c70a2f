import type { Actor } from '../officers/contract.ts'
import { SIGNATURE_TAKERS } from './wire.ts'

/** What people may ask of this module beside acts, whose posts the law of the procedure itself names. Everything else is denied. */
export const ACCESS = {
  readCases: ['officer', 'teamLeader', 'legalReviewer', 'hearingOfficer', 'bureauLeader', 'windowClerk', 'supervisor'],
  registerLead: ['officer', 'teamLeader', 'windowClerk', 'bureauLeader'],
  takeSignature: SIGNATURE_TAKERS,
  dismissLead: ['teamLeader', 'bureauLeader'],
  exportInner: ['legalReviewer', 'bureauLeader', 'supervisor'],
  exportCases: ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader', 'supervisor'],
} as const
export type Step = keyof typeof ACCESS

/** Whether one of the person's posts may take this step. */
export const mayTake = (actor: Pick<Actor, 'posts'>, step: Step): boolean => {
  const allowed: readonly string[] = ACCESS[step]
  return actor.posts.some((post) => allowed.includes(post))
}
