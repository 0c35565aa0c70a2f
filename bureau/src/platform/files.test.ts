import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { manualClock, type ManualClock } from './clock.ts'
import { filesOn, partOf, type Files } from './files.ts'
import { bucketShelf } from './files-in-bucket.ts'
import { diskShelf } from './files-on-disk.ts'
import { readOptions } from './options.ts'
import { testBucket, type TestBucket } from './test-bucket.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const bytesOf = (text: string): Buffer => Buffer.from(text)
const PART = 1000

interface Kept {
  readonly files: Files
  readonly clock: ManualClock
  readonly damaged: string[]
  readonly count: () => number
  /** Changes stored bytes behind our back. */
  readonly rot: (digest: string, bytes: Buffer) => void
  readonly lose: (digest: string) => void
}
let folder = ''
let bucket: TestBucket
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhunsheng-files-'))
  bucket = await testBucket(PART)
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await bucket.close()
})
const waiting = (): number => (existsSync(join(folder, 'incoming')) ? readdirSync(join(folder, 'incoming')).length : 0)

function kept(where: 'disk' | 'bucket'): Kept {
  const damaged: string[] = []
  const clock = manualClock(new Date('2021-08-10T08:00:00Z'))
  const shelf = where === 'disk' ? diskShelf(folder) : bucketShelf(bucket.place)
  const files = filesOn({ shelf, incoming: join(folder, 'incoming'), clock, onDamage: (digest) => Promise.resolve(void damaged.push(digest)) })
  const place = (digest: string) => join(folder, digest.slice(0, 2), digest)
  const key = (digest: string) => `/evidence/${digest.slice(0, 2)}/${digest}`
  return where === 'disk'
    ? { files, clock, damaged, count: () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length, rot: (digest, bytes) => writeFileSync(place(digest), bytes), lose: (digest) => rmSync(place(digest)) }
    : { files, clock, damaged, count: () => bucket.objects.size, rot: (digest, bytes) => void bucket.objects.set(key(digest), bytes), lose: (digest) => void bucket.objects.delete(key(digest)) }
}
const readIn = async (files: Files, digest: string, part?: { readonly start: number; readonly end: number }): Promise<Buffer> => {
  const found = await files.open(digest)
  return found === undefined ? Buffer.alloc(0) : buffer(await found.read(part))
}

