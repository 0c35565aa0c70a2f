import { utf8Bytes } from './utf8.ts'

/**
 * What may be written in canonical form (规范形式): JSON without fractions. Numbers are whole and exact in
 * every implementation; money and other large numbers travel as text.
 */
export type Canonical = null | boolean | number | string | readonly Canonical[] | CanonicalObject

/** An object in canonical form. */
export interface CanonicalObject {
  readonly [name: string]: Canonical
}

/** Deeper nesting has no use in a case file and would exhaust the reader's stack. */
export const DEEPEST = 64

/**
 * The one text of a value by RFC 8785 (JCS): names sorted by UTF-16 units, no spaces, shortest escapes.
 *
 * Stricter than the RFC: fractions, numbers beyond 2^53, minus zero, `undefined`, halves of surrogate
 * pairs and objects that are not plain are faults of the caller. Text is not normalised: two spellings
 * of one character are two texts. `depth` is how deep the value will later lie inside another.
 */
export function canonicalText(value: Canonical, depth = 0): string {
  return write(value, depth)
}

/** The canonical text as UTF-8: what is hashed and signed. */
export function canonicalBytes(value: Canonical, depth = 0): Uint8Array {
  return utf8Bytes(canonicalText(value, depth))
}

/** Whether a value is a canonical object, for reading what others wrote. */
export function isObject(value: Canonical | undefined): value is CanonicalObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a canonical list. */
export function isList(value: Canonical | undefined): value is readonly Canonical[] {
  return Array.isArray(value)
}

/** The value as an object with exactly these names, or `undefined`. */
export function findObject(value: Canonical | undefined, ...names: readonly string[]): CanonicalObject | undefined {
  if (!isObject(value) || Object.keys(value).length !== names.length) return undefined
  return new Set([...names, ...Object.keys(value)]).size === names.length ? value : undefined
}

/** Checks and writes in one walk: every act of the bureau passes here. */
function write(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw faultOf('nested too deep')
  switch (typeof value) {
    case 'string':
      return quoted(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw faultOf('a number that is not a safe integer')
      return String(value)
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]` : writeObject(value, depth + 1)
    default:
      throw faultOf(`a value of type ${typeof value}`)
  }
}

function writeObject(value: object, depth: number): string {
  const parent: unknown = Object.getPrototypeOf(value)
  if (parent !== Object.prototype && parent !== null) throw faultOf('an object that is not plain')
  let members = ''
  // Without a rule of its own, sorting goes by UTF-16 units, as the RFC asks.
  for (const name of Object.keys(value).sort()) members += `${members === '' ? '' : ','}${quoted(name)}:${write(Reflect.get(value, name), depth)}`
  return `{${members}}`
}

/** What is not written as it stands: control characters, quotation marks, backslashes, and halves of pairs, which may be one without the other. */
const SPECIAL = /[\u0000-\u001f"\\\ud800-\udfff]/

function quoted(text: string): string {
  if (!SPECIAL.test(text)) return `"${text}"`
  if (/\p{Cs}/u.test(text)) throw faultOf('half of a surrogate pair')
  return JSON.stringify(text)
}

const faultOf = (because: string): RangeError => new RangeError(`No canonical form: ${because}`)
