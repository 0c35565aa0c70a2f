import { connect, type Socket } from 'node:net'
import { gbkText } from '@zhunsheng/jt808/bytes/text.ts'
import { openFrameReader } from '@zhunsheng/jt808/frame/frame-reader.ts'
import { writeFrames } from '@zhunsheng/jt808/frame/write-frame.ts'
import { decodeMessage, encodeMessage } from '@zhunsheng/jt808/message.ts'
import type { Bodies, Message, MessageName } from '@zhunsheng/jt808/messages/catalogue.ts'
import type { Version } from '@zhunsheng/jt808/version.ts'

const decoder = new TextDecoder('gbk')
const text = gbkText((bytes) => decoder.decode(bytes))
/** So often a message is sent at most; after that its line is given up. */
const TRIES = 3
const CONNECT_MS = 10_000

/** What a terminal counts (仿真终端计数). */
export interface Sent {
  frames: number
  resent: number
  duplicates: number
  broken: number
}
export interface LineOptions {
  readonly host: string
  readonly port: number
  readonly phone: string
  readonly version: Version
  readonly answerMs: number
  readonly sent: Sent
  /** What the platform says of its own accord, with the number of its message. */
  readonly heard: (message: Message, serial: number) => void
}
/** A connection of one terminal (终端连接), until it closes. */
export interface TerminalLine {
  /** Sends a message and waits for its answer; sent again where none comes. `undefined` where none came at all. */
  readonly ask: <N extends MessageName>(name: N, body: Bodies[N]) => Promise<Message | undefined>
  readonly tell: <N extends MessageName>(name: N, body: Bodies[N]) => void
  readonly isOpen: () => boolean
  readonly close: () => void
}

/** Opens a line; `undefined` where nobody listens. `next` gives the running number of a message. */
export async function openLine(options: LineOptions, next: (frames: number) => number): Promise<TerminalLine | undefined> {
  const { host, port, phone, version, answerMs, sent, heard } = options
  const socket = await connected(host, port)
  if (socket === undefined) return undefined
  const reader = openFrameReader()
  const waiting = new Map<number, (answer: Message | undefined) => void>()
  const end = (): void => {
    for (const answer of waiting.values()) answer(undefined)
    waiting.clear()
  }
  socket.on('error', () => undefined)
  socket.once('close', end)
  socket.on('data', (piece: Uint8Array) => {
    for (const one of reader.feed(piece)) {
      if (one.kind !== 'frame' || one.header.part !== undefined) continue
      const decoded = decodeMessage(one.header.id, one.body, { version, text })
      if (!decoded.ok || decoded.message.name === 'unknown') continue
      const answered = serialIn(decoded.message)
      if (answered === undefined) heard(decoded.message, one.header.serial)
      else waiting.get(answered)?.(decoded.message)
    }
  })
  const framesOf = <N extends MessageName>(name: N, body: Bodies[N]): { readonly serial: number; readonly frames: readonly Uint8Array[] } => {
    const encoded = encodeMessage(name, body, { version, text })
    if (!encoded.ok) throw new Error(`${name} does not fit: ${encoded.fault.field}`)
    const head = { id: encoded.id, is2019: version === 2019, protocolVersion: version === 2019 ? 1 : 0, phone, encryption: 0, reserved: false }
    const many = writeFrames({ ...head, serial: 0 }, encoded.body)?.length ?? 1
    const serial = next(many)
    return { serial, frames: writeFrames({ ...head, serial }, encoded.body) ?? [] }
  }
  const write = (frames: readonly Uint8Array[]): void => {
    sent.frames += frames.length
    for (const frame of frames) if (!socket.destroyed) socket.write(frame)
  }
  return {
    tell: (name, body) => write(framesOf(name, body).frames),
    isOpen: () => !socket.destroyed,
    close: () => void socket.destroy(),
    ask: async (name, body) => {
      const { serial, frames } = framesOf(name, body)
      if (name === 'location') misbehave(socket, serial, frames, sent)
      for (let attempt = 1; attempt <= TRIES && !socket.destroyed; attempt += 1) {
        if (attempt > 1) sent.resent += 1
        write(frames)
        const answer = await new Promise<Message | undefined>((resolve) => {
          const timer = setTimeout(resolve, answerMs, undefined)
          waiting.set(serial, (said) => { clearTimeout(timer); resolve(said) })
        })
        waiting.delete(serial)
        if (answer !== undefined) return answer
      }
      return undefined
    },
  }
}

/** Now and then a terminal sends a report twice, or spoils one on the way and sends it again. */
const [TWICE_EVERY, SPOILT_EVERY] = [97, 101]
function misbehave(socket: Socket, serial: number, [frame]: readonly Uint8Array[], sent: Sent): void {
  if (frame === undefined || socket.destroyed) return
  if (serial % TWICE_EVERY === 0) {
    sent.duplicates += 1
    socket.write(frame)
  }
  if (serial % SPOILT_EVERY === 0) {
    sent.broken += 1
    const spoilt = Uint8Array.from(frame)
    // A digit of the phone number: it needs no escape, so that the checksum alone is wrong.
    spoilt[6] = (spoilt[6] ?? 0) ^ 0x01
    socket.write(spoilt)
  }
}

function connected(host: string, port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true })
    const timer = setTimeout(() => socket.destroy(new Error('too slow')), CONNECT_MS)
    socket.once('connect', () => { clearTimeout(timer); resolve(socket) })
    socket.once('error', () => { clearTimeout(timer); resolve(undefined) })
  })
}

/** Which of our messages a message of the platform answers. */
function serialIn(message: Message): number | undefined {
  return message.name === 'platformAnswer' || message.name === 'registrationAnswer' ? message.body.serial : undefined
}
