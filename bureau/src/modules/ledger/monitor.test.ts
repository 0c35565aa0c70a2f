import { sha256 } from '@zhunsheng/record/sha256.ts'
import type { Act } from '@zhunsheng/record/act.ts'
import { findBase64Bytes } from '@zhunsheng/record/base64.ts'
import { readCheckpoint, type Checkpoint } from '@zhunsheng/record/checkpoint.ts'
import { consistencyProof, verifyConsistency } from '@zhunsheng/record/consistency.ts'
import { inclusionProof, verifyInclusion } from '@zhunsheng/record/inclusion.ts'
import { leafHash, rangeHash, readerOfLeaves, type NodeReader } from '@zhunsheng/record/merkle.ts'
import { readNote, type Note } from '@zhunsheng/record/note.ts'
import { plainCryptography } from '@zhunsheng/record/plain-cryptography.ts'
import { readerOfTiles, tilesNeeded } from '@zhunsheng/record/tile-log.ts'
import { entriesPath, readEntryBundle, TILE_WIDTH, tilePath, tileWidth, type Tile } from '@zhunsheng/record/tiles.ts'
import { openCheckpoint } from '@zhunsheng/record/trust.ts'
import { verifierKey } from '@zhunsheng/record/vkey.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { manualClock, momentOf } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { digests } from '../../platform/digest.ts'
import { buildHttp, type Http } from '../../platform/http.ts'
import { passingLogKey, passingSm2Key } from '../../platform/keys.ts'
import { chance } from '../../platform/random.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { ledger } from './module.ts'
import { ledgerRoutes } from './routes.ts'
import { ledgerMigrations } from './store.ts'

const ORIGIN = 'log.example.cn/zhunsheng'
const SECRET = '刘海'
/** Long enough that no digest contains it by chance. */
const DOSSIER = 'a-dossier-of-the-bureau'
/** Past one full tile, past two, and once by a single leaf. */
const STEPS = [1, 6, 248, 1, 1, 300]
const signers = [passingLogKey(), passingSm2Key()].map(({ kind, publicKey, sign }) => ({ key: verifierKey(sha256, ORIGIN, kind, publicKey), sign }))
const [ed25519, sm2] = signers.map(({ key }) => key)

const logOf = (own: typeof signers) => ledger({ database, clock: manualClock(momentOf('2021-08-10', '16:00')), digests, salt: chance, origin: ORIGIN, signers: own })

let database: Database
let http: Http
let log: ReturnType<typeof logOf>
const notes: Note[] = []
const hashes: string[] = []
beforeAll(async () => {
  database = await testDatabase(ledgerMigrations)
  log = logOf(signers)
  http = await buildHttp({ title: '存证', logs: false })
  ledgerRoutes(http, { database, checkpoint: log.checkpoint })
  let before: string | null = null
  for (const step of STEPS) {
    await database.work(async (tx) => {
      for (let nth = 0; nth < step; nth += 1) {
        const act: Act = { bureau: '示例区城市管理局', dossier: DOSSIER, seq: hashes.length + 1, before, title: '询问', body: { asked: SECRET }, files: [] }
        const { receipts: [receipt], statement } = log.leavesOf([act])
        await statement.execute(tx)
        before = receipt?.hash ?? null
        hashes.push(before ?? '')
      }
    })
    notes.push(noteIn((await get('/log/checkpoint')).body))
  }
})
afterAll(async () => {
  await http.close()
  await database.close()
})

const get = (url: string) => http.inject({ method: 'GET', url })
function noteIn(text: string): Note {
  const note = readNote(text)
  if (!note.ok) throw new Error(note.because)
  return note.value
}
function checkpointIn(note: Note | undefined): Checkpoint {
  const checkpoint = readCheckpoint(note?.text ?? '')
  if (!checkpoint.ok) throw new Error(checkpoint.because)
  return checkpoint.value
}
const latest = () => checkpointIn(notes.at(-1))

/** Reads what a computation needs from the public tiles only. */
async function readerFor(size: bigint, compute: (read: NodeReader) => unknown): Promise<NodeReader> {
  const fetched = new Map<string, Uint8Array>()
  const pathOf = ({ level, index }: Pick<Tile, 'level' | 'index'>) => `${level}/${index}`
  for (const tile of tilesNeeded(size, compute)) {
    const answer = await get(`/log/${tilePath(tile)}`)
    expect([tilePath(tile), answer.statusCode, answer.rawPayload.length]).toEqual([tilePath(tile), 200, tile.width * 32])
    fetched.set(pathOf(tile), new Uint8Array(answer.rawPayload))
  }
  return readerOfTiles(sha256, size, (tile) => fetched.get(pathOf(tile)) ?? new Uint8Array())
}
/** All entries of the log in order, from the public bundles only. */
async function entriesOf(size: bigint): Promise<readonly Uint8Array[]> {
  const entries: Uint8Array[] = []
  for (let index = 0n; index * BigInt(TILE_WIDTH) < size; index += 1n) {
    const answer = await get(`/log/${entriesPath({ index, width: tileWidth(0, index, size) })}`)
    const bundle = readEntryBundle(new Uint8Array(answer.rawPayload))
    if (!bundle.ok) throw new Error(bundle.because)
    entries.push(...bundle.value)
  }
  return entries
}

