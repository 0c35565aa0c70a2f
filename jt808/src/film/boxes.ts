/** A box of a film (ISO/IEC 14496-12 4.2) before it is written: its four letters, and numbers, bytes or boxes in it. */
type Part = Uint8Array | Box
export interface Box {
  readonly kind: string
  readonly parts: readonly Part[]
}
export const box = (kind: string, ...parts: readonly Part[]): Box => ({ kind, parts })
/** A box with a version and flags in front (FullBox). */
export const fullBox = (kind: string, version: number, flags: number, ...parts: readonly Part[]): Box => ({ kind, parts: [u32(version * 2 ** 24 + flags), ...parts] })

export const u8 = (...values: readonly number[]): Uint8Array => Uint8Array.from(values)
export const u16 = (...values: readonly number[]): Uint8Array => numbers(values, 2, (view, at, value) => view.setUint16(at, value))
export const u32 = (...values: readonly number[]): Uint8Array => numbers(values, 4, (view, at, value) => view.setUint32(at, value))
export function letters(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}
export const zeros = (count: number): Uint8Array => new Uint8Array(count)

function numbers(values: readonly number[], size: number, write: (view: DataView, at: number, value: number) => void): Uint8Array {
  const bytes = new Uint8Array(values.length * size)
  const view = new DataView(bytes.buffer)
  values.forEach((value, index) => write(view, index * size, value))
  return bytes
}

const HEAD = 8
const sizeOf = (part: Part): number => ('kind' in part ? part.parts.reduce((sum, one) => sum + sizeOf(one), HEAD) : part.length)

/** The bytes of boxes in a row. */
export function written(...boxes: readonly Box[]): Uint8Array {
  const bytes = new Uint8Array(boxes.reduce((sum, one) => sum + sizeOf(one), 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const one of boxes) at = write(one, bytes, view, at)
  return bytes
}
function write(part: Part, bytes: Uint8Array, view: DataView, from: number): number {
  if (!('kind' in part)) {
    bytes.set(part, from)
    return from + part.length
  }
  view.setUint32(from, sizeOf(part))
  for (let index = 0; index < 4; index += 1) bytes[from + 4 + index] = part.kind.charCodeAt(index)
  let at = from + HEAD
  for (const one of part.parts) at = write(one, bytes, view, at)
  return at
}
