import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sm2 } from 'sm-crypto-v2'

/** The algorithms by which checkpoints may be signed (存证签名算法): Ed25519, or SM2 with SM3 as GB/T 32918.2 and GM/T 0009. */
export const SIGNATURES = ['ed25519', 'sm2', 'both'] as const
export type Signatures = (typeof SIGNATURES)[number]

/** A pair of keys for signing the ledger's checkpoints (存证签名密钥). */
export interface LogKey {
  readonly kind: 'ed25519' | 'sm2'
  /** 32 bytes of Ed25519, 65 bytes of an uncompressed point of SM2. */
  readonly publicKey: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** Reads the keys from the data folder, or makes them there at the first start; only the owner may read them. */
export function logKeysIn(folder: string, signatures: Signatures): readonly LogKey[] {
  return [...(signatures === 'sm2' ? [] : [ed25519In(folder)]), ...(signatures === 'ed25519' ? [] : [sm2In(folder)])]
}

/** Keys that live only as long as the process, for tests. */
export const passingLogKey = (): LogKey => ed25519Key(generateKeyPairSync('ed25519').privateKey)
export const passingSm2Key = (): LogKey => sm2Key(sm2.generateKeyPairHex().privateKey)

/** What is written at the first start and read at every later one. */
function kept(folder: string, name: string, make: () => string): string {
  const path = join(folder, name)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, make(), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(path, 'utf8')
}

function ed25519In(folder: string): LogKey {
  return ed25519Key(createPrivateKey(kept(folder, 'log-key.pem', () => String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })))))
}

function ed25519Key(key: KeyObject): LogKey {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (x === undefined) throw new Error('the log key is not an Ed25519 key')
  return { kind: 'ed25519', publicKey: new Uint8Array(Buffer.from(x, 'base64url')), sign: (message) => new Uint8Array(sign(null, message, key)) }
}

const sm2In = (folder: string): LogKey => sm2Key(kept(folder, 'log-key-sm2.hex', () => sm2.generateKeyPairHex().privateKey).trim())

function sm2Key(privateKey: string): LogKey {
  const publicKey = sm2.getPublicKeyFromPrivateKey(privateKey)
  const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
  return { kind: 'sm2', publicKey: bytes(publicKey), sign: (message) => bytes(sm2.doSignature(message, privateKey, { hash: true, der: false, publicKey })) }
}
