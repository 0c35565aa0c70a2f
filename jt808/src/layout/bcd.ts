import { bcdDigits, fitsBcd, writeBcd } from '../bytes/bcd.ts'
import { take, wrong } from '../bytes/reader.ts'
import { AHEAD_MS, readDay, readTime, writeDay, writeTime } from '../bytes/time.ts'
import { room, unfit } from '../bytes/writer.ts'
import type { Layout } from './layout.ts'

const TIME_BYTES = 6
const DAY_BYTES = 4

/** Digits of a number that is a name (BCD[n]); zeros in front are padding, and a field of zeros is "0". */
export const digits = (length: number): Layout<string> => ({
  form: { kind: 'digits', most: length * 2 },
  read(from) {
    const at = take(from, length)
    if (at < 0) return ''
    const all = bcdDigits(from.bytes, at, length)
    if (all === undefined) wrong(from, 'not-bcd', at)
    return withoutPadding(all ?? '')
  },
  write(to, value) {
    const fits = fitsBcd(value, length)
    if (!fits) unfit(to, 'out-of-range')
    const at = room(to, length)
    if (fits) writeBcd(to.bytes, at, length, value)
  },
})

/** Digits without the zeros in front, as people write the number. */
export const withoutPadding = (all: string): string => {
  let first = 0
  while (first < all.length - 1 && all.charCodeAt(first) === 48) first += 1
  return first === 0 ? all : all.slice(first)
}

/** A time (BCD[6], Beijing time) as milliseconds since 1970. A day or time that there is not is a fault. */
export const time: Layout<number> = {
  form: { kind: 'time', absent: false },
  read(from) {
    const at = take(from, TIME_BYTES)
    if (at < 0) return 0
    const ms = readTime(from.bytes, at)
    if (Number.isNaN(ms)) wrong(from, 'not-a-time', at)
    return ms
  },
  write(to, ms) {
    const at = room(to, TIME_BYTES)
    if (!writeTime(to.bytes, at, ms)) unfit(to, 'not-a-time')
  },
}

/** The one time that is written in UTC and not in Beijing time: the server's own (0x8004). */
export const utcTime: Layout<number> = {
  form: time.form,
  read: (from) => time.read(from) + AHEAD_MS,
  write: (to, ms) => time.write(to, ms - AHEAD_MS),
}

const isZero = (bytes: Uint8Array, at: number, length: number): boolean => bytes.subarray(at, at + length).every((byte) => byte === 0)

/** The same where a field of zeros means that there is none (不按时间条件). */
export const timeOrNone: Layout<number | undefined> = {
  form: { kind: 'time', absent: true },
  read(from) {
    if (from.end - from.at < TIME_BYTES || !isZero(from.bytes, from.at, TIME_BYTES)) return time.read(from)
    take(from, TIME_BYTES)
    return undefined
  },
  write(to, ms) {
    if (ms === undefined) room(to, TIME_BYTES)
    else time.write(to, ms)
  },
}

/** A day (BCD[4]), written 2021-03-01; a field of zeros means that there is none. */
export const dayOrNone: Layout<string | undefined> = {
  form: { kind: 'day', absent: true },
  read(from) {
    const at = take(from, DAY_BYTES)
    if (at < 0 || isZero(from.bytes, at, DAY_BYTES)) return undefined
    const day = readDay(from.bytes, at)
    if (day === undefined) wrong(from, 'not-a-day', at)
    return day
  },
  write(to, day) {
    const at = room(to, DAY_BYTES)
    if (day !== undefined && !writeDay(to.bytes, at, day)) unfit(to, 'not-a-day')
  },
}
