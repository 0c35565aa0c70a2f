import type { BodyMapping } from '@zhunsheng/jt808/body/truck-body.ts'
import type { TextCodec } from '@zhunsheng/jt808/bytes/text.ts'
import { openAssembly } from '@zhunsheng/jt808/frame/assembly.ts'
import type { Frame, Heard } from '@zhunsheng/jt808/frame/frame-reader.ts'
import type { Header } from '@zhunsheng/jt808/frame/header.ts'
import { writeFrames } from '@zhunsheng/jt808/frame/write-frame.ts'
import type { Location } from '@zhunsheng/jt808/location/location.ts'
import { decodeMessage } from '@zhunsheng/jt808/message.ts'
import type { Bodies, Message, MessageName } from '@zhunsheng/jt808/messages/catalogue.ts'
import type { Version } from '@zhunsheng/jt808/version.ts'
import type { Arrival } from './contract.ts'
import { fixOf } from './fix-of.ts'
import type { Tally } from './tally.ts'
import { openVoice, versionFor, type Voice } from './voice.ts'

/** Who a terminal turned out to be. */
export interface Identity {
  readonly truckId: string
  readonly plate: string
  readonly version: Version
}
/** What a terminal says of itself when it registers. */
export interface Registration {
  readonly maker: string
  readonly model: string
  readonly terminalId: string
  readonly plate: string
  readonly version: Version
}
/** Why a registration is refused, as the standard numbers it (终端注册应答 结果). */
export type RegistrationRefusal = 1 | 2 | 3 | 4
/** What a session asks of the rest of the house. */
export interface TerminalDesk {
  readonly register: (terminal: string, said: Registration) => Promise<{ readonly code: string } | { readonly refused: RegistrationRefusal }>
  readonly authenticate: (terminal: string, code: string) => Promise<Identity | undefined>
  /** Who a terminal that has authenticated itself is by now: the register may have put it into another truck, or a person released its number. */
  readonly identify: (terminal: string) => Promise<Identity | undefined>
  /** The terminal took itself out of use (终端注销): its code is worth nothing any more. */
  readonly logOut: (terminal: string) => Promise<void>
  /** Notes a device that nobody knows, with what it said: it is held aside, not dropped. */
  readonly hold: (terminal: string, said: string, frame: Uint8Array) => Promise<void>
  /** Resolves when the positions are durable. */
  readonly take: (arrivals: readonly Arrival[]) => Promise<void>
}
export interface SessionParts {
  readonly desk: TerminalDesk
  readonly text: TextCodec
  readonly tally: Tally
  readonly nowMs: () => number
  readonly mapping?: BodyMapping
}
/** One connection, or one partner in datagrams (终端会话). */
export interface Session {
  /** What the frames lead to, in order: the frames to be sent back. A position is answered only when it is durable. */
  readonly hear: (heard: readonly Heard[]) => Promise<readonly Uint8Array[]>
  /** Who is at the other end, once that is certain. */
  readonly who: () => { readonly terminal: string; readonly identity: Identity } | undefined
  /** Parts of long messages that must be asked for again. */
  readonly due: () => readonly Uint8Array[]
  /** A message of the platform's own, and what comes back for it; nothing where a value does not fit. */
  readonly order: <N extends MessageName>(name: N, body: Bodies[N]) => { readonly frames: readonly Uint8Array[]; readonly answered: Promise<number> } | undefined
}

const DONE = 0
const FAILED = 1
const WRONG = 2
const UNSUPPORTED = 3
/** After so long the register is asked again whose terminal it is. */
const ASK_AGAIN_MS = 60_000

/** What a session remembers. */
interface Line {
  readonly parts: SessionParts
  readonly assembly: ReturnType<typeof openAssembly>
  readonly voice: Voice
  /** Messages of the platform that wait for an answer, by their serial. */
  readonly waiting: Map<number, (result: number) => void>
  known: { readonly terminal: string; readonly identity: Identity; readonly askedMs: number } | undefined
  latest: Header | undefined
}

