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
  const fault = findFault(value, depth)
  if (fault !== undefined) throw new RangeError(`No canonical form: ${fault}`)
  return write(value)
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

function findFault(value: unknown, depth: number): string | undefined {
  if (depth > DEEPEST) return 'nested too deep'
  switch (typeof value) {
    case 'boolean':
      return undefined
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? undefined : 'a number that is not a safe integer'
    case 'string':
      return /\p{Cs}/u.test(value) ? 'half of a surrogate pair' : undefined
    case 'object':
      return value === null ? undefined : findFaultInside(value, depth)
    default:
      return `a value of type ${typeof value}`
  }
}

function findFaultInside(value: object, depth: number): string | undefined {
  if (Array.isArray(value)) return firstFault(Array.from(value), depth)
  const parent: unknown = Object.getPrototypeOf(value)
  if (parent !== Object.prototype && parent !== null) return 'an object that is not plain'
  return firstFault(Object.keys(value), depth) ?? firstFault(Object.values(value), depth)
}

function firstFault(values: readonly unknown[], depth: number): string | undefined {
  for (const value of values) {
    const fault = findFault(value, depth + 1)
    if (fault !== undefined) return fault
  }
  return undefined
}

function write(value: Canonical): string {
  if (isList(value)) return `[${value.map(write).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  let members = ''
  // Without a rule of its own, sorting goes by UTF-16 units, as the RFC asks.
  for (const name of Object.keys(value).sort()) members += `${members === '' ? '' : ','}${JSON.stringify(name)}:${write(value[name] ?? null)}`
  return `{${members}}`
}
