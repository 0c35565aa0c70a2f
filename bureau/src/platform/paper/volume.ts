import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { openFaces } from './faces.ts'
import { clean } from './lines.ts'
import type { Fact } from './model.ts'

/** One paper of a volume, as it was printed. */
export interface VolumeEntry {
  readonly name: string
  readonly number: string
  readonly date: string
  readonly pdf: Uint8Array
}
/** A whole case to be bound (案卷): what its cover and its closing sheet say, and its papers in the order of the archive. */
export interface Volume {
  readonly agency: string
  readonly title: string
  readonly cover: readonly Fact[]
  readonly entries: readonly VolumeEntry[]
  readonly closing: readonly Fact[]
  readonly mark?: string
}

const PAGE = /\/Type\s*\/Page\b/g
/** How many pages a printed paper has. */
export const pagesIn = (pdf: Uint8Array): number => [...Buffer.from(pdf).toString('latin1').matchAll(PAGE)].length

/**
 * Binds a case into one PDF with cover, list, page numbers and bookmarks (案卷装订). The papers are set in as they were printed, so a
 * page of the volume is the page that was signed; PDF/A does not allow that, so the volume itself is plain PDF 1.7.
 */
export function renderVolume(volume: Volume, { createdAt }: { readonly createdAt: Date }): Uint8Array {
  const faces = openFaces('')
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: [...faces.fonts] }] })
  let start = 1
  const entries = volume.entries.map(({ pdf, ...entry }, index) => {
    const file = `/volume/${index}.pdf`
    compiler.mapShadow(file, Buffer.from(pdf))
    const placed = { ...entry, file, pages: pagesIn(pdf), start }
    start += placed.pages
    return placed
  })
  const written = JSON.stringify({ ...volume, entries }, (_, value: unknown) => (typeof value === 'string' ? clean(value) : value))
  const pdf = compiler.pdf(
    { mainFileContent: readFileSync(new URL('./volume.typ', import.meta.url), 'utf8'), inputs: { volume: written, fonts: faces.names }, resetRead: false },
    { creationTimestamp: Math.floor(createdAt.getTime() / 1000), pdfStandard: '1.7' },
  )
  return new Uint8Array(pdf)
}
