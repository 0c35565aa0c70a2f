import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { openFaces, type Faces } from './faces.ts'
import { printedPaper } from './lines.ts'
import type { Paper } from './model.ts'

/** When a PDF says it was made, and where a bureau keeps its licensed fonts. */
export interface PdfOptions {
  readonly createdAt: Date
  /** A folder with 方正小标宋, 仿宋_GB2312, 楷体_GB2312 and 黑体; without it everything is set in Noto Serif SC. */
  readonly fontsFolder?: string
}

/** The archival kind of PDF (版式文件长期保存, ISO 19005-2 level B): every glyph is inside the file. */
const ARCHIVAL = 'a-2b'

/**
 * Prints a paper as PDF/A-2b.
 *
 * The same paper, moment and fonts give the same bytes, so that the digest in the ledger can be checked by printing again.
 * A character that no font can draw is printed as its code point, 〔U+20BB7〕: a name is never printed with a gap.
 */
export function renderPdf(paper: Paper, options: PdfOptions): Uint8Array {
  const press = pressFor(options.fontsFolder)
  const pdf = press.compiler.pdf(
    {
      mainFileContent: press.template,
      inputs: { paper: printedPaper(paper, press.faces.coverage), fonts: press.faces.names },
      resetRead: false,
    },
    { creationTimestamp: Math.floor(options.createdAt.getTime() / 1000), pdfStandard: ARCHIVAL },
  )
  press.printed += 1
  if (press.printed % PAPERS_BETWEEN_CLEANINGS === 0) press.compiler.evictCache(KEPT_GENERATIONS)
  return new Uint8Array(pdf)
}

/** Typst remembers every layout; without cleaning, a night of printing would fill the memory. */
const PAPERS_BETWEEN_CLEANINGS = 5
const KEPT_GENERATIONS = 3

interface Press {
  readonly compiler: NodeCompiler
  readonly template: string
  readonly faces: Faces
  printed: number
}

const presses = new Map<string, Press>()

function pressFor(fontsFolder = ''): Press {
  const ready = presses.get(fontsFolder)
  if (ready) return ready
  const press = openPress(fontsFolder)
  presses.set(fontsFolder, press)
  return press
}

function openPress(fontsFolder: string): Press {
  const faces = openFaces(fontsFolder)
  return {
    // Fonts given by their bytes come before those of the machine, even under the same name. Typst stops the whole
    // process if it is given a folder as well.
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: [...faces.fonts] }] }),
    template: readFileSync(new URL('./paper.typ', import.meta.url), 'utf8'),
    faces,
    printed: 0,
  }
}
