import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesUnder, sourcesOf, textOf } from './house-files.ts'
import { casts, reExports, type Place } from './syntax.ts'

const sources = sourcesOf()
/** Everything written by hand, documents and settings included; pictures and the lock file are not. */
const texts = filesUnder('').filter((path) => path !== 'package-lock.json' && !/\.(png|jpe?g|ico|pdf|docx|woff2?|ttf|otf|tgz|zip)$/.test(path))
/** How many files there were when the numbers were last raised. A walk that finds fewer has lost its way. */
const AT_LEAST = { sources: 240, texts: 280 }

/** A file is one idea. Tables of law have as many lines as the law has rows. */
const LINES = { file: 300, table: 500 }
const TABLE = /^law\/src\/(matters\/[^/]+|holidays)\.ts$/

const SAYS_NOTHING = /(^|[/.-])(utils?|helpers?|common|misc|shared|lib)(\.|\/|$)/
/** `….shared.test.ts` are tests, not a place: what they have in common is the folder that they read. */
const nameOf = (path: string): string => path.replace(/\.shared\.test\.ts$/, '.test.ts')

/**
 * A brand is made by an assertion in its constructor, and nowhere else. These are the constructors,
 * and the sums whose parts are branded already, with the number of assertions in each.
 */
const BRANDS: Readonly<Record<string, number>> = {
  'law/src/day.ts': 2,
  'law/src/calendar.ts': 1,
  'law/src/money.ts': 2,
  // An end of an interval is a day unless it is infinite.
  'law/src/interval.ts': 2,
  'law/src/penalty/surcharge.ts': 1,
  // Doors where checked, untyped answers take on the type that their form declares.
  'law/src/correction.ts': 1,
  'law/src/language.ts': 3,
  'law/src/parse.ts': 4,
  'law/src/own-lists.ts': 1,
  // A record read by its table has the type that the table declares.
  'jt808/src/layout/record.ts': 1,
  'bureau/src/modules/enforcement/stored-acts.ts': 3,
}

// Put together here, so that this file does not contain what it forbids.
const pattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'i')
const UNFINISHED = [pattern('\\b(TO', 'DO|FIX', 'ME|X', 'XX)\\b'), pattern('not imple', 'mented'), pattern('coming ', 'soon'), pattern('lorem ', 'ipsum'), pattern('暂未', '实现|敬请', '期待|功能', '开发中')]
const WORKPLACE = [pattern('/wo', 'rk/'), pattern('/fa', 'rm/'), pattern('/ro', 'ot/'), pattern('/t', 'mp/[a-z]+/'), pattern('\\.lib', 'rary/'), pattern('regis', 'try\\.npm'), pattern('fa', 'rm-(studio|bench)')]
const SET_ASIDE = pattern('\\b(it|test|describe)\\.(sk', 'ip|to', 'do|fa', 'ils|on', 'ly)\\b')
const DATED = /\b20\d\d-\d\d-\d\d\b/

const linesOf = (path: string): string[] => textOf(path).split('\n')
const matching = (paths: readonly string[], patterns: readonly RegExp[]): string[] =>
  paths.flatMap((path) => linesOf(path).flatMap((line, index) => (patterns.some((each) => each.test(line)) ? [`${path}:${index + 1}: ${line.trim().slice(0, 100)}`] : [])))
const said = (path: string, places: readonly Place[]): string[] => places.map(({ line, text }) => `${path}:${line}: ${text.slice(0, 100)}`)

describe('how the house is written', () => {
  test('all of it was looked at', () => {
    expect(sources.length).toBeGreaterThanOrEqual(AT_LEAST.sources)
    expect(texts.length).toBeGreaterThanOrEqual(AT_LEAST.texts)
  })
  test(`no file is longer than ${LINES.file} lines, no table of law longer than ${LINES.table}`, () => {
    const long = texts.filter((path) => /\.(tsx?|m?js|css|typ)$/.test(path) && linesOf(path).length - 1 > (TABLE.test(path) ? LINES.table : LINES.file))
    expect(long).toEqual([])
  })
  test('every file and folder is named after what it is about', () => {
    expect(texts.filter((path) => SAYS_NOTHING.test(nameOf(path)))).toEqual([])
  })
  test.each([['law/src/ut', 'ils.ts', true], ['web/src/sha', 'red/button.tsx', true], ['law/src/day-hel', 'pers.ts', true], ['bureau/src/modules/library', '/wire.ts', false], ['tools/citations.sha', 'red.test.ts', false]])(
    'such a name is noticed: %s…',
    (start, end, noticed) => expect(SAYS_NOTHING.test(nameOf(start + end))).toBe(noticed),
  )
  test('no barrels: the file that is meant is imported', () => {
    expect(sources.filter((path) => /^index\.tsx?$/.test(basename(path)))).toEqual([])
    expect(sources.flatMap((path) => said(path, reExports(path)))).toEqual([])
  })
  test('the compiler is contradicted only where a brand is made', () => {
    const contradicted = sources.map((path) => ({ path, places: casts(path), allowed: BRANDS[path] ?? 0 }))
    expect(contradicted.flatMap(({ path, places, allowed }) => (places.length > allowed ? said(path, places) : []))).toEqual([])
    // An unused allowance is an invitation: lower it.
    expect(contradicted.filter(({ places, allowed }) => places.length < allowed).map(({ path }) => path)).toEqual([])
    expect(Object.keys(BRANDS).filter((path) => !sources.includes(path))).toEqual([])
  })
  test('a test that is set aside says since when', () => {
    const tests = sources.filter((path) => /\.test\.tsx?$/.test(path))
    const undated = tests.flatMap((path) => {
      const lines = linesOf(path)
      return lines.flatMap((line, index) => (SET_ASIDE.test(line) && !DATED.test(`${lines[index - 1] ?? ''}${line}`) ? [`${path}:${index + 1}`] : []))
    })
    expect(undated).toEqual([])
  })
  test('nothing is left half done', () => expect(matching(texts, UNFINISHED)).toEqual([]))
  test('nothing tells where it was written', () => expect(matching(texts, WORKPLACE)).toEqual([]))
})

describe('the pure rooms', () => {
  test.each(['law', 'record', 'jt808', 'trucks'])('%s is compiled without clock, files and network, and needs no package', (room) => {
    const { compilerOptions } = JSON.parse(textOf(`${room}/tsconfig.json`))
    expect(compilerOptions).toMatchObject({ lib: ['ES2023'], types: [] })
    expect(JSON.parse(textOf(`${room}/package.json`))).toMatchObject({ dependencies: {} })
  })
  test.each(['law', 'record', 'jt808', 'trucks'])('%s asks the machine for neither day nor chance', (room) => {
    const product = filesUnder(`${room}/src`).filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    expect(product.length).toBeGreaterThan(20)
    // ES2023 itself has these, so the compiler settings alone do not keep them out.
    expect(matching(product, [/\bDate\b\s*[.(]|\bnew Date\b/, /\bMath\.random\b/, /\bIntl\./, /\btoLocale[A-Z]\w+\(/])).toEqual([])
  })
})