export function openSession(parts: SessionParts): Session {
  const line: Line = { parts, assembly: openAssembly(), voice: openVoice(parts.text, () => line.known?.identity.version), waiting: new Map(), known: undefined, latest: undefined }
  return {
    hear: (heard) => hear(line, heard),
    who: () => line.known,
    due: () => due(line),
    order: (name, body) => {
      const { latest, known, voice, waiting } = line
      const made = latest === undefined || known === undefined ? [] : voice.say(latest, name, body)
      const [first] = made
      if (first === undefined) return undefined
      const serial = voice.lastSerial()
      return { frames: made, answered: new Promise((resolve) => waiting.set(serial, resolve)) }
    },
  }
}

async function hear(line: Line, heard: readonly Heard[]): Promise<readonly Uint8Array[]> {
  const { parts: { tally, nowMs }, assembly } = line
  const out: Uint8Array[] = []
  let positions: Taken[] = []
  for (const one of heard) {
    if (one.kind === 'broken') {
      tally.count(`broken.${one.code}`)
      continue
    }
    line.latest = one.header
    // Parts wait in memory: that is for terminals that are known.
    if (one.header.part !== undefined && line.known?.terminal !== one.header.phone) {
      tally.count('unauthenticated')
      out.push(...line.voice.answer(one.header, FAILED))
      continue
    }
    const whole = wholeOf(assembly.accept(one, nowMs()), one, tally)
    if (whole === undefined) continue
    const led = await heed(line, whole.header, whole.body)
    if ('arrivals' in led) {
      positions.push(led)
      continue
    }
    out.push(...(await stored(line, positions)), ...led)
    positions = []
  }
  out.push(...(await stored(line, positions)))
  return out
}

/** Positions of one piece of the stream go together; what cannot be made durable is not answered, and the terminal sends it again. */
async function stored({ parts: { desk, tally }, voice }: Line, positions: readonly Taken[]): Promise<readonly Uint8Array[]> {
  if (positions.length === 0) return []
  try {
    await desk.take(positions.flatMap(({ arrivals }) => arrivals))
  } catch {
    tally.count('not-durable', positions.length)
    return []
  }
  tally.count('positions', positions.reduce((sum, { arrivals }) => sum + arrivals.length, 0))
  return positions.flatMap(({ header }) => voice.answer(header, DONE))
}

/** What one whole message leads to: positions that wait to be stored, or frames to be sent. */
async function heed(line: Line, header: Header, body: Uint8Array): Promise<Taken | readonly Uint8Array[]> {
  const { parts: { tally, text }, voice, known } = line
  if (header.encryption !== 0) {
    tally.count('encrypted')
    return voice.answer(header, UNSUPPORTED)
  }
  const decoded = decodeMessage(header.id, body, { version: versionFor(header, known?.identity.version), text })
  if (!decoded.ok || decoded.message.name === 'unknown') {
    tally.count(decoded.ok ? 'unsupported' : 'undecodable')
    return voice.answer(header, decoded.ok ? UNSUPPORTED : WRONG)
  }
  const { message, version } = decoded
  return isReport(message) ? report(line, header, message, body) : say(line, header, message, { body, version })
}

/** The frames of a message, in a row, as they came: writing a frame gives its bytes back. */
const framesOf = (header: Header, body: Uint8Array): Uint8Array => new Uint8Array(Buffer.concat([...(writeFrames(header, body) ?? [])]))

type Report = Extract<Message, { readonly name: 'location' | 'locationBatch' | 'locationAnswer' }>
const isReport = (message: Message): message is Report => message.name === 'location' || message.name === 'locationBatch' || message.name === 'locationAnswer'

/** Whose terminal it is, asked again from time to time. */
async function stillKnown(line: Line, phone: string): Promise<Line['known']> {
  const { known, parts: { desk, nowMs } } = line
  if (known?.terminal !== phone) return undefined
  if (nowMs() - known.askedMs < ASK_AGAIN_MS) return known
  const identity = await desk.identify(phone)
  line.known = identity?.truckId === known.identity.truckId ? { ...known, askedMs: nowMs() } : undefined
  return line.known
}

