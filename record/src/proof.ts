import { base64, findBase64Bytes } from './base64.ts'
import { findIndex } from './checkpoint.ts'
import { DIGEST_BYTES } from './digest.ts'
import { verifyInclusion } from './inclusion.ts'
import { type Cryptography, readNote } from './note.ts'
import { type Outcome, read, rejected } from './outcome.ts'
import { openCheckpoint, type Trust, type TrustedCheckpoint } from './trust.ts'

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'

/** No tree of 64-bit size has a longer path. */
const LONGEST_PROOF = 64

/** A proof for one entry that needs no server (离线证明), C2SP tlog-proof. */
export interface OfflineProof {
  readonly index: bigint
  readonly hashes: readonly Uint8Array[]
  /** The checkpoint with its signatures, word for word. */
  readonly checkpoint: string
  /** Whatever the writer added. Nothing vouches for it. */
  readonly extra?: Uint8Array
}

/** Writes a proof as the text of a `.tlog-proof` file. */
export function proofText({ index, hashes, checkpoint, extra }: OfflineProof): string {
  const head = extra === undefined ? [FIRST_LINE] : [FIRST_LINE, `extra ${base64(extra)}`]
  return [...head, `index ${index}`, ...hashes.map(base64), '', checkpoint].join('\n')
}

/** Reads a `.tlog-proof` file; any second way to write the same one is refused. */
export function readProof(text: string): Outcome<OfflineProof> {
  const cut = text.indexOf('\n\n')
  if (cut < 0) return rejected('离线证明缺少检查点')
  const lines = text.slice(0, cut).split('\n')
  if (lines.shift() !== FIRST_LINE) return rejected('不是离线证明，首行不对')
  const extra = lines[0]?.startsWith('extra ') === true ? findBase64Bytes(lines.shift()?.slice(6) ?? '') : null
  const index = findIndex(/^index (.*)$/.exec(lines.shift() ?? '')?.[1] ?? '')
  const hashes = lines.flatMap((line) => findBase64Bytes(line) ?? [])
  if (extra === undefined) return rejected('离线证明的附加数据不是规范的编码')
  if (index === undefined) return rejected('离线证明的序号不对')
  if (hashes.length !== lines.length || hashes.length > LONGEST_PROOF || hashes.some((hash) => hash.length !== DIGEST_BYTES))
    return rejected('离线证明的摘要不对')
  return read({ index, hashes, checkpoint: text.slice(cut + 2), ...(extra === null ? {} : { extra }) })
}

/** Checks a proof with the keys that the reader trusts, down to the leaf. Answers the checkpoint and who signed it. */
export function verifyProof(
  crypto: Pick<Cryptography, 'sha256' | 'ed25519' | 'sm2'>,
  proof: OfflineProof,
  leafHash: Uint8Array,
  trust: Trust,
): Outcome<TrustedCheckpoint> {
  const note = readNote(proof.checkpoint)
  if (!note.ok) return note
  const trusted = openCheckpoint(crypto, note.value, trust)
  if (!trusted.ok) return trusted
  const { size, root } = trusted.value.checkpoint
  const included = verifyInclusion(crypto.sha256, { index: proof.index, size, leafHash, proof: proof.hashes, root })
  return included.ok ? trusted : included
}
