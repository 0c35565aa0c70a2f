import type { Actor } from '../officers/contract.ts'

/**
 * Who may do what about payments (岗位权限). Everything else is denied. Whoever decides or leads issues no slip, and nobody is
 * listed or ranked by what was fined or paid (行政处罚法第七十四条第三款).
 */
const ACCESS = {
  read: ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader', 'windowClerk', 'supervisor'],
  issue: ['windowClerk', 'officer', 'teamLeader'],
  void: ['windowClerk', 'teamLeader'],
  takeIn: ['windowClerk', 'teamLeader'],
  settle: ['windowClerk', 'teamLeader'],
  close: ['windowClerk', 'teamLeader', 'bureauLeader'],
} as const
export type Step = keyof typeof ACCESS

export const mayTake = (actor: Pick<Actor, 'posts'>, step: Step): boolean => {
  const allowed: readonly string[] = ACCESS[step]
  return actor.posts.some((post) => allowed.includes(post))
}
