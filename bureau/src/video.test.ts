import type { Socket } from 'node:net'
import { createFile, MP4BoxBuffer } from 'mp4box'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { mediaCamera, type MediaCamera } from './media-camera.ts'
import type { Cameras } from './modules/terminals/contract.ts'
import { videoDesk } from './modules/video/desk.ts'
import { USUAL_VIDEO, type VideoRules } from './modules/video/rules.ts'
import { COOKIE } from './platform/session.ts'
import { simulatedFleet, type SimulatedFleet } from './simulated-fleet.ts'
import { frameOf, knownTerminal, phoneOf, type TerminalLine } from './terminal-line.ts'
import { Trucks } from './trucks-file.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
const HOST = '127.0.0.1'
let bureau: TestBureau
let fleet: SimulatedFleet
let [port, mediaPort] = [0, 0]
let cookie = ''
let base = ''
const open: Socket[] = []
beforeAll(async () => {
  bureau = await testBureau(ON, undefined, { trucks: Trucks.parse({ video: { streams: 2, source: '测试' } }) })
  fleet = await simulatedFleet(bureau, { on: ON, trucks: 5, trips: 1, misbehaving: true })
  await fleet.live(bureau.server.sink)
  port = await bureau.server.gateway.listen(0, HOST)
  mediaPort = await bureau.server.media.listen(0, HOST)
  base = await bureau.server.http.listen({ port: 0, host: HOST })
  cookie = `${COOKIE}=${await bureau.server.sessions.open('wang')}`
}, 120_000)
afterEach(async () => {
  for (const [who, path] of asked.splice(0)) await send('DELETE', path, undefined, who)
  for (const socket of open.splice(0)) socket.destroy()
  await expect.poll(async () => (await send('GET', '/api/trucks/video')).body['streams']).toBe(0)
})
afterAll(async () => {
  await bureau.server.gateway.close()
  await bureau.close()
})

const asked: (readonly [who: string, path: string])[] = []
const send = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: Readonly<Record<string, unknown>>, who = 'wang'): Promise<Answer> => {
  const answer = await bureau.send(who, method, path, body)
  if (path === '/api/trucks/video' && answer.status === 201) asked.push([who, `${path}/${String(answer.body['id'])}`])
  return answer
}
const truckId = (truck: number): string => fleet.idOf(`truck-${truck}`)
const wish = (truck: number, more: Readonly<Record<string, unknown>> = {}) => ({ truck: truckId(truck), channel: 1, reason: '核实举报', ...more })
const portCount = async (key: string): Promise<number> => {
  const { counts } = (await send('GET', '/api/trucks/video')).body
  const rows: readonly { readonly key: string; readonly count: number }[] = Array.isArray(counts) ? counts : []
  return rows.find((row) => row.key === key)?.count ?? 0
}
const confirm = async (line: TerminalLine, truck: number, result = 0) => {
  const said = await line.said()
  line.send(frameOf(phoneOf(truck), 'terminalAnswer', { serial: line.heardHead()?.serial ?? 0, messageId: 0, result }))
  return said
}
/** An officer watches a truck whose terminal has connected. */
const watched = async (truck: number, more: { readonly phoneBytes?: 6 | 10 } = {}) => {
  const line = await knownTerminal(port, HOST, open, truck)
  const { body, status, text } = await send('POST', '/api/trucks/video', wish(truck))
  if (status !== 201) throw new Error(text)
  await confirm(line, truck)
  const camera = await mediaCamera(mediaPort, HOST, open, { phone: phoneOf(truck), ...more })
  const path = `/api/trucks/video/${String(body['id'])}`
  return { line, camera, path, view: () => send('GET', path) }
}
const running = async ({ view }: { readonly view: () => Promise<Answer> }) => expect.poll(async () => (await view()).body['media'], { timeout: 5000 }).toBe('video/mp4; codecs="avc1.42C01E"')
const fetched = (path: string, signal?: AbortSignal) => fetch(`${base}${path}`, { headers: { cookie }, ...(signal === undefined ? {} : { signal }) })

