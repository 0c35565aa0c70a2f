import { base64, findBase64Bytes } from './base64.ts'
import { concat, sameBytes, toHex } from './bytes.ts'
import { DIGEST_BYTES, type Hasher } from './digest.ts'
import { type Outcome, read, rejected } from './outcome.ts'
import { utf8Bytes } from './utf8.ts'

/**
 * The kinds of signature that a note may carry here.
 *
 * - `ed25519`: type 0x01 of C2SP signed-note, over the text of the note.
 * - `cosignature`: type 0x04 of C2SP tlog-cosignature, a witness's (见证人) Ed25519 signature with a time.
 * - `sm2`: GB/T 32918.2 with SM3 and the default identity. C2SP has assigned it no byte, so by its rule
 *   the type is 0xff followed by a long name, for which we take the object identifier of SM2 with SM3.
 */
export type SignatureKind = 'ed25519' | 'cosignature' | 'sm2'

const KINDS: readonly SignatureKind[] = ['ed25519', 'cosignature', 'sm2']

/** The bytes that stand for each kind in a key and in its identifier. */
const TYPE_BYTES: Readonly<Record<SignatureKind, Uint8Array>> = {
  ed25519: Uint8Array.of(0x01),
  cosignature: Uint8Array.of(0x04),
  sm2: concat(Uint8Array.of(0xff), utf8Bytes('1.2.156.10197.1.501')),
}

/** An SM2 public key is the uncompressed point, 0x04 and both coordinates: GB/T 32918.1 section 4.2.9. */
const PUBLIC_KEY_BYTES: Readonly<Record<SignatureKind, number>> = { ed25519: 32, cosignature: 32, sm2: 65 }

/** A key that verifies notes (验证密钥): whose it is, which kind, and the public key itself. */
export interface VerifierKey {
  readonly name: string
  readonly kind: SignatureKind
  readonly publicKey: Uint8Array
  /** The first four bytes of the key's digest, by which a signature line names its key. */
  readonly id: Uint8Array
}

/** Makes a verifier key; the caller answers for the name having no space and no plus sign. */
export function verifierKey(sha256: Hasher, name: string, kind: SignatureKind, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new RangeError(`Not a key name: ${name}`)
  if (!isPublicKey(kind, publicKey)) throw new RangeError(`Not a public key for ${kind}`)
  const digest = sha256(concat(utf8Bytes(`${name}\n`), TYPE_BYTES[kind], publicKey))
  if (digest.length !== DIGEST_BYTES) throw new RangeError('The hash function handed in is not SHA-256')
  return { name, kind, publicKey, id: digest.slice(0, 4) }
}

/** A verifier key as text, `name+id+key`: what a bureau prints on its notice board. */
export function vkeyText({ name, kind, publicKey, id }: VerifierKey): string {
  return `${name}+${toHex(id)}+${base64(concat(TYPE_BYTES[kind], publicKey))}`
}

/** Reads a verifier key; the identifier must be the one that follows from the key. */
export function readVkey(sha256: Hasher, text: string): Outcome<VerifierKey> {
  const [, name = '', , encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const bytes = findBase64Bytes(encoded)
  if (!isKeyName(name) || bytes === undefined) return rejected('验证密钥的格式不对')
  const kind = KINDS.find((each) => sameBytes(TYPE_BYTES[each], bytes.slice(0, TYPE_BYTES[each].length)))
  if (kind === undefined) return rejected('验证密钥的签名算法未知')
  const publicKey = bytes.slice(TYPE_BYTES[kind].length)
  if (!isPublicKey(kind, publicKey)) return rejected('公钥的长度或者格式不对')
  const key = verifierKey(sha256, name, kind, publicKey)
  return vkeyText(key) === text ? read(key) : rejected('验证密钥的编号与公钥不符')
}

/** Whether a text may name a key: not empty, no space of any kind, no plus sign, no control character. */
export function isKeyName(name: string): boolean {
  return /^[^\s+\p{Cc}\p{Cs}]+$/u.test(name)
}

function isPublicKey(kind: SignatureKind, publicKey: Uint8Array): boolean {
  return publicKey.length === PUBLIC_KEY_BYTES[kind] && (kind !== 'sm2' || publicKey[0] === 0x04)
}
