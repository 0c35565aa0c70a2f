import type { Frame } from './frame-reader.ts'
import type { Header } from './header.ts'

/** How much of unfinished messages is held for one terminal, and how long (分包重组的限度). */
export interface AssemblyLimits {
  /** Messages that may be unfinished at once; the oldest gives way. */
  readonly messages: number
  /** Bytes of all unfinished messages together; each part counts 256 more, so that empty ones are not for nothing. */
  readonly bytes: number
  /** After so long without a part, those that are missing are asked for. */
  readonly askAfterMs: number
  /** So often they are asked for; after that the message is given up. */
  readonly asks: number
}
/** Room for some pictures, and a quarter of a minute of patience. */
export const USUAL_LIMITS: AssemblyLimits = { messages: 8, bytes: 4 << 20, askAfterMs: 5000, asks: 3 }

/** A message whose parts are all there: the head of the first part, which is no part any more, and the bodies in a row. */
export interface Whole { readonly kind: 'whole'; readonly header: Header; readonly body: Uint8Array }

/** What came of a part: it completes a message, waits for others, was there already, or is refused. */
export type Accepted =
  | Whole
  | { readonly kind: 'waiting' | 'repeated' }
  /** `contradicts`: the same part came with other bytes. `too-large`: there is no room for it. The message is given up. */
  | { readonly kind: 'refused'; readonly code: 'contradicts' | 'too-large' }

/** What has to be done as time passes: ask the terminal for parts by 0x8003 (for those of a picture by 0x8800), or note that a message was given up. */
export interface Due {
  readonly kind: 'ask' | 'lapsed'
  readonly id: number
  /** The serial of the first part (原始消息流水号). */
  readonly serial: number
  /** The parts that are missing, at most 255 of them. */
  readonly indexes: readonly number[]
  /** The bytes of the first part, where it is there: a picture is asked for by the id that stands in them. */
  readonly beginning?: Uint8Array
}

/** Puts the parts of one terminal's messages together (分包重组). It reads no clock: `nowMs` is handed in. */
export interface Assembly {
  /** Takes a frame. One that is no part of a longer message is whole as it is. */
  readonly accept: (frame: Frame, nowMs: number) => Accepted
  readonly due: (nowMs: number) => readonly Due[]
  /** How much is held. */
  readonly held: () => { readonly messages: number; readonly bytes: number }
}

interface Pending {
  readonly id: number
  readonly total: number
  readonly serial: number
  readonly parts: Map<number, Frame>
  /** What was asked for again: it may come with a new serial. */
  readonly asked: Set<number>
  asks: number
  heardMs: number
}
const MOST_ASKED = 255
const PART_COSTS = 256
const costOf = ({ body }: Frame): number => body.length + PART_COSTS

/** Opens the assembly of one terminal. */
export function openAssembly(limits: AssemblyLimits = USUAL_LIMITS): Assembly {
  const pending = new Set<Pending>()
  let bytes = 0

  function drop(one: Pending): void {
    pending.delete(one)
    for (const part of one.parts.values()) bytes -= costOf(part)
  }
  function begin(frame: Frame, total: number, serial: number, nowMs: number): Pending {
    const [oldest] = pending
    if (pending.size >= limits.messages && oldest !== undefined) drop(oldest)
    const one: Pending = { id: frame.header.id, total, serial, parts: new Map(), asked: new Set(), asks: 0, heardMs: nowMs }
    pending.add(one)
    return one
  }
  function accept(frame: Frame, nowMs: number): Accepted {
    const { part } = frame.header
    if (part === undefined) return { kind: 'whole', header: frame.header, body: frame.body }
    const serial = (frame.header.serial - part.index + 1) & 0xffff
    const one = findPending(pending, frame.header.id, part.total, serial, part.index) ?? begin(frame, part.total, serial, nowMs)
    const before = one.parts.get(part.index)
    if (before !== undefined && sameBytes(before.body, frame.body)) return { kind: 'repeated' }
    if (before !== undefined || bytes + costOf(frame) > limits.bytes) {
      drop(one)
      return { kind: 'refused', code: before === undefined ? 'too-large' : 'contradicts' }
    }
    one.parts.set(part.index, frame)
    one.heardMs = nowMs
    bytes += costOf(frame)
    if (one.parts.size < one.total) return { kind: 'waiting' }
    drop(one)
    return wholeOf(one, frame.header)
  }
  function due(nowMs: number): readonly Due[] {
    const late = [...pending].filter(({ heardMs }) => nowMs - heardMs >= limits.askAfterMs)
    return late.map((one): Due => {
      const indexes = missingOf(one)
      const beginning = one.parts.get(1)?.body
      const what = { id: one.id, serial: one.serial, indexes, ...(beginning === undefined ? {} : { beginning }) }
      if (one.asks >= limits.asks) {
        drop(one)
        return { kind: 'lapsed', ...what }
      }
      one.asks += 1
      one.heardMs = nowMs
      for (const index of indexes) one.asked.add(index)
      return { kind: 'ask', ...what }
    })
  }
  return { accept, due, held: () => ({ messages: pending.size, bytes }) }
}

/**
 * The message that a part belongs to. Parts have serials in a row, so that of the first follows from any; a part that was asked
 * for again may have a serial of its own, and then belongs to the one message that asked for it.
 */
function findPending(pending: ReadonlySet<Pending>, id: number, total: number, serial: number, index: number): Pending | undefined {
  const alike = [...pending].filter((one) => one.id === id && one.total === total)
  const asking = alike.filter((one) => one.asked.has(index) && !one.parts.has(index))
  return alike.find((one) => one.serial === serial) ?? (asking.length === 1 ? asking[0] : undefined)
}

function missingOf({ total, parts }: Pending): readonly number[] {
  const indexes: number[] = []
  for (let index = 1; index <= total && indexes.length < MOST_ASKED; index += 1) if (!parts.has(index)) indexes.push(index)
  return indexes
}

function wholeOf({ total, parts, serial }: Pending, last: Header): Whole {
  const bodies = Array.from({ length: total }, (_, index) => parts.get(index + 1)?.body ?? new Uint8Array())
  const body = new Uint8Array(bodies.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of bodies) {
    body.set(piece, at)
    at += piece.length
  }
  const { part: _, ...head } = parts.get(1)?.header ?? last
  return { kind: 'whole', header: { ...head, serial }, body }
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, index) => byte === other[index])
