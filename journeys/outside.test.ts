import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { json } from './api.ts'
import { openBrowser } from './browser.ts'
import { startServer, type RunningServer } from './server.ts'

const PASSWORD = 'zhunsheng2021'
const PHONE = { width: 390, height: 844 }
const PICTURE = { name: '渣土车.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') }
/** Nobody's: the region 500999 is not given out. */
const OTHER = { name: '示例别家运输', creditCode: '11500999MA0000015W', contact: '示例人', phone: '000-0000000' }

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(4), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const roomFor = (viewport?: { readonly width: number; readonly height: number }): Promise<BrowserContext> => browser.newContext({ baseURL: server.address, locale: 'zh-CN', serviceWorkers: 'block', ...(viewport === undefined ? {} : { viewport, hasTouch: true }) })
async function officer(who: string): Promise<Page> {
  const page = await (await roomFor()).newPage()
  await enter(page, '/login', who)
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  return page
}
async function enter(page: Page, door: string, who: string): Promise<void> {
  await page.goto(door)
  await page.getByLabel('用户名').fill(who)
  await page.getByLabel('口令').fill(PASSWORD)
  await page.getByRole('button', { name: /^登\s*录$/ }).click()
}
/** Enters a record as the window does, and answers its id. */
async function registered(clerk: Page, kind: string, data: Readonly<Record<string, unknown>>): Promise<string> {
  const answer = await clerk.request.post(`/api/trucks/register/${kind}`, { data: { data, version: 0 }, headers: { 'idempotency-key': crypto.randomUUID() } })
  const { row }: { readonly row?: { readonly id: string } } = await answer.json()
  if (row === undefined) throw new Error(await answer.text())
  return row.id
}
const fitsThePhone = (page: Page): Promise<unknown> => page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')

describe('企业端 · a haulage enterprise at its own door', () => {
  test('it sees its own trucks and alarms, answers one, and the bureau reads the answer; others’ trucks and the officers’ pages stay shut', async () => {
    const clerk = await officer('sun')
    const other = await registered(clerk, 'enterprise', OTHER)
    const foreign = await registered(clerk, 'vehicle', { plate: '渝A77777', plateColour: 'yellow', enterprise: other, tare: 12_000, capacity: 15_000, volume: 20 })

    const page = await (await roomFor(PHONE)).newPage()
    await page.goto('/enterprise/alarms')
    await page.waitForURL('**/enterprise/login?to=**')
    await enter(page, page.url(), 'fleet')
    await page.getByRole('heading', { name: '预警' }).waitFor()
    expect(await fitsThePhone(page)).toBe(true)

    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '车辆' }).click()
    await page.getByText('渝A20003').first().waitFor()
    expect(await page.getByText('渝A77777').count()).toBe(0)

    await page.goto('/enterprise/alarms?waiting=yes')
    await page.getByRole('link', { name: /未按批准路线行驶/ }).first().click()
    await page.getByLabel('情况说明').fill('道路施工，按交警指挥绕行。')
    await page.getByLabel('处理措施').fill('已告知驾驶员，绕行须先报告。')
    await page.getByLabel('添加附件').or(page.locator('input[type=file]')).first().setInputFiles(PICTURE)
    await page.getByText('渣土车.png').waitFor()
    await page.getByRole('button', { name: '提交答复' }).click()
    const history = page.locator('.portal-own')
    await history.getByText('道路施工').waitFor()
    expect(await history.innerText()).toContain('附件 1')
    expect(await fitsThePhone(page)).toBe(true)
    const alarm = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')

    const desk = await officer('wang')
    await desk.goto(`/trucks/alarms/${encodeURIComponent(alarm)}`)
    await desk.getByText('企业答复（示例车队）').waitFor()
    expect(await desk.locator('main').innerText()).toMatch(/道路施工，按交警指挥绕行/)

    // The enterprise's session is nobody's at the officers' door, and others' trucks are not there for it.
    const asked = new URLSearchParams({ truck: foreign, from: '2021-12-30T00:00:00+08:00', until: '2021-12-30T12:00:00+08:00', reason: '看看别家' })
    const closed = await Promise.all([`/api/portal/track?${asked.toString()}`, '/api/trucks/live', `/api/trucks/alarms/${encodeURIComponent(alarm)}`, '/api/cases'].map(async (path) => (await page.request.get(path)).status()))
    expect(closed).toEqual([404, 401, 401, 401])
    await page.goto('/trucks/live')
    await page.waitForURL('**/login?to=**')
  })
})

describe('群众举报 · a citizen reports a truck', () => {
  test('he sees the permitted sites, reports with a photograph, and reads by his number what became of it', async () => {
    const page = await (await roomFor(PHONE)).newPage()
    await page.goto('/public/haulage')
    await page.getByRole('heading', { name: '工地', exact: true }).waitFor()
    await page.getByText('甲工地〔虚构〕').first().waitFor()
    await page.locator('.map-ground canvas').waitFor()
    expect(await fitsThePhone(page)).toBe(true)

    await page.getByRole('link', { name: '在线举报' }).click()
    await page.getByLabel('号牌号码').fill('渝B66666')
    await page.getByText('沿途撒漏').click()
    await page.getByLabel('拍照或者选择照片').setInputFiles(PICTURE)
    await page.getByRole('img', { name: '照片 1' }).waitFor()
    await page.getByLabel('看到的时间').fill('2021-12-30T15:20')
    await page.getByLabel('地点', { exact: true }).fill('示例路与示例二路交叉口')
    // The place is put on the map with the keys: the middle, by Enter.
    const map = page.locator('.map-ground canvas')
    await map.focus()
    await page.keyboard.press('Enter')
    await page.getByText(/误差约 100 米/).waitFor()
    await page.locator('.tipoff-mark').waitFor()
    await page.getByRole('button', { name: '提交举报' }).click()
    const receipt = await page.getByText(/^JB/).innerText()
    expect(await fitsThePhone(page)).toBe(true)

    const desk = await officer('wang')
    await desk.goto('/trucks/tipoffs')
    await desk.getByRole('link', { name: '渝B66666' }).click()
    await desk.getByText('示例路与示例二路交叉口').waitFor()
    await expect.poll(() => desk.evaluate(`document.querySelector('img[alt="举报照片 1"]')?.naturalWidth`), { timeout: 15_000 }).toBeGreaterThan(0)
    await desk.getByRole('button', { name: '不予受理' }).click()
    await desk.getByLabel('不予受理的理由').fill('照片中看不清车辆和号牌，无法核实。')
    await desk.getByRole('dialog').getByRole('button', { name: '不予受理' }).click()
    await desk.getByText('不予受理：照片中看不清').waitFor()

    await page.goto('/public/tipoff')
    await page.getByLabel('举报编号').fill(receipt)
    await page.getByRole('button', { name: /查\s*询/ }).click()
    await page.getByText('照片中看不清车辆和号牌，无法核实。').waitFor()
    // Whoever guesses a number learns nothing.
    await page.getByLabel('举报编号').fill(`${receipt.slice(0, -1)}${receipt.endsWith('2') ? '3' : '2'}`)
    await page.getByRole('button', { name: /查\s*询/ }).click()
    await page.getByText('没有这个举报编号').waitFor()
    expect((await json(desk.request, '/api/tipoffs?state=rejected'))['total']).toBe(1)
  })
})
