import type { Reader } from '../bytes/reader.ts'
import type { Writer } from '../bytes/writer.ts'
import type { Version } from '../version.ts'

/**
 * A part of a message (字段格式): how it is read, how it is written, and what it looks like. One description serves both
 * directions, so they cannot drift apart; `form` lets a screen show any message with its Chinese names.
 */
export interface Layout<T> {
  readonly form: Form
  read(from: Reader): T
  write(to: Writer, value: T): void
}

/** What a part looks like, for whoever shows it or makes examples of it. */
export type Form =
  | { readonly kind: 'number'; readonly most: number; readonly least: number; readonly meanings?: Meanings; readonly bits?: Meanings; readonly unit?: string }
  | { readonly kind: 'wide' }
  | { readonly kind: 'reserved' }
  | { readonly kind: 'digits'; readonly most: number }
  | { readonly kind: 'time'; readonly absent: boolean }
  | { readonly kind: 'day'; readonly absent: boolean }
  | { readonly kind: 'text'; readonly mostBytes: number }
  | { readonly kind: 'bytes'; readonly exactly?: number; readonly most: number }
  | { readonly kind: 'record'; readonly fields: Readonly<Record<string, Field<unknown>>> }
  | { readonly kind: 'list'; readonly most: number; readonly item: Layout<unknown> }
  | { readonly kind: 'tagged'; readonly id: Layout<number>; readonly ids: readonly number[]; readonly fieldOf: (id: number) => Field<unknown> }
  | { readonly kind: 'versions'; readonly of: (version: Version) => Layout<unknown> }

/** What values or bits mean, in Chinese, by value or by the number of the bit. */
export type Meanings = Readonly<Record<number, string>>

/** A part that belongs to a record, with its Chinese name. `when` says for which records it is there at all. */
export interface Field<T> {
  readonly label: string
  readonly layout: Layout<T>
  readonly when?: When
}
/** A part that is there only for some records. */
export interface Conditional<T> extends Field<T> {
  readonly when: When
}
/** Whether a field is there, by those before it and the version. */
export type When = (before: Readonly<Record<string, unknown>>, version: Version) => boolean

/** What a layout reads and writes. */
export type ValueOf<L> = L extends Layout<infer T> ? T : never