async function report(line: Line, header: Header, message: Report, body: Uint8Array): Promise<Taken | readonly Uint8Array[]> {
  const { parts: { desk, tally, nowMs, mapping }, voice, waiting } = line
  const known = await stillKnown(line, header.phone)
  const frame = framesOf(header, body)
  if (known === undefined) {
    tally.count('unauthenticated')
    await desk.hold(header.phone, '未鉴权即上报位置', frame)
    return voice.answer(header, FAILED)
  }
  const { truckId } = known.identity
  const from = { deviceId: header.phone, truckId, receivedMs: nowMs() }
  const one = (location: Location, more: { readonly buffered: boolean; readonly serial?: number }): Arrival => ({ truckId, fix: fixOf(location, { ...from, ...more }, mapping), frame })
  switch (message.name) {
    case 'location':
      return { header, arrivals: [one(message.body, { buffered: false, serial: header.serial })] }
    case 'locationAnswer':
      waiting.get(message.body.serial)?.(DONE)
      waiting.delete(message.body.serial)
      return { header, arrivals: [one(message.body.location, { buffered: false })] }
    case 'locationBatch':
      tally.count('undecodable', message.body.refused.length)
      return { header, arrivals: message.body.locations.map((location) => one(location, { buffered: message.body.type === KEPT })) }
  }
}
/** A batch that was kept while there was no network (盲区补报). */
const KEPT = 1

async function say(line: Line, header: Header, message: Exclude<Message, Report>, { body, version }: { readonly body: Uint8Array; readonly version: Version }): Promise<readonly Uint8Array[]> {
  const { parts: { desk, tally, nowMs }, voice, waiting } = line
  switch (message.name) {
    case 'registration': {
      const { maker, model, terminalId, plate, plateColour } = message.body
      const result = await desk.register(header.phone, { maker, model, terminalId, plate: plateColour === 0 ? '' : plate, version })
      if ('code' in result) return voice.say(header, 'registrationAnswer', { serial: header.serial, result: DONE, code: result.code })
      tally.count('registration-refused')
      await desk.hold(header.phone, `注册：${plate}，${maker} ${model} ${terminalId}`, framesOf(header, body))
      return voice.say(header, 'registrationAnswer', { serial: header.serial, result: result.refused })
    }
    case 'authentication': {
      const identity = await desk.authenticate(header.phone, message.body.code)
      line.known = identity === undefined ? undefined : { terminal: header.phone, identity, askedMs: nowMs() }
      if (identity !== undefined) return voice.answer(header, DONE)
      tally.count('wrong-code')
      await desk.hold(header.phone, '鉴权码不符，或者没有注册', framesOf(header, body))
      return voice.answer(header, FAILED)
    }
    case 'terminalAnswer':
      waiting.get(message.body.serial)?.(message.body.result)
      waiting.delete(message.body.serial)
      return []
    case 'serverTimeQuery':
      return voice.say(header, 'serverTime', { atMs: nowMs() })
    case 'logout':
      if (line.known?.terminal !== header.phone) return voice.answer(header, FAILED)
      await desk.logOut(header.phone)
      line.known = undefined
      return voice.answer(header, DONE)
    case 'heartbeat':
      return voice.answer(header, DONE)
    default:
      tally.count(`message.${message.name}`)
      return voice.answer(header, UNSUPPORTED)
  }
}

function due({ parts: { tally, nowMs }, assembly, voice, latest }: Line): readonly Uint8Array[] {
  if (latest === undefined) return []
  return assembly.due(nowMs()).flatMap(({ kind, serial, indexes }) => {
    tally.count(kind === 'ask' ? 'asked-again' : 'lapsed')
    return kind === 'ask' ? voice.say(latest, 'platformMissingParts', { serial, indexes: [...indexes] }) : []
  })
}

interface Taken {
  readonly header: Header
  readonly arrivals: readonly Arrival[]
}
type Accepted = ReturnType<ReturnType<typeof openAssembly>['accept']>
function wholeOf(accepted: Accepted, { kind }: Frame, tally: Tally): Extract<Accepted, { readonly kind: 'whole' }> | undefined {
  tally.count(kind)
  if (accepted.kind === 'whole') return accepted
  tally.count(`part.${accepted.kind}`)
  return undefined
}
