const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const VALUES: ReadonlyMap<string, number> = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]))

/** Bytes as base64 with padding, RFC 4648 section 4. */
export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text += ALPHABET.charAt(group >> 18) + ALPHABET.charAt((group >> 12) & 63)
    text += left > 1 ? ALPHABET.charAt((group >> 6) & 63) : '='
    text += left > 2 ? ALPHABET.charAt(group & 63) : '='
  }
  return text
}

/**
 * The bytes of a base64 text, or `undefined` when it is not the one correct form: spaces, missing
 * padding and stray bits behind the last byte are refused, so two texts never mean the same bytes.
 */
export function findBase64Bytes(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const letters = text.length - padding
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let group = 0
  let bits = 0
  let filled = 0
  for (let at = 0; at < letters; at++) {
    const value = VALUES.get(text.charAt(at))
    if (value === undefined) return undefined
    group = (group << 6) | value
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[filled++] = (group >> bits) & 0xff
      group &= (1 << bits) - 1
    }
  }
  return group === 0 ? bytes : undefined
}
