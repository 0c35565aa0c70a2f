import { sha256 } from '@zhunsheng/record/sha256.ts'
import { base64 } from '@zhunsheng/record/base64.ts'
import { readBundle } from '@zhunsheng/record/bundle.ts'
import { readCheckpoint } from '@zhunsheng/record/checkpoint.ts'
import { rangeHash, readerOfLeaves } from '@zhunsheng/record/merkle.ts'
import { readNote } from '@zhunsheng/record/note.ts'
import { plainCryptography } from '@zhunsheng/record/plain-cryptography.ts'
import { readTile } from '@zhunsheng/record/tiles.ts'
import { utf8Bytes } from '@zhunsheng/record/utf8.ts'
import { verifyBundle } from '@zhunsheng/record/verify-bundle.ts'
import { readVkey, type VerifierKey } from '@zhunsheng/record/vkey.ts'
import fc from 'fast-check'
import jszip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COOKIE } from './platform/session.ts'
import { passingLogKey, passingSm2Key } from './platform/keys.ts'
import { caseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
let bureau: TestBureau
let bytes: Uint8Array
let keys: readonly VerifierKey[]
beforeAll(async () => {
  bureau = await testBureau(ON, [passingLogKey(), passingSm2Key()])
  await caseUpTo(bureau, 'file', ON)
  const id = await caseUpTo(bureau, 'decide', ON)
  bytes = utf8Bytes((await bureau.send('zhang', 'GET', `/api/cases/${id}/bundle`)).text)
  const published = (await bureau.send(undefined, 'GET', '/api/public/log-keys')).body['keys']
  keys = (Array.isArray(published) ? published : []).flatMap((text: string) => {
    const key = readVkey(plainCryptography.sha256, text)
    return key.ok ? [key.value] : []
  })
})
afterAll(() => bureau.close())
const verdictOf = (bundle: Uint8Array, trusted = keys) => verifyBundle(bundle, { logKeys: trusted, witnessKeys: [], witnessesNeeded: 0 }, plainCryptography)

describe('a case in one file, verified without the server (案卷包)', () => {
  test('whole, signed by both keys that the bureau publishes', () => {
    expect(keys.map(({ kind }) => kind)).toEqual(['ed25519', 'sm2'])
    const verdict = verdictOf(bytes)
    expect(verdict.findings).toEqual([])
    expect(verdict.ok && verdict.logSigners.map(({ kind }) => kind)).toEqual(['ed25519', 'sm2'])
  })
  test.each(['ed25519', 'sm2'])('either key is enough: %s alone', (kind) => {
    expect(verdictOf(bytes, keys.filter((key) => key.kind === kind)).ok).toBe(true)
  })
  test('the key of another bureau is not', () => {
    const { publicKey } = passingLogKey()
    const [key] = keys
    expect(key === undefined ? true : verdictOf(bytes, [{ ...key, publicKey }]).ok).toBe(false)
    expect(verdictOf(bytes, []).ok).toBe(false)
  })
  test('any byte changed anywhere is noticed', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      expect(verdictOf(bytes.map((byte, index) => (index === at ? byte ^ by : byte)), keys.slice(0, 1)).ok).toBe(false)
    }), { numRuns: 25 })
  })
  test('every act says what it was', () => {
    const text = new TextDecoder().decode(bytes)
    for (const title of ['呈请立案', '批准立案', '处罚事先告知', '作出决定']) expect(text).toContain(title)
  })
})

describe('the whole case to take away (案卷移交)', () => {
  test('holds the bundle, every paper as a PDF that the bundle names, and the evidence', async () => {
    const photograph = 'photograph of the pavement'
    const stored = await bureau.send('zhang', 'POST', '/api/evidence', `--b\r\nContent-Disposition: form-data; name="file"; filename="现场.txt"\r\n\r\n${photograph}\r\n--b--\r\n`, { 'content-type': 'multipart/form-data; boundary=b' })
    const id = await caseUpTo(bureau, 'decide', ON, { collect: { sha256: stored.body['sha256'] } })
    const answer = await bureau.server.http.inject({ method: 'GET', url: `/api/cases/${id}/handover`, cookies: { [COOKIE]: await bureau.server.sessions.open('zhang') } })
    expect(answer.statusCode).toBe(200)
    const zip = await jszip.loadAsync(answer.rawPayload)
    const names = Object.values(zip.files).filter(({ dir }) => !dir).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['案卷包.zsb.json', '说明.txt', '文书/12-行政处罚决定书.pdf', expect.stringContaining('证据/06-现场照片两张-')]))
    const bundle = readBundle((await zip.file('案卷包.zsb.json')?.async('uint8array')) ?? new Uint8Array())
    if (!bundle.ok) throw new Error(bundle.because)
    for (const { name, sha256 } of bundle.value.attachments) {
      const bytes = await zip.file(`文书/${name}`)?.async('uint8array')
      expect(bytes === undefined ? name : base64(plainCryptography.sha256(bytes))).toBe(sha256)
    }
    expect(bundle.value.attachments.length).toBeGreaterThan(6)
    expect(await zip.file(names.find((name) => name.startsWith('证据/')) ?? '')?.async('text')).toBe(photograph)
  })
})

describe('C2SP tlog-tiles · the public log', () => {
  const get = (path: string) => bureau.server.http.inject({ method: 'GET', url: path })

  test('a monitor recomputes the root from the tiles alone', async () => {
    const note = readNote((await get('/log/checkpoint')).body)
    const checkpoint = note.ok ? readCheckpoint(note.value.text) : note
    if (!checkpoint.ok) throw new Error(checkpoint.because)
    const { size, root } = checkpoint.value
    const answer = await get(`/log/tile/0/000.p/${size}`)
    expect(answer.headers['cache-control']).toContain('immutable')
    const tile = readTile(new Uint8Array(answer.rawPayload), Number(size))
    expect(tile.ok && rangeHash(sha256, readerOfLeaves(sha256, tile.value), 0n, size)).toEqual(root)
  })
  test('entries are commitments and tell nothing about the act', async () => {
    const note = readNote((await get('/log/checkpoint')).body)
    const checkpoint = note.ok ? readCheckpoint(note.value.text) : note
    if (!checkpoint.ok) throw new Error(checkpoint.because)
    const answer = await get(`/log/tile/entries/000.p/${checkpoint.value.size}`)
    expect(answer.statusCode).toBe(200)
    for (const told of ['刘海', '出店', 'penalty.ordinary', '呈请']) expect(answer.body).not.toContain(told)
  })
  test.each(['/log/tile/0/999', '/log/tile/0/000.p/200', '/log/tile/entries/001', '/log/tile/../../etc', '/log/tile/0/0'])('%s is not there', async (path) => {
    expect((await get(path)).statusCode).toBe(404)
  })
})
