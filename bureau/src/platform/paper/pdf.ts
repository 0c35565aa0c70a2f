import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { printedPaper } from './lines.ts'
import type { Paper } from './model.ts'

/** When a PDF says it was made, and where a bureau keeps its licensed fonts. */
export interface PdfOptions {
  readonly createdAt: Date
  /** A folder with 方正小标宋, 仿宋_GB2312, 楷体_GB2312 and 黑体; without it everything is set in Noto Serif SC. */
  readonly fontsFolder?: string
}

/**
 * Prints a paper as PDF.
 *
 * The same paper, moment and fonts give the same bytes, so that the digest in the ledger can be checked by printing again.
 */
export function renderPdf(paper: Paper, options: PdfOptions): Uint8Array {
  const press = pressFor(options.fontsFolder)
  const pdf = press.compiler.pdf(
    { mainFileContent: press.template, inputs: { paper: printedPaper(paper), fonts: press.fonts }, resetRead: false },
    { creationTimestamp: Math.floor(options.createdAt.getTime() / 1000) },
  )
  press.printed += 1
  if (press.printed % PAPERS_BETWEEN_CLEANINGS === 0) press.compiler.evictCache(KEPT_GENERATIONS)
  return new Uint8Array(pdf)
}

/** Typst remembers every layout; without cleaning, a night of printing would fill the memory. */
const PAPERS_BETWEEN_CLEANINGS = 20
const KEPT_GENERATIONS = 2

interface Press {
  readonly compiler: NodeCompiler
  readonly template: string
  readonly fonts: string
  printed: number
}

const presses = new Map<string, Press>()

function pressFor(fontsFolder = ''): Press {
  const ready = presses.get(fontsFolder)
  if (ready) return ready
  const press = { ...openPress(fontsFolder), printed: 0 }
  presses.set(fontsFolder, press)
  return press
}

function openPress(fontsFolder: string): Omit<Press, 'printed'> {
  if (fontsFolder !== '') readdirSync(fontsFolder)
  return {
    compiler: NodeCompiler.create({
      fontArgs: [{ fontPaths: fontsFolder === '' ? [] : [fontsFolder] }, { fontBlobs: NOTO_FILES.map(notoFont) }],
    }),
    template: readFileSync(new URL('./paper.typ', import.meta.url), 'utf8'),
    fonts: JSON.stringify(fontsFolder === '' ? BUNDLED : LICENSED),
  }
}

/** Two weights of eight: the package holds 115 MB, and Typst indexes what it is given. */
const NOTO_FILES = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'] as const

function notoFont(file: string): Buffer {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'))
  return readFileSync(`${folder}/${file}`)
}

const NOTO = 'Noto Serif SC'

const BUNDLED = { title: [NOTO], body: [NOTO], strong: [NOTO], second: [NOTO] }

/** The faces GB/T 9704-2012 asks for, under the names their files carry; Noto stands in for a missing one. */
const LICENSED = {
  title: ['FZXiaoBiaoSong-B05S', '方正小标宋简体', NOTO],
  body: ['FangSong_GB2312', 'FangSong', NOTO],
  strong: ['SimHei', NOTO],
  second: ['KaiTi_GB2312', 'KaiTi', NOTO],
}
