import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import jszip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COOKIE } from './platform/session.ts'
import { caseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

let bureau: TestBureau
let origin = ''
beforeAll(async () => {
  bureau = await testBureau('2021-08-10', undefined, { district: { west: 106.2, south: 29.2, east: 106.6, north: 29.6 } })
  origin = await bureau.server.http.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => bureau.close())

type Words = Readonly<Record<string, string>>
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const metadata = (words: Words): string => Object.entries(words).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',')
const asking = async (who: string, method: string, url: string, headers: Words, body?: Uint8Array): Promise<Response> =>
  fetch(new URL(url, origin), { method, headers: { 'tus-resumable': '1.0.0', cookie: `${COOKIE}=${await bureau.server.sessions.open(who)}`, ...headers }, ...(body === undefined ? {} : { body: Buffer.from(body) }) })
const begin = (who: string, size: number, words: Words): Promise<Response> => asking(who, 'POST', '/api/uploads', { 'upload-length': String(size), 'upload-metadata': metadata(words) })
const send = (who: string, place: string, offset: number, bytes: Uint8Array): Promise<Response> => asking(who, 'PATCH', place, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, bytes)

async function upload(bytes: Uint8Array, words: Words = {}, who = 'zhang'): Promise<Response> {
  const begun = await begin(who, bytes.length, { filename: '证据.bin', sha256: sha256(bytes), ...words })
  return begun.status === 201 ? send(who, begun.headers.get('location') ?? '', 0, bytes) : begun
}
const kept = (): number => (existsSync(join(bureau.folder, 'files')) ? readdirSync(join(bureau.folder, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length : 0)
const FULL = '/dev/full'
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(5000, 7)])
async function photograph(): Promise<Buffer> {
  const canvas = createCanvas(800, 600)
  const context = canvas.getContext('2d')
  context.fillStyle = '#88aa66'
  context.fillRect(0, 0, 800, 600)
  return canvas.encode('jpeg')
}

describe('国办发〔2018〕118号 · resumable uploads', () => {
  test('a video cut off at 93 % is no evidence; it goes on where it stopped and is then whole', async () => {
    const cut = Math.floor(MP4.length * 0.93)
    const begun = await begin('zhang', MP4.length, { filename: '执法记录.mp4', sha256: sha256(MP4) })
    const place = begun.headers.get('location') ?? ''
    expect((await send('zhang', place, 0, MP4.subarray(0, cut))).status).toBe(204)
    expect((await bureau.send('zhang', 'GET', `/api/evidence/${sha256(MP4)}/item`)).status).toBe(404)
    const head = await asking('zhang', 'HEAD', place, {})
    expect(head.headers.get('upload-offset')).toBe(String(cut))
    const done = await send('zhang', place, cut, MP4.subarray(cut))
    expect(done.status).toBe(200)
    expect(await done.json()).toMatchObject({ sha256: sha256(MP4), media: 'video/mp4', name: '执法记录.mp4', flags: [] })
    expect((await bureau.send('zhang', 'GET', `/api/evidence/${sha256(MP4)}/item`)).body).toMatchObject({ sm3: expect.stringMatching(/^[0-9a-f]{64}$/), readings: [{ who: '张平', what: 'uploaded' }] })
  })
  test('what arrives otherwise than the device hashed it is refused, and nothing of it stays', async () => {
    const before = kept()
    const answer = await upload(bytesOf('原来的内容'), { sha256: sha256(bytesOf('别的内容')) })
    expect({ status: answer.status, text: await answer.text() }).toEqual({ status: 400, text: expect.stringContaining('摘要不一致') })
    expect(kept()).toBe(before)
  })
  // A device that is always full, which Linux has and others have not.
  test.runIf(existsSync(FULL))('the disk is full while it comes: said so, no evidence, and the upload goes on where it stopped once it can', async () => {
    const bytes = bytesOf('写不下去的录像')
    const place = (await begin('zhang', bytes.length, { filename: '录像.bin', sha256: sha256(bytes) })).headers.get('location') ?? ''
    const file = join(bureau.folder, 'uploads', place.split('/').at(-1) ?? '')
    rmSync(file)
    symlinkSync(FULL, file)
    const answer = await send('zhang', place, 0, bytes)
    expect([answer.status, await answer.text()]).toEqual([507, expect.stringContaining('存储空间可能已满')])
    expect((await bureau.send('zhang', 'GET', `/api/evidence/${sha256(bytes)}/item`)).status).toBe(404)
    rmSync(file)
    writeFileSync(file, '')
    expect((await send('zhang', place, 0, bytes)).status).toBe(200)
  })
  test('somebody else cannot go on with it, a stranger cannot begin one, nor can a post that brings no evidence', async () => {
    const begun = await begin('zhang', 10, { filename: 'x' })
    expect((await send('li', begun.headers.get('location') ?? '', 0, bytesOf('0123456789'))).status).toBe(403)
    expect((await asking('li', 'HEAD', begun.headers.get('location') ?? '', {})).status).toBe(403)
    expect((await begin('sun', 10, { filename: 'x' })).status).toBe(403)
    expect((await fetch(new URL('/api/uploads', origin), { method: 'POST', headers: { 'tus-resumable': '1.0.0', 'upload-length': '1' } })).status).toBe(401)
  })
  test('two officers upload the same bytes at once: kept once, both written down, the later one is told', async () => {
    const bytes = bytesOf('同一张照片')
    const before = kept()
    const answers = await Promise.all([upload(bytes, {}, 'zhang'), upload(bytes, {}, 'li')])
    const items: { readonly flags: readonly string[] }[] = await Promise.all(answers.map(async (one) => JSON.parse(await one.text())))
    expect(kept()).toBe(before + 1)
    expect(items.filter(({ flags }) => flags.includes('again'))).toHaveLength(1)
  })
  test('the same evidence uploaded twice by one officer: kept once, both written down, and he is told', async () => {
    const bytes = bytesOf('同一人传了两次')
    const before = kept()
    const [first, again] = [await upload(bytes, { filename: '甲.txt' }), await upload(bytes, { filename: '乙.txt' })]
    expect([await first.json(), await again.json()]).toMatchObject([{ flags: [] }, { flags: ['again'] }])
    expect(kept()).toBe(before + 1)
    const item = (await bureau.send('zhang', 'GET', `/api/evidence/${sha256(bytes)}/item`)).text
    expect(item.match(/"what":"uploaded"/g)).toHaveLength(2)
  })
})

describe('what the device says is checked, not believed', () => {
  const at = (iso: string) => ({ takenAt: iso, sentAt: '2021-08-10T16:00:00+08:00' })
  test.each([
    ['taken tomorrow', at('2021-08-11T16:00:00+08:00'), ['in-future']],
    ['a clock that is ten minutes ahead, and a picture that is not from the future', { takenAt: '2021-08-10T16:09:00+08:00', sentAt: '2021-08-10T16:10:00+08:00' }, ['clock-wrong']],
    ['in another district', { ...at('2021-08-10T15:00:00+08:00'), latitude: '30.6', longitude: '104.0' }, ['outside-district']],
    ['here and now', { ...at('2021-08-10T15:59:00+08:00'), latitude: '29.5', longitude: '106.5', accuracy: '12' }, []],
  ])('%s', async (name, words, flags) => {
    const answer = await upload(bytesOf(name), words)
    expect(await answer.json()).toMatchObject({ flags })
  })
  test('a time that is none, a place that is none: named field by field', async () => {
    const answer = await upload(bytesOf('乱写'), { takenAt: '昨天', latitude: '999' })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toMatch(/takenAt.*latitude/s)
  })
})

describe('content that is dangerous', () => {
  test('an SVG or a page with a script is kept, and only ever handed out as an attachment that cannot run', async () => {
    for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', '<html><script>alert(1)</script></html>']) {
      const bytes = bytesOf(text)
      expect((await upload(bytes, { filename: '图片.svg' })).status).toBe(200)
      const out = await bureau.send('zhang', 'GET', `/api/evidence/${sha256(bytes)}`)
      expect(out.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringContaining('attachment') })
      expect(String(out.headers['content-security-policy'])).toMatch(/^sandbox/)
    }
  })
  test('an archive that would grow without measure is refused by its directory, one that would not is kept', async () => {
    const bomb = new jszip()
    bomb.file('bomb.txt', '0'.repeat(20_000_000))
    const refused = await upload(await bomb.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 9 } }))
    expect({ status: refused.status, text: await refused.text() }).toEqual({ status: 400, text: expect.stringContaining('异常巨大') })
    const fair = new jszip()
    fair.file('说明.txt', '几张照片的说明')
    expect((await upload(await fair.generateAsync({ type: 'uint8array' }))).status).toBe(200)
    expect((await upload(bytesOf('PK\u0003\u0004不是压缩包'))).status).toBe(400)
  })
  test('an empty file is none', async () => {
    expect((await bureau.send('zhang', 'POST', '/api/evidence', '--b\r\nContent-Disposition: form-data; name="file"; filename="空.txt"\r\n\r\n\r\n--b--\r\n', { 'content-type': 'multipart/form-data; boundary=b' })).status).toBe(400)
  })
})

