/**
 * The camera of a simulated truck (仿真摄像头): H.264 in the constrained baseline profile, made without any encoder. Each macroblock that
 * changes is written as it is (I_PCM), the others are skipped; so the same frame is the same bytes everywhere, and any decoder shows it.
 */
export interface FilmOptions {
  /** In macroblocks of 16 by 16. */
  readonly across: number
  readonly down: number
  /** Of so many frames the first is a key frame; at most 16, since frames are numbered with four bits. */
  readonly keyEvery: number
}
export const USUAL_FILM: FilmOptions = { across: 8, down: 6, keyEvery: 10 }

/** Frame `index` as an access unit of a byte stream (ITU-T H.264 Annex B): a bright square goes from block to block, one each frame. */
export function filmFrame(index: number, { across, down, keyEvery }: FilmOptions = USUAL_FILM): Uint8Array {
  const blocks = across * down
  const within = index % keyEvery
  const bright = index % blocks
  if (within === 0) return joined(sequenceSet(across, down), pictureSet(), nal(KEY_SLICE, keySlice(blocks, bright, Math.floor(index / keyEvery) % 2)))
  return joined(nal(SLICE, slice(blocks, within, bright, (bright + blocks - 1) % blocks)))
}
export const isKeyFrame = (index: number, { keyEvery }: Pick<FilmOptions, 'keyEvery'> = USUAL_FILM): boolean => index % keyEvery === 0

const [SLICE, KEY_SLICE, SEQUENCE_SET, PICTURE_SET] = [0x61, 0x65, 0x67, 0x68]
/** Constrained baseline, level 3. */
const [PROFILE, CONSTRAINTS, LEVEL] = [66, 0xc0, 30]
/** Types: a slice of intra, of predicted macroblocks only; a block as it is, in either. */
const [I_SLICE, P_SLICE, I_PCM, I_PCM_IN_P] = [7, 5, 25, 30]
const [BRIGHT, DARK, NO_COLOUR] = [235, 60, 128]
const [LUMA, CHROMA] = [256, 128]

function sequenceSet(across: number, down: number): Uint8Array {
  const bits = openWriter()
  bits.put(8, PROFILE)
  bits.put(8, CONSTRAINTS)
  bits.put(8, LEVEL)
  // Number 0; frames numbered with four bits; shown in the order in which they are sent; one frame to refer to, without gaps.
  for (const value of [0, 0, 2, 1]) bits.number(value)
  bits.put(1, 0)
  bits.number(across - 1)
  bits.number(down - 1)
  // Frames, no fields; direct inference; no cropping; nothing about display.
  bits.put(4, 0b1100)
  return nal(SEQUENCE_SET, bits.ended())
}
function pictureSet(): Uint8Array {
  const bits = openWriter()
  bits.number(0)
  bits.number(0)
  bits.put(2, 0)
  for (const value of [0, 0, 0]) bits.number(value)
  bits.put(3, 0)
  for (const value of [0, 0, 0]) bits.number(value)
  // The slices say of smoothing themselves; nothing else.
  bits.put(3, 0b100)
  return nal(PICTURE_SET, bits.ended())
}
function keySlice(blocks: number, bright: number, turn: number): Uint8Array {
  const bits = openWriter(blocks * (LUMA + CHROMA + 4))
  for (const value of [0, I_SLICE, 0]) bits.number(value)
  bits.put(4, 0)
  // Two key frames in a row differ by a number.
  bits.number(turn)
  bits.put(2, 0)
  bits.number(0)
  bits.number(1)
  for (let block = 0; block < blocks; block += 1) asItIs(bits, I_PCM, block === bright ? BRIGHT : shade(block))
  return bits.ended()
}
function slice(blocks: number, within: number, bright: number, left: number): Uint8Array {
  const bits = openWriter(2 * (LUMA + CHROMA + 16))
  for (const value of [0, P_SLICE, 0]) bits.number(value)
  bits.put(4, within)
  bits.put(3, 0)
  bits.number(0)
  bits.number(1)
  let at = 0
  for (const block of [bright, left].toSorted((one, other) => one - other)) {
    bits.number(block - at)
    asItIs(bits, I_PCM_IN_P, block === bright ? BRIGHT : shade(block))
    at = block + 1
  }
  if (at < blocks) bits.number(blocks - at)
  return bits.ended()
}
const shade = (block: number): number => DARK + (block % 8) * 8
function asItIs(bits: BitWriter, type: number, luma: number): void {
  bits.number(type)
  bits.align()
  bits.fill(LUMA, luma)
  bits.fill(CHROMA, NO_COLOUR)
}

interface BitWriter {
  readonly put: (count: number, value: number) => void
  /** A number of variable length (Exp-Golomb). */
  readonly number: (value: number) => void
  readonly align: () => void
  readonly fill: (count: number, byte: number) => void
  /** The bytes, with the bit that ends them. */
  readonly ended: () => Uint8Array
}
const SMALL = 64
function openWriter(most = SMALL): BitWriter {
  const bytes = new Uint8Array(most + SMALL)
  let at = 0
  function put(count: number, value: number): void {
    for (let bit = count - 1; bit >= 0; bit -= 1) {
      if (((value >> bit) & 1) === 1) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (0x80 >> (at & 7))
      at += 1
    }
  }
  const align = (): void => void (at = (at + 7) & ~7)
  return {
    put, align,
    number: (value) => {
      const length = 32 - Math.clz32(value + 1)
      put(length - 1, 0)
      put(length, value + 1)
    },
    fill: (count, byte) => {
      bytes.fill(byte, at >> 3, (at >> 3) + count)
      at += count * 8
    },
    ended: () => {
      put(1, 1)
      align()
      return bytes.slice(0, at >> 3)
    },
  }
}

const START = [0, 0, 0, 1] as const
/** A unit with its start code; where two zeros and a small byte would follow each other a guard stands between (7.4.1.1). */
function nal(kind: number, payload: Uint8Array): Uint8Array {
  const bytes: number[] = [...START, kind]
  let zeros = 0
  for (const byte of payload) {
    if (zeros === 2 && byte <= 3) {
      bytes.push(3)
      zeros = 0
    }
    bytes.push(byte)
    zeros = byte === 0 ? zeros + 1 : 0
  }
  return Uint8Array.from(bytes)
}
function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
