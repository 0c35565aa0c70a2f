import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { startServer, type RunningServer } from './server.ts'

const PASSWORD = 'zhunsheng2021'
const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
/** As the legend has them: an alarm, and the outline of a site. */
const ALARM = [195, 39, 29] as const
const SITE = [138, 79, 0] as const
const WITHOUT_WEBGL = `const before = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind.startsWith('webgl') ? null : before.call(this, kind, ...more) }`

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(4), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** The team leader's screen, and everything that his browser complained of. */
async function leader(viewport: typeof DESK, before?: string): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const room = await browser.newContext({ baseURL: server.address, locale: 'zh-CN', serviceWorkers: 'block', viewport, hasTouch: viewport === PHONE, reducedMotion: 'reduce' })
  if (before !== undefined) await room.addInitScript(before)
  const page = await room.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('request', (request) => !request.url().startsWith(server.address) && !/^(data|blob):/.test(request.url()) && complaints.push(`asked ${request.url()}`))
  await page.goto('/login')
  await page.getByLabel('用户名').fill('wang')
  await page.getByLabel('口令').fill(PASSWORD)
  await page.getByRole('button', { name: /登\s*录/ }).click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  // What was asked before log-in is refused, and the browser says so.
  complaints.length = 0
  return { page, complaints }
}

/** How many pixels of a picture have a colour, as people see it on the screen. */
async function pixelsOf(seen: Locator, [red, green, blue]: readonly [number, number, number]): Promise<number> {
  const picture = (await seen.screenshot()).toString('base64')
  return Number(await seen.page().evaluate(`new Promise((tell) => {
    const image = new Image()
    image.onload = () => {
      const pen = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d')
      pen.drawImage(image, 0, 0)
      const { data } = pen.getImageData(0, 0, image.width, image.height)
      let count = 0
      for (let at = 0; at < data.length; at += 4) if (Math.abs(data[at] - ${red}) + Math.abs(data[at + 1] - ${green}) + Math.abs(data[at + 2] - ${blue}) < 12) count += 1
      tell(count)
    }
    image.src = 'data:image/png;base64,${picture}'
  })`))
}
async function until(asked: () => Promise<boolean>): Promise<void> {
  await expect.poll(asked, { timeout: 15_000, interval: 250 }).toBe(true)
}
const scaleOf = (page: Page): Promise<string> => page.locator('.maplibregl-ctrl-scale').innerText()

describe('实时监控 · where the trucks are', () => {
  test('on a phone: the page scrolls under one finger, the alarm is seen, chosen on the map, and moved about by keys; nothing is asked from outside', async () => {
    const { page, complaints } = await leader(PHONE)
    await page.goto('/trucks/live')
    const map = page.getByRole('region', { name: /车辆实时位置：方向键移动/ })
    await map.waitFor()
    await until(async () => (await pixelsOf(page.locator('.map-paper'), ALARM)) > 30)
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    expect(await page.locator('.maplibregl-cooperative-gestures').evaluate('getComputedStyle(document.querySelector(".maplibregl-cooperative-gestures")).touchAction')).toBe('pan-x pan-y')

    // From the list the map comes to the truck; pointed at there, it is chosen.
    const row = page.getByRole('list', { name: '车辆' }).getByRole('button', { name: /渝A20004/ })
    await row.click()
    await expect.poll(() => page.evaluate('document.querySelector(".map-paper").getBoundingClientRect().top >= 0')).toBe(true)
    await page.getByRole('button', { name: /收\s*起/ }).click()
    await page.waitForURL((url) => !url.searchParams.has('truck'))
    await map.click()
    await page.waitForURL((url) => url.searchParams.has('truck'))
    await until(async () => (await row.getAttribute('aria-pressed')) === 'true')

    await map.focus()
    await page.keyboard.press('0')
    const far = await scaleOf(page)
    expect(far).toMatch(/^\d+\s(公里|米)$/)
    await page.keyboard.press('+')
    await page.keyboard.press('+')
    await until(async () => (await scaleOf(page)) !== far)
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('ArrowRight')
    await until(async () => (await pixelsOf(page.locator('.map-paper'), ALARM)) < 30)
    await page.keyboard.press('0')
    await until(async () => (await scaleOf(page)) === far && (await pixelsOf(page.locator('.map-paper'), ALARM)) > 30)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('without WebGL the page says so, and the list does the work', async () => {
    const { page, complaints } = await leader(DESK, WITHOUT_WEBGL)
    await page.goto('/trucks/live')
    await page.getByText('这个浏览器没有 WebGL，不能画地图').waitFor()
    await page.getByText('车辆的位置、状态和预警见列表。').waitFor()
    await page.getByLabel('号牌').fill('20004')
    await page.getByRole('list', { name: '车辆' }).getByRole('button', { name: /渝A20004/ }).click()
    await page.getByText('最近定位').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('绘制 · a site is drawn on the map', () => {
  test('with the mouse and with the keys, point by point, and taken back', async () => {
    const { page, complaints } = await leader(DESK)
    await page.goto('/trucks/register/site')
    await page.getByRole('link', { name: /甲工地/ }).first().click()
    await until(async () => (await pixelsOf(page.locator('.map-paper'), SITE)) > 100)
    await page.getByRole('button', { name: /变\s*更/ }).click()
    const drawing = page.getByRole('dialog').locator('.map-paper').first()
    const corner = drawing.getByRole('button', { name: /^第 1 点/ })
    await corner.waitFor()
    const typed = page.getByLabel('范围坐标')
    const linesOf = async (): Promise<readonly string[]> => (await typed.inputValue()).split('\n')
    const before = await linesOf()

    const box = await corner.boundingBox()
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 30, y - 20, { steps: 4 })
    await page.mouse.up()
    const dragged = await linesOf()
    expect(dragged.slice(1)).toEqual(before.slice(1))
    expect(dragged[0]).not.toBe(before[0])
    const undo = page.getByRole('dialog').getByRole('button', { name: /撤\s*销/ }).first()
    await undo.click()
    expect(await linesOf()).toEqual(before)

    await corner.focus()
    await page.keyboard.press('ArrowRight')
    const [longitude] = ((await linesOf())[0] ?? '').split(', ')
    expect(Number(longitude)).toBeGreaterThan(Number(before[0]?.split(', ')[0]))
    await corner.focus()
    await page.keyboard.press('Delete')
    expect((await linesOf()).length).toBe(before.length - 1)
    await undo.click()
    await undo.click()
    expect(await linesOf()).toEqual(before)

    // A point more, by the mouse and by the keys.
    await drawing.locator('canvas').click({ position: { x: 40, y: 40 } })
    await drawing.locator('canvas').focus()
    await page.keyboard.press('Enter')
    expect((await linesOf()).slice(0, before.length)).toEqual(before)
    expect((await linesOf()).length).toBe(before.length + 2)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
