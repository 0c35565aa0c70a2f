import { concat, uint64Bytes, viewOf } from './bytes.ts'
import { firstPrimes, rootFraction } from './primes.ts'

const BLOCK_BYTES = 128
const MASK = 2n ** 64n - 1n

/** The first 64 bits of the fractional part of a root of each prime: FIPS 180-4 sections 4.2.3 and 5.3.5. */
const PRIMES = firstPrimes(80)
const ROUND = PRIMES.map((prime) => rootFraction(prime, 3n, 64n))
const START = PRIMES.slice(0, 8).map((prime) => rootFraction(prime, 2n, 64n))

/** The SHA-512 digest of the bytes, FIPS 180-4 section 6.4: Ed25519 is built on it. Slow, and needed seldom. */
export function sha512(message: Uint8Array): Uint8Array {
  const blocks = padded(message)
  let state = START
  for (let offset = 0; offset < blocks.byteLength; offset += BLOCK_BYTES) state = compress(state, schedule(blocks, offset))
  return concat(...state.map(uint64Bytes))
}

function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 17) / BLOCK_BYTES) * BLOCK_BYTES)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = viewOf(bytes)
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n)
  return view
}

function schedule(blocks: DataView, offset: number): bigint[] {
  const words = Array.from({ length: 16 }, (_, at) => blocks.getBigUint64(offset + at * 8))
  for (let at = 16; at < 80; at++) {
    const far = words[at - 15] ?? 0n
    const near = words[at - 2] ?? 0n
    const small0 = turn(far, 1n) ^ turn(far, 8n) ^ (far >> 7n)
    const small1 = turn(near, 19n) ^ turn(near, 61n) ^ (near >> 6n)
    words.push(((words[at - 16] ?? 0n) + small0 + (words[at - 7] ?? 0n) + small1) & MASK)
  }
  return words
}

function compress(before: readonly bigint[], words: readonly bigint[]): bigint[] {
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = before
  for (const [at, word] of words.entries()) {
    const big1 = turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)
    const first = h + big1 + ((e & f) ^ (~e & MASK & g)) + (ROUND[at] ?? 0n) + word
    const big0 = turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)
    const second = big0 + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & MASK, c, b, a, (first + second) & MASK]
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + (before[at] ?? 0n)) & MASK)
}

function turn(word: bigint, bits: bigint): bigint {
  return ((word >> bits) | (word << (64n - bits))) & MASK
}
