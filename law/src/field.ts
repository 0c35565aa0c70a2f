import type { Citation } from './article.ts'
import type { Day } from './day.ts'
import type { Fen } from './money.ts'

/**
 * What a form may ask for (表单项). One declaration serves the check at the door, the form on the screen,
 * the published schema and the document, so that they cannot ask for different things.
 */
export type Shape =
  | { readonly type: 'text'; readonly max: number; readonly lines: 'one' | 'many'; readonly format?: TextFormat }
  | { readonly type: 'day' }
  /** Minutes since midnight, written HH:mm. */
  | { readonly type: 'clock' }
  /** Yuan with at most two decimals, written as text: "3000.50". */
  | { readonly type: 'money' }
  | { readonly type: 'count'; readonly min: number; readonly max: number; readonly unit: string }
  | { readonly type: 'flag' }
  | { readonly type: 'choice'; readonly options: Readonly<Record<string, string>> }
  | { readonly type: 'choices'; readonly options: Readonly<Record<string, string>> }
  | { readonly type: 'person'; readonly post?: string }
  | { readonly type: 'matter' }
  | { readonly type: 'act'; readonly kinds: readonly string[] }
  /** What was found of factors that another room names: yes or no, a number, or one of several by its code. */
  | { readonly type: 'facts' }
  /** The answers to the form of an earlier act, which the field `target` beside it names. */
  | { readonly type: 'answers' }
  | { readonly type: 'list'; readonly of: Form; readonly atLeast: number }
  | { readonly type: 'group'; readonly of: Form }

export type TextFormat = 'creditCode' | 'idNumber' | 'phone' | 'hash'

/** One thing a form asks for. `value` exists for the compiler only and is never set. */
export interface Field<T> {
  readonly label: string
  readonly shape: Shape
  readonly optional: boolean
  readonly basis: readonly Citation[]
  readonly help?: string
  readonly value?: T
}

export type Form = Readonly<Record<string, Field<unknown>>>

type OptionalKeys<F extends Form> = { [K in keyof F]: undefined extends Value<F[K]> ? K : never }[keyof F]
type Value<F> = F extends { readonly value?: infer T } ? T : never
/** The typed answers to a form. */
export type Answers<F extends Form> = { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: Exclude<Value<F[K]>, undefined> } & {
  readonly [K in OptionalKeys<F>]?: Exclude<Value<F[K]>, undefined>
}

interface Ask {
  readonly basis?: readonly Citation[]
  readonly help?: string
}

function field<T>(label: string, shape: Shape, ask: Ask): Field<T> {
  return { label, shape, optional: false, basis: ask.basis ?? [], ...(ask.help === undefined ? {} : { help: ask.help }) }
}

const TEXT_MAX = 200
const PASSAGE_MAX = 20_000

/** One line of text (单行文字), 200 characters unless told otherwise. */
export const text = (label: string, ask: Ask & { readonly max?: number; readonly format?: TextFormat } = {}) =>
  field<string>(label, { type: 'text', lines: 'one', max: ask.max ?? TEXT_MAX, ...(ask.format === undefined ? {} : { format: ask.format }) }, ask)
/** Text of several paragraphs (多行文字). */
export const passage = (label: string, ask: Ask = {}) => field<string>(label, { type: 'text', lines: 'many', max: PASSAGE_MAX }, ask)
/** A day (日期), written 2021-03-01. */
export const dayField = (label: string, ask: Ask = {}) => field<Day>(label, { type: 'day' }, ask)
/** A time of day (时刻) to the minute. */
export const clock = (label: string, ask: Ask = {}) => field<number>(label, { type: 'clock' }, ask)
/** An amount (金额) in yuan, to the cent. */
export const money = (label: string, ask: Ask = {}) => field<Fen>(label, { type: 'money' }, ask)
/** A whole number with its unit (数量). */
export const count = (label: string, unit: string, ask: Ask & { readonly min?: number; readonly max?: number } = {}) =>
  field<number>(label, { type: 'count', unit, min: ask.min ?? 0, max: ask.max ?? 1_000_000 }, ask)
/** Yes or no (是否). */
export const flag = (label: string, ask: Ask = {}) => field<boolean>(label, { type: 'flag' }, ask)
/** Exactly one of several (单选). */
export const choice = <const O extends Readonly<Record<string, string>>>(label: string, options: O, ask: Ask = {}) =>
  field<keyof O & string>(label, { type: 'choice', options }, ask)
/** One or more of several (多选). */
export const choices = <const O extends Readonly<Record<string, string>>>(label: string, options: O, ask: Ask = {}) =>
  field<readonly (keyof O & string)[]>(label, { type: 'choices', options }, ask)
/** A person of the bureau (本机关人员), by identifier. */
export const person = (label: string, ask: Ask & { readonly post?: string } = {}) =>
  field<string>(label, { type: 'person', ...(ask.post === undefined ? {} : { post: ask.post }) }, ask)
/** A matter of the power list (执法事项), by identifier. */
export const matterField = (label: string, ask: Ask = {}) => field<string>(label, { type: 'matter' }, ask)
/** An earlier act of the same dossier (在先行为), by its number. */
export const earlierAct = (label: string, kinds: readonly string[], ask: Ask = {}) => field<number>(label, { type: 'act', kinds }, ask)
/** What was found of each factor (查明的因素), by its code. */
export const factsField = (label: string, ask: Ask = {}) => field<Readonly<Record<string, string | number | boolean>>>(label, { type: 'facts' }, ask)
/** New answers to the form of an earlier act (更正后的内容). */
export const answersField = (label: string, ask: Ask = {}) => field<Readonly<Record<string, unknown>>>(label, { type: 'answers' }, ask)
/** Several rows of the same form (清单). */
export const list = <F extends Form>(label: string, of: F, ask: Ask & { readonly atLeast?: number } = {}) =>
  field<readonly Answers<F>[]>(label, { type: 'list', of, atLeast: ask.atLeast ?? 1 }, ask)
/** A form inside the form (分组). */
export const group = <F extends Form>(label: string, of: F, ask: Ask = {}) => field<Answers<F>>(label, { type: 'group', of }, ask)
/** The same field, which may be left empty (选填). */
export const optional = <T>(asked: Field<T>): Field<T | undefined> => ({ ...asked, optional: true })
