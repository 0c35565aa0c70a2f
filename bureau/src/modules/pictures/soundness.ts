/** What a recording is by its bytes (影像格式): what the terminal says of it counts for nothing. */
export type Sound = 'image/jpeg' | 'image/tiff' | 'audio/mpeg' | 'audio/wav' | 'video/x-ms-wmv'

const BEGINNINGS: readonly (readonly [bytes: readonly number[], media: Sound])[] = [
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x49, 0x49, 0x2a, 0x00], 'image/tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image/tiff'],
  [[0x49, 0x44, 0x33], 'audio/mpeg'],
  [[0xff, 0xfb], 'audio/mpeg'],
  [[0x52, 0x49, 0x46, 0x46], 'audio/wav'],
  [[0x30, 0x26, 0xb2, 0x75], 'video/x-ms-wmv'],
]
/** Terminals fill the last packet up; so much after the end of a picture is no fault. */
const PADDING = 1024
const END = [0xff, 0xd9] as const

/** What the bytes are; nothing where they are none of the formats of the standard, or a picture that ends too early. */
export function soundOf(bytes: Uint8Array): Sound | undefined {
  const media = BEGINNINGS.find(([beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[1]
  return media === 'image/jpeg' && !hasEnd(bytes) ? undefined : media
}

function hasEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at >= Math.max(0, bytes.length - PADDING); at -= 1) if (bytes[at] === END[0] && bytes[at + 1] === END[1]) return true
  return false
}
