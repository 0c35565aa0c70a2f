import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOMS } from './cruise.ts'
import { filesUnder, HOUSE, textOf } from './house-files.ts'

/** What docs/house.md shows, and the folders that still have to say what they are. */
export interface HouseMap { readonly map: string; readonly faults: readonly string[] }

/** Folders that a reader meets first: each says in the first line of its README what it is. */
const MUST_SAY = [/^[^/]+$/, /^law\/src\/[^/]+$/, /^bureau\/src\/platform$/, /^bureau\/src\/modules\/[^/]+$/]
const NOT_SHOWN = new Set(['node_modules', 'dist', 'data', 'public'])
const CAPTION = /^# (\S+) — (.+)$/
const LONGEST_CAPTION = 110
const COLUMN = 26

/** Draws the house from the first lines of its READMEs: `# name — what it is`. */
export function houseMap(): HouseMap {
  const faults: string[] = []
  const lines = ROOMS.flatMap((room) => drawn(room, 0, faults))
  return { map: lines.join('\n'), faults }
}

function drawn(folder: string, depth: number, faults: string[]): string[] {
  const files = filesUnder(folder)
  if (files.length === 0) return []
  const caption = files.includes(`${folder}/README.md`) ? captionOf(folder, faults) : undefined
  if (caption === undefined && MUST_SAY.some((pattern) => pattern.test(folder))) faults.push(`${folder}: begin a README.md with "# ${nameOf(folder)} — what it is"`)
  const below = readdirSync(join(HOUSE, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_SHOWN.has(entry.name))
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => drawn(`${folder}/${name}`, depth + (caption === undefined ? 0 : 1), faults))
  const head = `${'  '.repeat(depth)}${nameOf(folder)}/`
  return caption === undefined ? below : [`${head.padEnd(COLUMN)} ${caption}`, ...below]
}

function captionOf(folder: string, faults: string[]): string | undefined {
  const [first = ''] = textOf(`${folder}/README.md`).split('\n')
  const [, name, caption] = CAPTION.exec(first) ?? []
  if (name !== nameOf(folder) || caption === undefined) faults.push(`${folder}/README.md: the first line reads "# ${nameOf(folder)} — what it is"`)
  else if (caption.length > LONGEST_CAPTION) faults.push(`${folder}/README.md: the caption has ${caption.length} characters, ${LONGEST_CAPTION} are enough`)
  return caption
}

const nameOf = (folder: string): string => folder.split('/').at(-1) ?? folder

const PAGE = 'docs/house.md'
const DRAWING = /(?<=```text\n)[\s\S]*?(?=\n```)/

/** The map as the page shows it now. */
export const shownMap = (): string | undefined => DRAWING.exec(textOf(PAGE))?.[0]

// `node tools/house-map.ts` draws the map into the page.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { map, faults } = houseMap()
  writeFileSync(join(HOUSE, PAGE), textOf(PAGE).replace(DRAWING, () => map))
  process.stdout.write(`${map}\n`)
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
