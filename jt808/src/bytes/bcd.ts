/** What two digits in one byte (BCD) say; -1 for a byte that has a letter in it. */
const VALUES = Int8Array.from({ length: 256 }, (_, byte) => ((byte & 0x0f) <= 9 && byte >> 4 <= 9 ? (byte >> 4) * 10 + (byte & 0x0f) : -1))
/** The same as two characters. */
const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** The number that one byte of BCD says, 0 to 99; -1 where it says none. */
export const bcdValue = (byte: number): number => VALUES[byte] ?? -1

/** A number from 0 to 99 as one byte of BCD. */
export const bcdByte = (value: number): number => (Math.trunc(value / 10) << 4) | value % 10

/** The digits of a field of BCD; nothing where a byte of it is none. */
export function bcdDigits(bytes: Uint8Array, at: number, length: number): string | undefined {
  let digits = ''
  for (let index = at; index < at + length; index += 1) {
    const byte = bytes[index] ?? 0xff
    if (bcdValue(byte) < 0) return undefined
    digits += PAIRS[byte] ?? ''
  }
  return digits
}

/** Writes digits into a field of BCD, zeros in front. The caller has checked that they fit. */
export function writeBcd(bytes: Uint8Array, at: number, length: number, digits: string): void {
  const all = digits.padStart(length * 2, '0')
  for (let index = 0; index < length; index += 1) bytes[at + index] = (Number(all[index * 2]) << 4) | Number(all[index * 2 + 1])
}

const DIGITS = /^\d+$/
/** Whether a text is digits only and not too many for a field of so many bytes. */
export const fitsBcd = (digits: string, length: number): boolean => digits.length <= length * 2 && DIGITS.test(digits)
