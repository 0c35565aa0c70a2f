import type { Reader } from '../bytes/reader.ts'
import type { Layout } from '../layout/layout.ts'
import { record } from '../layout/record.ts'

/** A kind of message (消息): its id on the wire, its name in code, its name in the standard, and how its body is laid out. */
export interface Definition<N extends string, T> {
  readonly id: number
  readonly name: N
  readonly label: string
  readonly layout: Layout<T>
  decode(from: Reader): { readonly name: N; readonly body: T }
}

/** Declares a message: its id, its name, its Chinese name, its body. */
export const message = <N extends string, T>(id: number, name: N, label: string, layout: Layout<T>): Definition<N, T> => ({
  id,
  name,
  label,
  layout,
  decode: (from) => ({ name, body: layout.read(from) }),
})

/** A body without bytes. */
export const nothing = record({})

/** What a message carries. */
export type BodyOf<D> = D extends Definition<string, infer T> ? T : never
