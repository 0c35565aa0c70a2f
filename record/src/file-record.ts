import { base64, findBase64Bytes } from './base64.ts'
import { type Canonical, canonicalText, findObject } from './canonical.ts'
import { DIGEST_BYTES, type Digests } from './digest.ts'
import { type Check, PASSED, rejected } from './outcome.ts'
import { utf8Bytes } from './utf8.ts'

/** A document (文书) or a piece of evidence (证据) by name, size in bytes and both digests in base64. */
export interface FileRecord {
  readonly kind: 'document' | 'evidence'
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly sm3: string
}

/** Records a file as it is now. */
export function recordFile(digests: Digests, file: Pick<FileRecord, 'kind' | 'name'>, bytes: Uint8Array): FileRecord {
  const [sha256, sm3] = [base64(digests.sha256(bytes)), base64(digests.sm3(bytes))]
  return { kind: file.kind, name: file.name, sha256, size: bytes.length, sm3 }
}

/** Checks that a file in hand is the one that was recorded, by size and by both digests. */
export function checkFile(digests: Digests, record: FileRecord, bytes: Uint8Array): Check {
  const now = recordFile(digests, record, bytes)
  if (now.size !== record.size) return rejected(`《${record.name}》的大小与案卷所记不符`)
  return now.sha256 === record.sha256 && now.sm3 === record.sm3 ? PASSED : rejected(`《${record.name}》的内容与案卷所记不符`)
}

/** A file record in canonical form. */
export function fileForm({ kind, name, sha256, size, sm3 }: FileRecord): { readonly [name: string]: Canonical } {
  return { kind, name, sha256, size, sm3 }
}

/** Reads a file record, or `undefined` when it is not one. */
export function findFileRecord(value: Canonical | undefined): FileRecord | undefined {
  const { kind, name, sha256, size, sm3 } = findObject(value, 'kind', 'name', 'sha256', 'size', 'sm3') ?? {}
  if (kind !== 'document' && kind !== 'evidence') return undefined
  if (typeof name !== 'string' || !isFileName(name)) return undefined
  if (typeof size !== 'number' || size < 0) return undefined
  if (!isDigest(sha256) || !isDigest(sm3)) return undefined
  return { kind, name, sha256, size, sm3 }
}

/**
 * The digest that stands for a file in the inventory, over everything recorded of it and the number of the
 * act that it belongs to (0 for one that belongs to the dossier as a whole).
 */
export function fileDigest({ sha256 }: Pick<Digests, 'sha256'>, record: FileRecord, seq: number): string {
  return base64(sha256(utf8Bytes(`zhunsheng.file/1\n${canonicalText({ file: fileForm(record), seq })}`)))
}

/** Whether a name can stand in one line of the inventory: not empty, no control characters. */
export function isFileName(name: string): boolean {
  return /^[^\p{Cc}\p{Cs}]+$/u.test(name)
}

/** Whether a value is a 32-byte digest in base64. */
export function isDigest(value: Canonical | undefined): value is string {
  return typeof value === 'string' && findBase64Bytes(value)?.length === DIGEST_BYTES
}
