import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORRECTIONS } from '@zhunsheng/law/correction.ts'
import { ORDINARY_ACTS } from '@zhunsheng/law/penalty/ordinary/acts/acts.ts'
import { createRequire } from 'node:module'
import { build } from 'vite'

// One file without a server: the page that checks a case bundle (案卷包离线核验), its script put into it.
const SOURCE = join(import.meta.dirname, 'src/verify')
const built = await build({
  configFile: false,
  root: SOURCE,
  logLevel: 'warn',
  build: { write: false, minify: true, rollupOptions: { input: join(SOURCE, 'main.ts'), output: { format: 'iife' } } },
})
const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
const script = outputs.find((one) => one.type === 'chunk')
if (script === undefined) throw new Error('the page has no script')
const template = readFileSync(join(SOURCE, 'page.html'), 'utf8')
const titles = Object.values({ ...ORDINARY_ACTS, ...CORRECTIONS }).map(({ name }) => name)
const page = template
  .replace('/*SCRIPT*/', () => script.code.replaceAll('</script', '<\\/script'))
  .replace('/*FONTS*/', () => fontsFor([template, script.code, ...titles].join('')))
writeFileSync(join(import.meta.dirname, 'dist/verify.html'), page)

/** The slices of the Chinese font that hold these letters, put into the page: it must be readable on a machine without one. */
function fontsFor(text: string): string {
  const wanted = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0).filter((code) => code > 0x2000))
  const styles = createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc')
  return readFileSync(styles, 'utf8')
    .split('@font-face')
    .flatMap((face) => {
      const [, path] = /url\(([^)]+)\)/.exec(face) ?? []
      const [, ranges] = /unicode-range:\s*([^;}]+)/.exec(face) ?? []
      if (path === undefined || ranges === undefined || !covers(ranges, wanted)) return []
      const bytes = readFileSync(join(styles, '..', path)).toString('base64')
      return [`@font-face { font-family: 'Zhunsheng Sans'; font-weight: 100 900; src: url(data:font/woff2;base64,${bytes}) format('woff2'); unicode-range: ${ranges} }`]
    })
    .join('\n')
}

/** Whether one of the letters lies in one of the ranges, written `U+4e00-4eff,U+4f01`. */
function covers(ranges: string, wanted: ReadonlySet<number>): boolean {
  return ranges.split(',').some((range) => {
    const [, first = '', last = first] = /U\+([0-9a-f]+)(?:-([0-9a-f]+))?/i.exec(range) ?? []
    for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code += 1) if (wanted.has(code)) return true
    return false
  })
}
