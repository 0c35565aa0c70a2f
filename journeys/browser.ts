import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/**
 * Our own list. The package's defaults put everything into one process, where a second context crashes,
 * and switch web security off, which would make every test of it a lie.
 */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-zygote', '--font-render-hinting=none', '--hide-scrollbars', '--mute-audio']

/** A browser without a window, out of the npm package: nothing has to be installed on the machine. Close it when done. */
export async function openBrowser(): Promise<Browser> {
  const { program, brought } = await unpacked()
  const libraries = missingLibraries(program).length === 0 ? undefined : brought
  const missing = missingLibraries(program, libraries)
  if (missing.length > 0) throw new Error(`the browser needs ${missing.join(', ')}, which this machine lacks and the package does not bring`)
  return chromium.launch({ executablePath: program, args: ARGUMENTS, env: environment(libraries) })
}

/** The libraries that the program asks for and finds neither on the machine nor in this folder. */
export function missingLibraries(program: string, folder?: string): string[] {
  return execFileSync('ldd', [program], { encoding: 'utf8', env: environment(folder) })
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0] ?? '')
}

interface Unpacked {
  readonly program: string
  /** The folder of those libraries that the package brings for a machine without them. */
  readonly brought: string
}

/**
 * The package unpacks to the temporary folder and never looks at what lies there already, so that an
 * older browser would be used in silence: each version gets a folder of its own. It is filled
 * under another name first, because a run that was cut off would leave half a browser.
 */
export async function unpacked(): Promise<Unpacked> {
  const folder = join(tmpdir(), `zhunsheng-chromium-${version()}`)
  const ready = { program: join(folder, 'chromium'), brought: join(folder, 'al2023', 'lib') }
  if (existsSync(folder)) return ready
  const beginning = `${folder}-${process.pid}`
  await within(beginning, async () => {
    const { default: packed, inflate } = await import('@sparticuz/chromium')
    await packed.executablePath()
    await inflate(join(packageFolder(), 'bin', 'al2023.tar.br'))
  })
  try {
    renameSync(beginning, folder)
  } catch (failure) {
    // Another process was quicker.
    rmSync(beginning, { recursive: true, force: true })
    if (!existsSync(folder)) throw failure
  }
  return ready
}

/** Runs the package's unpacking with this folder as its temporary one. */
async function within(folder: string, unpack: () => Promise<unknown>): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await unpack()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

function packageFolder(): string {
  return resolve(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
}

function version(): string {
  const { version: written }: { readonly version: string } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8'))
  return written
}

/** The environment of this process, with this folder as the first place to look for libraries. */
function environment(libraries: string | undefined): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const places = [libraries, process.env['LD_LIBRARY_PATH']].filter((place) => place !== undefined && place !== '')
  return { ...Object.fromEntries(inherited), ...(places.length === 0 ? {} : { LD_LIBRARY_PATH: places.join(delimiter) }) }
}
