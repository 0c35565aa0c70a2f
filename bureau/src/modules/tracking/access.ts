import type { Actor } from '../officers/contract.ts'
import type { NewAlarmStep } from './wire.ts'

/** Who may do what with trucks on their way. Everything else is denied. */
const ACCESS = {
  /** The live map, alarms, trips and the rate. */
  read: ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader', 'windowClerk', 'supervisor'],
  /** Where somebody drove is his personal data: only those who look into what happened, and say why (个人信息保护法 第六条、第二十八条). */
  track: ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader'],
  /** Who looked at tracks. */
  looks: ['legalReviewer', 'bureauLeader', 'supervisor'],
  handle: ['officer', 'teamLeader', 'windowClerk'],
  /** Whether an alarm is true is decided by a person who answers for the trucks (行政处罚法 第四十一条第二款). */
  review: ['teamLeader', 'legalReviewer'],
  forward: ['officer', 'teamLeader'],
} as const
export type Step = keyof typeof ACCESS

export const mayTake = ({ posts }: Pick<Actor, 'posts'>, step: Step): boolean => posts.some((post) => ACCESS[step].some((allowed) => allowed === post))

const STEPS = { handle: 'handle', uphold: 'review', dismiss: 'review', reopen: 'review', raise: 'forward', refer: 'forward' } as const satisfies Readonly<Record<NewAlarmStep['kind'], Step>>
export const mayStep = (actor: Pick<Actor, 'posts'>, kind: NewAlarmStep['kind']): boolean => mayTake(actor, STEPS[kind])
