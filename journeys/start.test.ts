import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const MAIN = join(import.meta.dirname, '../bureau/src/main.ts')
const FOLDER = mkdtempSync(join(tmpdir(), 'zhunsheng-start-'))
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

function start(...words: readonly string[]): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8', timeout: 30_000, env: { ...process.env, DATABASE_URL: '' } })
  return { code: status, said: stdout + stderr }
}
/** One sentence for a person, not the stack of a program. */
function isClear(said: string): boolean {
  return /[\u4e00-\u9fff]/.test(said) && !said.includes('    at ') && said.trim().split('\n').length <= 2
}

describe('what keeps the server from starting is said in one sentence, with an exit code of its own', () => {
  let occupied: ReturnType<typeof createServer>
  let port = 0
  beforeAll(async () => {
    occupied = createServer().listen(0, '127.0.0.1')
    await once(occupied, 'listening')
    const address = occupied.address()
    port = typeof address === 'object' && address !== null ? address.port : 0
  })
  afterAll(() => void occupied.close())

  test('--help explains itself and ends with 0', () => {
    const { code, said } = start('--help')
    expect(code).toBe(0)
    for (const option of ['--port', '--host', '--data', '--database-url', '--no-demo', '--signature', '退出码']) expect(said).toContain(option)
  })
  test.each([
    ['an unknown option', ['--colour'], '--colour'],
    ['a port that is none', ['--port', 'abc'], '端口 abc 无效'],
    ['a port for terminals that is none', ['--terminal-port', '99999'], '终端端口 99999 无效'],
    ['a signature that is none', ['--signature', 'rsa'], '签名算法 rsa 无效'],
  ])('%s', (_, words, says) => {
    const { code, said } = start(...words)
    expect(code).toBe(2)
    expect(said).toContain(says)
    expect(isClear(said)).toBe(true)
  })
  test('a port that is taken', () => {
    const { code, said } = start('--port', String(port), '--data', join(FOLDER, 'port'), '--no-demo')
    expect(code).toBe(3)
    expect(said).toContain(`端口 ${port} 已被占用`)
  })
  test('a port for terminals that is taken: the screens do not stay behind', () => {
    const { code, said } = start('--port', '0', '--terminal-port', String(port), '--data', join(FOLDER, 'terminals'), '--no-demo')
    expect(code).toBe(3)
    expect(said).toContain(`端口 ${port} 已被占用`)
  })
  test('a data folder that is a file', () => {
    const path = join(FOLDER, 'file')
    writeFileSync(path, 'x')
    const { code, said } = start('--data', path, '--no-demo')
    expect(code).toBe(4)
    expect(said).toMatch(/数据目录/)
    expect(isClear(said)).toBe(true)
  })
  test('a database that nobody answers for', () => {
    const { code, said } = start('--database-url', 'postgres://nobody@127.0.0.1:1/none', '--data', join(FOLDER, 'unreachable'))
    expect(code).toBe(5)
    expect(said).toContain('数据库')
    expect(isClear(said)).toBe(true)
  })
})
