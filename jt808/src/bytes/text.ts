/** How texts are read and written (字符编码). The standard asks for GBK; the platform hands the decoder in, as this room has none. */
export interface TextCodec {
  /** What cannot be read becomes U+FFFD: it is shown as unreadable, never guessed. */
  readonly decode: (bytes: Uint8Array) => string
  /** Nothing where the text has a character that GBK lacks. */
  readonly encode: (text: string) => Uint8Array | undefined
}

const LEAD = { first: 0x81, last: 0xfe }
const TRAIL = { first: 0x40, last: 0xfe, never: 0x7f }
const UNREADABLE = '\uFFFD'

/**
 * Makes both directions of GBK out of a decoder, such as that of `new TextDecoder('gbk')`: every pair of bytes is asked for once,
 * which takes some milliseconds, so it is done once for a process. ASCII goes through without asking.
 */
export function gbkText(decodeGbk: (bytes: Uint8Array) => string): TextCodec {
  const pairs = pairsOf(decodeGbk)
  return {
    decode: (bytes) => asciiOf(bytes) ?? decodeGbk(bytes),
    encode: (text) => {
      const out: number[] = []
      for (const character of text) {
        const code = character.codePointAt(0) ?? 0
        if (code < 0x80) out.push(code)
        else {
          const pair = pairs.get(character)
          if (pair === undefined) return undefined
          out.push(pair >> 8, pair & 0xff)
        }
      }
      return Uint8Array.from(out)
    },
  }
}

function pairsOf(decodeGbk: (bytes: Uint8Array) => string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>()
  const two = new Uint8Array(2)
  for (let lead = LEAD.first; lead <= LEAD.last; lead += 1)
    for (let trail = TRAIL.first; trail <= TRAIL.last; trail += 1) {
      if (trail === TRAIL.never) continue
      two[0] = lead
      two[1] = trail
      const character = decodeGbk(two)
      // Where two pairs mean one character, the first is the one to write.
      if ([...character].length === 1 && character !== UNREADABLE && !pairs.has(character)) pairs.set(character, (lead << 8) | trail)
    }
  return pairs
}

function asciiOf(bytes: Uint8Array): string | undefined {
  let text = ''
  for (const byte of bytes) {
    if (byte >= 0x80) return undefined
    text += String.fromCharCode(byte)
  }
  return text
}