/** What an independent reader of films finds in these bytes. */
function film(bytes: Uint8Array) {
  const file = createFile()
  const faults: string[] = []
  const samples: { readonly cts: number; readonly duration: number; readonly is_sync: boolean; readonly size: number }[] = []
  let shown: { readonly codec: string | undefined; readonly width: number | undefined; readonly height: number | undefined } | undefined
  file.onError = (module, message) => void faults.push(`${module}: ${message}`)
  file.onReady = ({ tracks: [track] }) => {
    shown = { codec: track?.codec, width: track?.video?.width, height: track?.video?.height }
    file.setExtractionOptions(track?.id ?? 1, undefined, { nbSamples: 1 })
    file.start()
  }
  file.onSamples = (_, __, some) => void samples.push(...some.map(({ cts, duration, is_sync, size }) => ({ cts, duration, is_sync, size })))
  file.appendBuffer(MP4BoxBuffer.fromArrayBuffer(Uint8Array.from(bytes).buffer, 0))
  file.flush()
  return { shown, samples, faults }
}

describe('live pictures (实时视频，JT/T 1078-2016 第 5.5 条)', () => {
  test('the terminal is asked, connects, and its pictures come out as a film with the same times', async () => {
    const one = await watched(1)
    one.camera.film(12)
    await running(one)
    const response = await fetched(`${one.path}/film.mp4`)
    expect(response.headers.get('content-type')).toBe('video/mp4; codecs="avc1.42C01E"')
    const bytes = response.arrayBuffer()
    await expect.poll(async () => (await one.view()).body['viewers']).toBe(1)
    one.camera.film(9)
    await expect.poll(async () => JSON.stringify((await one.view()).body['counts'])).toContain('"count":21')
    one.camera.socket.end()
    const { shown, samples, faults } = film(new Uint8Array(await bytes))
    expect(faults).toEqual([])
    expect(shown).toEqual({ codec: 'avc1.42c01e', width: 128, height: 96 })
    // From the key frame before the viewer came, frame 10, to the last.
    expect(samples.map(({ cts, duration }) => [cts, duration])).toEqual(Array.from({ length: 11 }, (_, at) => [1000 + at * 100, 100]))
    expect(samples.map(({ is_sync }) => is_sync)).toEqual([true, ...Array.from({ length: 9 }, () => false), true])
    expect(await one.view()).toMatchObject({ body: { state: 'ended', said: '终端断开了视频连接' } })
  })
  test('the terminal is told where to go: the address that it reached, the media port, pictures only', async () => {
    const line = await knownTerminal(port, HOST, open, 2)
    const { body } = await send('POST', '/api/trucks/video', wish(2, { channel: 3 }))
    expect(await confirm(line, 2)).toEqual({ name: 'live', body: { host: HOST, tcpPort: mediaPort, udpPort: 0, channel: 3, content: 1, stream: 1 } })
    await send('DELETE', `/api/trucks/video/${String(body['id'])}`)
    expect(await confirm(line, 2)).toEqual({ name: 'liveControl', body: { channel: 3, command: 0, close: 0, stream: 0 } })
  })
  test('phones of ten bytes, as terminals of 2019 write them, are known as well', async () => {
    const one = await watched(3, { phoneBytes: 10 })
    one.camera.film(3)
    await running(one)
    one.camera.socket.end()
  })
  test('who looked, and why, stands in the log of looks, before the terminal answers', async () => {
    const line = await knownTerminal(port, HOST, open, 2)
    const { body } = await send('POST', '/api/trucks/video', wish(2))
    expect(await bureau.send('zhou', 'GET', '/api/trucks/looks')).toMatchObject({ body: { rows: expect.arrayContaining([expect.objectContaining({ truck: truckId(2), reason: '实时视频（通道 1）：核实举报' })]) } })
    await confirm(line, 2, 3)
    await expect.poll(async () => (await send('GET', `/api/trucks/video/${String(body['id'])}`)).body).toMatchObject({ state: 'refused', said: '终端不支持' })
  })
  test.each([
    ['a window clerk may not', 'sun', () => wish(1), 403, '您的岗位不能查看'],
    ['without a reason', 'wang', () => wish(1, { reason: ' ' }), 400, '请填写查看理由'],
    ['a channel that there is not', 'wang', () => wish(1, { channel: 33 }), 400, '通道为 1 至 32'],
    ['a truck whose terminal is off line', 'wang', () => wish(5), 404, '终端不在线'],
  ])('%s', async (_, who, body, status, text) => expect(await send('POST', '/api/trucks/video', body(), who)).toMatchObject({ status, text: expect.stringContaining(text) }))
  test('what one officer watches is not another’s, nor open to other posts', async () => {
    const one = await watched(1)
    expect(await send('GET', one.path, undefined, 'zhang')).toMatchObject({ status: 404 })
    expect(await send('GET', one.path, undefined, 'sun')).toMatchObject({ status: 403 })
    await send('DELETE', one.path)
  })
  test('two officers share one stream; the second asks the terminal for nothing, and only the last who leaves ends it', async () => {
    const one = await watched(1)
    one.camera.film(2)
    await running(one)
    const second = await send('POST', '/api/trucks/video', wish(1), 'zhang')
    expect(second).toMatchObject({ status: 201, body: { state: 'running' } })
    await send('DELETE', one.path)
    expect(await one.line.isQuiet()).toBe(true)
    await send('DELETE', `/api/trucks/video/${String(second.body['id'])}`, undefined, 'zhang')
    expect(await one.line.said()).toMatchObject({ name: 'liveControl', body: { command: 0 } })
    await one.camera.closed
  })
  test('no more streams than the bureau allows', async () => {
    for (const truck of [1, 2]) await watched(truck)
    const line = await knownTerminal(port, HOST, open, 3)
    expect(await send('POST', '/api/trucks/video', wish(3))).toMatchObject({ status: 429, text: expect.stringContaining('同时最多观看 2 路视频') })
    expect(await line.isQuiet()).toBe(true)
  })
  test('sound is counted and not played', async () => {
    const one = await watched(1)
    one.camera.film(2)
    one.camera.socket.write(one.camera.packets(3, new Uint8Array(160)))
    await expect.poll(async () => (await one.view()).body['counts']).toEqual(expect.arrayContaining([{ key: 'sound', name: '没有播放的音频帧', count: 1 }]))
  })
})

