import { bcdDigits } from '../bytes/bcd.ts'
import { withoutPadding } from '../layout/bcd.ts'
import type { PhoneBytes } from './media-packet.ts'

/** Who a new connection may be (接入身份): the phone and channel of its first packet, by each way in which phones are written. */
export interface MediaCaller {
  readonly phone: string
  readonly channel: number
  readonly phoneBytes: PhoneBytes
}
const MAGIC = [0x30, 0x31, 0x63, 0x64] as const
const PHONE_AT = 8
const WAYS: readonly PhoneBytes[] = [6, 10]
/** So many bytes tell all of it. */
export const MEDIA_CALLER_BYTES = PHONE_AT + 10 + 1

/** Reads who calls out of the first bytes of a stream; nobody where they are no beginning of a packet. */
export function mediaCallers(bytes: Uint8Array): readonly MediaCaller[] {
  if (MAGIC.some((byte, at) => bytes[at] !== byte)) return []
  return WAYS.flatMap((phoneBytes) => {
    const phone = bcdDigits(bytes, PHONE_AT, phoneBytes)
    const channel = bytes[PHONE_AT + phoneBytes]
    return phone === undefined || channel === undefined ? [] : [{ phone: withoutPadding(phone), channel, phoneBytes }]
  })
}
