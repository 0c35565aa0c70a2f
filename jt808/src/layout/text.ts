import { take, type Reader } from '../bytes/reader.ts'
import { room, unfit, type Writer } from '../bytes/writer.ts'
import type { Layout } from './layout.ts'

/** A text that fills the rest of the part (STRING at the end). Zero bytes around it are padding. */
export const restText: Layout<string> = {
  form: { kind: 'text', mostBytes: 200 },
  read: (from) => textAt(from, from.end - from.at),
  write: (to, value) => {
    const bytes = encoded(to, value)
    const at = room(to, bytes.length)
    to.bytes.set(bytes, at)
  },
}

/** A text in a field of so many bytes (BYTE[n]); zero bytes around it are padding, and are written behind it. */
export const text = (length: number): Layout<string> => fieldText(length, true)
/** The same where zero bytes in front belong to the text, so that it is written again as it came. */
export const exactText = (length: number): Layout<string> => fieldText(length, false)

const fieldText = (length: number, paddedInFront: boolean): Layout<string> => ({
  form: { kind: 'text', mostBytes: length },
  read: (from) => textAt(from, length, paddedInFront),
  write: (to, value) => {
    const bytes = encoded(to, value)
    if (bytes.length > length) unfit(to, 'too-long')
    const at = room(to, length)
    to.bytes.set(bytes.subarray(0, length), at)
  },
})

/** A text after a number that says how many bytes it has. */
export const countedText = (count: Layout<number>): Layout<string> => ({
  form: { kind: 'text', mostBytes: Math.min(most(count), 200) },
  read: (from) => textAt(from, count.read(from)),
  write: (to, value) => {
    const bytes = encoded(to, value)
    count.write(to, bytes.length)
    const at = room(to, bytes.length)
    to.bytes.set(bytes, at)
  },
})

const most = (count: Layout<number>): number => (count.form.kind === 'number' ? count.form.most : 0)

function textAt(from: Reader, length: number, paddedInFront = true): string {
  const at = take(from, length)
  if (at < 0) return ''
  let [first, last] = [at, at + length]
  while (paddedInFront && first < last && from.bytes[first] === 0) first += 1
  while (last > first && from.bytes[last - 1] === 0) last -= 1
  return first === last ? '' : from.text.decode(from.bytes.subarray(first, last))
}

function encoded(to: Writer, value: string): Uint8Array {
  const bytes = to.text.encode(value)
  if (bytes === undefined) unfit(to, 'not-in-gbk')
  return bytes ?? new Uint8Array()
}
