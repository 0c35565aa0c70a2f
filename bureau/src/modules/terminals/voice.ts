import type { TextCodec } from '@zhunsheng/jt808/bytes/text.ts'
import { versionOf, type Header } from '@zhunsheng/jt808/frame/header.ts'
import { writeFrames } from '@zhunsheng/jt808/frame/write-frame.ts'
import { encodeMessage } from '@zhunsheng/jt808/message.ts'
import type { Bodies, MessageName } from '@zhunsheng/jt808/messages/catalogue.ts'
import type { Version } from '@zhunsheng/jt808/version.ts'

/** What the platform says on one line (平台下行): messages with running numbers, in the edition of the terminal. */
export interface Voice {
  /** The frames of a message to whoever sent this head; none where a value does not fit. */
  readonly say: <N extends MessageName>(to: Header, name: N, body: Bodies[N]) => readonly Uint8Array[]
  /** The answer that serves every message (平台通用应答): 0 done, 1 failed, 2 wrong, 3 not supported. */
  readonly answer: (to: Header, result: number) => readonly Uint8Array[]
  /** The number of the last message that was said. */
  readonly lastSerial: () => number
}

/** 2019 says so itself; before that, what was said at registration, or the edition that most terminals speak. */
export const versionFor = (header: Header, registered: Version | undefined): Version => versionOf(header, registered === 2011 ? 2011 : 2013)

export function openVoice(text: TextCodec, registered: () => Version | undefined): Voice {
  let next = 0
  let last = 0
  const say: Voice['say'] = (to, name, body) => {
    const encoded = encodeMessage(name, body, { version: versionFor(to, registered()), text })
    if (!encoded.ok) return []
    const { is2019, protocolVersion, phone } = to
    const frames = writeFrames({ id: encoded.id, is2019, protocolVersion, phone, serial: next, encryption: 0, reserved: false }, encoded.body) ?? []
    last = next
    next = (next + Math.max(1, frames.length)) & 0xffff
    return frames
  }
  return { say, answer: (to, result) => say(to, 'platformAnswer', { serial: to.serial, messageId: to.id, result }), lastSerial: () => last }
}
