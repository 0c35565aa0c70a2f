import { MOST_BODY, writeHeader, type Header } from './header.ts'

const DELIMITER = 0x7e
const ESCAPE = 0x7d

/** A whole frame on the wire (封帧): head, body and checksum, escaped, between delimiters. Nothing where a value of the head does not fit. */
export function writeFrame(header: Header, body: Uint8Array): Uint8Array | undefined {
  if (body.length > MOST_BODY) return undefined
  const head = writeHeader(header, body.length)
  if (head === undefined) return undefined
  const plain = new Uint8Array(head.length + body.length + 1)
  plain.set(head)
  plain.set(body, head.length)
  plain[plain.length - 1] = plain.reduce((sum, byte) => sum ^ byte, 0)
  const escaped: number[] = [DELIMITER]
  for (const byte of plain) {
    if (byte === ESCAPE || byte === DELIMITER) escaped.push(ESCAPE, byte - ESCAPE + 1)
    else escaped.push(byte)
  }
  escaped.push(DELIMITER)
  return Uint8Array.from(escaped)
}

/** What a longer message takes (分包): as many frames as it needs, with serials one after the other from the header's own. */
export function writeFrames(header: Header, body: Uint8Array): readonly Uint8Array[] | undefined {
  const total = Math.ceil(body.length / MOST_BODY)
  if (total <= 1) {
    const only = writeFrame(header, body)
    return only === undefined ? undefined : [only]
  }
  const frames: Uint8Array[] = []
  for (let index = 1; index <= total; index += 1) {
    const piece = body.subarray((index - 1) * MOST_BODY, index * MOST_BODY)
    const frame = writeFrame({ ...header, serial: (header.serial + index - 1) & 0xffff, part: { total, index } }, piece)
    if (frame === undefined) return undefined
    frames.push(frame)
  }
  return frames
}
