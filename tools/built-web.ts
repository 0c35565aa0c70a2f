import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const HOUSE = resolve(import.meta.dirname, '..')
const BUILT = join(HOUSE, 'web/dist/index.html')
/** What the web is made of: its own room, the pure rooms, the schemas of the server, the packages. */
const MADE_OF = ['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'law/src', 'record/src', 'discretion/src', 'bureau/src/modules', 'package-lock.json']

/** Builds the web if it is older than what it is made of. Vitest calls this once before the first journey. */
export function setup(): void {
  if (!existsSync(join(HOUSE, 'web/src/main.tsx'))) return
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > Math.max(...MADE_OF.map((part) => changedMs(join(HOUSE, part))))) return
  // A process of its own gives back the gigabyte that a build takes.
  const build = spawnSync('npm', ['run', 'build', '--workspace', 'web'], { cwd: HOUSE, encoding: 'utf8', shell: process.platform === 'win32' })
  if (build.status !== 0) throw new Error(`the web does not build:\n${build.stdout}${build.stderr}`)
}

function changedMs(path: string): number {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(path, name)).mtimeMs))
}
