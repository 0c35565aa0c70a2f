import { BLOCK_BYTES, padded, wordsToBytes } from './blocks.ts'

/** The initial value, GB/T 32905-2016 section 4.1. */
const START = Uint32Array.of(
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
)

/** The constant of the early and of the late rounds, GB/T 32905-2016 section 4.2. */
const EARLY = 0x79cc4519
const LATE = 0x7a879d8a

/** The SM3 digest (SM3密码杂凑值) of the bytes, GB/T 32905-2016 section 5. */
export function sm3(message: Uint8Array): Uint8Array {
  const blocks = padded(message)
  const state = START.slice()
  const words = new Uint32Array(68)
  for (let offset = 0; offset < blocks.byteLength; offset += BLOCK_BYTES) {
    expand(blocks, offset, words)
    compress(state, words)
  }
  return wordsToBytes(state)
}

function expand(blocks: DataView, offset: number, words: Uint32Array): void {
  for (let at = 0; at < 16; at++) words[at] = blocks.getUint32(offset + at * 4)
  for (let at = 16; at < 68; at++) {
    const mixed = (words[at - 16] ?? 0) ^ (words[at - 9] ?? 0) ^ turn(words[at - 3] ?? 0, 15)
    const spread = mixed ^ turn(mixed, 15) ^ turn(mixed, 23)
    words[at] = spread ^ turn(words[at - 13] ?? 0, 7) ^ (words[at - 6] ?? 0)
  }
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let at = 0; at < 64; at++) {
    const early = at < 16
    const word = words[at] ?? 0
    const twelve = turn(a, 12)
    const ss1 = turn((twelve + e + turn(early ? EARLY : LATE, at % 32)) | 0, 7)
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g)
    const tt1 = (ff + d + (ss1 ^ twelve) + (word ^ (words[at + 4] ?? 0))) | 0
    const tt2 = (gg + h + ss1 + word) | 0
    d = c
    c = turn(b, 9)
    b = a
    a = tt1
    h = g
    g = turn(f, 19)
    f = e
    e = tt2 ^ turn(tt2, 9) ^ turn(tt2, 17)
  }
  state[0] = (state[0] ?? 0) ^ a
  state[1] = (state[1] ?? 0) ^ b
  state[2] = (state[2] ?? 0) ^ c
  state[3] = (state[3] ?? 0) ^ d
  state[4] = (state[4] ?? 0) ^ e
  state[5] = (state[5] ?? 0) ^ f
  state[6] = (state[6] ?? 0) ^ g
  state[7] = (state[7] ?? 0) ^ h
}

function turn(word: number, bits: number): number {
  return bits === 0 ? word : (word << bits) | (word >>> (32 - bits))
}
