import type { MediaData, MediaHeader } from './media-packet.ts'
import type { MediaPiece } from './media-reader.ts'

/** One frame of picture or sound, put together from its packets (一帧). */
export interface MediaUnit {
  readonly data: MediaData
  /** Coding, such as 98 for H.264. */
  readonly payload: number
  readonly relativeMs: bigint
  readonly bytes: Uint8Array
  /** The packets as they came, in their order. */
  readonly packets: readonly Uint8Array[]
  /** Something before it is missing: packets were lost, or a frame was given up. */
  readonly afterLoss: boolean
}
/** How often frames were whole, and what went wrong (组帧计数). */
export interface UnitCounts {
  readonly units: number
  /** Packets that the numbers say are missing. */
  readonly lost: number
  /** Frames that were begun and never ended, or whose parts did not fit. */
  readonly unfinished: number
  /** Middle or last parts of a frame that was not begun. */
  readonly stray: number
  readonly tooLarge: number
}
/** Puts the packets of one channel together (码流组帧). It never throws and holds one frame of `mostBytes` at most. */
export interface UnitAssembly {
  readonly accept: (piece: MediaPiece) => MediaUnit | undefined
  readonly counts: () => UnitCounts
}
/** A key frame of 1080P is far smaller. */
const MOST_BYTES = 2 << 20
const [WHOLE, FIRST, LAST] = [0, 1, 2]
const NUMBERS = 0x10000

interface Open {
  readonly header: MediaHeader
  readonly pieces: MediaPiece[]
  length: number
}

/** Opens the assembly of one channel of a connection. */
export function openUnitAssembly(mostBytes = MOST_BYTES): UnitAssembly {
  const counts = { units: 0, lost: 0, unfinished: 0, stray: 0, tooLarge: 0 }
  let open: Open | undefined
  let expected: number | undefined
  let hasLost = false

  function giveUp(why: 'unfinished' | 'stray' | 'tooLarge'): undefined {
    counts[why] += 1
    open = undefined
    hasLost = true
    return undefined
  }
  /** Numbers go round; a long way forward is rather a terminal that began anew. */
  function number({ sequence }: MediaHeader): void {
    const missing = expected === undefined ? 0 : (sequence - expected + NUMBERS) % NUMBERS
    expected = (sequence + 1) % NUMBERS
    if (missing === 0) return
    if (missing < NUMBERS / 2) counts.lost += missing
    hasLost = true
    if (open !== undefined) giveUp('unfinished')
  }
  function whole(header: MediaHeader, pieces: readonly MediaPiece[], length: number): MediaUnit {
    const { data, payload, relativeMs = 0n } = header
    const unit = { data, payload, relativeMs, bytes: bytesOf(pieces, length), packets: pieces.map(({ packet }) => packet), afterLoss: hasLost }
    open = undefined
    hasLost = false
    counts.units += 1
    return unit
  }
  function accept(piece: MediaPiece): MediaUnit | undefined {
    const { header, body } = piece
    number(header)
    if (header.part === WHOLE || header.part === FIRST) {
      if (open !== undefined) giveUp('unfinished')
      if (header.part === WHOLE) return whole(header, [piece], body.length)
      open = { header, pieces: [piece], length: body.length }
      return undefined
    }
    if (open === undefined) return giveUp('stray')
    if (header.data !== open.header.data || header.payload !== open.header.payload) return giveUp('unfinished')
    if (open.length + body.length > mostBytes) return giveUp('tooLarge')
    open.pieces.push(piece)
    open.length += body.length
    return header.part === LAST ? whole(open.header, open.pieces, open.length) : undefined
  }
  return { accept, counts: () => ({ ...counts }) }
}

function bytesOf(pieces: readonly MediaPiece[], length: number): Uint8Array {
  const [only] = pieces
  if (pieces.length === 1 && only !== undefined) return only.body
  const bytes = new Uint8Array(length)
  let at = 0
  for (const { body } of pieces) {
    bytes.set(body, at)
    at += body.length
  }
  return bytes
}
