import { filmBeginning } from '@zhunsheng/jt808/film/film.ts'
import { pictureFormOf } from '@zhunsheng/jt808/film/sequence-set.ts'

const MAGIC = Buffer.from([0x30, 0x31, 0x63, 0x64])
const START = Buffer.from([0, 0, 0, 1])

interface Picture {
  readonly bytes: Buffer
  readonly isKey: boolean
  readonly atMs: number
}

/** A film as one writes it down first: a buffer that is put together at every piece, and boxes put together of boxes. It counts nothing and checks little. */
export function plainFilm(pieces: readonly Buffer[]): readonly Buffer[] {
  let rest: Buffer = Buffer.alloc(0)
  let parts: Buffer[] = []
  const out: Buffer[] = []
  let before: Picture | undefined
  let first: number | undefined
  let number = 0
  let lasted = 40
  const write = (picture: Picture, durationMs: number): void => void out.push(fragment(picture, (number += 1), durationMs))
  for (const piece of pieces) {
    rest = Buffer.concat([rest, piece])
    for (;;) {
      const at = rest.indexOf(MAGIC)
      if (at === -1 || rest.length < at + 30) break
      const length = rest.readUInt16BE(at + 28)
      if (rest.length < at + 30 + length) break
      parts.push(rest.subarray(at + 30, at + 30 + length))
      const part = rest.readUInt8(at + 15) & 0x0f
      const timeMs = Number(rest.readBigUInt64BE(at + 16))
      rest = rest.subarray(at + 30 + length)
      if (part === 1 || part === 3) continue
      const units = unitsOf(Buffer.concat(parts))
      parts = []
      const slices = units.filter((unit) => [1, 5].includes(unit.readUInt8(0) & 0x1f))
      first ??= timeMs
      const picture = { bytes: Buffer.concat(slices.flatMap((slice) => [u32(slice.length), slice])), isKey: slices.some((slice) => (slice.readUInt8(0) & 0x1f) === 5), atMs: timeMs - first }
      if (before === undefined) out.push(beginning(units))
      else {
        lasted = picture.atMs - before.atMs
        write(before, lasted)
      }
      before = picture
    }
  }
  if (before !== undefined) write(before, lasted)
  return out
}

function unitsOf(bytes: Buffer): readonly Buffer[] {
  const units: Buffer[] = []
  for (let at = bytes.indexOf(START); at !== -1; ) {
    const next = bytes.indexOf(START, at + 4)
    units.push(bytes.subarray(at + 4, next === -1 ? bytes.length : next))
    at = next
  }
  return units
}
/** Once in a stream, and no part of what is compared: taken from the product. */
function beginning(units: readonly Buffer[]): Buffer {
  const of = (kind: number): Buffer => units.find((unit) => (unit.readUInt8(0) & 0x1f) === kind) ?? Buffer.alloc(0)
  const form = pictureFormOf(of(7))
  if (form === undefined) throw new Error('the first picture says nothing of its size')
  return Buffer.from(filmBeginning({ ...form, sequenceSet: of(7), pictureSet: of(8) }))
}

function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => bytes.writeUInt32BE(value, index * 4))
  return bytes
}
const box = (kind: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([u32(body.length + 8), Buffer.from(kind, 'latin1'), body])
}
function fragment({ bytes, isKey, atMs }: Picture, number: number, durationMs: number): Buffer {
  const moof = (dataAt: number): Buffer => box('moof', box('mfhd', u32(0, number)), box('traf', box('tfhd', u32(0x020000, 1)), box('tfdt', u32(0x01000000, 0, atMs)), box('trun', u32(0x000701, 1, dataAt, durationMs, bytes.length, isKey ? 0x02000000 : 0x01010000))))
  return Buffer.concat([moof(moof(0).length + 8), box('mdat', bytes)])
}
