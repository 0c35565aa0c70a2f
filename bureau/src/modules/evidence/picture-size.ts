/** How large a picture says it is (图像尺寸), read from its head without decoding a point; nothing where it does not say. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

const JPEG = 0xffd8
const WEBP_HEAD = 30

/** JPEG (ITU T.81 B.2), PNG (ISO 15948 §11.2.2) or WebP (RFC 9649 §2). */
export function sizeOfPicture(bytes: Uint8Array): PictureSize | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.length >= 24 && data.toString('latin1', 1, 4) === 'PNG') return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
  if (data.length >= WEBP_HEAD && data.toString('latin1', 8, 12) === 'WEBP') return sizeOfWebp(data)
  return data.length >= 2 && data.readUInt16BE(0) === JPEG ? sizeOfJpeg(data) : undefined
}

function sizeOfWebp(data: Buffer): PictureSize | undefined {
  switch (data.toString('latin1', 12, 16)) {
    case 'VP8X': return { width: data.readUIntLE(24, 3) + 1, height: data.readUIntLE(27, 3) + 1 }
    case 'VP8 ': return { width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = data.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    default: return undefined
  }
}

/** Frames begin with a marker C0 to CF; C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function sizeOfJpeg(data: Buffer): PictureSize | undefined {
  let at = 2
  while (at + 9 <= data.length && data[at] === 0xff) {
    const marker = data.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrame(marker)) return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) }
    at += 2 + data.readUInt16BE(at + 2)
  }
  return undefined
}
