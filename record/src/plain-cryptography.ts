import { plainDigests } from './digest.ts'
import { verifyEd25519 } from './ed25519.ts'
import type { Cryptography } from './note.ts'
import { verifySm2 } from './sm2.ts'

/**
 * All cryptography that checking a case file takes, in plain TypeScript: a page opened from a disk can check
 * a bundle in any browser, with no server and no network. Nothing in it signs, so nothing in it is secret.
 */
export const plainCryptography: Cryptography = { ...plainDigests, ed25519: verifyEd25519, sm2: verifySm2 }
