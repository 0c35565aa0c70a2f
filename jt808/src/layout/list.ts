import { inside } from '../fault.ts'
import { take, type Reader } from '../bytes/reader.ts'
import { room, type Writer } from '../bytes/writer.ts'
import type { Version } from '../version.ts'
import type { Layout } from './layout.ts'

/** A list after a number that says how many there are. It grows only as far as there are bytes, whatever the number says. */
export function counted<T>(count: Layout<number>, item: Layout<T>): Layout<readonly T[]> {
  return {
    form: { kind: 'list', most: Math.min(count.form.kind === 'number' ? count.form.most : 0, 6), item },
    read: (from) => timesRead(from, item, count.read(from)),
    write(to, values) {
      count.write(to, values.length)
      allWritten(to, item, values, '')
    },
  }
}

/** A list to the end of the part. */
export function toEnd<T>(item: Layout<T>): Layout<readonly T[]> {
  return {
    form: { kind: 'list', most: 6, item },
    read(from) {
      const values: T[] = []
      while (from.at < from.end && from.fault === undefined) values.push(one(from, item, `${values.length}`))
      return values
    },
    write: (to, values) => allWritten(to, item, values, ''),
  }
}

/** So many items, or as many as there are before a fault. */
function timesRead<T>(from: Reader, item: Layout<T>, many: number): readonly T[] {
  const values: T[] = []
  while (values.length < many && from.fault === undefined) values.push(one(from, item, `${values.length}`))
  return values
}

/** All items, until one does not fit. */
export function allWritten<T>(to: Writer, item: Layout<T>, values: readonly T[], field: string): void {
  // The number of them may not have fitted: that is no fault of the first.
  if (to.fault !== undefined) return
  for (const [index, value] of values.entries()) {
    item.write(to, value)
    if (to.fault === undefined) continue
    to.fault = inside(placed(field, index), to.fault)
    return
  }
}

const placed = (field: string, index: number): string => (field === '' ? String(index) : `${field}.${index}`)

function one<T>(from: Reader, item: Layout<T>, place: string): T {
  const value = item.read(from)
  if (from.fault !== undefined) from.fault = inside(place, from.fault)
  return value
}

/** A list that may be left out at the end where it is empty. */
export const orNothing = <T>(list: Layout<readonly T[]>): Layout<readonly T[]> => ({
  form: list.form,
  read: (from) => (from.at === from.end ? [] : list.read(from)),
  write: (to, values) => {
    if (values.length > 0) list.write(to, values)
  },
})

/** A part after a number that says how many bytes it has. Bytes of it that its layout does not know are passed over. */
export function sized<T>(size: Layout<number>, inner: Layout<T>): Layout<T> {
  return {
    form: inner.form,
    read(from) {
      const length = size.read(from)
      const at = take(from, length)
      if (at < 0) return inner.read(from)
      const outerEnd = from.end
      from.at = at
      from.end = at + length
      const value = inner.read(from)
      from.unread += from.end - from.at
      from.at = from.end
      from.end = outerEnd
      return value
    },
    write(to, value) {
      const at = to.length
      size.write(to, 0)
      const start = to.length
      inner.write(to, value)
      const end = to.length
      to.length = at
      size.write(to, end - start)
      to.length = end
    },
  }
}

/** A part that looks different in each edition. */
export function byVersion<T>(of: (version: Version) => Layout<T>): Layout<T> {
  return {
    form: { kind: 'versions', of },
    read: (from) => of(from.version).read(from),
    write: (to, value) => of(to.version).write(to, value),
  }
}

/** Bytes that mean nothing (保留): passed over when read, zero when written. */
export const reserved = (length: number): Layout<undefined> => ({
  form: { kind: 'reserved' },
  read(from) {
    take(from, length)
    return undefined
  },
  write: (to) => void room(to, length),
})
