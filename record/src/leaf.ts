import { base64, findBase64Bytes } from './base64.ts'
import { type Act, actBytes, isSeq } from './act.ts'
import { concat } from './bytes.ts'
import { type Canonical, canonicalText, findObject } from './canonical.ts'
import { DIGEST_BYTES, type Digests } from './digest.ts'
import { isDigest } from './file-record.ts'
import { leafHash } from './merkle.ts'
import { type Check, PASSED, rejected } from './outcome.ts'
import { utf8Bytes } from './utf8.ts'

const FORM = 'zhunsheng.leaf/1'

/** Bytes of chance in each act, so that nobody can guess an act from its digest. */
export const SALT_BYTES = 32

/** Keeps a commitment from ever being mistaken for a digest made for another purpose. */
const PURPOSE = utf8Bytes('zhunsheng.commitment/1\n')

/**
 * The entry (存证条目) that goes into the public log for an act: two digests over salt and act, the bureau and
 * the number of the act in its dossier, nothing else.
 *
 * Once salt and act are erased the entry says nothing about anyone, and every proof over it still holds
 * (个人信息保护法第四十七条: deletion on request or when the purpose has ended).
 */
export interface LeafEntry {
  readonly bureau: string
  readonly seq: number
  /** Both commitments in base64. */
  readonly sha256: string
  readonly sm3: string
}

/** Commits to an act. The salt is 32 bytes of chance, used for this act only. */
export function commitAct(digests: Digests, act: Act, salt: Uint8Array): LeafEntry {
  if (salt.length !== SALT_BYTES) throw new RangeError(`A salt has ${SALT_BYTES} bytes`)
  const committed = concat(PURPOSE, salt, actBytes(act))
  const [sha256, sm3] = [digests.sha256(committed), digests.sm3(committed)]
  if (sha256.length !== DIGEST_BYTES || sm3.length !== DIGEST_BYTES) throw new RangeError('A digest has 32 bytes')
  return { bureau: act.bureau, seq: act.seq, sha256: base64(sha256), sm3: base64(sm3) }
}

/** An entry in canonical form. */
export function entryForm({ bureau, seq, sha256, sm3 }: LeafEntry): { readonly [name: string]: Canonical } {
  return { bureau, form: FORM, seq, sha256, sm3 }
}

/** The text of an entry, as it stands in the log. */
export function entryText(entry: LeafEntry): string {
  return canonicalText(entryForm(entry))
}

/** The bytes of that text. */
export function entryBytes(entry: LeafEntry): Uint8Array {
  return utf8Bytes(entryText(entry))
}

/** The leaf hash of an entry: what the tree is built of, and what the next act of the dossier names as `before`. */
export function entryHash({ sha256 }: Pick<Digests, 'sha256'>, entry: LeafEntry): Uint8Array {
  return leafHash(sha256, entryBytes(entry))
}

/** Reads an entry, or `undefined` when it is not one. */
export function findEntry(value: Canonical | undefined): LeafEntry | undefined {
  const { bureau, form, seq, sha256, sm3 } = findObject(value, 'bureau', 'form', 'seq', 'sha256', 'sm3') ?? {}
  if (form !== FORM || typeof bureau !== 'string' || !isSeq(seq)) return undefined
  return isDigest(sha256) && isDigest(sm3) ? { bureau, seq, sha256, sm3 } : undefined
}

/** Checks that an entry was made for this act with this salt; both digests must agree. */
export function checkCommitment(digests: Digests, entry: LeafEntry, act: Act, salt: Uint8Array): Check {
  const made = commitAct(digests, act, salt)
  const isSame = made.sha256 === entry.sha256 && made.sm3 === entry.sm3
  if (!isSame) return rejected('内容或者盐值与存证的摘要不符')
  return made.bureau === entry.bureau && made.seq === entry.seq ? PASSED : rejected('存证条目的机关或者序号与内容不符')
}

/** A salt from its text, or `undefined` when it is not 32 bytes in base64. */
export function findSalt(value: Canonical | undefined): Uint8Array | undefined {
  const bytes = typeof value === 'string' ? findBase64Bytes(value) : undefined
  return bytes?.length === SALT_BYTES ? bytes : undefined
}
