import type { Actor } from '../officers/contract.ts'

/** Who may do what with citizens' reports. Everything else is denied. */
const ACCESS = {
  /** What was reported, without who did. */
  read: ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader', 'windowClerk', 'supervisor'],
  /** Accepting, joining, rejecting; and, for a reason that is written down, who reported (固体废物污染环境防治法第三十一条第三款: kept confidential). */
  handle: ['officer', 'teamLeader', 'windowClerk'],
} as const
export type Step = keyof typeof ACCESS

export const mayTake = ({ posts }: Pick<Actor, 'posts'>, step: Step): boolean => posts.some((post) => ACCESS[step].some((allowed) => allowed === post))
