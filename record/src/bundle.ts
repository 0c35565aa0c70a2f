import { base64, findBase64Bytes } from './base64.ts'
import { type Act, actForm, findAct } from './act.ts'
import { type Canonical, canonicalBytes, findObject, isList } from './canonical.ts'
import { readCanonical } from './canonical-reader.ts'
import { findIndex } from './checkpoint.ts'
import { DIGEST_BYTES } from './digest.ts'
import { fileForm, type FileRecord, findFileRecord } from './file-record.ts'
import { entryForm, findEntry, findSalt, type LeafEntry } from './leaf.ts'
import { type Outcome, read, rejected } from './outcome.ts'

const FORM = 'zhunsheng.bundle/1'

/** What an act said: the act with its salt, or that both have been erased. */
export type Contents =
  | { readonly state: 'open'; readonly act: Act; readonly salt: Uint8Array }
  | { readonly state: 'erased' }

/** One act in a bundle: its contents, its entry in the log, and the proof that the entry is there. */
export interface BundledAct {
  readonly contents: Contents
  readonly entry: LeafEntry
  readonly index: bigint
  readonly proof: readonly Uint8Array[]
}

/**
 * A case bundle (案卷包): one dossier with everything that a stranger needs to check it without our server.
 * Only what `verifyBundle` has passed may be believed.
 */
export interface Bundle {
  readonly acts: readonly BundledAct[]
  /** Files that belong to the dossier as a whole and not to one act. */
  readonly attachments: readonly FileRecord[]
  /** The signed checkpoint. */
  readonly checkpoint: string
  /** The signed inventory. */
  readonly inventory: string
}

/** Every file of a bundle in order, with the number of its act (0 for the dossier as a whole). */
export function filesOf(bundle: Bundle): readonly { readonly seq: number; readonly file: FileRecord }[] {
  const ofActs = bundle.acts.flatMap(({ contents }) =>
    contents.state === 'open' ? contents.act.files.map((file) => ({ seq: contents.act.seq, file })) : [],
  )
  return [...ofActs, ...bundle.attachments.map((file) => ({ seq: 0, file }))]
}

/** A bundle as the bytes of its one file: canonical JSON, so that there is only one way to write it. */
export function bundleBytes({ acts, attachments, checkpoint, inventory }: Bundle): Uint8Array {
  return canonicalBytes({ acts: acts.map(actItem), attachments: attachments.map(fileForm), checkpoint, form: FORM, inventory })
}

/** One act of a bundle in canonical form. */
export function actItem({ contents, entry, index, proof }: BundledAct): Canonical {
  const isOpen = contents.state === 'open'
  return {
    act: isOpen ? actForm(contents.act) : null,
    entry: entryForm(entry),
    index: index.toString(),
    proof: proof.map(base64),
    salt: isOpen ? base64(contents.salt) : null,
  }
}

/** A bundle as read, or where it could not be read. */
export type BundleReading =
  | { readonly ok: true; readonly value: Bundle }
  | { readonly ok: false; readonly place: string; readonly because: string }

/** Reads a bundle without checking that it is true. A spelling other than the canonical one is refused. */
export function readBundle(bytes: Uint8Array): BundleReading {
  const whole = readCanonical(bytes)
  if (!whole.ok) return { ok: false, place: placeOf(whole.path), because: whole.because }
  const names = ['acts', 'attachments', 'checkpoint', 'form', 'inventory'] as const
  const { acts, attachments, checkpoint, form, inventory } = findObject(whole.value, ...names) ?? {}
  const refused = { ok: false, place: placeOf([]) } as const
  if (form !== FORM || !isList(acts) || !isList(attachments)) return { ...refused, because: '不是案卷包，或者项目不全' }
  if (typeof checkpoint !== 'string' || typeof inventory !== 'string') return { ...refused, because: '缺少检查点或者卷内目录' }

  const items: BundledAct[] = []
  for (const [at, item] of acts.entries()) {
    const act = readActItem(item)
    if (!act.ok) return { ok: false, place: placeOf(['acts', at]), because: act.because }
    items.push(act.value)
  }
  const files = attachments.map(findFileRecord)
  const bad = files.indexOf(undefined)
  if (bad >= 0) return { ok: false, place: placeOf(['attachments', bad]), because: '记载的格式不对' }
  const value = { acts: items, attachments: files.filter((file) => file !== undefined), checkpoint, inventory }
  return { ok: true, value }
}

/** Where in a bundle a path of names and numbers leads, in words. */
function placeOf([section, at]: readonly (string | number)[]): string {
  if (section === 'checkpoint') return '检查点'
  if (section === 'inventory') return '卷内目录'
  if (section === 'acts' && typeof at === 'number') return `第${at + 1}个程序行为`
  if (section === 'attachments' && typeof at === 'number') return `第${at + 1}份附件`
  return '案卷包'
}

function readActItem(value: Canonical): Outcome<BundledAct> {
  const item = findObject(value, 'act', 'entry', 'index', 'proof', 'salt')
  if (item === undefined) return rejected('项目不全')
  const contents = findContents(item.act, item.salt)
  if (contents === undefined) return rejected('内容或者盐值格式不对')
  const entry = findEntry(item.entry)
  if (entry === undefined) return rejected('存证条目格式不对')
  const index = typeof item.index === 'string' ? findIndex(item.index) : undefined
  if (index === undefined) return rejected('存证序号格式不对')
  const hashes = isList(item.proof) ? item.proof.map(findHash) : [undefined]
  const proof = hashes.filter((hash) => hash !== undefined)
  if (proof.length !== hashes.length) return rejected('包含证明格式不对')
  return read({ contents, entry, index, proof })
}

function findContents(act: Canonical | undefined, salt: Canonical | undefined): Contents | undefined {
  if (act === null && salt === null) return { state: 'erased' }
  const [foundAct, foundSalt] = [findAct(act), findSalt(salt)]
  return foundAct === undefined || foundSalt === undefined ? undefined : { state: 'open', act: foundAct, salt: foundSalt }
}

function findHash(value: Canonical): Uint8Array | undefined {
  const bytes = typeof value === 'string' ? findBase64Bytes(value) : undefined
  return bytes?.length === DIGEST_BYTES ? bytes : undefined
}
