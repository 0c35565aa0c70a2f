import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openDurable } from './durable-pglite.ts'

const folder = join(mkdtempSync(join(tmpdir(), 'zhunsheng-')), 'deep', 'database')
afterAll(() => rmSync(join(folder, '..', '..'), { recursive: true, force: true }))

/** Another process that opens the folder, writes until it is killed, and prints each number once it is acknowledged. */
const WRITER = `const { openDurable } = await import(process.argv[1])
const { pglite } = await openDurable(process.argv[2], {})
await pglite.exec('create table n (v integer)')
for (let v = 1; ; v += 1) { await pglite.query('insert into n values ($1)', [v]); process.stdout.write(v + '\\n') }`

describe('内置数据库 · acknowledged means kept', () => {
  test('while a process has the folder, a second is refused; killed, it loses nothing acknowledged', async () => {
    const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER, new URL('./durable-pglite.ts', import.meta.url).href, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    writer.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    while (said.length < 200) await once(writer.stdout, 'data')
    await expect(openDurable(folder, {})).rejects.toMatchObject({ exitCode: 4, message: expect.stringContaining(String(writer.pid)) })
    writer.kill('SIGKILL')
    await once(writer, 'close')
    const acknowledged = said.slice(0, said.lastIndexOf('\n')).split('\n').length
    const { pglite, close } = await openDurable(folder, {})
    const { rows } = await pglite.query<{ count: number }>('select count(*)::int as count from n')
    expect(rows[0]?.count).toBeGreaterThanOrEqual(acknowledged)
    await close()
  }, 60_000)

  test('a filling that was cut off is made anew', async () => {
    writeFileSync(`${folder}.unfinished`, '')
    const { pglite, close } = await openDurable(folder, {})
    await expect(pglite.query('select 1 from n')).rejects.toMatchObject({ code: '42P01' })
    await close()
    expect(existsSync(`${folder}.unfinished`)).toBe(false)
  }, 60_000)
})
