import { type Canonical, DEEPEST } from './canonical.ts'
import { readUtf8 } from './utf8.ts'

/** A value, or where reading stopped: the names and numbers that lead there, and why. */
export type CanonicalReading =
  | { readonly ok: true; readonly value: Canonical }
  | { readonly ok: false; readonly path: readonly (string | number)[]; readonly because: string }

/**
 * Reads bytes that must be exactly the canonical form of a value; any other spelling of it is refused.
 *
 * It is a reader of its own and not `JSON.parse`, because a damaged file must be answered with the place
 * that was damaged.
 */
export function readCanonical(bytes: Uint8Array): CanonicalReading {
  const { text, length } = readUtf8(bytes)
  const cursor: Cursor = { text, at: 0, path: [] }
  const value = readValue(cursor)
  if (length < bytes.length) return { ok: false, path: cursor.path, because: `第${length + 1}个字节起不是有效的UTF-8编码` }
  if (value !== undefined && cursor.at === text.length) return { ok: true, value }
  return { ok: false, path: cursor.path, because: `第${cursor.at + 1}个字符起不是规范形式` }
}

/** Where the reader stands. A failed read answers `undefined` and leaves `at` and `path` at the failure. */
interface Cursor {
  readonly text: string
  at: number
  readonly path: (string | number)[]
}

function readValue(cursor: Cursor): Canonical | undefined {
  if (cursor.path.length > DEEPEST) return undefined
  switch (cursor.text[cursor.at]) {
    case '{':
      return readObject(cursor)
    case '[':
      return readList(cursor)
    case '"':
      return readString(cursor)
    case 't':
      return take(cursor, 'true') ? true : undefined
    case 'f':
      return take(cursor, 'false') ? false : undefined
    case 'n':
      return take(cursor, 'null') ? null : undefined
    default:
      return readNumber(cursor)
  }
}

function take(cursor: Cursor, word: string): boolean {
  const isThere = cursor.text.startsWith(word, cursor.at)
  if (isThere) cursor.at += word.length
  return isThere
}

function readNumber(cursor: Cursor): number | undefined {
  const digits = /^(?:0|-?[1-9]\d{0,15})/.exec(cursor.text.slice(cursor.at, cursor.at + 17))?.[0]
  if (digits === undefined || !Number.isSafeInteger(Number(digits))) return undefined
  cursor.at += digits.length
  return Number(digits)
}

function readString(cursor: Cursor): string | undefined {
  const end = endOfString(cursor)
  const written = cursor.text.slice(cursor.at, end)
  const value = findString(written)
  // The shortest escapes are the only ones: what is written must be what would be written.
  if (value === undefined || JSON.stringify(value) !== written) return undefined
  cursor.at = end
  return value
}

function endOfString({ text, at }: Cursor): number {
  let end = at + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  return end + 1
}

function findString(written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written)
    return typeof value === 'string' && !/\p{Cs}/u.test(value) ? value : undefined
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined
    throw problem
  }
}

function readList(cursor: Cursor): Canonical[] | undefined {
  const list: Canonical[] = []
  cursor.at += 1
  if (take(cursor, ']')) return list
  do {
    cursor.path.push(list.length)
    const value = readValue(cursor)
    if (value === undefined) return undefined
    list.push(value)
    const isMore = take(cursor, ',')
    if (!isMore && !take(cursor, ']')) return undefined
    cursor.path.pop()
    if (!isMore) return list
  } while (cursor.at < cursor.text.length)
  return undefined
}

function readObject(cursor: Cursor): Canonical | undefined {
  const members: [string, Canonical][] = []
  cursor.at += 1
  if (take(cursor, '}')) return {}
  do {
    const name = cursor.text[cursor.at] === '"' ? readString(cursor) : undefined
    const last = members[members.length - 1]?.[0]
    if (name === undefined || (last !== undefined && name <= last)) return undefined
    cursor.path.push(name)
    const value = take(cursor, ':') ? readValue(cursor) : undefined
    if (value === undefined) return undefined
    members.push([name, value])
    const isMore = take(cursor, ',')
    if (!isMore && !take(cursor, '}')) return undefined
    cursor.path.pop()
    if (!isMore) return Object.fromEntries(members)
  } while (cursor.at < cursor.text.length)
  return undefined
}