describe('pictures', () => {
  test('the watermark goes into a copy with time, place, officer and case; the original keeps its bytes', async () => {
    const picture = await photograph()
    await upload(picture, { takenAt: '2021-08-10T15:30:00+08:00', sentAt: '2021-08-10T16:00:00+08:00', latitude: '29.5', longitude: '106.5' })
    const url = `/api/evidence/${sha256(picture)}`
    const cookie = { cookie: `${COOKIE}=${await bureau.server.sessions.open('zhang')}` }
    const bytes = async (path: string): Promise<Buffer> => Buffer.from(await (await fetch(new URL(path, origin), { headers: cookie })).arrayBuffer())
    expect(sha256(await bytes(url))).toBe(sha256(picture))
    const caseId = await caseUpTo(bureau, 'file', '2021-08-10')
    await bureau.act('collect', '2021-08-10', { caseId, data: { sha256: sha256(picture) } })
    const { row } = JSON.parse((await bureau.send('zhang', 'GET', `/api/cases/${caseId}`)).text)
    const marked = await loadImage(await bytes(`${url}/watermarked?case=${row.number}`))
    expect([marked.width, marked.height]).toEqual([800, 600])
    const canvas = createCanvas(800, 600)
    canvas.getContext('2d').drawImage(marked, 0, 0)
    const strip = canvas.getContext('2d').getImageData(0, 560, 800, 30).data
    expect(new Set(strip).size).toBeGreaterThan(40)
    const small = await loadImage(await bytes(`${url}/thumbnail`))
    expect([small.width, small.height]).toEqual([480, 360])
    const { readings }: { readonly readings: readonly { readonly what: string }[] } = JSON.parse((await bureau.send('zhou', 'GET', `${url}/item`)).text)
    expect(readings.map(({ what }) => what)).toEqual(['uploaded', 'viewed', 'copied'])
  })
  test('a copy never names a case that does not have the picture', async () => {
    const picture = Buffer.concat([await photograph(), Buffer.from('another')])
    await upload(picture)
    const answer = await bureau.send('zhang', 'GET', `/api/evidence/${sha256(picture)}/watermarked?case=2021-00012`)
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('案卷中没有这个文件')])
  })
  test('what is no picture has no thumbnail', async () => {
    const bytes = bytesOf('文字')
    await upload(bytes)
    expect((await bureau.send('zhang', 'GET', `/api/evidence/${sha256(bytes)}/thumbnail`)).status).toBe(404)
  })
})

