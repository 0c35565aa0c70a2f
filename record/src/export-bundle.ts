import { base64 } from './base64.ts'
import { type Bundle, bundleBytes, type BundledAct, filesOf } from './bundle.ts'
import { readCheckpoint } from './checkpoint.ts'
import type { Digests } from './digest.ts'
import { fileDigest, type FileRecord } from './file-record.ts'
import { inventoryText } from './inventory.ts'
import { entryHash } from './leaf.ts'
import { isBy, type Note, noteText, type Signer, signNote } from './note.ts'
import type { Outcome } from './outcome.ts'
import { type VerifierKey, vkeyText } from './vkey.ts'

/** What goes into the bundle of one dossier. */
export interface Export {
  readonly bureau: string
  readonly dossier: string
  /** All acts of the dossier in order, with proofs for the size of `checkpoint`. */
  readonly acts: readonly BundledAct[]
  readonly attachments: readonly FileRecord[]
  /** A signed checkpoint of the log. Signatures by keys that are not in `keys` are left out. */
  readonly checkpoint: Note
  /** The keys of the log and of its witnesses. */
  readonly keys: readonly VerifierKey[]
  /** The log's signers, one for each of its keys that signed the checkpoint. */
  readonly signers: readonly Signer[]
}

/**
 * Makes the case bundle (案卷包) of a dossier and signs its inventory. The same dossier at the same checkpoint
 * gives the same bytes, as far as the signers do.
 */
export function exportBundle(digests: Digests, { bureau, dossier, acts, attachments, ...from }: Export): Uint8Array {
  const checkpoint = valueOf(readCheckpoint(from.checkpoint.text))
  const signed = from.checkpoint.signatures.flatMap((signature) => {
    const key = from.keys.find((each) => isBy(each, signature))
    return key === undefined ? [] : [{ key, signature }]
  })
  const logKeys = signed.map(({ key }) => key).filter(({ kind }) => kind !== 'cosignature')
  if (logKeys.length === 0) throw new RangeError('None of the keys signed the checkpoint')
  const signers = logKeys.map((key) => signerOf(key, from.signers))
  const draft: Bundle = {
    acts,
    attachments,
    checkpoint: noteText({ text: from.checkpoint.text, signatures: signed.map(({ signature }) => signature) }),
    inventory: '',
  }
  const inventory = inventoryText({
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: checkpoint.root,
    bureau,
    dossier,
    vkeys: signed.map(({ key }) => vkeyText(key)),
    acts: acts.map(({ contents, entry, index }) => ({
      index,
      hash: base64(entryHash(digests, entry)),
      isErased: contents.state === 'erased',
    })),
    files: filesOf(draft).map(({ file, seq }) => ({ digest: fileDigest(digests, file, seq), name: file.name })),
  })
  return bundleBytes({ ...draft, inventory: signNote(inventory, signers) })
}

function signerOf(key: VerifierKey, signers: readonly Signer[]): Signer {
  const signer = signers.find((each) => vkeyText(each.key) === vkeyText(key))
  if (signer === undefined) throw new RangeError(`No signer for the log key ${vkeyText(key)}`)
  return signer
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new RangeError(`The log's own checkpoint is damaged: ${outcome.because}`)
  return outcome.value
}
