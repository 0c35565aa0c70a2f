/** Reads bits of a unit of H.264, the first first; the bytes that keep start codes out (00 00 03) are left out. */
export interface Bits {
  readonly take: (count: number) => number
  /** An unsigned and a signed number of variable length (Exp-Golomb), ITU-T H.264 9.1. */
  readonly unsigned: () => number
  readonly signed: () => number
  /** More was asked than there is, or a number was too long: nothing of what was read counts. */
  readonly isOver: () => boolean
}
const MOST_ZEROS = 31

/** Opens the bits of a unit, after so many bytes of it. */
export function openBits(unit: Uint8Array, from: number): Bits {
  const bytes = withoutGuards(unit.subarray(from))
  let at = 0
  let over = false
  function bit(): number {
    if (at >= bytes.length * 8) over = true
    const one = ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1
    at += 1
    return one
  }
  function take(count: number): number {
    let value = 0
    for (let index = 0; index < count; index += 1) value = value * 2 + bit()
    return value
  }
  function unsigned(): number {
    let zeros = 0
    while (!over && bit() === 0) zeros += 1
    if (zeros > MOST_ZEROS) over = true
    return over ? 0 : 2 ** zeros - 1 + take(zeros)
  }
  function signed(): number {
    const code = unsigned()
    return code % 2 === 0 ? -code / 2 : (code + 1) / 2
  }
  return { take, unsigned, signed, isOver: () => over }
}

const GUARD = 3
function withoutGuards(bytes: Uint8Array): Uint8Array {
  const plain = new Uint8Array(bytes.length)
  let length = 0
  let zeros = 0
  for (const byte of bytes) {
    if (zeros >= 2 && byte === GUARD) {
      zeros = 0
      continue
    }
    zeros = byte === 0 ? zeros + 1 : 0
    plain[length] = byte
    length += 1
  }
  return plain.subarray(0, length)
}
