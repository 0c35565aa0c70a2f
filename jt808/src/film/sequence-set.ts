import { openBits, type Bits } from './bits.ts'

/** What a sequence parameter set says of the pictures (序列参数集). */
export interface PictureForm {
  /** As a browser wants it, such as `avc1.42E01E`: profile, constraints, level (RFC 6381). */
  readonly codec: string
  readonly width: number
  readonly height: number
  /** Of high profiles: chroma format, and bits of luma and chroma above eight. */
  readonly high?: { readonly chroma: number; readonly luma: number; readonly colours: number }
}
/** Profiles that say more of colours and scaling, ITU-T H.264 7.3.2.1.1. */
const HIGH: readonly number[] = [100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135]
const BEFORE_BITS = 4
const MACROBLOCK = 16
const MOST_PIXELS = 8192
/** How wide and high one step of cropping is, by chroma format: 4:0:0, 4:2:0, 4:2:2, 4:4:4. */
const CROPS = [[1, 1], [2, 2], [2, 1], [1, 1]] as const

/** Reads a sequence parameter set, ITU-T H.264 7.3.2.1.1; nothing where it ends too early or says what cannot be. */
export function pictureFormOf(unit: Uint8Array): PictureForm | undefined {
  const [, profile, constraints, level] = unit
  if (profile === undefined || constraints === undefined || level === undefined) return undefined
  const bits = openBits(unit, BEFORE_BITS)
  bits.unsigned()
  const high = HIGH.includes(profile) ? highForm(bits) : undefined
  bits.unsigned()
  skipOrder(bits)
  bits.unsigned()
  bits.take(1)
  const across = (bits.unsigned() + 1) * MACROBLOCK
  const rows = bits.unsigned() + 1
  const isFrames = bits.take(1)
  if (isFrames === 0) bits.take(1)
  const down = rows * MACROBLOCK * (2 - isFrames)
  bits.take(1)
  const [left, right, top, bottom] = bits.take(1) === 1 ? [bits.unsigned(), bits.unsigned(), bits.unsigned(), bits.unsigned()] : [0, 0, 0, 0]
  const [cropX, cropY] = CROPS[high?.chroma ?? 1] ?? CROPS[1]
  const width = across - cropX * (left + right)
  const height = down - cropY * (2 - isFrames) * (top + bottom)
  if (bits.isOver() || width < 1 || height < 1 || across > MOST_PIXELS || down > MOST_PIXELS) return undefined
  return { codec: `avc1.${[profile, constraints, level].map((byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase()}`, width, height, ...(high === undefined ? {} : { high }) }
}

function highForm(bits: Bits): NonNullable<PictureForm['high']> {
  const chroma = bits.unsigned()
  if (chroma === 3) bits.take(1)
  const luma = bits.unsigned()
  const colours = bits.unsigned()
  bits.take(1)
  if (bits.take(1) === 1) for (let list = 0; list < (chroma === 3 ? 12 : 8); list += 1) if (bits.take(1) === 1) skipScaling(bits, list < 6 ? 16 : 64)
  return { chroma, luma, colours }
}
function skipScaling(bits: Bits, size: number): void {
  let last = 8
  let next = 8
  for (let index = 0; index < size && !bits.isOver(); index += 1) {
    if (next !== 0) next = (last + bits.signed() + 256) % 256
    last = next === 0 ? last : next
  }
}
function skipOrder(bits: Bits): void {
  const kind = bits.unsigned()
  if (kind === 0) bits.unsigned()
  if (kind !== 1) return
  bits.take(1)
  bits.signed()
  bits.signed()
  const cycle = bits.unsigned()
  for (let index = 0; index < cycle && !bits.isOver(); index += 1) bits.signed()
}
