import type { Actor } from '../officers/contract.ts'

/** Who may do what with terminals. Everything else is denied. */
const ACCESS = {
  read: ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader', 'windowClerk', 'supervisor', 'administrator'],
  /** A driver is spoken to by those who answer for the trucks. */
  order: ['officer', 'teamLeader'],
  /** Lets another device register under a number: whoever keeps the register of trucks. */
  release: ['teamLeader', 'windowClerk'],
} as const
export type Step = keyof typeof ACCESS
export const mayTake = ({ posts }: Pick<Actor, 'posts'>, step: Step): boolean => posts.some((post) => ACCESS[step].some((allowed) => allowed === post))
