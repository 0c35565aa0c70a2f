import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { MediaCamera } from './media-camera.ts'
import type { Cameras } from './modules/terminals/contract.ts'
import { videoDesk } from './modules/video/desk.ts'
import { USUAL_VIDEO, type VideoRules } from './modules/video/rules.ts'
import { readFilm } from './read-film.ts'
import { phoneOf } from './terminal-line.ts'
import { confirmed, hasCome, HOST, isRunning, videoBureau, type VideoBureau } from './video-bureau.ts'

let house: VideoBureau
let send: VideoBureau['send']
let watched: VideoBureau['watched']
beforeAll(async () => {
  house = await videoBureau()
  ;({ send, watched } = house)
}, 120_000)
afterEach(() => house.ended())
afterAll(() => house.close())

describe('live pictures (实时视频，JT/T 1078-2016 第 5.5 条)', () => {
  test('the terminal is asked, connects, and its pictures come out as a film with the same times', async () => {
    const one = await watched(1)
    one.camera.film(12)
    await isRunning(one)
    const response = await house.fetched(`${one.path}/film.mp4`)
    expect(response.headers.get('content-type')).toBe('video/mp4; codecs="avc1.42C01E"')
    const bytes = response.arrayBuffer()
    await expect.poll(async () => (await one.view()).body['viewers']).toBe(1)
    one.camera.film(9)
    await hasCome(one, 21)
    one.camera.socket.end()
    const { shown, samples, faults } = readFilm(new Uint8Array(await bytes))
    expect(faults).toEqual([])
    expect(shown).toEqual({ codec: 'avc1.42c01e', width: 128, height: 96 })
    // From the key frame before the viewer came, frame 10, to the last.
    expect(samples.map(({ cts, duration }) => [cts, duration])).toEqual(Array.from({ length: 11 }, (_, at) => [1000 + at * 100, 100]))
    expect(samples.map(({ is_sync }) => is_sync)).toEqual([true, ...Array.from({ length: 9 }, () => false), true])
    expect(await one.view()).toMatchObject({ body: { state: 'ended', said: '终端断开了视频连接' } })
  })
  test('the terminal is told where to go: the address that it reached, the media port, pictures only', async () => {
    const line = await house.terminal(2)
    const { body } = await send('POST', '/api/trucks/video', house.wish(2, { channel: 3 }))
    expect(await confirmed(line, 2)).toEqual({ name: 'live', body: { host: HOST, tcpPort: house.mediaPort, udpPort: 0, channel: 3, content: 1, stream: 1 } })
    await send('DELETE', `/api/trucks/video/${String(body['id'])}`)
    expect(await confirmed(line, 2)).toEqual({ name: 'liveControl', body: { channel: 3, command: 0, close: 0, stream: 0 } })
  })
  test('phones of ten bytes, as terminals of 2019 write them, are known as well', async () => {
    const one = await watched(3, { phoneBytes: 10 })
    one.camera.film(3)
    await isRunning(one)
    one.camera.socket.end()
  })
  test('who looked, and why, stands in the log of looks, before the terminal answers', async () => {
    const line = await house.terminal(2)
    const { body } = await send('POST', '/api/trucks/video', house.wish(2))
    expect(await house.bureau.send('zhou', 'GET', '/api/trucks/looks')).toMatchObject({ body: { rows: expect.arrayContaining([expect.objectContaining({ truck: house.fleet.idOf('truck-2'), reason: '实时视频（通道 1）：核实举报' })]) } })
    await confirmed(line, 2, 3)
    await expect.poll(async () => (await send('GET', `/api/trucks/video/${String(body['id'])}`)).body).toMatchObject({ state: 'refused', said: '终端不支持' })
  })
  test.each([
    ['a window clerk may not', 'sun', () => house.wish(1), 403, '您的岗位不能查看'],
    ['without a reason', 'wang', () => house.wish(1, { reason: ' ' }), 400, '请填写查看理由'],
    ['a channel that there is not', 'wang', () => house.wish(1, { channel: 33 }), 400, '通道为 1 至 32'],
    ['a truck whose terminal is off line', 'wang', () => house.wish(5), 404, '终端不在线'],
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
    await isRunning(one)
    const second = await send('POST', '/api/trucks/video', house.wish(1), 'zhang')
    expect(second).toMatchObject({ status: 201, body: { state: 'running' } })
    await send('DELETE', one.path)
    expect(await one.line.isQuiet()).toBe(true)
    await send('DELETE', `/api/trucks/video/${String(second.body['id'])}`, undefined, 'zhang')
    expect(await one.line.said()).toMatchObject({ name: 'liveControl', body: { command: 0 } })
    await one.camera.closed
  })
  test('no more streams than the bureau allows', async () => {
    for (const truck of [1, 2]) await watched(truck)
    const line = await house.terminal(3)
    expect(await send('POST', '/api/trucks/video', house.wish(3))).toMatchObject({ status: 429, text: expect.stringContaining('同时最多观看 2 路视频') })
    expect(await line.isQuiet()).toBe(true)
  })
  test('sound is counted and not played', async () => {
    const one = await watched(1)
    one.camera.film(2)
    one.camera.socket.write(one.camera.packets(3, new Uint8Array(160)))
    await expect.poll(async () => (await one.view()).body['counts']).toEqual(expect.arrayContaining([{ key: 'sound', name: '没有播放的音频帧', count: 1 }]))
  })
})

