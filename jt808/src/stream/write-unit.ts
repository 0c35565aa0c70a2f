import { USUAL_MEDIA_BODY, writeMediaPacket, type MediaHeader, type MediaPart, type PhoneBytes } from './media-packet.ts'

const [WHOLE, FIRST, LAST, MIDDLE] = [0, 1, 2, 3] as const
const NUMBERS = 0x10000

/** A frame as the packets that carry it (分包), numbered from `sequence` on; nothing where a value does not fit. */
export function writeMediaUnit(header: Omit<MediaHeader, 'part' | 'marker'>, bytes: Uint8Array, phoneBytes: PhoneBytes = 6): readonly Uint8Array[] | undefined {
  const count = Math.max(1, Math.ceil(bytes.length / USUAL_MEDIA_BODY))
  const packets: Uint8Array[] = []
  for (let index = 0; index < count; index += 1) {
    const body = bytes.subarray(index * USUAL_MEDIA_BODY, (index + 1) * USUAL_MEDIA_BODY)
    const packet = writeMediaPacket({ ...header, sequence: (header.sequence + index) % NUMBERS, marker: index === count - 1, part: partOf(index, count) }, body, phoneBytes)
    if (packet === undefined) return undefined
    packets.push(packet)
  }
  return packets
}
function partOf(index: number, count: number): MediaPart {
  if (count === 1) return WHOLE
  if (index === 0) return FIRST
  return index === count - 1 ? LAST : MIDDLE
}
