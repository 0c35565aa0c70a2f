import { findBase64Bytes } from './base64.ts'
import { type Bundle, filesOf } from './bundle.ts'
import { toHex } from './bytes.ts'
import { type Canonical, isList, isObject } from './canonical.ts'
import type { Digests } from './digest.ts'
import { checkFile, type FileRecord } from './file-record.ts'

/** A file that a bundle names (案卷所记的文件): by a record of its own, or by a SHA-256 digest in what an act says. */
export interface NamedFile {
  /** The number of the act, 0 for the dossier as a whole. */
  readonly seq: number
  readonly name: string
  /** In hexadecimal, as an act writes it. */
  readonly sha256: string
  readonly record?: FileRecord
}

/** Every file that a bundle names, those of an act first. Only of a bundle that was checked may this be believed. */
export function namedFiles(bundle: Bundle): readonly NamedFile[] {
  const recorded = filesOf(bundle).map(({ seq, file }): NamedFile => {
    const digest = findBase64Bytes(file.sha256)
    return { seq, name: file.name, sha256: digest === undefined ? '' : toHex(digest), record: file }
  })
  const told = bundle.acts.flatMap(({ contents }) =>
    contents.state === 'open' ? digestsIn(contents.act.body).map(({ name, sha256 }) => ({ seq: contents.act.seq, name: name ?? contents.act.title, sha256 })) : [],
  )
  return [...recorded, ...told]
}

/** The files in a bundle that a file in hand is: none, if the bundle does not name it or it was changed. */
export function filesLike(digests: Digests, bundle: Bundle, bytes: Uint8Array): readonly NamedFile[] {
  const sha256 = toHex(digests.sha256(bytes))
  return namedFiles(bundle).filter((file) => file.sha256 === sha256 && (file.record === undefined || checkFile(digests, file.record, bytes).ok))
}

interface Told {
  readonly name: string | undefined
  readonly sha256: string
}

/** Digests under the name `sha256` anywhere in an act's contents, with the title or name beside them. */
function digestsIn(value: Canonical): readonly Told[] {
  if (isList(value)) return value.flatMap(digestsIn)
  if (!isObject(value)) return []
  const { sha256, title, name } = value
  const label = [title, name].find((one) => typeof one === 'string')
  const own = typeof sha256 === 'string' && /^[0-9a-f]{64}$/i.test(sha256) ? [{ name: label, sha256: sha256.toLowerCase() }] : []
  return [...own, ...Object.values(value).flatMap(digestsIn)]
}