const portCount = async (key: string): Promise<number> => {
  const { counts } = (await send('GET', '/api/trucks/video')).body
  const rows: readonly { readonly key: string; readonly count: number }[] = Array.isArray(counts) ? counts : []
  return rows.find((row) => row.key === key)?.count ?? 0
}
describe('who may bring pictures (视频接入核对)', () => {
  const refused = async (why: string, camera: MediaCamera, sent: () => void): Promise<void> => {
    const before = await portCount(why)
    sent()
    await camera.closed
    expect(await portCount(why)).toBe(before + 1)
  }
  test('a terminal that was not asked is closed', async () => {
    const camera = await house.camera({ phone: phoneOf(1) })
    await refused('unasked', camera, () => camera.film(1))
  })
  test('so is one that was asked for another channel, or another phone', async () => {
    await watched(1)
    for (const as of [{ phone: phoneOf(1), channel: 2 }, { phone: phoneOf(4) }]) {
      const camera = await house.camera(as)
      await refused('unasked', camera, () => camera.film(1))
    }
  })
  test('a second connection in the same name is closed, and the first goes on', async () => {
    const one = await watched(1)
    one.camera.film(2)
    await isRunning(one)
    const second = await house.camera({ phone: phoneOf(1) })
    await refused('second', second, () => second.film(1))
    one.camera.film(1)
    await hasCome(one, 3)
  })
  test('bytes that are no stream are closed at once', async () => {
    const camera = await house.camera({ phone: phoneOf(1) })
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
    await hasCome(one, 13)
  })
})

const CAMERA = { terminal: '139', plate: '渝A00001', reached: HOST }
const AT = { there: CAMERA, place: { host: HOST, port: 1 } }

describe('what nobody waits for any more (停止)', () => {
  const desk = (rules: Partial<VideoRules>) => {
    const stopped: string[] = []
    const cameras: Cameras = { ofTruck: () => Promise.resolve(CAMERA), ask: () => Promise.resolve({ state: 'confirmed', said: '' }), stop: (terminal, channel) => { stopped.push(`${terminal} ${channel}`); return Promise.resolve(undefined) } }
    let id = 0
    return { stopped, desk: videoDesk({ cameras, clips: () => Promise.reject(new Error('no clip')), clock: house.bureau.clock, newId: () => String((id += 1)), rules: { ...USUAL_VIDEO, ...rules }, onFault: () => undefined }) }
  }
  const [of, who] = [{ truck: 'any', channel: 2, main: false, reason: '核实' }, { id: 'wang', name: '王' }]
  test('a terminal that says yes and does not connect in time is told to stop', async () => {
    const { stopped, desk: one } = desk({ askedMs: 20 })
    const watching = one.watch(of, AT, who)
    await expect.poll(() => (typeof watching === 'string' ? watching : watching.stream.said)).toContain('没有接入视频端口')
    expect(stopped).toEqual(['139 2'])
    expect(one.streams()).toBe(0)
  })
  test.each([['whose page asks no more', { idleMs: 1000 }], ['whose time is over', { watchMs: 1000 }]] as const)('a stream %s', (_, rules) => {
    const { stopped, desk: one } = desk(rules)
    one.watch(of, AT, who)
    const now = house.bureau.clock.now()
    one.turn()
    expect(stopped).toEqual([])
    house.bureau.clock.set(new Date(now.getTime() + 1001))
    one.turn()
    house.bureau.clock.set(now)
    expect(stopped).toEqual(['139 2'])
  })
})
