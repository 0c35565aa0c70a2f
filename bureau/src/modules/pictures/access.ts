import type { Actor } from '../officers/contract.ts'

/** Who may see what cameras took: those who may see tracks, as a picture shows where somebody was (个人信息保护法 第六条). Everything else is denied. */
const ACCESS = { see: ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader'] } as const
export type Step = keyof typeof ACCESS

export const mayTake = ({ posts }: Pick<Actor, 'posts'>, step: Step): boolean => posts.some((post) => ACCESS[step].some((allowed) => allowed === post))
