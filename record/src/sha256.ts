import { BLOCK_BYTES, padded, wordsToBytes } from './blocks.ts'
import { firstPrimes, rootFraction } from './primes.ts'

const PRIMES = firstPrimes(64)

/** The first 32 bits of the fractional part of a root of each prime: FIPS 180-4 sections 4.2.2 and 5.3.3. */
const ROUND = Uint32Array.from(PRIMES, (prime) => Number(rootFraction(prime, 3n, 32n)))
const START = Uint32Array.from(PRIMES.slice(0, 8), (prime) => Number(rootFraction(prime, 2n, 32n)))

/** The SHA-256 digest of the bytes, FIPS 180-4 section 6.2. */
export function sha256(message: Uint8Array): Uint8Array {
  const blocks = padded(message)
  const state = START.slice()
  const words = new Uint32Array(64)
  for (let offset = 0; offset < blocks.byteLength; offset += BLOCK_BYTES) {
    schedule(blocks, offset, words)
    compress(state, words)
  }
  return wordsToBytes(state)
}

function schedule(blocks: DataView, offset: number, words: Uint32Array): void {
  for (let at = 0; at < 16; at++) words[at] = blocks.getUint32(offset + at * 4)
  for (let at = 16; at < 64; at++) {
    const far = words[at - 15] ?? 0
    const near = words[at - 2] ?? 0
    const small0 = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)
    const small1 = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10)
    words[at] = ((words[at - 16] ?? 0) + small0 + (words[at - 7] ?? 0) + small1) | 0
  }
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let at = 0; at < 64; at++) {
    const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const chosen = (e & f) ^ (~e & g)
    const first = (h + big1 + chosen + (ROUND[at] ?? 0) + (words[at] ?? 0)) | 0
    const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + big0 + majority) | 0
  }
  state[0] = (state[0] ?? 0) + a
  state[1] = (state[1] ?? 0) + b
  state[2] = (state[2] ?? 0) + c
  state[3] = (state[3] ?? 0) + d
  state[4] = (state[4] ?? 0) + e
  state[5] = (state[5] ?? 0) + f
  state[6] = (state[6] ?? 0) + g
  state[7] = (state[7] ?? 0) + h
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}
