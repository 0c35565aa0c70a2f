/** How many UTF-16 units are turned into text at once; more would overflow the call stack. */
const UNITS_AT_ONCE = 4096

/** A unit of text never takes more bytes than this. */
const BYTES_PER_UNIT = 3

/** Text as UTF-8 bytes. Half of a surrogate pair has no UTF-8 form: that is a fault of the caller. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * BYTES_PER_UNIT)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) bytes[length++] = unit
    else if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) {
      // Most of what is written here: a Chinese character.
      bytes[length++] = 0xe0 | (unit >> 12)
      bytes[length++] = 0x80 | ((unit >> 6) & 63)
      bytes[length++] = 0x80 | (unit & 63)
    } else {
      const code = text.codePointAt(at) ?? 0
      if (code >= 0xd800 && code <= 0xdfff) throw new RangeError('A lone surrogate has no UTF-8 form')
      length = writeCode(bytes, length, code)
      if (code > 0xffff) at += 1
    }
  }
  return bytes.slice(0, length)
}

/** Writes a code of two or four bytes, and says where the next one goes. */
function writeCode(bytes: Uint8Array, at: number, code: number): number {
  const length = code < 0x800 ? 2 : 4
  bytes[at] = (length === 2 ? 0xc0 : 0xf0) | (code >> (6 * (length - 1)))
  for (let next = 1; next < length; next += 1) bytes[at + next] = 0x80 | ((code >> (6 * (length - 1 - next))) & 63)
  return at + length
}

/**
 * UTF-8 bytes as text, or `undefined` when they are not the one correct UTF-8 form of a text:
 * overlong forms, surrogates and cut-off characters are all refused.
 */
export function findUtf8Text(bytes: Uint8Array): string | undefined {
  const { text, length } = readUtf8(bytes)
  return length === bytes.length ? text : undefined
}

/** As much of the bytes as is correct UTF-8, and how many bytes that is. */
export function readUtf8(bytes: Uint8Array): { readonly text: string; readonly length: number } {
  const parts: string[] = []
  let units: number[] = []
  let at = 0
  while (at < bytes.length) {
    const step = readCode(bytes, at)
    if (step === undefined) break
    pushUnits(units, step.code)
    at += step.length
    if (units.length >= UNITS_AT_ONCE) {
      parts.push(String.fromCharCode(...units))
      units = []
    }
  }
  return { text: parts.join('') + String.fromCharCode(...units), length: at }
}

function pushUnits(units: number[], code: number): void {
  if (code < 0x10000) units.push(code)
  else units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff))
}

/** The smallest code that needs a form of this many bytes; a smaller one is an overlong form. */
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000] as const

function readCode(bytes: Uint8Array, at: number): { code: number; length: number } | undefined {
  const first = bytes[at] ?? 0
  if (first < 0x80) return { code: first, length: 1 }
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 0
  if (length === 0 || first > 0xf7) return undefined
  let code = first & (0xff >> (length + 1))
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next]
    if (byte === undefined || (byte & 0xc0) !== 0x80) return undefined
    code = (code << 6) | (byte & 63)
  }
  const smallest = SMALLEST[length] ?? 0
  const wrong = code < smallest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
  return wrong ? undefined : { code, length }
}