describe('who may bring pictures (视频接入核对)', () => {
  const refused = async (why: string, camera: MediaCamera, sent: () => void): Promise<void> => {
    const before = await portCount(why)
    sent()
    await camera.closed
    expect(await portCount(why)).toBe(before + 1)
  }
  test('a terminal that was not asked is closed', async () => {
    const camera = await mediaCamera(mediaPort, HOST, open, { phone: phoneOf(1) })
    await refused('unasked', camera, () => camera.film(1))
  })
  test('so is one that was asked for another channel, or another phone', async () => {
    await watched(1)
    for (const as of [{ phone: phoneOf(1), channel: 2 }, { phone: phoneOf(4) }]) {
      const camera = await mediaCamera(mediaPort, HOST, open, as)
      await refused('unasked', camera, () => camera.film(1))
    }
  })
  test('a second connection in the same name is closed, and the first goes on', async () => {
    const one = await watched(1)
    one.camera.film(2)
    await running(one)
    const second = await mediaCamera(mediaPort, HOST, open, { phone: phoneOf(1) })
    await refused('second', second, () => second.film(1))
    one.camera.film(1)
    await expect.poll(async () => JSON.stringify((await one.view()).body['counts'])).toContain('"key":"units","name":"完整的帧","count":3')
  })
  test('bytes that are no stream are closed at once', async () => {
    const camera = await mediaCamera(mediaPort, HOST, open, { phone: phoneOf(1) })
    await refused('garbled', camera, () => camera.socket.write('GET / HTTP/1.1\r\nhost: example\r\n\r\n'))
  })
  test('a stream that turns into garbage is closed when that is too much', async () => {
    const one = await watched(1)
    one.camera.film(2)
    await refused('garbled', one.camera, () => one.camera.socket.write(new Uint8Array(300_000)))
    expect(await one.view()).toMatchObject({ body: { state: 'ended' } })
  })
  test('a body of sixty thousand bytes is not waited for, and what follows is read', async () => {
    const one = await watched(1)
    one.camera.film(1)
    const huge = Buffer.from(one.camera.packets(1, new Uint8Array(10)))
    huge.writeUInt16BE(60_000, 28)
    one.camera.socket.write(huge)
    one.camera.film(12)
    await expect.poll(async () => JSON.stringify((await one.view()).body['counts'])).toContain('"key":"units","name":"完整的帧","count":13')
  })
})

