import { base64, findBase64Bytes } from './base64.ts'
import { concat, sameBytes, uint64Bytes, viewOf } from './bytes.ts'
import type { Digests } from './digest.ts'
import { type Check, type Outcome, PASSED, read, rejected } from './outcome.ts'
import { utf8Bytes } from './utf8.ts'
import { isKeyName, type SignatureKind, type VerifierKey } from './vkey.ts'

/** One signature line of a note: the key it names, and the signature. */
export interface NoteSignature {
  readonly name: string
  readonly id: Uint8Array
  readonly signature: Uint8Array
}

/** A signed note (签名短文), C2SP signed-note: a text that ends in a newline, and signatures under it. */
export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** Checks a signature of each algorithm; handed in, because native and plain implementations differ. */
export interface SignatureChecks {
  readonly ed25519: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
  /** Standard SM2 with SM3 and the identity 1234567812345678; the signature is r and s, 32 bytes each. */
  readonly sm2: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
}

/** Everything that checking a case file takes: both hash functions and both signature checks. */
export interface Cryptography extends Digests, SignatureChecks {}

/** A key that signs: the public half, and the operation, which may be a device's. */
export interface Signer {
  readonly key: VerifierKey
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** Verifiers must take sixteen signatures and should stop somewhere. */
const MOST_SIGNATURES = 64

const SIGNATURE_BYTES: Readonly<Record<SignatureKind, number>> = { ed25519: 64, cosignature: 72, sm2: 64 }

/** Reads a note. Nothing of it may be believed before `verifySignature` has passed. */
export function readNote(whole: string): Outcome<Note> {
  const cut = whole.lastIndexOf('\n\n')
  if (cut < 0 || !whole.endsWith('\n')) return rejected('签名短文缺少正文或者签名')
  if (hasForbidden(whole)) return rejected('签名短文含有控制字符')
  const lines = whole.slice(cut + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) return rejected('签名短文的签名过多')
  const signatures = lines.flatMap((line) => findSignature(line) ?? [])
  if (signatures.length !== lines.length) return rejected('签名短文的签名行格式不对')
  return read({ text: whole.slice(0, cut + 1), signatures })
}

function findSignature(line: string): NoteSignature | undefined {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/.exec(line) ?? []
  const bytes = findBase64Bytes(encoded)
  if (!isKeyName(name) || bytes === undefined || bytes.length < 5) return undefined
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) }
}

/** Control characters other than the newline, and halves of surrogate pairs, have no place in a note. */
function hasForbidden(text: string): boolean {
  return /[^\P{Cc}\n\u007f-\u009f]|\p{Cs}/u.test(text)
}

/** Writes a note back as text. */
export function noteText({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, id, signature }) => `— ${name} ${base64(concat(id, signature))}\n`)
  return `${text}\n${lines.join('')}`
}

/** Signs a text with each signer and returns the whole note. Witnesses sign with `cosign`. */
export function signNote(text: string, signers: readonly Signer[]): string {
  if (!text.endsWith('\n') || hasForbidden(text)) throw new RangeError('A note is plain text that ends in a newline')
  const signatures = signers.map(({ key, sign }) => {
    if (key.kind === 'cosignature') throw new RangeError('A witness signs with a time: use cosign')
    return checkedSignature(key, sign(utf8Bytes(text)))
  })
  return noteText({ text, signatures })
}

/** Adds a witness's signature (见证签名) to a checkpoint, C2SP tlog-cosignature; the time is in seconds. */
export function cosign(note: Note, { key, sign }: Signer, atSeconds: bigint): Note {
  if (key.kind !== 'cosignature') throw new RangeError('Only a witness key cosigns')
  const stamped = concat(uint64Bytes(atSeconds), sign(cosignedMessage(note.text, atSeconds)))
  return { text: note.text, signatures: [...note.signatures, checkedSignature(key, stamped)] }
}

function checkedSignature(key: VerifierKey, signature: Uint8Array): NoteSignature {
  if (signature.length !== SIGNATURE_BYTES[key.kind]) throw new RangeError(`Not a signature of ${key.kind}`)
  return { name: key.name, id: key.id, signature }
}

function cosignedMessage(text: string, atSeconds: bigint): Uint8Array {
  return utf8Bytes(`cosignature/v1\ntime ${atSeconds}\n${text}`)
}

/** Whether a signature line names this key: by name and identifier together. */
export function isBy(key: VerifierKey, signature: NoteSignature): boolean {
  return key.name === signature.name && sameBytes(key.id, signature.id)
}

/** Checks one signature line of a note against the key that it names. */
export function verifySignature(
  checks: SignatureChecks,
  { text }: Note,
  key: VerifierKey,
  { signature }: NoteSignature,
): Check {
  if (signature.length !== SIGNATURE_BYTES[key.kind]) return rejected('签名的长度不对')
  const isGood = goodSignature(checks, text, key, signature)
  return isGood ? PASSED : rejected(`「${key.name}」的签名与内容不符`)
}

function goodSignature(checks: SignatureChecks, text: string, key: VerifierKey, signature: Uint8Array): boolean {
  switch (key.kind) {
    case 'ed25519':
      return checks.ed25519(key.publicKey, utf8Bytes(text), signature)
    case 'sm2':
      return checks.sm2(key.publicKey, utf8Bytes(text), signature)
    case 'cosignature': {
      const atSeconds = viewOf(signature).getBigUint64(0)
      if (atSeconds >= 2n ** 63n) return false
      return checks.ed25519(key.publicKey, cosignedMessage(text, atSeconds), signature.slice(8))
    }
    default:
      return key.kind satisfies never
  }
}

/**
 * Opens a note with the keys that the reader trusts, by the rule of C2SP signed-note: lines by unknown
 * keys are passed over, every line by a known key must be good, and there must be at least one.
 * Answers the keys that signed.
 */
export function openNote(checks: SignatureChecks, note: Note, trusted: readonly VerifierKey[]): Outcome<VerifierKey[]> {
  const signers: VerifierKey[] = []
  for (const signature of note.signatures) {
    const key = trusted.find((each) => isBy(each, signature))
    if (key === undefined) continue
    const check = verifySignature(checks, note, key, signature)
    if (!check.ok) return check
    if (!signers.includes(key)) signers.push(key)
  }
  return signers.length > 0 ? read(signers) : rejected('没有可信密钥的签名')
}
