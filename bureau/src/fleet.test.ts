import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { simulatedFleet, type SimulatedFleet } from './simulated-fleet.ts'
import { Trucks } from './trucks-file.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
const HOST = '127.0.0.1'
const PROGRAM = join(import.meta.dirname, '../../cli/src/main.ts')
/** Where the terminals of the fleet tell cover, lift and load, as the bureau enters it; the file of truth says the same. */
const place = (bit: number) => ({ in: { item: 0xf3, byte: 0, length: 1 }, bit, bits: 2 })
const BODY = { name: '准绳仿真终端', states: { cover: { ...place(0), means: { 1: 'closed', 2: 'open' } }, lift: { ...place(2), means: { 1: 'down', 2: 'raised' } }, load: { ...place(4), means: { 1: 'empty', 2: 'half', 3: 'full' } } } }
const Truth = z.object({ body: z.unknown(), sent: z.record(z.string(), z.number()), trucks: z.array(z.object({ positions: z.number() })), planted: z.array(z.object({ truckId: z.string(), watch: z.string() })) })
let bureau: TestBureau
let fleet: SimulatedFleet
let port = 0
/** The command line in a process of its own, as a person starts it. */
function started(...words: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, 'fleet', '--to', `${HOST}:${port}`, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (said += piece))
    child.once('close', (code) => resolve({ code, said }))
  })
}
const get = (path: string): Promise<Answer> => bureau.send('wang', 'GET', path)
const pointsOf = async (): Promise<number> => {
  const tracks = await Promise.all(fleet.day.data.trucks.map(({ id }) => get(`/api/trucks/track?truck=${fleet.idOf(id)}&from=2021-08-10T00:00:00%2B08:00&until=2021-08-11T00:00:00%2B08:00&reason=count`)))
  return tracks.reduce((sum, { body: { points } }) => sum + (Array.isArray(points) ? points.length : 0), 0)
}

beforeAll(async () => {
  bureau = await testBureau(ON, undefined, { trucks: Trucks.parse({ body: BODY }) })
  fleet = await simulatedFleet(bureau, { on: ON, trucks: 5, trips: 1, misbehaving: true, seed: 7 })
  port = await bureau.server.gateway.listen(0, HOST)
}, 60_000)
afterAll(async () => {
  await bureau.server.gateway.close()
  await bureau.close()
})

describe('npx zhunsheng fleet · five trucks over real sockets', () => {
  test('every position of the truth is kept once, though some came twice, some after a break, and some frames were spoilt', async () => {
    const file = join(bureau.folder, 'truth.json')
    const { code, said } = await started('--trucks', '5', '--trips', '1', '--seed', '7', '--speed', '0', '--day', ON, '--truth', file)
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('5 台终端') })
    const { body, sent, trucks, planted } = Truth.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(sent).toMatchObject({ unacknowledged: 0, breaks: 2 })
    expect(Object.entries(sent).filter(([what, times]) => ['batched', 'duplicates', 'broken'].includes(what) && times === 0)).toEqual([])
    expect(await pointsOf()).toBe(trucks.reduce((sum, { positions }) => sum + positions, 0))
    expect(body).toEqual(BODY)
    const found = await get('/api/trucks/alarms?size=100')
    const raised = Array.isArray(found.body['rows']) ? found.body['rows'].map(({ watch, truck }) => `${fleet.simulatedOf(String(truck))} ${String(watch)}`) : []
    expect([...new Set(raised)].toSorted((one, other) => one.localeCompare(other))).toEqual([...new Set(planted.map(({ truckId, watch }) => `${truckId} ${watch}`))].toSorted((one, other) => one.localeCompare(other)))
  }, 120_000)
  test('recorded tracks are played again', async () => {
    const file = join(bureau.folder, 'tracks.csv')
    writeFileSync(file, 'longitude,latitude,timestamp,id\n106.5,29.5,2021-08-09 10:00:00,a\n106.501,29.5,2021-08-09 10:00:10,a\n')
    expect(await started('--tracks', file, '--speed', '0', '--trucks', '1')).toMatchObject({ code: 0, said: expect.stringContaining('定位 2 个，已应答 2 个') })
  }, 30_000)
  test('a truck that the register does not know is told so', async () => expect(await started('--trucks', '6', '--trips', '1', '--speed', '0', '--day', ON)).toMatchObject({ code: 1, said: expect.stringContaining('渝A20005（13900000005）注册被拒绝：没有登记这个终端号') }), 120_000)
  test.each([[['--trucks', 'many'], '车辆数'], [['--day', 'today'], '日期'], [['--speed', 'fast'], '速度'], [['--tracks', 'nowhere.csv'], '读不到轨迹文件']])('%j is not understood, and says so', async (words, said) => expect(await started(...words)).toMatchObject({ code: 2, said: expect.stringContaining(said) }))
})
