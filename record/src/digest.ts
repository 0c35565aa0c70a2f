import { sha256 } from './sha256.ts'
import { sm3 } from './sm3.ts'

/** A hash function: any bytes in, 32 bytes out. */
export type Hasher = (bytes: Uint8Array) => Uint8Array

/**
 * The two hash functions (摘要算法) of the ledger, handed in by whoever has the fastest ones: a server
 * its native ones, a page without a server `plainDigests`. Both must answer at once, so that a check
 * stays one straight line of code.
 */
export interface Digests {
  readonly sha256: Hasher
  readonly sm3: Hasher
}

/** Bytes in a SHA-256 or SM3 digest. */
export const DIGEST_BYTES = 32

/** Both hash functions in plain TypeScript: slower than native ones, but they run anywhere. */
export const plainDigests: Digests = { sha256, sm3 }
