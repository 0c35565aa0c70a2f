import type { BodyOf, Definition } from './message.ts'
import { AREAS } from './areas.ts'
import { CONTROL } from './control.ts'
import { DRIVER } from './driver.ts'
import { LOCATION } from './location.ts'
import { MULTIMEDIA } from './multimedia.ts'
import { PARAMETER_MESSAGES } from './parameters.ts'
import { SAFETY } from './safety.ts'
import { SESSION } from './session.ts'
import { TRANSPARENT } from './transparent.ts'
import { VIDEO_MESSAGES } from './video.ts'

/** Every family of messages: a new one is a file beside this, and a line here. */
const FAMILIES = { ...SESSION, ...LOCATION, ...DRIVER, ...PARAMETER_MESSAGES, ...CONTROL, ...AREAS, ...MULTIMEDIA, ...TRANSPARENT, ...VIDEO_MESSAGES, ...SAFETY } as const

type Families = typeof FAMILIES
/** The name of a message in code. */
export type MessageName = keyof Families
/** What each message carries, by its name. */
export type Bodies = { readonly [N in MessageName]: BodyOf<Families[N]> }
/** A message that was understood: `name` says which it is. */
export type Message = { readonly [N in MessageName]: { readonly name: N; readonly body: Bodies[N] } }[MessageName]

/** Every message by its name (消息表). */
export const MESSAGES: { readonly [N in MessageName]: Definition<N, Bodies[N]> } = FAMILIES

const BY_ID: ReadonlyMap<number, Families[MessageName]> = new Map(Object.values(FAMILIES).map((definition) => [definition.id, definition]))

/** What a message id stands for; nothing where this room does not know it. */
export const findMessage = (id: number): Families[MessageName] | undefined => BY_ID.get(id)
