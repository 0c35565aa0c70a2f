import type { Actor } from '../officers/contract.ts'

/** Who may do what with trucks. Everything else is denied. */
const ACCESS = {
  read: ['officer', 'teamLeader', 'legalReviewer', 'hearingOfficer', 'bureauLeader', 'windowClerk', 'supervisor'],
  /** Enterprises, vehicles, sites and routes are entered where the application is taken in, or by the team that looks after them. */
  register: ['teamLeader', 'windowClerk'],
  /** A permit is the result of an approval, and entered by who keeps the approvals. */
  permit: ['windowClerk'],
  manifest: ['officer', 'teamLeader', 'windowClerk'],
} as const
export type Step = keyof typeof ACCESS

export const mayTake = ({ posts }: Pick<Actor, 'posts'>, step: Step): boolean => posts.some((post) => ACCESS[step].some((allowed) => allowed === post))