describe('C2SP tlog-tiles · a monitor walks the public log', () => {
  test('the root of every checkpoint follows from the entries', async () => {
    const entries = await entriesOf(latest().size)
    expect(entries).toHaveLength(hashes.length)
    const leaves = entries.map((entry) => leafHash(sha256, entry))
    expect(leaves.map((hash) => Buffer.from(hash).toString('base64'))).toEqual(hashes)
    for (const note of notes) {
      const { size, root } = checkpointIn(note)
      expect(rangeHash(sha256, readerOfLeaves(sha256, leaves), 0n, size)).toEqual(root)
    }
  })
  test('the root of every checkpoint follows from the tiles, partial and full, two levels high', async () => {
    expect(notes.map((note) => Number(checkpointIn(note).size))).toEqual([1, 7, 255, 256, 257, 557])
    for (const note of notes) {
      const { size, root } = checkpointIn(note)
      const whole = (read: NodeReader) => rangeHash(sha256, read, 0n, size)
      expect(whole(await readerFor(size, whole))).toEqual(root)
    }
  })
  test('the log only grew between any two checkpoints (RFC 9162 第2.1.4条)', async () => {
    for (const [at, later] of notes.entries())
      for (const earlier of notes.slice(0, at)) {
        const [one, two] = [checkpointIn(earlier), checkpointIn(later)]
        const prove = (read: NodeReader) => consistencyProof(sha256, read, one.size, two.size)
        const proof = prove(await readerFor(two.size, prove))
        expect(verifyConsistency(sha256, { size1: one.size, size2: two.size, root1: one.root, root2: two.root, proof })).toEqual({ ok: true })
      }
  })
  test.each([1, 7, 256, 257, 400, 557])('act %i is in the log, shown from the tiles alone (RFC 9162 第2.1.3条)', async (seq) => {
    const { size, root } = latest()
    const index = BigInt(seq - 1)
    const prove = (read: NodeReader) => inclusionProof(sha256, read, index, size)
    const proof = prove(await readerFor(size, prove))
    const own = findBase64Bytes(hashes[seq - 1] ?? '') ?? new Uint8Array()
    expect(verifyInclusion(sha256, { index, size, root, proof, leafHash: own })).toEqual({ ok: true })
    expect(verifyInclusion(sha256, { index, size, root, proof, leafHash: leafHash(sha256, own) }).ok).toBe(false)
  })
  test('entries hold commitments and no word of an act (个人信息保护法第六条)', async () => {
    for (const entry of await entriesOf(latest().size)) {
      const text = new TextDecoder().decode(entry)
      for (const told of [SECRET, '询问', DOSSIER]) expect(text).not.toContain(told)
    }
  })
  test('a tile may be kept for ever, a checkpoint must be asked for', async () => {
    const [tile, entries, checkpoint] = await Promise.all(['/log/tile/0/000', '/log/tile/entries/000', '/log/checkpoint'].map(get))
    for (const answer of [tile, entries]) expect(answer?.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'cache-control': expect.stringContaining('immutable') })
    expect(checkpoint?.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' })
  })
  test('a checkpoint that nothing follows is the same each time', async () => {
    const [one, two] = [await get('/log/checkpoint'), await get('/log/checkpoint')]
    expect(one.body).toBe(two.body)
  })
  test('however many ask at once, each finds the log sealed', async () => {
    const asked = await Promise.all(Array.from({ length: 20 }, () => log.checkpoint()))
    expect(new Set(asked)).toEqual(new Set([(await get('/log/checkpoint')).body]))
  })
  test.each(['/log/tile/0/002.p/46', '/log/tile/0/003', '/log/tile/1/000.p/3', '/log/tile/2/000.p/1', '/log/tile/entries/002.p/46', '/log/tile/0/0', '/log/tile/0/000.p/0', '/log/tile/0/000.p/256', '/log/tile/x/000', '/log/tile/0/x999/x999/x999/999.p/1', '/log/tile/63/x999/x999/x999/x999/x999/x999/999'])('%s is not there', async (path) => {
    expect((await get(path)).statusCode).toBe(404)
  })
})

describe('GB/T 32918.2 · a checkpoint signed by Ed25519 and by SM2', () => {
  const opened = (note: Note | undefined, keys: readonly (typeof ed25519)[]) =>
    openCheckpoint(plainCryptography, note ?? { text: '', signatures: [] }, { logKeys: keys.flatMap((key) => (key === undefined ? [] : [key])), witnessKeys: [], witnessesNeeded: 0 })

  test('either key alone opens it, and another of either kind does not', () => {
    const note = notes.at(-1)
    expect([ed25519, sm2].map((key) => opened(note, [key]).ok)).toEqual([true, true])
    const others = [passingLogKey(), passingSm2Key()].map(({ kind, publicKey }) => verifierKey(sha256, ORIGIN, kind, publicKey))
    expect(others.map((key) => opened(note, [key]).ok)).toEqual([false, false])
  })
  test('a signature under the key of the other kind is not one', () => {
    const note = notes.at(-1)
    const onlyBy = (kind: string) => ({ text: note?.text ?? '', signatures: (note?.signatures ?? []).filter((_, at) => signers[at]?.key.kind === kind) })
    expect(opened(onlyBy('sm2'), [ed25519]).ok).toBe(false)
    expect(opened(onlyBy('ed25519'), [sm2]).ok).toBe(false)
    expect(opened(onlyBy('sm2'), [sm2]).ok).toBe(true)
  })
  test('a key that is configured later signs the latest checkpoint too, beside the others', async () => {
    const { kind, publicKey, sign } = passingSm2Key()
    const added = { key: verifierKey(sha256, ORIGIN, kind, publicKey), sign }
    const note = noteIn((await logOf([added]).checkpoint()) ?? '')
    expect([ed25519, sm2, added.key].map((key) => opened(note, [key]).ok)).toEqual([true, true, true])
    expect(note.text).toBe(notes.at(-1)?.text)
  })
  test('one changed character breaks both', () => {
    const note = notes.at(-1)
    const forged = { text: (note?.text ?? '').replace('557', '556'), signatures: note?.signatures ?? [] }
    expect([ed25519, sm2].map((key) => opened(forged, [key]).ok)).toEqual([false, false])
  })
})
