import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { coverWith, emptyCoverage, type Coverage } from './font-coverage.ts'

/** The faces of a press: the fonts themselves, their names in order of preference, and what they can draw. */
export interface Faces {
  readonly fonts: readonly Buffer[]
  /** Names for each use of type, as JSON for the template. */
  readonly names: string
  readonly coverage: Coverage
}

/** Reads the bundled faces, and those of the bureau's own folder if it has one. A folder that is not there is a fault. */
export function openFaces(fontsFolder: string): Faces {
  const own = fontFiles(fontsFolder)
  const bundled = NOTO_FILES.map((name) => ({ name, font: notoFont(name) }))
  const names = fontsFolder === '' ? BUNDLED : LICENSED
  return {
    fonts: [...own, ...bundled].map(({ font }) => font),
    names: JSON.stringify(names),
    coverage: drawnEverywhere([...own, ...bundled], Object.values(names)),
  }
}

interface FontFile { readonly name: string; readonly font: Buffer }

/** The characters that can be drawn in titles, in text and in headings alike: words move between them. */
function drawnEverywhere(files: readonly FontFile[], uses: readonly (readonly string[])[]): Coverage {
  const each = uses.map((wanted) => files.reduce((coverage, file) => read(file, wanted, coverage), emptyCoverage()))
  return each.reduce((all, coverage) => all.map((bits, at) => bits & (coverage[at] ?? 0)))
}

function read({ name, font }: FontFile, wanted: readonly string[], coverage: Coverage): Coverage {
  try {
    return coverWith(font, wanted, coverage)
  } catch (cause) {
    throw new Error(`字体文件「${name}」无法读取，请换一份完整的文件，或者将其移出字体文件夹`, { cause })
  }
}

function fontFiles(folder: string): readonly FontFile[] {
  if (folder === '') return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ttf|otf|ttc)$/i.test(name))
    .map((name) => ({ name, font: readFileSync(join(folder, name)) }))
}

/** Two weights of eight: the package holds 115 MB, and Typst indexes what it is given. */
const NOTO_FILES = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'] as const

function notoFont(file: string): Buffer {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'))
  return readFileSync(join(folder, file))
}

const NOTO = 'Noto Serif SC'

/** Rare characters of names (生僻字) that the other faces lack; Windows carries it. */
const RARE = 'SimSun-ExtB'

const BUNDLED = { title: [NOTO], body: [NOTO], strong: [NOTO], second: [NOTO] }

/** The faces GB/T 9704-2012 asks for, under the names their files carry; Noto stands in for a missing one. */
const LICENSED = {
  title: ['FZXiaoBiaoSong-B05S', '方正小标宋简体', NOTO, RARE],
  body: ['FangSong_GB2312', 'FangSong', NOTO, RARE],
  strong: ['SimHei', NOTO, RARE],
  second: ['KaiTi_GB2312', 'KaiTi', NOTO, RARE],
}
