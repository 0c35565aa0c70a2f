import { take } from '../bytes/reader.ts'
import { room, unfit } from '../bytes/writer.ts'
import type { Layout } from './layout.ts'

/** Bytes as they are, to the end of the part. They are a copy. */
export const restBytes: Layout<Uint8Array> = {
  form: { kind: 'bytes', most: 200 },
  read(from) {
    const length = from.end - from.at
    const at = take(from, length)
    return at < 0 ? new Uint8Array() : from.bytes.slice(at, at + length)
  },
  write(to, value) {
    const at = room(to, value.length)
    to.bytes.set(value, at)
  },
}

/** So many bytes as they are. They are a copy. */
export const bytes = (length: number): Layout<Uint8Array> => ({
  form: { kind: 'bytes', exactly: length, most: length },
  read(from) {
    const at = take(from, length)
    return at < 0 ? new Uint8Array() : from.bytes.slice(at, at + length)
  },
  write(to, value) {
    if (value.length !== length) unfit(to, value.length > length ? 'too-long' : 'too-short')
    const at = room(to, length)
    to.bytes.set(value.subarray(0, length), at)
  },
})

/** Bytes after a number that says how many there are. */
export const countedBytes = (count: Layout<number>): Layout<Uint8Array> => ({
  form: { kind: 'bytes', most: Math.min(count.form.kind === 'number' ? count.form.most : 0, 200) },
  read(from) {
    const length = count.read(from)
    const at = take(from, length)
    return at < 0 ? new Uint8Array() : from.bytes.slice(at, at + length)
  },
  write(to, value) {
    count.write(to, value.length)
    const at = room(to, value.length)
    to.bytes.set(value, at)
  },
})
