import { lengthsOf, MOST_BYTES, readHeader, rememberingPhones, type Header, type PhoneReader } from './header.ts'

/** A frame that was right (数据帧): head and body, unescaped, its checksum kept. The body is a copy. */
export interface Frame {
  readonly kind: 'frame'
  readonly header: Header
  readonly body: Uint8Array
}

/**
 * What can be wrong on the wire (坏帧): garbage between frames, a frame that ends before its head says, that goes on too long to be
 * one, that has 0x7d before something else than 0x01 and 0x02, that is longer than its head says, whose checksum is wrong, whose
 * phone is no BCD, or that says to be a part that there cannot be.
 */
export type FrameFaultCode = 'garbage' | 'truncated' | 'oversized' | 'wrong-escape' | 'wrong-length' | 'wrong-checksum' | 'wrong-phone' | 'wrong-part'

/** Bytes that were no frame. `start` is what they began with, unescaped, for whoever looks into it. */
export interface BrokenFrame {
  readonly kind: 'broken'
  readonly code: FrameFaultCode
  /** How many bytes of the stream it took, delimiters left out. */
  readonly size: number
  readonly start: Uint8Array
}
/** What a stream says next: a frame, or bytes that were none. */
export type Heard = Frame | BrokenFrame

/** Each fault in a sentence for people. */
export const FRAME_FAULT_WORDS: Readonly<Record<FrameFaultCode, string>> = {
  garbage: '帧与帧之间有不属于任何一帧的字节',
  truncated: '帧不完整：比消息头所写的长度短，或者没有结束标识',
  oversized: '过长，不可能是一帧',
  'wrong-escape': '转义有误：0x7d 之后不是 0x01 或者 0x02',
  'wrong-length': '比消息头所写的长度长',
  'wrong-checksum': '校验码不符',
  'wrong-phone': '终端手机号不是 BCD 码',
  'wrong-part': '分包序号有误：不在 1 与总包数之间',
}

/**
 * Reads frames out of a stream of bytes that arrives in pieces of any size (TCP). It never throws, and holds no more than one frame
 * of the longest kind, whatever arrives.
 */
export interface FrameReader {
  /** What these bytes complete, in the order of the stream. */
  readonly feed: (bytes: Uint8Array) => readonly Heard[]
  /** The stream has ended: what was begun is broken. */
  readonly end: () => readonly Heard[]
  /** How many frames were right, and how many broken in which way, so far. */
  readonly counts: () => FrameCounts
}
/** How many of each kind there were. */
export type FrameCounts = Readonly<Record<FrameFaultCode | 'frame', number>>

const DELIMITER = 0x7e
const ESCAPE = 0x7d
const START_KEPT = 32

/**
 * Where the reader is. After the end of a frame a delimiter may be missing, when one serves as the end and the beginning: what
 * comes then is `perhaps` a frame, and garbage if it is none.
 */
type Phase = 'outside' | 'perhaps' | 'inside'

/** The bytes since the last delimiter, unescaped as far as there is room. */
interface Held {
  readonly bytes: Uint8Array
  length: number
  /** How many bytes of the stream it was. */
  size: number
  /** The last byte was an escape, whose second byte is still to come. */
  escaping: boolean
  fault: 'oversized' | 'wrong-escape' | undefined
}

