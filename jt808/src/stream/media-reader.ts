import { readMediaPacket, USUAL_MEDIA_BODY, type MediaHeader, type PhoneBytes } from './media-packet.ts'

/** A packet out of the stream. Both lie in what was fed, or in a copy of it, and nobody writes there any more. */
export interface MediaPiece {
  readonly header: MediaHeader
  readonly body: Uint8Array
  /** The whole packet as it came, head and body. */
  readonly packet: Uint8Array
}
/** How many packets were right, how many stretches of bytes were none, and how many bytes those had (码流计数). */
export interface MediaCounts {
  readonly packets: number
  readonly broken: number
  readonly brokenBytes: number
}
/**
 * Reads packets of picture and sound out of a stream that arrives in pieces of any size (TCP): JT/T 1078-2016 第 5.5.3 条. It never throws,
 * holds no more than one packet of the longest kind, and after bytes that are none goes on with the next beginning of one.
 */
export interface MediaReader {
  readonly feed: (bytes: Uint8Array) => readonly MediaPiece[]
  readonly counts: () => MediaCounts
}
const FIRST = 0x30
const NOTHING = new Uint8Array()

/** Opens the reader of one connection. `most` is the longest body that is waited for. */
export function openMediaReader({ phoneBytes = 6, most = USUAL_MEDIA_BODY }: { readonly phoneBytes?: PhoneBytes; readonly most?: number } = {}): MediaReader {
  let rest: Uint8Array = NOTHING
  let inGarbage = false
  const counts = { packets: 0, broken: 0, brokenBytes: 0 }

  function skipped(bytes: Uint8Array, at: number): number {
    const next = bytes.indexOf(FIRST, at + 1)
    const until = next === -1 ? bytes.length : next
    if (!inGarbage) counts.broken += 1
    counts.brokenBytes += until - at
    inGarbage = true
    return until
  }
  function feed(piece: Uint8Array): readonly MediaPiece[] {
    const found: MediaPiece[] = []
    let from = 0
    // What was held is completed by as much as it needs; the rest of the piece is read where it lies.
    while (rest.length > 0 && from < piece.length) {
      const read = readMediaPacket(rest, 0, phoneBytes, most)
      const missing = read.kind === 'more' ? read.bytes - rest.length : 0
      const taken = Math.min(missing, piece.length - from)
      rest = readAll(joined(rest, piece.subarray(from, from + taken)), 0, found)
      from += taken
    }
    if (from < piece.length) rest = readAll(piece, from, found)
    return found
  }
  /** Reads whole packets, and answers a copy of what is left: the piece may be large, and this is a packet at most. */
  function readAll(bytes: Uint8Array, from: number, found: MediaPiece[]): Uint8Array {
    let at = from
    while (at < bytes.length) {
      const read = readMediaPacket(bytes, at, phoneBytes, most)
      if (read.kind === 'more') return bytes.slice(at)
      if (read.kind === 'no-packet') {
        at = skipped(bytes, at)
        continue
      }
      counts.packets += 1
      inGarbage = false
      found.push({ header: read.header, body: bytes.subarray(read.bodyAt, read.next), packet: bytes.subarray(at, read.next) })
      at = read.next
    }
    return NOTHING
  }
  return { feed, counts: () => ({ ...counts }) }
}

function joined(rest: Uint8Array, piece: Uint8Array): Uint8Array {
  if (rest.length === 0) return piece
  const bytes = new Uint8Array(rest.length + piece.length)
  bytes.set(rest)
  bytes.set(piece, rest.length)
  return bytes
}
