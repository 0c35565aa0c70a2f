import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from './test-bureau.ts'
import { readFilm } from './read-film.ts'
import { phoneOf } from './terminal-line.ts'
import { hasCome, isRunning, videoBureau, type VideoBureau } from './video-bureau.ts'

let house: VideoBureau
let send: VideoBureau['send']
let watched: VideoBureau['watched']
beforeAll(async () => {
  house = await videoBureau()
  ;({ send, watched } = house)
}, 120_000)
afterEach(() => house.ended())
afterAll(() => house.close())

describe('a viewer who does not read (过慢的观看)', () => {
  test('is taken along at key frames, and what waits for him stays within its bound', async () => {
    const one = await watched(1)
    one.camera.film(1)
    await isRunning(one)
    const leaving = new AbortController()
    const response = await house.fetched(`${one.path}/film.mp4`, { signal: leaving.signal })
    expect(response.status).toBe(200)
    const before = process.memoryUsage().arrayBuffers
    // 40 MB: what is remembered, what waits and what the sockets hold is far less.
    for (let round = 0; round < 100; round += 1) {
      one.camera.film(150)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await hasCome(one, 15_001)
    expect(JSON.stringify((await one.view()).body['counts'])).toContain('观看端过慢而跳过的画面')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 << 20)
    leaving.abort()
    await expect.poll(async () => (await one.view()).body['viewers']).toBe(0)
  }, 60_000)
})

describe('a clip is kept (视频留存)', () => {
  const clipOf = async ({ view }: { readonly view: () => Promise<Answer> }) => {
    const { clips } = (await view()).body
    return Array.isArray(clips) ? clips[0] : undefined
  }
  test('of what was, from a key frame on; it lies among the pictures of the truck with who, why and digests, and plays in parts', async () => {
    const one = await watched(1)
    one.camera.film(25)
    await isRunning(one)
    expect(await send('POST', `${one.path}/clips`, { before: 30, after: 0 })).toMatchObject({ status: 201, body: { state: 'recording' } })
    await expect.poll(() => clipOf(one)).toMatchObject({ state: 'kept' })
    const { picture, sha256 } = await clipOf(one)
    expect(await send('GET', `/api/trucks/pictures?terminal=${phoneOf(1)}`)).toMatchObject({ body: { rows: [{ id: picture, event: '实时视频留存', media: 'video/mp4', sha256, clip: { keptBy: expect.any(String), reason: '核实举报', packetsSha256: expect.stringMatching(/^[0-9a-f]{64}$/) } }] } })
    const whole = await house.fetched(`/api/trucks/pictures/${picture}/file`)
    const bytes = new Uint8Array(await whole.arrayBuffer())
    const { samples, faults } = readFilm(bytes)
    expect(faults).toEqual([])
    // The last picture is still waiting to know how long it lasts.
    expect(samples.map(({ cts }) => cts)).toEqual(Array.from({ length: 24 }, (_, at) => at * 100))
    const part = await house.fetched(`/api/trucks/pictures/${picture}/file`, { range: 'bytes=4-7' })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 4-7/${bytes.length}`, 'ftyp'])
  })
  test('that goes on is kept whole when the stream ends before it', async () => {
    const one = await watched(2)
    one.camera.film(5)
    await isRunning(one)
    await send('POST', `${one.path}/clips`, { before: 10, after: 60 })
    one.camera.film(5)
    await hasCome(one, 10)
    one.camera.socket.end()
    await expect.poll(() => clipOf(one)).toMatchObject({ state: 'kept' })
    const { picture } = await clipOf(one)
    expect(readFilm(new Uint8Array(await (await house.fetched(`/api/trucks/pictures/${picture}/file`)).arrayBuffer())).samples).toHaveLength(10)
  })
  test('goes with its alarm to electronic monitoring, as evidence', async () => {
    const { body: { rows } } = await send('GET', '/api/trucks/alarms?watch=open-cover')
    const [alarm] = Array.isArray(rows) ? rows : []
    const truck = Number(house.fleet.simulatedOf(alarm.truck).replace('truck-', ''))
    const now = house.bureau.clock.now()
    house.bureau.clock.set(new Date(Date.parse(alarm.since) + 1000))
    const one = await watched(truck)
    one.camera.film(15)
    await isRunning(one)
    await send('POST', `${one.path}/clips`, { before: 30, after: 0 })
    await expect.poll(() => clipOf(one)).toMatchObject({ state: 'kept' })
    const { sha256 } = await clipOf(one)
    const path = encodeURIComponent(alarm.id)
    expect(JSON.stringify((await send('GET', `/api/trucks/alarms/${path}/pictures`)).body)).toContain(sha256)
    await send('DELETE', one.path)
    house.bureau.clock.set(now)
    const step = (kind: string, version: number) => house.bureau.send('wang', 'POST', `/api/trucks/alarms/${path}/steps`, { step: { kind, text: '属实' }, version }, { 'idempotency-key': crypto.randomUUID() })
    await step('uphold', 0)
    expect(await step('raise', 1)).toMatchObject({ status: 201 })
    expect(await house.bureau.send('wang', 'GET', `/api/evidence/${sha256}`)).toMatchObject({ status: 200, headers: { 'content-type': 'video/mp4' } })
  })
  test('when the server closes meanwhile: whole, or not at all', async () => {
    const one = await watched(3)
    one.camera.film(5)
    await isRunning(one)
    await send('POST', `${one.path}/clips`, { before: 10, after: 60 })
    await house.bureau.server.media.close()
    const { body: { rows } } = await send('GET', `/api/trucks/pictures?terminal=${phoneOf(3)}`)
    const [row] = Array.isArray(rows) ? rows : []
    expect(readFilm(new Uint8Array(await (await house.fetched(`/api/trucks/pictures/${row.id}/file`)).arrayBuffer())).samples).toHaveLength(5)
    expect(await send('POST', '/api/trucks/video', house.wish(3))).toMatchObject({ status: 404, text: expect.stringContaining('--media-port') })
  })
})
