import { connect, type Socket } from 'node:net'
import { openFrameReader } from '@zhunsheng/jt808/frame/frame-reader.ts'
import type { Location } from '@zhunsheng/jt808/location/location.ts'
import { decodeMessage } from '@zhunsheng/jt808/message.ts'
import type { Message } from '@zhunsheng/jt808/messages/catalogue.ts'
import { frameOf, reading, registration } from './terminal-line.ts'

/** So long a terminal waits for its answer before it says the same again. */
const PATIENCE_MS = 2500
/** After so many it takes another line. */
const SAID = 2
/** So long before a line is tried again that could not be had. */
const REST_MS = 200

/** A terminal that does what the standard asks: says one thing at a time, again until it is answered, and on another line when this one is dead. */
export interface ScaledTerminal {
  /** Sends a position; resolves when it was acknowledged. */
  readonly report: (serial: number, location: Location) => Promise<void>
  readonly close: () => void
}

/** `ports` are where it may call, and in which order: they may change while it runs. */
export function scaledTerminal({ phone, plate, ports }: { readonly phone: string; readonly plate: string; readonly ports: () => readonly number[] }): ScaledTerminal {
  let line: { readonly socket: Socket; readonly answers: Answers } | undefined
  let [code, calls] = ['', 0]
  let isClosed = false

  async function called(): Promise<Answers> {
    if (line !== undefined && !line.socket.destroyed) return line.answers
    const all = ports()
    const socket = connect({ port: all[(calls += 1) % all.length] ?? 0, host: '127.0.0.1', noDelay: true })
    const answers = answersOn(socket)
    line = { socket, answers }
    if (code === '') {
      const answer = await answers.to(frameOf(phone, 'registration', registration(plate), { serial: 0 }), ({ name }) => name === 'registrationAnswer')
      if (answer?.name === 'registrationAnswer') code = answer.body.code ?? ''
    }
    const allowed = await answers.to(frameOf(phone, 'authentication', { code, imei: '0'.repeat(15), softwareVersion: '1' }, { serial: 0xffff }), isAnswerTo(0xffff))
    if (allowed === undefined) socket.destroy()
    return answers
  }
  return {
    report: async (serial, location) => {
      const frame = frameOf(phone, 'location', location, { serial })
      for (let said = 1; !isClosed; said += 1) {
        const answer = await (await called()).to(frame, isAnswerTo(serial))
        if (answer !== undefined) return
        if (said % SAID === 0 || line?.socket.destroyed === true) {
          line?.socket.destroy()
          await new Promise((done) => setTimeout(done, REST_MS))
        }
      }
      throw new Error(`${phone} was switched off before ${serial} was acknowledged`)
    },
    close: () => {
      isClosed = true
      line?.socket.destroy()
    },
  }
}
const isAnswerTo = (serial: number) => (message: Message): boolean => message.name === 'platformAnswer' && message.body.serial === serial && message.body.result === 0

/** Says something, and waits for the answer that is meant; nothing where it does not come, or the line breaks. */
interface Answers {
  readonly to: (frame: Uint8Array, isMeant: (message: Message) => boolean) => Promise<Message | undefined>
}
function answersOn(socket: Socket): Answers {
  const reader = openFrameReader()
  let heard: (message: Message) => void = () => undefined
  let broken: () => void = () => undefined
  socket.on('error', () => undefined)
  socket.on('close', () => broken())
  socket.on('data', (piece: Buffer) => {
    for (const one of reader.feed(piece)) {
      const decoded = one.kind === 'frame' ? decodeMessage(one.header.id, one.body, reading) : undefined
      if (decoded?.ok === true && decoded.message.name !== 'unknown') heard(decoded.message)
    }
  })
  return {
    to: (frame, isMeant) =>
      new Promise((done) => {
        const finish = (message?: Message): void => {
          clearTimeout(timer)
          heard = () => undefined
          broken = () => undefined
          done(message)
        }
        const timer = setTimeout(finish, PATIENCE_MS)
        heard = (message) => { if (isMeant(message)) finish(message) }
        broken = () => finish()
        if (socket.destroyed) finish()
        else socket.write(frame)
      }),
  }
}
