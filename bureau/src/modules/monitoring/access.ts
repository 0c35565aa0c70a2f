import { DEVICE_ACTS } from '@zhunsheng/law/monitoring/device-acts.ts'
import { EVENT_ACTS } from '@zhunsheng/law/monitoring/event-acts.ts'
import type { Actor } from '../officers/contract.ts'

/** Who may ask what of this module; who may make which entry stands with the entry, in law. Everything else is denied. */
const ACCESS = {
  read: ['officer', 'teamLeader', 'legalReviewer', 'hearingOfficer', 'bureauLeader', 'windowClerk', 'supervisor'],
  correctRegister: ['teamLeader', 'bureauLeader', 'legalReviewer'],
  undoEntry: ['officer', 'teamLeader'],
  import: ['teamLeader', 'windowClerk'],
  keys: ['administrator'],
} as const
export type Step = keyof typeof ACCESS

const holds = ({ posts }: Pick<Actor, 'posts'>, allowed: readonly string[]): boolean => posts.some((post) => allowed.includes(post))
export const mayTake = (actor: Pick<Actor, 'posts'>, step: Step): boolean => holds(actor, ACCESS[step])

const postsFor = (acts: Readonly<Record<string, { readonly by: readonly string[] }>>, kind: string, corrections: readonly string[]): readonly string[] => (Object.hasOwn(acts, kind) ? (acts[kind]?.by ?? []) : corrections)
/** Whether one of the person's posts may make this entry in the register. */
export const mayEnter = (actor: Pick<Actor, 'posts'>, kind: string): boolean => holds(actor, postsFor(DEVICE_ACTS, kind, ACCESS.correctRegister))
/** Whether one of the person's posts may do this with an event. */
export const mayHandle = (actor: Pick<Actor, 'posts'>, kind: string): boolean => holds(actor, postsFor(EVENT_ACTS, kind, ACCESS.undoEntry))
