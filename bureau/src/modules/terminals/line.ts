import type { BodyMapping } from '@zhunsheng/jt808/body/truck-body.ts'
import type { TextCodec } from '@zhunsheng/jt808/bytes/text.ts'
import type { Assembly } from '@zhunsheng/jt808/frame/assembly.ts'
import type { Header } from '@zhunsheng/jt808/frame/header.ts'
import { writeFrames } from '@zhunsheng/jt808/frame/write-frame.ts'
import type { Version } from '@zhunsheng/jt808/version.ts'
import type { Arrival, CardReport, Recording, RecordingFate, SafetySign } from './contract.ts'
import type { Tally } from './tally.ts'
import type { Voice } from './voice.ts'

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
  /** Resolves when the recording is durable, or was refused. */
  readonly record: (recording: Recording) => Promise<RecordingFate>
  readonly card: (report: CardReport) => Promise<void>
  readonly warn: (signs: readonly SafetySign[]) => Promise<void>
}
export interface SessionParts {
  readonly desk: TerminalDesk
  readonly text: TextCodec
  readonly tally: Tally
  readonly nowMs: () => number
  readonly mapping?: BodyMapping
}

/** What a terminal answered to an order: the result of the standard, and what else it told. */
export interface TerminalReply {
  readonly result: number
  readonly said?: string
}
/** Results of an answer (通用应答 结果). */
export const DONE = 0
export const FAILED = 1
export const WRONG = 2
export const UNSUPPORTED = 3

/** What a session remembers (终端线路). */
export interface Line {
  readonly parts: SessionParts
  readonly assembly: Assembly
  readonly voice: Voice
  /** Messages of the platform that wait for an answer, by their serial. */
  readonly waiting: Map<number, (reply: TerminalReply) => void>
  known: { readonly terminal: string; readonly identity: Identity; readonly askedMs: number } | undefined
  latest: Header | undefined
}

/** After so long the register is asked again whose terminal it is. */
const ASK_AGAIN_MS = 60_000
/** Whose terminal it is, asked again from time to time. */
export async function stillKnown(line: Line, phone: string): Promise<Line['known']> {
  const { known, parts: { desk, nowMs } } = line
  if (known?.terminal !== phone) return undefined
  if (nowMs() - known.askedMs < ASK_AGAIN_MS) return known
  const identity = await desk.identify(phone)
  line.known = identity?.truckId === known.identity.truckId ? { ...known, askedMs: nowMs() } : undefined
  return line.known
}

/** Tells whoever waits for it that the terminal answered. */
export function replied({ waiting }: Line, serial: number, reply: TerminalReply): void {
  waiting.get(serial)?.(reply)
  waiting.delete(serial)
}

/** The frames of a message, in a row, as they came: writing a frame gives its bytes back. */
export const framesOf = (header: Header, body: Uint8Array): Uint8Array => new Uint8Array(Buffer.concat([...(writeFrames(header, body) ?? [])]))
