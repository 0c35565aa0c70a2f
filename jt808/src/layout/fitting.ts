import type { Reader } from '../bytes/reader.ts'
import type { Version } from '../version.ts'
import type { Layout } from './layout.ts'

/**
 * A part at the end of a message that is laid out in one of several ways, and nothing but its length tells which: the first one
 * that it fits exactly. Where it fits none, it is read by the one that is usual. Written is always the usual one.
 */
export function fitting<T>(ways: readonly Layout<T>[], usual: (version: Version) => Layout<T>): Layout<T> {
  return {
    form: { kind: 'versions', of: usual },
    read(from) {
      const { at, unread } = from
      for (const way of [usual(from.version), ...ways]) {
        const value = way.read(from)
        if (from.fault === undefined && from.at === from.end) return value
        back(from, at, unread)
      }
      return usual(from.version).read(from)
    },
    write: (to, value) => usual(to.version).write(to, value),
  }
}

function back(from: Reader, at: number, unread: number): void {
  from.at = at
  from.unread = unread
  from.fault = undefined
}
