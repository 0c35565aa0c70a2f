import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { json } from './api.ts'
import { openBrowser } from './browser.ts'
import { Tour } from './guide.ts'
import { startServer, type RunningServer } from './server.ts'

const PROGRAM = join(import.meta.dirname, '../cli/src/main.ts')
const GATEWAY = /渣土车终端接入：(\S+?)（/
let browser: Browser
let server: RunningServer
let tour: Tour
let fleet: ChildProcess | undefined
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(5, undefined, ['--terminal-port', '0', '--media-port', '0']), openBrowser()])
  tour = new Tour(browser, server.address, undefined, () => undefined)
})
afterAll(async () => {
  fleet?.kill()
  await browser.close()
  await server.stop()
})

/** One truck of the demonstration's fleet comes on line; answers its id. */
async function truckOnLine(page: Page): Promise<string> {
  await expect.poll(() => server.said()).toMatch(GATEWAY)
  const to = GATEWAY.exec(server.said())?.[1] ?? ''
  fleet = spawn(process.execPath, [PROGRAM, 'fleet', '--to', to, '--trucks', '1', '--day', await tour.today()], { stdio: 'ignore' })
  const onLine = async (): Promise<string> => {
    const { online } = await json(page.request, '/api/trucks/terminals')
    const { trucks } = await json(page.request, '/api/trucks/live')
    const [first] = Array.isArray(online) ? online : []
    return Array.isArray(trucks) && trucks.some(({ truck }) => truck === first?.truck) ? String(first.truck) : ''
  }
  await expect.poll(onLine, { timeout: 60_000 }).not.toBe('')
  return onLine()
}
/** What the film shows now, as the sum of what each pixel of it is, place by place. */
const shown = (page: Page): Promise<string> => page.evaluate(`(() => {
  const video = document.querySelector('video.video-box')
  const canvas = Object.assign(document.createElement('canvas'), { width: 128, height: 96 })
  const context = canvas.getContext('2d')
  context.drawImage(video, 0, 0)
  const { data } = context.getImageData(0, 0, 128, 96)
  let bright = []
  for (let block = 0; block < 48; block += 1) if (data[((Math.floor(block / 8) * 16 + 8) * 128 + (block % 8) * 16 + 8) * 4] > 200) bright.push(block)
  return video.videoWidth + '×' + video.videoHeight + ' ' + bright.join()
})()`)

describe('JT/T 1078-2016 第 5.5 条 · live pictures of a truck, from the officer’s wish to the picture that moves', () => {
  test('an officer says why, sees the picture move, keeps a clip that plays, and stops', async () => {
    const page = await (await tour.roomOf('wang')).newPage()
    const truck = await truckOnLine(page)
    await page.goto(`/trucks/live?truck=${truck}`)
    await page.getByRole('button', { name: '实时视频' }).click()
    const window = page.getByRole('dialog').filter({ hasText: '实时视频' })
    await window.getByRole('button', { name: '请求视频' }).click()
    await window.getByText('请填写查看理由').first().waitFor()
    await window.getByLabel('查看理由').fill('核实未密闭预警')
    await page.keyboard.press('Enter')
    await window.getByText('视频已接入').waitFor()
    // The bright square of the simulated camera goes from block to block.
    await expect.poll(() => shown(page), { timeout: 30_000 }).toMatch(/^128×96 \d+$/)
    const first = await shown(page)
    await expect.poll(() => shown(page), { timeout: 10_000 }).not.toBe(first)

    await window.getByRole('button', { name: '留存前 30 秒' }).click()
    await window.getByText(/起：已留存/).waitFor()
    const address = await window.getByRole('link', { name: '查看' }).getAttribute('href')
    expect(await page.evaluate(`new Promise((resolve) => { const film = document.createElement('video'); film.onloadeddata = () => resolve(film.videoWidth > 0 && film.duration > 0 && film.duration < 120); film.onerror = () => resolve(film.error.message); film.src = ${JSON.stringify(address)} })`)).toBe(true)

    await window.getByRole('button', { name: '停止' }).click()
    await window.waitFor({ state: 'hidden' })
    await expect.poll(async () => (await json(page.request, '/api/trucks/video'))['streams']).toBe(0)
    await page.close()
  })
  test('the look stands in the log that reviewers read', async () => {
    const { rows } = await json((await tour.roomOf('zhou')).request, '/api/trucks/looks')
    expect(rows).toEqual(expect.arrayContaining([expect.objectContaining({ reason: '实时视频（通道 1）：核实未密闭预警' })]))
  })
  test('a browser without a decoder is told so', async () => {
    const page = await (await tour.roomOf('wang')).newPage()
    await page.addInitScript('MediaSource.isTypeSupported = () => false')
    const { online } = await json(page.request, '/api/trucks/terminals')
    const [first] = Array.isArray(online) ? online : []
    await page.goto(`/trucks/live?truck=${first.truck}`)
    await page.getByRole('button', { name: '实时视频' }).click()
    await page.getByLabel('查看理由').fill('核实')
    await page.keyboard.press('Enter')
    await page.getByText('这个浏览器没有 H.264 解码器').waitFor()
    await page.close()
  })
})
