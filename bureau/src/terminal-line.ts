import { connect, type Socket } from 'node:net'
import { gbkText } from '@zhunsheng/jt808/bytes/text.ts'
import { openFrameReader, type Frame } from '@zhunsheng/jt808/frame/frame-reader.ts'
import { writeFrames } from '@zhunsheng/jt808/frame/write-frame.ts'
import type { Location } from '@zhunsheng/jt808/location/location.ts'
import { decodeMessage, encodeMessage } from '@zhunsheng/jt808/message.ts'
import type { Bodies, Message, MessageName } from '@zhunsheng/jt808/messages/catalogue.ts'

const decoder = new TextDecoder('gbk')
const text = gbkText((bytes) => decoder.decode(bytes))
export const reading = { version: 2019, text } as const
const SILENCE_MS = 5000
let serial = 0

/** Of the simulated fleet: the number by which the first truck's terminal calls itself, and so on. */
export const phoneOf = (truck: number): string => String(13_900_000_000 + truck - 1)
export const registration = (plate: string, terminalId = 'T-1') => ({ province: 50, city: 107, maker: '示例', model: 'M-1', terminalId, plateColour: 2, plate })
/** The frames of a message as a terminal of 2019 writes them. */
export function framesOf<N extends MessageName>(phone: string, name: N, body: Bodies[N], more: { readonly serial?: number; readonly encryption?: number } = {}): readonly Uint8Array[] {
  const encoded = encodeMessage(name, body, reading)
  if (!encoded.ok) throw new Error(`${name} does not fit: ${JSON.stringify(encoded.fault)}`)
  const first = more.serial ?? ((serial + 1) & 0xffff)
  const frames = writeFrames({ id: encoded.id, is2019: true, protocolVersion: 1, phone, serial: first, encryption: more.encryption ?? 0, reserved: false }, encoded.body)
  if (frames === undefined) throw new Error(`${name} makes no frame`)
  if (more.serial === undefined) serial = (first + frames.length - 1) & 0xffff
  return frames
}
/** The one frame of a short message. */
export function frameOf<N extends MessageName>(phone: string, name: N, body: Bodies[N], more: { readonly serial?: number; readonly encryption?: number } = {}): Uint8Array {
  const [only, ...others] = framesOf(phone, name, body, more)
  if (only === undefined || others.length > 0) throw new Error(`${name} is no single frame`)
  return only
}
let minute = 0
/** Somewhere on the way, each a minute after the last; the first an hour before. */
export const placeAt = (nowMs: number, more: Partial<Location> = {}): Location => ({ alarms: 0, status: 0b11, latitudeE6: 29_500_000 + minute, longitudeE6: 106_500_000, altitudeM: 200, speedTenthsKmh: 300, courseDegrees: 90, atMs: nowMs - 3_600_000 + (minute += 1) * 60_000, others: [], ...more })

/** A terminal on a line of its own: sends frames, and waits for what comes back. */
export interface TerminalLine {
  readonly socket: Socket
  /** The next message of the platform, put together from its parts. */
  readonly said: () => Promise<Message>
  readonly heardHead: () => Frame['header'] | undefined
  readonly send: (...frames: readonly Uint8Array[]) => void
  readonly isQuiet: () => Promise<boolean>
}
export async function terminalLine(port: number, host: string, open: Socket[]): Promise<TerminalLine> {
  const socket = connect(port, host)
  open.push(socket)
  await new Promise((resolve) => socket.once('connect', resolve))
  const reader = openFrameReader()
  const heard: Frame[] = []
  const waiting: ((frame: Frame) => void)[] = []
  socket.on('data', (piece) => {
    if (typeof piece === 'string') return
    for (const one of reader.feed(piece)) if (one.kind === 'frame') (waiting.shift() ?? ((frame) => heard.push(frame)))(one)
  })
  const next = (): Promise<Frame> => new Promise((resolve, reject) => {
    const there = heard.shift()
    if (there !== undefined) return resolve(there)
    waiting.push(resolve)
    setTimeout(reject, SILENCE_MS, new Error('the platform did not answer')).unref()
  })
  let head: Frame['header'] | undefined
  const said = async (): Promise<Message> => {
    const frames = [await next()]
    while (frames.length < (frames[0]?.header.part?.total ?? 1)) frames.push(await next())
    head = frames[0]?.header
    const decoded = decodeMessage(head?.id ?? 0, Buffer.concat(frames.map(({ body }) => body)), reading)
    if (!decoded.ok || decoded.message.name === 'unknown') throw new Error('the platform said something that no terminal understands')
    return decoded.message
  }
  return { socket, said, heardHead: () => head, send: (...frames) => void socket.write(Buffer.concat(frames)), isQuiet: async () => { await new Promise((resolve) => setTimeout(resolve, 150)); return heard.length === 0 } }
}

/** A terminal of the simulated fleet that has registered and authenticated itself. */
export async function knownTerminal(port: number, host: string, open: Socket[], truck: number): Promise<TerminalLine & { readonly code: string }> {
  const line = await terminalLine(port, host, open)
  line.send(frameOf(phoneOf(truck), 'registration', registration(`渝A${20_000 + truck - 1}`)))
  const answer = await line.said()
  if (answer.name !== 'registrationAnswer' || answer.body.code === undefined) throw new Error(`not registered: ${JSON.stringify(answer)}`)
  line.send(frameOf(phoneOf(truck), 'authentication', { code: answer.body.code, imei: '0'.repeat(15), softwareVersion: '1' }))
  const allowed = await line.said()
  if (allowed.name !== 'platformAnswer' || allowed.body.result !== 0) throw new Error(`not let in: ${JSON.stringify(allowed)}`)
  return { ...line, code: answer.body.code }
}