describe('what nobody waits for any more (停止)', () => {
  const desk = (rules: Partial<VideoRules>) => {
    const stopped: string[] = []
    const cameras: Cameras = { ofTruck: () => ({ terminal: '139', plate: '渝A00001', reached: HOST }), ask: () => Promise.resolve({ state: 'confirmed', said: '' }), stop: (terminal, channel) => { stopped.push(`${terminal} ${channel}`); return Promise.resolve(undefined) } }
    let id = 0
    return { stopped, desk: videoDesk({ cameras, clips: () => Promise.reject(new Error('no clip')), clock: bureau.clock, newId: () => String((id += 1)), rules: { ...USUAL_VIDEO, ...rules }, onFault: () => undefined }) }
  }
  const [of, who] = [{ truck: 'any', channel: 2, main: false, reason: '核实' }, { id: 'wang', name: '王' }]
  test('a terminal that says yes and does not connect in time is told to stop', async () => {
    const { stopped, desk: one } = desk({ askedMs: 20 })
    const watching = one.watch(of, { host: HOST, port: 1 }, who)
    await expect.poll(() => (typeof watching === 'string' ? watching : watching.stream.said)).toContain('没有接入视频端口')
    expect(stopped).toEqual(['139 2'])
    expect(one.streams()).toBe(0)
  })
  test.each([['whose page asks no more', { idleMs: 1000 }], ['whose time is over', { watchMs: 1000 }]] as const)('a stream %s', (_, rules) => {
    const { stopped, desk: one } = desk(rules)
    one.watch(of, { host: HOST, port: 1 }, who)
    const now = bureau.clock.now()
    one.turn()
    expect(stopped).toEqual([])
    bureau.clock.set(new Date(now.getTime() + 1001))
    one.turn()
    bureau.clock.set(now)
    expect(stopped).toEqual(['139 2'])
  })
})

