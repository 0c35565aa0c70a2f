import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyEd25519 } from '@zhunsheng/record/ed25519.ts'
import { verifySm2 } from '@zhunsheng/record/sm2.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { logKeysIn, SIGNATURES } from './keys.ts'
import { readOptions } from './options.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'zhunsheng-keys-'))
afterAll(() => rmSync(FOLDER, { recursive: true }))
const MESSAGE = new TextEncoder().encode('检查点')

describe('存证签名密钥', () => {
  test.each(SIGNATURES)('%s: made at the first start, the same at every later one', (signatures) => {
    const folder = join(FOLDER, `data-${signatures}`)
    const made = logKeysIn(folder, signatures)
    expect(made.map(({ kind }) => kind)).toEqual(signatures === 'both' ? ['ed25519', 'sm2'] : [signatures])
    expect(logKeysIn(folder, signatures).map(({ publicKey }) => publicKey)).toEqual(made.map(({ publicKey }) => publicKey))
    expect(readdirSync(folder)).toHaveLength(made.length)
  })
  test.skipIf(process.platform === 'win32')('only the owner may read them', () => {
    const folder = join(FOLDER, 'private')
    logKeysIn(folder, 'both')
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  })
  test('a bureau that begins to sign with SM2 keeps its Ed25519 key', () => {
    const folder = join(FOLDER, 'grown')
    const [first] = logKeysIn(folder, 'ed25519')
    expect(logKeysIn(folder, 'both')[0]?.publicKey).toEqual(first?.publicKey)
  })
  test('GB/T 32918.2 · what each signs, the plain verifier accepts, and no other does', () => {
    const [ed25519, sm2] = logKeysIn(join(FOLDER, 'signing'), 'both')
    const [other, otherSm2] = logKeysIn(join(FOLDER, 'others'), 'both')
    if (ed25519 === undefined || sm2 === undefined || other === undefined || otherSm2 === undefined) throw new Error('both means two')
    expect(verifyEd25519(ed25519.publicKey, MESSAGE, ed25519.sign(MESSAGE))).toBe(true)
    expect(verifySm2(sm2.publicKey, MESSAGE, sm2.sign(MESSAGE))).toBe(true)
    expect(verifyEd25519(other.publicKey, MESSAGE, ed25519.sign(MESSAGE))).toBe(false)
    expect(verifySm2(otherSm2.publicKey, MESSAGE, sm2.sign(MESSAGE))).toBe(false)
    expect(verifySm2(sm2.publicKey, MESSAGE, ed25519.sign(MESSAGE))).toBe(false)
    expect(verifySm2(sm2.publicKey, MESSAGE.slice(1), sm2.sign(MESSAGE))).toBe(false)
  })
})

describe('--signature', () => {
  test('Ed25519 unless something else is said, the command line before the environment', () => {
    expect(readOptions([], {}).signatures).toBe('ed25519')
    expect(readOptions([], { ZS_SIGNATURE: 'sm2' }).signatures).toBe('sm2')
    expect(readOptions(['--signature', 'both'], { ZS_SIGNATURE: 'sm2' }).signatures).toBe('both')
  })
  test('what is no algorithm is refused', () => {
    expect(() => readOptions(['--signature', 'rsa'], {})).toThrow('签名算法 rsa 无效')
  })
})
