import { openAssembly, type Due } from '@zhunsheng/jt808/frame/assembly.ts'
import type { Frame, Heard } from '@zhunsheng/jt808/frame/frame-reader.ts'
import type { Header } from '@zhunsheng/jt808/frame/header.ts'
import type { Location } from '@zhunsheng/jt808/location/location.ts'
import { decodeMessage } from '@zhunsheng/jt808/message.ts'
import { MESSAGES, type Bodies, type Message, type MessageName } from '@zhunsheng/jt808/messages/catalogue.ts'
import type { Arrival, SafetySign } from './contract.ts'
import { fixOf } from './fix-of.ts'
import { DONE, FAILED, framesOf, replied, stillKnown, UNSUPPORTED, WRONG, type Identity, type Line, type SessionParts, type TerminalReply } from './line.ts'
import { signsOf } from './safety-signs.ts'
import { say, type Report } from './say.ts'
import type { Tally } from './tally.ts'
import { openVoice, versionFor } from './voice.ts'

/** One connection, or one partner in datagrams (终端会话). */
export interface Session {
  /** What the frames lead to, in order: the frames to be sent back. A position is answered only when it is durable. */
  readonly hear: (heard: readonly Heard[]) => Promise<readonly Uint8Array[]>
  /** Who is at the other end, once that is certain. */
  readonly who: () => { readonly terminal: string; readonly identity: Identity } | undefined
  /** Parts of long messages that must be asked for again. */
  readonly due: () => readonly Uint8Array[]
  /** A message of the platform's own, and what comes back for it; nothing where a value does not fit. */
  readonly order: <N extends MessageName>(name: N, body: Bodies[N]) => Spoken | undefined
}
/** A message of the platform on its way, and its answer. Whoever waits no longer says so, or it would be remembered until the line ends. */
export interface Spoken {
  readonly frames: readonly Uint8Array[]
  readonly answered: Promise<TerminalReply>
  readonly forget: () => void
}

export function openSession(parts: SessionParts): Session {
  const line: Line = { parts, assembly: openAssembly(), voice: openVoice(parts.text, () => line.known?.identity.version), waiting: new Map(), known: undefined, latest: undefined }
  return {
    hear: (heard) => hear(line, heard),
    who: () => line.known,
    due: () => due(line),
    order: (name, body) => {
      const { latest, known, voice, waiting } = line
      const frames = latest === undefined || known === undefined ? [] : voice.say(latest, name, body)
      if (frames.length === 0) return undefined
      // Of a message in parts, terminals answer the first or the last.
      const first = voice.lastSerial()
      const serials = [...new Set([first, (first + frames.length - 1) & 0xffff])]
      const forget = (): void => serials.forEach((serial) => waiting.delete(serial))
      const answered = new Promise<TerminalReply>((resolve) => serials.forEach((serial) => waiting.set(serial, (reply) => { forget(); resolve(reply) })))
      return { frames, answered, forget }
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
    const signs = positions.flatMap(({ signs: warned }) => warned)
    tally.count('safety', signs.length)
    if (signs.length > 0) await desk.warn(signs)
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

const isReport = (message: Message): message is Report => message.name === 'location' || message.name === 'locationBatch' || message.name === 'locationAnswer'

async function report(line: Line, header: Header, message: Report, body: Uint8Array): Promise<Taken | readonly Uint8Array[]> {
  const { parts: { desk, tally, nowMs, mapping }, voice } = line
  const known = await stillKnown(line, header.phone)
  const frame = framesOf(header, body)
  if (known === undefined) {
    tally.count('unauthenticated')
    await desk.hold(header.phone, '未鉴权即上报位置', frame)
    return voice.answer(header, FAILED)
  }
  const { truckId, plate } = known.identity
  const warned = (location: Location): readonly SafetySign[] => signsOf(location, line.parts.text, { terminal: header.phone, truckId, plate, receivedMs: nowMs() })
  const from = { deviceId: header.phone, truckId, receivedMs: nowMs() }
  const one = (location: Location, more: { readonly buffered: boolean; readonly serial?: number }): Arrival => ({ truckId, fix: fixOf(location, { ...from, ...more }, mapping), frame })
  switch (message.name) {
    case 'location':
      return { header, arrivals: [one(message.body, { buffered: false, serial: header.serial })], signs: warned(message.body) }
    case 'locationAnswer':
      replied(line, message.body.serial, { result: DONE })
      return { header, arrivals: [one(message.body.location, { buffered: false })], signs: warned(message.body.location) }
    case 'locationBatch':
      tally.count('undecodable', message.body.refused.length)
      return { header, arrivals: message.body.locations.map((location) => one(location, { buffered: message.body.type === KEPT })), signs: message.body.locations.flatMap(warned) }
  }
}
/** A batch that was kept while there was no network (盲区补报). */
const KEPT = 1

function due(line: Line): readonly Uint8Array[] {
  const { parts: { tally, nowMs }, assembly, latest } = line
  if (latest === undefined) return []
  return assembly.due(nowMs()).flatMap((one) => {
    tally.count(one.kind === 'ask' ? 'asked-again' : 'lapsed')
    return one.kind === 'ask' ? askFor(line, latest, one) : []
  })
}
/** Parts of a picture are asked for by its own answer (0x8800), which knows it by the id in its first part; others by 0x8003. */
function askFor({ voice }: Line, to: Header, { id, serial, indexes, beginning }: Due): readonly Uint8Array[] {
  if (id !== MESSAGES.media.id || beginning === undefined || beginning.length < 4) return voice.say(to, 'platformMissingParts', { serial, indexes: [...indexes] })
  return voice.say(to, 'mediaAnswer', { mediaId: new DataView(beginning.buffer, beginning.byteOffset).getUint32(0), missing: [...indexes] })
}

interface Taken {
  readonly header: Header
  readonly arrivals: readonly Arrival[]
  readonly signs: readonly SafetySign[]
}
type Accepted = ReturnType<ReturnType<typeof openAssembly>['accept']>
function wholeOf(accepted: Accepted, { kind }: Frame, tally: Tally): Extract<Accepted, { readonly kind: 'whole' }> | undefined {
  tally.count(kind)
  if (accepted.kind === 'whole') return accepted
  tally.count(`part.${accepted.kind}`)
  return undefined
}
