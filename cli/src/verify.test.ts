import { spawnSync } from 'node:child_process'
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBundle, bundleBytes } from '@zhunsheng/record/bundle.ts'
import type { Signer } from '@zhunsheng/record/note.ts'
import { plainCryptography } from '@zhunsheng/record/plain-cryptography.ts'
import { SAMPLE, SAMPLE_DECISION, sampleDossier } from '@zhunsheng/record/sample-dossier.ts'
import { verifierKey, vkeyText } from '@zhunsheng/record/vkey.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { verifyFile } from './verify.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'zhunsheng-verify-'))
afterAll(() => rmSync(FOLDER, { recursive: true }))

function signer(): Signer {
  const key = createPrivateKey(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const publicKey = Uint8Array.from(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))
  return { key: verifierKey(plainCryptography.sha256, SAMPLE.origin, 'ed25519', publicKey), sign: (message) => sign(null, message, key) }
}
const log = signer()
const KEY = vkeyText(log.key)
const { bytes } = sampleDossier(plainCryptography, { log: [log], witnesses: [] })
const bundle = (() => {
  const reading = readBundle(bytes)
  if (!reading.ok) throw new Error(reading.because)
  return reading.value
})()

let written = 0
function file(content: Uint8Array | string): string {
  const path = join(FOLDER, `${(written += 1)}.json`)
  writeFileSync(path, content)
  return path
}
function folder(contents: Readonly<Record<string, Uint8Array | string>>): string {
  const path = join(FOLDER, `files-${(written += 1)}`)
  mkdirSync(join(path, 'inside'), { recursive: true })
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(path, name), content)
  return path
}
function ask(path: string, more: { readonly keys?: readonly string[]; readonly files?: string } = {}) {
  const lines: string[] = []
  const code = verifyFile({ bundle: path, keys: [KEY], ...more }, (line) => lines.push(line))
  return { code, said: lines.join('\n') }
}
const changed = (from: string, to: string) => file(new TextDecoder().decode(bytes).replace(from, to))

describe('npx zhunsheng verify · 案卷包', () => {
  test('a good bundle passes, act by act', () => {
    const { code, said } = ask(file(bytes))
    expect(code).toBe(0)
    for (const title of ['立案', '处罚前告知', '处罚决定']) expect(said).toMatch(new RegExp(`${title} {2}存证第 \\d+ 号 {2}✓`))
    expect(said).toContain('3 项行为完整')
    expect(said.endsWith('核验通过')).toBe(true)
  })
  test('a key may come from a file, also in the form in which the interface answers it', () => {
    expect(ask(file(bytes), { keys: [file(`${KEY}\n`)] }).code).toBe(0)
    expect(ask(file(bytes), { keys: [file(JSON.stringify({ keys: [KEY] }))] }).code).toBe(0)
  })
  test('without a key the bundle may be whole, but nobody is believed to have signed it', () => {
    const { code, said } = ask(file(bytes), { keys: [] })
    expect(code).toBe(3)
    expect(said).toContain(`公钥：${KEY}`)
    expect(said).not.toContain('核验通过')
  })
  test('the key of another is not enough', () => {
    const { code, said } = ask(file(bytes), { keys: [vkeyText(signer().key)] })
    expect(code).toBe(1)
    expect(said).toContain('? 无从认定')
    expect(said).toContain('核验不通过')
  })
  test('one character changed: the act is named, the others stand', () => {
    const { code, said } = ask(changed('2021-03-02', '2021-03-09'))
    expect(code).toBe(1)
    expect(said).toContain('✗ 第2个程序行为（处罚前告知）')
    expect(said).toMatch(/1 {2}立案 .*✓/)
    expect(said).toMatch(/2 {2}处罚前告知 .*✗ 与存证不符/)
  })
  test('an act left out is named', () => {
    const { code, said } = ask(file(bundleBytes({ ...bundle, acts: bundle.acts.filter((_, at) => at !== 1) })))
    expect(code).toBe(1)
    expect(said).toContain('第2个程序行为：卷内目录列有，案卷包中缺失')
  })
  test.each([['nothing', ''], ['no bundle', '{"a":1}'], ['half a bundle', bytes.slice(0, bytes.length / 2)], ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0)]])('%s is refused', (_, content) => {
    expect(ask(file(content))).toMatchObject({ code: 1, said: expect.stringContaining('核验不通过') })
  })
  test('a file that is not there, and a folder in its place', () => {
    expect(ask(join(FOLDER, 'none.json'))).toMatchObject({ code: 2, said: expect.stringContaining('读不到文件') })
    expect(ask(FOLDER)).toMatchObject({ code: 2, said: expect.stringContaining('读不到文件') })
  })
  test.each(['无', 'log+00000000+AAAA', FOLDER])('a key that is none: %s', (key) => {
    expect(ask(file(bytes), { keys: [key] })).toMatchObject({ code: 2, said: expect.stringContaining('无效') })
  })
})

describe('npx zhunsheng verify --files · 证据和文书', () => {
  test('files as they were recorded, and those that were not brought', () => {
    const { code, said } = ask(file(bytes), { files: folder({ '决定.pdf': SAMPLE_DECISION, 'inside/照片.jpg': '立案材料.jpg' }) })
    expect(code).toBe(0)
    expect(said).toContain('✓ 文件 决定.pdf：与第 3 项行为所记「行政处罚决定书.pdf」一致')
    expect(said).toMatch(/✓ 文件 inside.照片\.jpg：与第 1 项行为所记/)
    expect(said).toContain('目录中没有案卷所记「卷内备考表.pdf」，未核对')
  })
  test('a file that was changed', () => {
    const { code, said } = ask(file(bytes), { files: folder({ '决定.pdf': '罚款人民币伍元整。' }) })
    expect(code).toBe(1)
    expect(said).toContain('✗ 文件 决定.pdf：案卷包没有记载，或者已被改动')
  })
  test('what is handed over beside the case is no part of it, and only there', () => {
    expect(ask(file(bytes), { files: folder({ '说明.txt': '说明', '离线核验.html': '页' }) })).toMatchObject({ code: 0, said: expect.stringContaining('说明.txt 不属于案卷') })
    expect(ask(file(bytes), { files: folder({ 'inside/说明.txt': '说明' }) }).code).toBe(1)
  })
  test('the bundle itself may lie in the folder', () => {
    const place = folder({ 'case.json': bytes })
    expect(ask(join(place, 'case.json'), { files: place }).code).toBe(0)
  })
  test('a folder that is not there', () => {
    expect(ask(file(bytes), { files: join(FOLDER, 'none') })).toMatchObject({ code: 2, said: expect.stringContaining('不是目录') })
  })
})

describe('npx zhunsheng', () => {
  const run = (...words: readonly string[]) => spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], { encoding: 'utf8' })

  test.each([[[]], [['--help']], [['verify', '--help']]])('%j says what can be asked', (words) => {
    const { status, stdout } = run(...words)
    expect(status).toBe(0)
    for (const word of ['verify', '--key', '--files', '退出码']) expect(stdout).toContain(word)
  })
  test.each([[['verify']], [['fly', 'x']], [['verify', 'a', 'b']], [['verify', 'a', '--keys', 'b']], [['judge']]])('%j is not understood', (words) => {
    expect(run(...words)).toMatchObject({ status: 2, stderr: expect.stringContaining('用法') })
  })
  test('the whole command', () => {
    const path = file(bytes)
    expect(run('verify', path, '--key', KEY)).toMatchObject({ status: 0, stdout: expect.stringContaining('核验通过') })
    expect(run('verify', path)).toMatchObject({ status: 3 })
  })
})
