import { take, type Reader } from '../bytes/reader.ts'
import { room, unfit, type Writer } from '../bytes/writer.ts'
import type { Layout, Meanings } from './layout.ts'

interface Wire {
  readonly bytes: number
  readonly least: number
  readonly most: number
  readonly get: (view: DataView, at: number) => number
  readonly set: (view: DataView, at: number, value: number) => void
}

function wholeNumber({ bytes, least, most, get, set }: Wire, more: { readonly meanings?: Meanings; readonly bits?: Meanings; readonly unit?: string } = {}): Layout<number> {
  return {
    form: { kind: 'number', least, most, ...more },
    read(from: Reader) {
      const at = take(from, bytes)
      return at < 0 ? 0 : get(from.view, at)
    },
    write(to: Writer, value: number) {
      if (!Number.isInteger(value) || value < least || value > most) unfit(to, 'out-of-range')
      const at = room(to, bytes)
      set(to.view, at, value)
    },
  }
}

const BYTE: Wire = { bytes: 1, least: 0, most: 0xff, get: (view, at) => view.getUint8(at), set: (view, at, value) => view.setUint8(at, value) }
const WORD: Wire = { bytes: 2, least: 0, most: 0xffff, get: (view, at) => view.getUint16(at), set: (view, at, value) => view.setUint16(at, value) }
const DWORD: Wire = { bytes: 4, least: 0, most: 0xffff_ffff, get: (view, at) => view.getUint32(at), set: (view, at, value) => view.setUint32(at, value) }
const SIGNED_WORD: Wire = { bytes: 2, least: -0x8000, most: 0x7fff, get: (view, at) => view.getInt16(at), set: (view, at, value) => view.setInt16(at, value) }
const SIZES = { 1: BYTE, 2: WORD, 4: DWORD } as const
type Size = keyof typeof SIZES

/** BYTE: one byte. Of longer numbers the first byte is the largest (大端). */
export const u8 = wholeNumber(BYTE)
/** WORD: two bytes. */
export const u16 = wholeNumber(WORD)
/** DWORD: four bytes. */
export const u32 = wholeNumber(DWORD)
/** A whole number with a sign in two bytes. */
export const i16 = wholeNumber(SIGNED_WORD)

/** A number with its unit as people read it: `measured(2, 'km/h')`. */
export const measured = (bytes: Size, unit: string): Layout<number> => wholeNumber(SIZES[bytes], { unit })

/** A number that stands for something. Values that the table lacks are kept as they are: vendors and later editions add some. */
export const coded = (bytes: Size, meanings: Meanings): Layout<number> => wholeNumber(SIZES[bytes], { meanings })

/** A word whose bits mean something each, by the number of the bit. */
export const flags = (bytes: Size, bits: Meanings): Layout<number> => wholeNumber(SIZES[bytes], { bits })

/** Eight bytes of flags (64BITS), as in JT/T 1078: too many for a number. */
export const bits64: Layout<bigint> = {
  form: { kind: 'wide' },
  read(from) {
    const at = take(from, 8)
    return at < 0 ? 0n : from.view.getBigUint64(at)
  },
  write(to, value) {
    if (value < 0n || value > 0xffff_ffff_ffff_ffffn) unfit(to, 'out-of-range')
    const at = room(to, 8)
    to.view.setBigUint64(at, value)
  },
}
