import { bcdDigits, fitsBcd, writeBcd } from '../bytes/bcd.ts'
import { withoutPadding } from '../layout/bcd.ts'

/**
 * What stands before each piece of picture or sound (音视频流传输包头), JT/T 1078-2016 第 5.5.3 条: like RTP, with the terminal's phone
 * and channel. Intervals are there for pictures only, the time for all but data that passes through.
 */
export interface MediaHeader {
  /** The four bits and four bits of RTP's first byte, 0x81 by the standard. */
  readonly rtp: number
  /** The last packet of a frame (标志位 M). */
  readonly marker: boolean
  /** Coding (负载类型), such as 98 for H.264 and 6 for G.711A. */
  readonly payload: number
  readonly sequence: number
  readonly phone: string
  readonly channel: number
  readonly data: MediaData
  /** Whether the packet is a whole frame, or the first, last or a middle part of one (分包处理标记). */
  readonly part: MediaPart
  /** Milliseconds of the frame by the terminal's own count, not a time of day. */
  readonly relativeMs?: bigint
  /** Milliseconds since the last key frame, and since the last frame. */
  readonly sinceKeyFrameMs?: number
  readonly sinceFrameMs?: number
}
/** 0 to 2 are I, P and B frames; 3 is sound, 4 passes through. */
export type MediaData = 0 | 1 | 2 | 3 | 4
/** 0 whole, 1 first, 2 last, 3 middle. */
export type MediaPart = 0 | 1 | 2 | 3

/** What was read: the head, and where the body lies; or how many bytes are needed to go on; or that no packet begins here. */
export type ReadMedia =
  | { readonly kind: 'packet'; readonly header: MediaHeader; readonly bodyAt: number; readonly bodyLength: number; readonly next: number }
  | { readonly kind: 'more'; readonly bytes: number }
  | { readonly kind: 'no-packet' }

/** 0x30316364, which every packet begins with. */
const MAGIC = Uint8Array.of(0x30, 0x31, 0x63, 0x64)
/** The longest body by the standard. Some terminals send longer ones, so it is the caller who decides. */
export const USUAL_MEDIA_BODY = 950
const BEFORE_PHONE = 8
const PASSED = 4
const TIME_BYTES = 8
const INTERVAL_BYTES = 4

/** How the phone is written: six bytes by the standard, ten by terminals of JT/T 808-2019. */
export type PhoneBytes = 6 | 10

/** Reads one packet that begins at `at`. It never throws; `most` bounds the length of a body that is waited for. */
export function readMediaPacket(bytes: Uint8Array, at: number, phoneBytes: PhoneBytes = 6, most = USUAL_MEDIA_BODY): ReadMedia {
  const held = bytes.length - at
  for (let index = 0; index < MAGIC.length && index < held; index += 1) if (bytes[at + index] !== MAGIC[index]) return { kind: 'no-packet' }
  const afterPhone = BEFORE_PHONE + phoneBytes
  if (held < afterPhone + 2) return { kind: 'more', bytes: afterPhone + 2 }
  const kinds = bytes[at + afterPhone + 1] ?? 0
  const data = dataOf(kinds >> 4)
  const part = partOf(kinds & 0x0f)
  const phone = bcdDigits(bytes, at + BEFORE_PHONE, phoneBytes)
  if (data === undefined || part === undefined || phone === undefined) return { kind: 'no-packet' }
  const length = afterPhone + 2 + (data === PASSED ? 0 : TIME_BYTES) + (isPicture(data) ? INTERVAL_BYTES : 0) + 2
  if (held < length) return { kind: 'more', bytes: length }
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, length)
  const bodyLength = view.getUint16(length - 2)
  if (bodyLength > most) return { kind: 'no-packet' }
  if (held < length + bodyLength) return { kind: 'more', bytes: length + bodyLength }
  const timeAt = afterPhone + 2
  const plain = { rtp: view.getUint8(4), marker: (view.getUint8(5) & 0x80) !== 0, payload: view.getUint8(5) & 0x7f, sequence: view.getUint16(6), phone: withoutPadding(phone), channel: view.getUint8(afterPhone), data, part }
  const header: MediaHeader = data === PASSED ? plain : isPicture(data)
    ? { ...plain, relativeMs: view.getBigUint64(timeAt), sinceKeyFrameMs: view.getUint16(timeAt + TIME_BYTES), sinceFrameMs: view.getUint16(timeAt + TIME_BYTES + 2) }
    : { ...plain, relativeMs: view.getBigUint64(timeAt) }
  return { kind: 'packet', header, bodyAt: at + length, bodyLength, next: at + length + bodyLength }
}

/** The bytes of a packet; nothing where a value does not fit. */
export function writeMediaPacket(header: MediaHeader, body: Uint8Array, phoneBytes: PhoneBytes = 6): Uint8Array | undefined {
  const { rtp, marker, payload, sequence, phone, channel, data, part, relativeMs = 0n, sinceKeyFrameMs = 0, sinceFrameMs = 0 } = header
  const numbers: readonly (readonly [number, number])[] = [[rtp, 0xff], [payload, 0x7f], [sequence, 0xffff], [channel, 0xff], [sinceKeyFrameMs, 0xffff], [sinceFrameMs, 0xffff], [body.length, 0xffff]]
  if (numbers.some(([value, most]) => !Number.isInteger(value) || value < 0 || value > most) || !fitsBcd(phone, phoneBytes) || relativeMs < 0n || relativeMs >> 64n !== 0n) return undefined
  const timeAt = BEFORE_PHONE + phoneBytes + 2
  const length = timeAt + (data === PASSED ? 0 : TIME_BYTES) + (isPicture(data) ? INTERVAL_BYTES : 0) + 2
  const bytes = new Uint8Array(length + body.length)
  const view = new DataView(bytes.buffer)
  bytes.set(MAGIC)
  view.setUint8(4, rtp)
  view.setUint8(5, (marker ? 0x80 : 0) | payload)
  view.setUint16(6, sequence)
  writeBcd(bytes, BEFORE_PHONE, phoneBytes, phone)
  view.setUint8(timeAt - 2, channel)
  view.setUint8(timeAt - 1, (data << 4) | part)
  if (data !== PASSED) view.setBigUint64(timeAt, relativeMs)
  if (isPicture(data)) {
    view.setUint16(timeAt + TIME_BYTES, sinceKeyFrameMs)
    view.setUint16(timeAt + TIME_BYTES + 2, sinceFrameMs)
  }
  view.setUint16(length - 2, body.length)
  bytes.set(body, length)
  return bytes
}

const isPicture = (data: MediaData): boolean => data <= 2
const dataOf = (value: number): MediaData | undefined => ([0, 1, 2, 3, 4] as const).find((one) => one === value)
const partOf = (value: number): MediaPart | undefined => ([0, 1, 2, 3] as const).find((one) => one === value)
