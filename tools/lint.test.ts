import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOUSE, sourcesOf } from './house-files.ts'

const lines = (count: number): string => 'takes()\n'.repeat(count)
const TAKES = 'declare function takes(): void\n'

/** Each rule that we asked for, broken once. */
const BREACHES: Readonly<Record<string, string>> = {
  'typescript(no-floating-promises)': 'const later = async (): Promise<void> => undefined\nlater()\n',
  'typescript(no-explicit-any)': 'export const same = (x: any): unknown => x\n',
  'typescript(no-non-null-assertion)': 'export const first = (texts: readonly string[]): string => texts[0]!\n',
  'typescript(no-misused-promises)': 'declare function asks(): Promise<boolean>\nexport const answer = (): number => (asks() ? 1 : 2)\n',
  'typescript(switch-exhaustiveness-check)': "export function sign(of: 'plus' | 'minus'): string | undefined {\n  switch (of) {\n    case 'plus':\n      return '+'\n  }\n  return undefined\n}\n",
  'import(no-default-export)': 'export default 1\n',
  'eslint(max-depth)': `${TAKES}export function deep(a: boolean): void {\n  if (a) for (;;) if (a) while (a) takes()\n}\n`,
  'eslint(max-lines)': TAKES + lines(300),
  'eslint(max-lines-per-function)': `${TAKES}export function long(): void {\n${lines(60)}}\n`,
  'eslint(no-console)': "console.log('seen')\n",
  'vitest(no-focused-tests)': "import { test } from 'vitest'\ntest.only('alone', () => undefined)\n",
}

interface Answer { readonly diagnostics: readonly { readonly code: string; readonly filename: string }[]; readonly number_of_files: number }
const fileOf = (rule: string): string => `${rule.replace(/\W+/g, '-')}.ts`

function lint(folder: string): Answer {
  const program = join(HOUSE, 'node_modules/oxlint/bin/oxlint')
  const { stdout, stderr } = spawnSync(process.execPath, [program, '--config', '.oxlintrc.json', '--type-aware', '--format', 'json'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (!stdout.includes('diagnostics')) throw new Error(`oxlint did not answer: ${stderr}${stdout}`)
  const answer: Answer = JSON.parse(stdout)
  return answer
}

describe('the linter', () => {
  let folder: string
  let caught: Answer
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhunsheng-lint-'))
    cpSync(join(HOUSE, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    cpSync(join(HOUSE, 'tsconfig.base.json'), join(folder, 'tsconfig.json'))
    for (const [rule, text] of Object.entries(BREACHES)) writeFileSync(join(folder, fileOf(rule)), text)
    caught = lint(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(Object.keys(BREACHES))('%s bites', (rule) => {
    expect(caught.diagnostics.filter(({ filename }) => filename.endsWith(fileOf(rule))).map(({ code }) => code)).toContain(rule)
  })
  test('sees every source file of the house', () => {
    expect(lint(HOUSE).number_of_files).toBeGreaterThanOrEqual(sourcesOf().length)
  })
})