describe('recordings are played where they lie (音像播放)', () => {
  const ask = async (range: string): Promise<Response> => fetch(new URL(`/api/evidence/${sha256(MP4)}`, origin), { headers: { range, cookie: `${COOKIE}=${await bureau.server.sessions.open('zhou')}` } })
  test('a player seeks: parts of the film, its end, and nothing beyond it; one reading is written down', async () => {
    const middle = await ask('bytes=100-199')
    expect([middle.status, middle.headers.get('content-range'), (await middle.arrayBuffer()).byteLength, middle.headers.get('content-type')]).toEqual([206, `bytes 100-199/${MP4.length}`, 100, 'video/mp4'])
    const end = await ask('bytes=-10')
    expect(Buffer.from(await end.arrayBuffer()).equals(MP4.subarray(-10))).toBe(true)
    const beyond = await ask(`bytes=${MP4.length}-`)
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${MP4.length}`])
    const { readings }: { readonly readings: readonly { readonly who: string; readonly what: string }[] } = JSON.parse((await bureau.send('zhou', 'GET', `/api/evidence/${sha256(MP4)}/item`)).text)
    expect(readings.filter(({ who }) => who === '周明')).toEqual([])
    await ask('bytes=0-')
    expect(JSON.parse((await bureau.send('zhou', 'GET', `/api/evidence/${sha256(MP4)}/item`)).text).readings).toHaveLength(2)
  })
  test('the error of the device’s clock is measured when a resumable upload begins, by the hour at which it was really sent', async () => {
    const bytes = bytesOf('时钟')
    const words = { filename: '时钟.bin', sha256: sha256(bytes), takenAt: '2021-08-10T15:57:30+08:00', sentAt: '2021-08-10T15:58:00+08:00' }
    const begun = await asking('zhang', 'POST', '/api/uploads', { 'upload-length': String(bytes.length), 'upload-metadata': metadata(words), 'x-device-clock': '2021-08-10T15:58:30+08:00' })
    expect(await (await send('zhang', begun.headers.get('location') ?? '', 0, bytes)).json()).toMatchObject({ clockOffset: -90, flags: ['clock-wrong'] })
  })
  test('a device whose clock header makes no sense is believed by what it said in words', async () => {
    const bytes = bytesOf('时钟二')
    const words = { filename: '时钟.bin', sha256: sha256(bytes), sentAt: '2021-08-10T16:00:05+08:00' }
    const begun = await asking('zhang', 'POST', '/api/uploads', { 'upload-length': String(bytes.length), 'upload-metadata': metadata(words), 'x-device-clock': 'yesterday' })
    expect(await (await send('zhang', begun.headers.get('location') ?? '', 0, bytes)).json()).toMatchObject({ clockOffset: 5 })
  })
})
