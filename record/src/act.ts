import { type Canonical, canonicalBytes, findObject, isList } from './canonical.ts'
import { fileForm, type FileRecord, findFileRecord, isDigest } from './file-record.ts'

const FORM = 'zhunsheng.act/1'

/**
 * An act (程序行为) as the ledger knows it: which step of which dossier, what it followed, and its contents.
 *
 * `seq` and `before` tie the acts of one dossier into a chain, so that none can be left out, moved,
 * inserted or shown twice without breaking it.
 */
export interface Act {
  readonly bureau: string
  readonly dossier: string
  /** 1 for the first act of the dossier, then one more each. */
  readonly seq: number
  /** The leaf hash of the act before, in base64; `null` for the first. */
  readonly before: string | null
  /** The name of the step for people to read, like 立案. */
  readonly title: string
  /** Who did what, when, on which evidence. */
  readonly body: Canonical
  /** Documents and evidence that this act made or took in. */
  readonly files: readonly FileRecord[]
}

/** An act in canonical form: this is what the commitment is made over. */
export function actForm(act: Act): { readonly [name: string]: Canonical } {
  const { bureau, dossier, seq, before, title, body, files } = act
  return { before, body, bureau, dossier, files: files.map(fileForm), form: FORM, seq, title }
}

/** How deep an act lies in a bundle: whatever can be logged must also fit there. */
const DEPTH_IN_BUNDLE = 3

/** The bytes of an act that are hashed. */
export function actBytes(act: Act): Uint8Array {
  return canonicalBytes(actForm(act), DEPTH_IN_BUNDLE)
}

/** Reads an act, or `undefined` when it is not one. */
export function findAct(value: Canonical | undefined): Act | undefined {
  const names = ['before', 'body', 'bureau', 'dossier', 'files', 'form', 'seq', 'title'] as const
  const { before, body, bureau, dossier, files, form, seq, title } = findObject(value, ...names) ?? {}
  if (form !== FORM || body === undefined || !isSeq(seq) || !isList(files)) return undefined
  if (typeof bureau !== 'string' || typeof dossier !== 'string' || typeof title !== 'string') return undefined
  if (before !== null && !isDigest(before)) return undefined
  const records = files.flatMap((file) => findFileRecord(file) ?? [])
  if (records.length !== files.length) return undefined
  return { bureau, dossier, seq, before, title, body, files: records }
}

/** Whether a value can number an act. */
export function isSeq(value: Canonical | undefined): value is number {
  return typeof value === 'number' && value >= 1
}