describe('a viewer who does not read (过慢的观看)', () => {
  test('is taken along at key frames, and what waits for him stays within its bound', async () => {
    const one = await watched(1)
    one.camera.film(1)
    await running(one)
    const leaving = new AbortController()
    const response = await fetched(`${one.path}/film.mp4`, leaving.signal)
    expect(response.status).toBe(200)
    const before = process.memoryUsage().arrayBuffers
    // 40 MB: what is remembered, what waits and what the sockets hold is far less.
    for (let round = 0; round < 100; round += 1) {
      one.camera.film(150)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await expect.poll(async () => JSON.stringify((await one.view()).body['counts']), { timeout: 20_000 }).toContain('"count":15001')
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
    await running(one)
    expect(await send('POST', `${one.path}/clips`, { before: 30, after: 0 })).toMatchObject({ status: 201, body: { state: 'recording' } })
    await expect.poll(() => clipOf(one)).toMatchObject({ state: 'kept' })
    const { picture, sha256 } = await clipOf(one)
    expect(await send('GET', `/api/trucks/pictures?terminal=${phoneOf(1)}`)).toMatchObject({ body: { rows: [{ id: picture, event: '实时视频留存', media: 'video/mp4', sha256, clip: { keptBy: expect.any(String), reason: '核实举报', packetsSha256: expect.stringMatching(/^[0-9a-f]{64}$/) } }] } })
    const whole = await fetched(`/api/trucks/pictures/${picture}/file`)
    const bytes = new Uint8Array(await whole.arrayBuffer())
    const { samples, faults } = film(bytes)
    expect(faults).toEqual([])
    // The last picture is still waiting to know how long it lasts.
    expect(samples.map(({ cts }) => cts)).toEqual(Array.from({ length: 24 }, (_, at) => at * 100))
    const part = await fetch(`${base}/api/trucks/pictures/${picture}/file`, { headers: { cookie, range: 'bytes=4-7' } })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 4-7/${bytes.length}`, 'ftyp'])
  })
  test('that goes on is kept whole when the stream ends before it', async () => {
    const one = await watched(2)
    one.camera.film(5)
    await running(one)
    await send('POST', `${one.path}/clips`, { before: 10, after: 60 })
    one.camera.film(5)
    await expect.poll(async () => JSON.stringify((await one.view()).body['counts'])).toContain('"key":"units","name":"完整的帧","count":10')
    one.camera.socket.end()
    await expect.poll(() => clipOf(one)).toMatchObject({ state: 'kept' })
    const { picture } = await clipOf(one)
    expect(film(new Uint8Array(await (await fetched(`/api/trucks/pictures/${picture}/file`)).arrayBuffer())).samples).toHaveLength(10)
  })
  test('goes with its alarm to electronic monitoring, as evidence', async () => {
    const { body: { rows } } = await send('GET', '/api/trucks/alarms?watch=open-cover')
    const [alarm] = Array.isArray(rows) ? rows : []
    const truck = Number(fleet.simulatedOf(alarm.truck).replace('truck-', ''))
    const now = bureau.clock.now()
    bureau.clock.set(new Date(Date.parse(alarm.since) + 1000))
    cookie = `${COOKIE}=${await bureau.server.sessions.open('wang')}`
    const one = await watched(truck)
    one.camera.film(15)
    await running(one)
    await send('POST', `${one.path}/clips`, { before: 30, after: 0 })
    await expect.poll(() => clipOf(one)).toMatchObject({ state: 'kept' })
    const { sha256 } = await clipOf(one)
    const path = encodeURIComponent(alarm.id)
    expect(JSON.stringify((await send('GET', `/api/trucks/alarms/${path}/pictures`)).body)).toContain(sha256)
    await send('DELETE', one.path)
    bureau.clock.set(now)
    cookie = `${COOKIE}=${await bureau.server.sessions.open('wang')}`
    const step = (kind: string, version: number) => bureau.send('wang', 'POST', `/api/trucks/alarms/${path}/steps`, { step: { kind, text: '属实' }, version }, { 'idempotency-key': crypto.randomUUID() })
    await step('uphold', 0)
    expect(await step('raise', 1)).toMatchObject({ status: 201 })
    expect(await bureau.send('wang', 'GET', `/api/evidence/${sha256}`)).toMatchObject({ status: 200, headers: { 'content-type': 'video/mp4' } })
  })
  test('when the server closes meanwhile: whole, or not at all', async () => {
    const one = await watched(3)
    one.camera.film(5)
    await running(one)
    await send('POST', `${one.path}/clips`, { before: 10, after: 60 })
    await bureau.server.media.close()
    const { body: { rows } } = await send('GET', `/api/trucks/pictures?terminal=${phoneOf(3)}`)
    const [row] = Array.isArray(rows) ? rows : []
    expect(film(new Uint8Array(await (await fetched(`/api/trucks/pictures/${row.id}/file`)).arrayBuffer())).samples).toHaveLength(5)
    expect(await send('POST', '/api/trucks/video', wish(3))).toMatchObject({ status: 404, text: expect.stringContaining('--media-port') })
  })
})
