import type { Actor } from '../officers/contract.ts'

/**
 * Who may see live pictures, and keep them: those who may see tracks, since a camera shows where and how somebody works, with a reason
 * (个人信息保护法 第六条、第二十八条). Everything else is denied.
 */
const ACCESS = { watch: ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader'] } as const
export type Step = keyof typeof ACCESS

export const mayTake = ({ posts }: Pick<Actor, 'posts'>, step: Step): boolean => posts.some((post) => ACCESS[step].some((allowed) => allowed === post))
