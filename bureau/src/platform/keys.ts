import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A pair of keys for signing the ledger's checkpoints (存证签名密钥), Ed25519. */
export interface LogKey {
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** Reads the key from the data folder, or makes it there at the first start; only the owner may read it. */
export function logKeyIn(folder: string): LogKey {
  const path = join(folder, 'log-key.pem')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  return logKeyOf(createPrivateKey(readFileSync(path)))
}

/** A key that lives only as long as the process, for tests. */
export const passingLogKey = (): LogKey => logKeyOf(generateKeyPairSync('ed25519').privateKey)

function logKeyOf(key: KeyObject): LogKey {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (x === undefined) throw new Error('the log key is not an Ed25519 key')
  return { publicKey: new Uint8Array(Buffer.from(x, 'base64url')), sign: (message) => new Uint8Array(sign(null, message, key)) }
}