/** Opens the reader of one connection. */
export function openFrameReader(): FrameReader {
  const held: Held = { bytes: new Uint8Array(MOST_BYTES), length: 0, size: 0, escaping: false, fault: undefined }
  const readPhone = rememberingPhones()
  const counts = { frame: 0, garbage: 0, truncated: 0, oversized: 0, 'wrong-escape': 0, 'wrong-length': 0, 'wrong-checksum': 0, 'wrong-phone': 0, 'wrong-part': 0 }
  let phase: Phase = 'outside'

  function begin(next: Phase): void {
    phase = next
    empty(held)
  }
  function broken(code: FrameFaultCode): BrokenFrame {
    counts[code] += 1
    return { kind: 'broken', code, size: held.size, start: held.bytes.slice(0, Math.min(held.length, START_KEPT)) }
  }
  /** A delimiter: whatever was held ends here, and a frame may begin. */
  function delimited(heard: Heard[]): void {
    if (held.size === 0) return begin('inside')
    const found = phase === 'outside' ? 'garbage' : frameOf(held, readPhone)
    if (typeof found !== 'string') {
      counts.frame += 1
      heard.push(found)
      return begin('perhaps')
    }
    heard.push(broken(phase === 'inside' ? found : 'garbage'))
    return begin('inside')
  }
  function feed(bytes: Uint8Array): readonly Heard[] {
    const heard: Heard[] = []
    for (let index = hold(held, bytes, 0); index < bytes.length; index = hold(held, bytes, index + 1)) delimited(heard)
    return heard
  }
  function end(): readonly Heard[] {
    if (held.size === 0) return []
    const last = broken(phase === 'inside' ? 'truncated' : 'garbage')
    begin('outside')
    return [last]
  }
  return { feed, end, counts: () => ({ ...counts }) }
}

function empty(held: Held): void {
  held.length = 0
  held.size = 0
  held.escaping = false
  held.fault = undefined
}

/** Holds bytes up to the next delimiter, and says where that is; the length of the bytes where there is none. */
function hold(held: Held, bytes: Uint8Array, from: number): number {
  let index = from
  for (;;) {
    if (!held.escaping) index += holdPlain(held, bytes, index)
    const byte = bytes[index]
    if (byte === undefined || byte === DELIMITER) return index
    index += 1
    held.size += 1
    if (held.escaping) holdEscaped(held, byte)
    else held.escaping = true
  }
}

function holdEscaped(held: Held, byte: number): void {
  held.escaping = false
  if (byte !== 1 && byte !== 2) held.fault ??= 'wrong-escape'
  else if (held.length < MOST_BYTES) held.bytes[held.length++] = ESCAPE - 1 + byte
  else held.fault ??= 'oversized'
}

/** Holds what comes before the next delimiter or escape, as far as there is room, and says how much that was. */
function holdPlain(held: Held, bytes: Uint8Array, index: number): number {
  const plain = copyPlain(bytes, index, held.bytes, held.length)
  const fits = Math.min(plain, MOST_BYTES - held.length)
  held.length += fits
  held.size += plain
  if (fits < plain) held.fault ??= 'oversized'
  return plain
}

/** Copies up to the next delimiter or escape, or to the end; what there is no room for is counted and not kept. */
function copyPlain(bytes: Uint8Array, index: number, into: Uint8Array, at: number): number {
  const room = index + into.length - at
  let next = index
  for (let to = at; next < bytes.length; next += 1, to += 1) {
    const byte = bytes[next] ?? 0
    if (byte === DELIMITER || byte === ESCAPE) break
    if (next < room) into[to] = byte
  }
  return next - index
}

/** A datagram (UDP) holds whole frames: what it leaves unfinished is broken. */
export function readDatagram(bytes: Uint8Array): readonly Heard[] {
  const reader = openFrameReader()
  return [...reader.feed(bytes), ...reader.end()]
}

function frameOf({ bytes, length, escaping, fault }: Held, readPhone: PhoneReader): Frame | FrameFaultCode {
  if (escaping) return 'wrong-escape'
  if (fault !== undefined) return fault
  const lengths = lengthsOf(bytes, length)
  if (lengths === undefined) return 'truncated'
  const { head, body } = lengths
  if (length < head + body + 1) return 'truncated'
  if (length > head + body + 1) return 'wrong-length'
  let sum = 0
  for (let index = 0; index < length; index += 1) sum ^= bytes[index] ?? 0
  if (sum !== 0) return 'wrong-checksum'
  const header = readHeader(bytes, readPhone)
  return typeof header === 'string' ? header : { kind: 'frame', header, body: bytes.slice(head, head + body) }
}
