import { readerOf } from './bytes/reader.ts'
import type { TextCodec } from './bytes/text.ts'
import { writerOf, written } from './bytes/writer.ts'
import type { Fault } from './fault.ts'
import { findMessage, MESSAGES, type Bodies, type Message, type MessageName } from './messages/catalogue.ts'
import type { Version } from './version.ts'

/** A body of a message that this room does not know: its bytes, and its id in the head. */
export interface UnknownMessage { readonly name: 'unknown'; readonly body: Uint8Array }

/**
 * What came of reading a body. `unread` counts bytes that the layout did not ask for: terminals add some of their own, which
 * spoils nothing. `version` is the edition that it was read by.
 */
export type Decoded =
  | { readonly ok: true; readonly message: Message | UnknownMessage; readonly version: Version; readonly unread: number }
  | { readonly ok: false; readonly fault: Fault; readonly version: Version }

/** What came of writing one: its id and bytes, or the value that does not fit. */
export type Encoded = { readonly ok: true; readonly id: number; readonly body: Uint8Array } | { readonly ok: false; readonly fault: Fault }

/** What has to be known to read a body, or to write one. */
export interface Reading {
  /** The edition that the terminal speaks, see `versionOf`. */
  readonly version: Version
  readonly text: TextCodec
}

const REGISTRATION = 0x0100
/** What stands before the plate: maker, model and terminal id have twelve bytes less in 2011. */
const BEFORE_PLATE = { 2011: 25, 2013: 37 }
const VIN_BYTES = 17

/**
 * Reads the body of a message (解析消息体). It never throws: a body that is wrong comes back as a fault that says where.
 * A registration is what tells 2011 from 2013, by its length; its `version` is the one to go on with.
 */
export function decodeMessage(id: number, body: Uint8Array, { version, text }: Reading): Decoded {
  const definition = findMessage(id)
  if (definition === undefined) return { ok: true, message: { name: 'unknown', body }, version, unread: 0 }
  const spoken = id === REGISTRATION && version !== 2019 ? editionOf(body) : version
  const from = readerOf(body, spoken, text)
  const message = definition.decode(from)
  return from.fault === undefined ? { ok: true, message, version: spoken, unread: from.unread + from.end - from.at } : { ok: false, fault: from.fault, version: spoken }
}

/** Writes the body of a message (生成消息体). A value that does not fit comes back as a fault: an officer may have typed it. */
export function encodeMessage<N extends MessageName>(name: N, body: Bodies[N], { version, text }: Reading): Encoded {
  const definition = MESSAGES[name]
  const to = writerOf(version, text)
  definition.layout.write(to, body)
  return to.fault === undefined ? { ok: true, id: definition.id, body: written(to) } : { ok: false, fault: to.fault }
}

/** A plate has fewer than the twelve bytes of the difference; where it is long because it is a VIN, its characters give it away. */
function editionOf(registration: Uint8Array): 2011 | 2013 {
  if (registration.length < BEFORE_PLATE[2013]) return 2011
  const isVin = registration.length === BEFORE_PLATE[2011] + VIN_BYTES && registration.subarray(BEFORE_PLATE[2011]).every(isLetterOrDigit)
  return isVin ? 2011 : 2013
}

const isLetterOrDigit = (byte: number): boolean => (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a)