describe.each(['disk', 'bucket'] as const)('档案法第十九条第二款 · files kept on a %s', (where) => {
  test('are kept once, under their own digest, and come back byte for byte, whole and in parts', async () => {
    const { files, count } = kept(where)
    const bytes = randomBytes(2 * PART + 345)
    const stored = await files.add(Readable.from([bytes.subarray(0, 700), bytes.subarray(700)]))
    expect(stored).toEqual({ sha256: sha256(bytes), sm3: createHash('sm3').update(bytes).digest('hex'), size: bytes.length })
    await files.add(Readable.from([bytes]))
    expect([count(), waiting()]).toEqual([1, 0])
    expect((await readIn(files, stored.sha256)).equals(bytes)).toBe(true)
    expect((await readIn(files, stored.sha256, { start: 990, end: 1010 })).equals(bytes.subarray(990, 1011))).toBe(true)
    expect((await files.open(stored.sha256))?.size).toBe(bytes.length)
  })
  test('a file that is refused, or whose sending breaks off, leaves nothing', async () => {
    const { files, count } = kept(where)
    await expect(files.add(Readable.from([bytesOf('不合要求')]), () => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
    await expect(files.add(Readable.from((function* () { yield bytesOf('一半'); throw new Error('cut off') })()))).rejects.toThrow('cut off')
    expect([count(), waiting()]).toEqual([0, 0])
  })
  test('no room left while it comes in: said so, nothing half written', async () => {
    const { files, count } = kept(where)
    const full = Readable.from((function* () { yield bytesOf('一半'); throw Object.assign(new Error('write'), { code: 'ENOSPC' }) })())
    await expect(files.add(full)).rejects.toMatchObject({ status: 507, detail: expect.stringContaining('存储空间已满') })
    expect([count(), waiting()]).toEqual([0, 0])
  })
  test('bytes that are no longer what they were are never handed out, and reported; the same file sent again repairs them', async () => {
    const { files, damaged, rot } = kept(where)
    const { sha256: digest } = await files.add(Readable.from([bytesOf('现场照片')]))
    expect((await readIn(files, digest)).toString()).toBe('现场照片')
    rot(digest, bytesOf('现场照骗'))
    await expect(files.open(digest)).rejects.toMatchObject({ status: 500, type: '/problems/damaged' })
    await expect(readIn(files, digest, { start: 0, end: 2 })).rejects.toMatchObject({ type: '/problems/damaged' })
    expect([damaged, await files.check(digest)]).toEqual([[digest, digest], 'damaged'])
    await files.add(Readable.from([bytesOf('现场照片')]))
    expect([(await readIn(files, digest)).toString(), await files.check(digest)]).toEqual(['现场照片', 'whole'])
  })
  test('what was lost is missing, what is no digest is nothing', async () => {
    const { files, lose } = kept(where)
    const { sha256: digest } = await files.add(Readable.from([bytesOf('录音')]))
    lose(digest)
    expect([await files.check(digest), await files.open(digest)]).toEqual(['missing', undefined])
    for (const name of ['../../etc/passwd', `${digest}/..`, '', digest.toUpperCase()]) expect([await files.open(name), await files.check(name)]).toEqual([undefined, 'missing'])
  })
  test('erased is gone for good; erasing again is no fault', async () => {
    const { files, count } = kept(where)
    const { sha256: digest } = await files.add(Readable.from([bytesOf('到期的录像')]))
    await files.erase(digest)
    await files.erase(digest)
    expect([count(), await files.open(digest)]).toEqual([0, undefined])
  })
  test('an empty file is stored too, if nobody refuses it', async () => {
    const { files } = kept(where)
    const { sha256: digest } = await files.add(Readable.from([]))
    expect((await readIn(files, digest)).length).toBe(0)
  })
})

describe('a bucket (对象存储)', () => {
  test('a large file goes in parts, a small one in one piece, each under its own digest', async () => {
    const { files } = kept('bucket')
    await files.add(Readable.from([randomBytes(3 * PART + 1)]))
    expect(bucket.asked.filter((one) => /partNumber/.test(one))).toHaveLength(4)
    expect(bucket.open()).toBe(0)
    await files.add(Readable.from([randomBytes(PART)]))
    expect(bucket.asked.filter((one) => one === 'PUT ')).toHaveLength(1)
  })
  test.each([
    ['a part is refused', (method: string, query: string) => (method === 'PUT' && query.includes('partNumber=3') ? 'AccessDenied' : undefined), 503, '拒绝了访问'],
    ['it runs full between two parts', (method: string, query: string) => (method === 'PUT' && query.includes('partNumber=2') ? 'XMinioStorageFull' : undefined), 507, '存储空间已满'],
    ['it breaks down at the end', (method: string, query: string) => (method === 'POST' && query.includes('uploadId') ? 'InternalError' : undefined), 503, '应答 500'],
    ['the bucket is not there', () => 'NoSuchBucket', 503, '存储桶'],
  ])('%s: a clear fault, and nothing of the file stays', async (_, failing, status, words) => {
    const { files, count } = kept('bucket')
    bucket.failing = failing
    await expect(files.add(Readable.from([randomBytes(3 * PART)]))).rejects.toMatchObject({ status, detail: expect.stringContaining(words) })
    bucket.failing = () => undefined
    expect([count(), waiting(), bucket.open()]).toEqual([0, 0, 0])
  })
  test('a bucket that takes the bytes and keeps others is found out, and they are taken back', async () => {
    const { files, count } = kept('bucket')
    const set = bucket.objects.set.bind(bucket.objects)
    bucket.objects.set = (key, bytes) => set(key, bytes.subarray(1))
    await expect(files.add(Readable.from([bytesOf('照片')]))).rejects.toMatchObject({ status: 503, detail: expect.stringContaining('不完整') })
    expect(count()).toBe(0)
  })
  test('nobody answers: a clear fault, when writing and when reading', async () => {
    const { files } = kept('bucket')
    const { sha256: digest } = await files.add(Readable.from([bytesOf('照片')]))
    await bucket.close()
    await expect(files.add(Readable.from([bytesOf('另一张')]))).rejects.toMatchObject({ status: 503, detail: expect.stringContaining('连接不上文件存储') })
    await expect(files.open(digest)).rejects.toMatchObject({ status: 503 })
    expect(waiting()).toBe(0)
    bucket = await testBucket(PART)
  })
  test('a wrong key is refused by the store, and the fault says what to look at', async () => {
    const shelf = bucketShelf({ ...bucket.place, secretKey: 'another' })
    const files = filesOn({ shelf, incoming: join(folder, 'incoming'), clock: manualClock(new Date(0)), onDamage: () => Promise.resolve() })
    await expect(files.add(Readable.from([bytesOf('照片')]))).rejects.toMatchObject({ status: 503, detail: expect.stringContaining('SignatureDoesNotMatch') })
    expect(bucket.objects.size).toBe(0)
  })
})

describe('trust in what was compared', () => {
  test('a film is compared once, not for each of its parts; after ten minutes it is compared again', async () => {
    const { files, clock } = kept('bucket')
    const { sha256: digest } = await files.add(Readable.from([bytesOf('录像录像录像')]))
    const gets = () => bucket.asked.filter((one) => one.startsWith('GET')).length
    for (const start of [0, 3, 6]) await readIn(files, digest, { start, end: start + 2 })
    expect(gets()).toBe(4)
    clock.set(new Date('2021-08-10T08:10:01Z'))
    await readIn(files, digest, { start: 0, end: 2 })
    expect(gets()).toBe(6)
  })
})

describe('RFC 9110 第14节 · ranges', () => {
  test.each([
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=100-', 'none'],
    ['bytes=500-600', 'none'],
    ['bytes=9-3', 'none'],
    ['bytes=0-1,5-6', undefined],
    ['lines=1-2', undefined],
    [undefined, undefined],
  ])('%s of a hundred bytes', (header, part) => expect(partOf(header, 100)).toEqual(part))
})

describe('where files lie is told by the environment', () => {
  const env = { ZS_S3_URL: 'https://store.example:9000/evidence', ZS_S3_ACCESS_KEY: 'a', ZS_S3_SECRET_KEY: 'b' }
  test('nothing named: the disk; all named: the bucket', () => {
    expect(readOptions([], {}).bucket).toBeUndefined()
    expect(readOptions([], env).bucket).toEqual({ url: env.ZS_S3_URL, region: 'us-east-1', accessKey: 'a', secretKey: 'b' })
  })
  test('half a configuration is refused at the start, not at the first photograph', () => {
    expect(() => readOptions([], { ...env, ZS_S3_SECRET_KEY: '' })).toThrow('配置不全')
    expect(() => readOptions([], { ...env, ZS_S3_URL: 'store.example/evidence' })).toThrow('http://')
  })
})
