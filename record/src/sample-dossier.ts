import { base64 } from './base64.ts'
import type { Act } from './act.ts'
import type { BundledAct } from './bundle.ts'
import { checkpointText } from './checkpoint.ts'
import type { Digests } from './digest.ts'
import { exportBundle } from './export-bundle.ts'
import { type FileRecord, recordFile } from './file-record.ts'
import { inclusionProof } from './inclusion.ts'
import { commitAct, entryHash, type LeafEntry, SALT_BYTES } from './leaf.ts'
import { rangeHash, readerOfLeaves } from './merkle.ts'
import { cosign, readNote, type Signer, signNote } from './note.ts'
import { utf8Bytes } from './utf8.ts'

/** An invented dossier of three acts among the acts of others, for tests: 演示数据. */
export interface Sample {
  readonly bytes: Uint8Array
  readonly acts: readonly BundledAct[]
}

/** The invented bureau and dossier. */
export const SAMPLE = { origin: 'log.example.cn/zhunsheng', bureau: '示例区城市管理局', dossier: '示城执罚〔2021〕第7号' } as const

/** The text of the invented decision, to be compared with its record. */
export const SAMPLE_DECISION = utf8Bytes('罚款人民币伍佰元整。')

/** Whoever signs the sample: the log's keys, and perhaps a witness. */
export interface SampleSigners {
  readonly log: readonly Signer[]
  readonly witnesses: readonly Signer[]
}

/** Builds the sample; `erased` numbers the acts whose contents have been erased. */
export function sampleDossier(digests: Digests, signers: SampleSigners, erased: readonly number[] = []): Sample {
  const entries: LeafEntry[] = [strangerEntry(digests, 1)]
  const own: { act: Act; salt: Uint8Array; index: bigint }[] = []
  let before: string | null = null
  for (const [at, title] of ['立案', '处罚前告知', '处罚决定'].entries()) {
    const act = sampleAct(digests, { seq: at + 1, before, title })
    const salt = new Uint8Array(SALT_BYTES).fill(0x41 + at)
    const entry = commitAct(digests, act, salt)
    own.push({ act, salt, index: BigInt(entries.length) })
    entries.push(entry, strangerEntry(digests, at + 2))
    before = base64(entryHash(digests, entry))
  }
  return bundleOf(digests, signers, { entries, own, erased })
}

function bundleOf(
  digests: Digests,
  { log, witnesses }: SampleSigners,
  { entries, own, erased }: { entries: LeafEntry[]; own: { act: Act; salt: Uint8Array; index: bigint }[]; erased: readonly number[] },
): Sample {
  const readNode = readerOfLeaves(digests.sha256, entries.map((entry) => entryHash(digests, entry)))
  const size = BigInt(entries.length)
  const root = rangeHash(digests.sha256, readNode, 0n, size)
  const acts = own.map(({ act, salt, index }): BundledAct => ({
    contents: erased.includes(act.seq) ? { state: 'erased' } : { state: 'open', act, salt },
    entry: commitAct(digests, act, salt),
    index,
    proof: inclusionProof(digests.sha256, readNode, index, size),
  }))
  const signed = readNote(signNote(checkpointText({ origin: SAMPLE.origin, size, root, extensions: [] }), log))
  if (!signed.ok) throw new RangeError(signed.because)
  const checkpoint = witnesses.reduce((note, witness) => cosign(note, witness, 1_640_000_000n), signed.value)
  const bytes = exportBundle(digests, {
    bureau: SAMPLE.bureau,
    dossier: SAMPLE.dossier,
    acts,
    checkpoint,
    signers: log,
    attachments: [sampleFile(digests, '卷内备考表.pdf')],
    keys: [...log, ...witnesses].map(({ key }) => key),
  })
  return { bytes, acts }
}

function sampleAct(digests: Digests, { seq, before, title }: Pick<Act, 'seq' | 'before' | 'title'>): Act {
  const decision = recordFile(digests, { kind: 'document', name: '行政处罚决定书.pdf' }, SAMPLE_DECISION)
  const files = title === '处罚决定' ? [decision] : [sampleFile(digests, `${title}材料.jpg`)]
  return { bureau: SAMPLE.bureau, dossier: SAMPLE.dossier, seq, before, title, body: { by: '张某', on: '2021-03-0' + seq }, files }
}

function sampleFile(digests: Digests, name: string): FileRecord {
  return recordFile(digests, { kind: 'evidence', name }, utf8Bytes(name))
}

function strangerEntry(digests: Digests, seq: number): LeafEntry {
  const act = { bureau: SAMPLE.bureau, dossier: '别的案卷', seq, before: null, title: '立案', body: null, files: [] }
  return commitAct(digests, act, new Uint8Array(SALT_BYTES).fill(seq))
}
