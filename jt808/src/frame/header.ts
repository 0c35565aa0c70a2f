import { bcdDigits, fitsBcd, writeBcd } from '../bytes/bcd.ts'
import { withoutPadding } from '../layout/bcd.ts'
import type { Version } from '../version.ts'

/**
 * The head of a message (消息头), JT/T 808-2019 第 4.4.3 条 and its tables; before 2019 without the version and with a phone of
 * twelve digits.
 */
export interface Header {
  /** Message id (消息 ID), such as 0x0200. */
  readonly id: number
  /** The edition as far as the head tells: the version flag (版本标识, bit 14) is set from 2019 on. */
  readonly is2019: boolean
  /** Protocol version (协议版本号) of 2019, 1 in the first edition; 0 before 2019. */
  readonly protocolVersion: number
  /** The terminal's phone number (终端手机号), digits without the zeros in front; "0" where it is all zeros. */
  readonly phone: string
  /** Running number (消息流水号), from 0 to 65535 and from 0 again. */
  readonly serial: number
  /** Encryption (数据加密方式), three bits: 0 is none, 1 is RSA. The body is not decrypted here. */
  readonly encryption: number
  /** The reserved bit 15, kept so that a frame can be written again as it was. */
  readonly reserved: boolean
  /** Which part of a longer message this is (消息包封装项), from 1. */
  readonly part?: Part
}
/** Which part of how many (包序号、消息总包数). */
export interface Part {
  readonly total: number
  readonly index: number
}

/** The longest body of one frame: ten bits. */
export const MOST_BODY = 0x3ff
/** Message id, attributes, phone, serial: what every head has. */
const LEAST_HEAD = 12
const MORE_IN_2019 = 5
const PART_BYTES = 4
const LONGEST_PHONE = 10
/** The most bytes between two delimiters, unescaped: head, body and checksum. */
export const MOST_BYTES = LEAST_HEAD + MORE_IN_2019 + PART_BYTES + MOST_BODY + 1

const FLAG = { part: 1 << 13, is2019: 1 << 14, reserved: 1 << 15 }

/** How long the head of these bytes is, and how long its body shall be; nothing where they end too early to tell. */
export function lengthsOf(bytes: Uint8Array, length: number): { readonly head: number; readonly body: number } | undefined {
  if (length < LEAST_HEAD) return undefined
  const attributes = word(bytes, 2)
  const head = LEAST_HEAD + ((attributes & FLAG.is2019) === 0 ? 0 : MORE_IN_2019) + ((attributes & FLAG.part) === 0 ? 0 : PART_BYTES)
  return { head, body: attributes & MOST_BODY }
}

/** Reads a head whose length was checked. Nothing where the phone is no BCD, or there can be no such part. */
export function readHeader(bytes: Uint8Array, readPhone: PhoneReader = readAnyPhone): Header | 'wrong-phone' | 'wrong-part' {
  const attributes = word(bytes, 2)
  const is2019 = (attributes & FLAG.is2019) !== 0
  const phone = is2019 ? readPhone(bytes, 5, 10) : readPhone(bytes, 4, 6)
  if (phone === undefined) return 'wrong-phone'
  const at = is2019 ? 15 : 10
  const head = {
    id: word(bytes, 0),
    is2019,
    protocolVersion: is2019 ? (bytes[4] ?? 0) : 0,
    phone,
    serial: word(bytes, at),
    encryption: (attributes >> 10) & 7,
    reserved: (attributes & FLAG.reserved) !== 0,
  }
  if ((attributes & FLAG.part) === 0) return head
  const part = { total: word(bytes, at + 2), index: word(bytes, at + 4) }
  return part.index >= 1 && part.index <= part.total ? { ...head, part } : 'wrong-part'
}

/** Reads the digits of a phone, without the zeros in front; nothing where it is no BCD. */
export type PhoneReader = (bytes: Uint8Array, at: number, length: number) => string | undefined

const readAnyPhone: PhoneReader = (bytes, at, length) => {
  const digits = bcdDigits(bytes, at, length)
  return digits === undefined ? undefined : withoutPadding(digits)
}

/** On one connection the phone is the same all day, so the last one is kept with its bytes. */
export function rememberingPhones(): PhoneReader {
  const last = new Uint8Array(LONGEST_PHONE)
  let lastLength = 0
  let phone: string | undefined
  return (bytes, at, length) => {
    let same = length === lastLength
    for (let index = 0; same && index < length; index += 1) same = last[index] === bytes[at + index]
    if (same) return phone
    last.set(bytes.subarray(at, at + length))
    lastLength = length
    phone = readAnyPhone(bytes, at, length)
    return phone
  }
}

/** The bytes of a head before a body of this length; nothing where one of its values does not fit. */
export function writeHeader(header: Header, bodyLength: number): Uint8Array | undefined {
  const { id, is2019, protocolVersion, phone, serial, encryption, reserved, part } = header
  const phoneBytes = is2019 ? 10 : 6
  const numbers: readonly (readonly [number, number])[] = [[id, 0xffff], [serial, 0xffff], [protocolVersion, is2019 ? 0xff : 0], [encryption, 7], [bodyLength, MOST_BODY], [part?.total ?? 1, 0xffff]]
  if (numbers.some(([value, most]) => !Number.isInteger(value) || value < 0 || value > most) || !fitsBcd(phone, phoneBytes)) return undefined
  if (part !== undefined && !(Number.isInteger(part.index) && part.index >= 1 && part.index <= part.total)) return undefined
  const bytes = new Uint8Array(LEAST_HEAD + (is2019 ? MORE_IN_2019 : 0) + (part === undefined ? 0 : PART_BYTES))
  const view = new DataView(bytes.buffer)
  view.setUint16(0, id)
  view.setUint16(2, bodyLength | (encryption << 10) | (part === undefined ? 0 : FLAG.part) | (is2019 ? FLAG.is2019 : 0) | (reserved ? FLAG.reserved : 0))
  if (is2019) bytes[4] = protocolVersion
  writeBcd(bytes, is2019 ? 5 : 4, phoneBytes, phone)
  const at = is2019 ? 15 : 10
  view.setUint16(at, serial)
  if (part !== undefined) {
    view.setUint16(at + 2, part.total)
    view.setUint16(at + 4, part.index)
  }
  return bytes
}

/** The edition of a message: what its head says, or else what is known of the terminal. */
export const versionOf = (header: Pick<Header, 'is2019'>, before2019: 2011 | 2013): Version => (header.is2019 ? 2019 : before2019)

const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
