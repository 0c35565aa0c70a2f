import QRCode from 'qrcode'
import type { Square } from './model.ts'

/** The quiet zone that scanners need around a code, in modules (ISO/IEC 18004). */
const QUIET = 4

/** A text as a QR code (二维码) of medium error correction: each row of dark modules is a bar. */
export function squareOf(text: string): Square {
  const { data, size } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const bars: string[] = []
  for (let row = 0; row < size; row += 1)
    for (let at = 0; at < size; at += 1) {
      let length = 0
      while (at + length < size && data[row * size + at + length] === 1) length += 1
      if (length === 0) continue
      bars.push(`M ${at + QUIET} ${row + QUIET} h ${length} v 1 h -${length} z`)
      at += length
    }
  return { modules: size + 2 * QUIET, path: bars.join(' ') }
}
