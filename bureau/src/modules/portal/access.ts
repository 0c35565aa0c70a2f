import type { Actor } from '../officers/contract.ts'

/** Which officers may do what for the enterprises' people. Everything else is denied. */
const ACCESS = {
  read: ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader', 'windowClerk', 'supervisor'],
  /** Opening and ending accounts, giving codes, writing notices: who keeps the register does. */
  manage: ['teamLeader', 'windowClerk'],
} as const
export type Step = keyof typeof ACCESS

export const mayTake = ({ posts }: Pick<Actor, 'posts'>, step: Step): boolean => posts.some((post) => ACCESS[step].some((allowed) => allowed === post))
