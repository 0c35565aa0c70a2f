import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attempt, formsOf, json } from './api.ts'
import { openBrowser } from './browser.ts'
import { choose, fillForm, type Answers } from './fill-form.ts'
import { startServer, type RunningServer } from './server.ts'
import { streetCase } from './street-case.ts'
import { tourCase } from './tour-case.ts'

const PASSWORD = 'zhunsheng2021'
const PHONE = { width: 390, height: 844 }
const PICTURE = { name: '现场照片.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') }

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(12), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

async function phoneOf(who: string): Promise<{ readonly room: BrowserContext; readonly page: Page }> {
  const room = await browser.newContext({ baseURL: server.address, viewport: PHONE, locale: 'zh-CN', hasTouch: true })
  const page = await room.newPage()
  await page.goto('/login?to=/street')
  await page.getByLabel('用户名').fill(who)
  await page.getByLabel('口令').fill(PASSWORD)
  await page.getByRole('button', { name: /登\s*录/ }).click()
  await page.getByRole('heading', { name: '现场' }).waitFor()
  return { room, page }
}

/** Fills in the form on the screen and sends it; answers once the page has left it. */
async function record(page: Page, name: string, form: Parameters<typeof fillForm>[1], data: Answers, partner?: string): Promise<void> {
  await page.locator('.act-form').waitFor()
  if (partner !== undefined && (await page.locator('.ant-form-item').filter({ has: page.locator('#with') }).locator('.ant-select-selection-item').count()) === 0) {
    await page.locator('#with').click()
    await choose(page, 'with', partner)
    await page.keyboard.press('Escape')
  }
  await fillForm(page, form, data)
  // The word is gone after three seconds: whoever looks only when the button is done may come too late.
  await Promise.all([page.getByText(/已记录|已记入案卷/).first().waitFor(), page.locator('.act-foot').getByRole('button', { name }).click()])
}
const entriesOn = (page: Page): Promise<readonly string[]> => page.locator('.entry').allInnerTexts()

describe('a shift without signal (离线班次)', () => {
  test('what is taken along is judged by the same law, kept, and sent in order when the line is back; a case that was moved on meanwhile is shown, not dropped', async () => {
    const { room, page } = await phoneOf('zhang')
    const officer = room.request
    const today = String((await json(officer, '/api/session'))['today'])
    const forms = await formsOf(officer, 'penalty.simple')
    const soft = await formsOf(officer, 'penalty.soft')
    const steps = streetCase(today).steps
    const step = (act: string) => {
      const spec = forms.get(act)
      const told = steps.find((one) => one.act === act)
      if (spec === undefined || told === undefined) throw new Error(act)
      return { ...spec, data: told.data }
    }
    // A problem that two handle: zhang takes it along, li will go on with it in the office.
    const opened = await officer.post('/api/cases', { data: { procedure: 'penalty.soft', kind: 'find', on: today, with: ['li'], data: { source: 'patrol', place: '示例街 5 号', facts: '货架占道。' } }, headers: { 'idempotency-key': 'shift-opening-1' } })
    const shared: { readonly id: string; readonly number: string } = await opened.json()

    await page.getByRole('button', { name: /带上本班次|更新/ }).click()
    await page.getByText(/已随身携带 \d+ 件案件/).waitFor()
    await page.waitForFunction('navigator.serviceWorker.ready.then((one) => one.active?.state === "activated")')

    await room.setOffline(true)
    await page.reload()
    await page.getByText('没有网络', { exact: true }).waitFor()
    await page.getByRole('heading', { name: '现场' }).waitFor()

    // The card to be scanned shows without signal.
    await page.getByRole('link', { name: '亮证' }).click()
    await page.locator('.street-card-code svg').waitFor()
    await page.getByText('现在没有网络：二维码照样有效').waitFor()
    await page.goBack()

    // A lead with a photograph.
    await page.getByRole('link', { name: '拍照登记线索' }).click()
    await page.locator('input[type=file]').setInputFiles(PICTURE)
    await page.locator('.street-photos img').waitFor()
    await page.getByLabel('地点').fill('示例街 9 号')
    await page.getByLabel('看到了什么').fill('人行道堆放装修垃圾。')
    await page.getByRole('button', { name: /登\s*记/ }).click()
    await page.getByText('已保存在本机').waitFor()

    // A fine on the spot, refused out of its order by the judge on the phone.
    await page.getByRole('link', { name: '当场处罚' }).click()
    await record(page, step('discover').name, step('discover').form, step('discover').data, '李安')
    await page.waitForURL(/local-/)
    const local = new URL(page.url()).pathname
    for (const act of ['orderCorrection', 'tell', 'hear', 'decide', 'serveDecision']) {
      if (act === 'tell') {
        await page.goto(`${local}?act=serveDecision`)
        await page.locator('.act-form').waitFor()
        await fillForm(page, step('serveDecision').form, step('serveDecision').data)
        await page.locator('.act-foot').getByRole('button', { name: step('serveDecision').name }).click()
        await page.getByText('依法不予准许，没有记录任何内容').waitFor()
        expect(await page.locator('.act-foot').innerText()).toContain('第五十二条')
        await page.evaluate(`Object.keys(localStorage).filter((name) => name.startsWith('zhunsheng.draft')).forEach((name) => localStorage.removeItem(name))`)
      }
      await page.goto(`${local}?act=${act}`)
      await record(page, step(act).name, step(act).form, step(act).data)
    }

    // The party signs the decision on the phone; the judge is not asked, the content is bound.
    await page.goto(`${local}?tab=record`)
    await page.locator('#act-5').getByRole('button', { name: '签名' }).click()
    await page.getByLabel('签名人姓名').fill('冯楠')
    await page.getByLabel('签名处').scrollIntoViewIfNeeded()
    const pad = await page.getByLabel('签名处').boundingBox()
    if (pad === null) throw new Error('no field to sign on')
    await page.mouse.move(pad.x + 60, pad.y + 40)
    await page.mouse.down()
    await page.mouse.move(pad.x + 140, pad.y + 90, { steps: 6 })
    await page.mouse.up()
    await page.getByRole('button', { name: '确认签名' }).click()
    await page.getByText('签名已保存在本机').waitFor()
    await page.locator('#act-5').getByText(/冯楠.*手写签名/).waitFor()

    // In the case that was taken along, he goes on as well as he knows it.
    const serve = soft.get('serve')
    if (serve === undefined) throw new Error('no act')
    await page.goto(`/cases/${shared.id}?act=serve`)
    await record(page, serve.name, serve.form, { manner: 'other', done: '协助商户把货架搬回店内。' })

    await page.goto('/street/outbox')
    await page.locator('.entry').first().waitFor()
    expect(await page.locator('.entry').count()).toBe(9)

    // Meanwhile, in the office.
    const desk = await browser.newContext({ baseURL: server.address })
    await desk.request.post('/api/session', { data: { name: 'li', password: PASSWORD } })
    expect(await attempt(desk.request, { caseId: shared.id, kind: 'advise', on: today, with: ['zhang'], data: { manner: 'persuade', content: '请收回货架。', accepted: true } })).toMatchObject({ status: 201 })

    await room.setOffline(false)
    await page.getByText('需要处理').waitFor({ timeout: 30_000 })
    const open = await entriesOn(page)
    expect(open).toHaveLength(1)
    expect(open[0]).toMatch(/离线期间案卷有了新的行为[\s\S]*李安/)

    const cases = await json(officer, '/api/cases?search=' + encodeURIComponent('冯楠'))
    const [made] = Array.isArray(cases['rows']) ? cases['rows'] : []
    const { acts }: { readonly acts: readonly { readonly kind: string; readonly made?: { readonly device: string } }[] } = JSON.parse(JSON.stringify(await json(officer, `/api/cases/${String(made.id)}`)))
    const decision = await json(officer, `/api/cases/${String(made.id)}/acts/5/signatures`)
    expect(Object.values(decision)).toMatchObject([{ role: 'party', name: '冯楠', made: { ahead: expect.any(Number) } }])
    expect(acts.map(({ kind }) => kind)).toEqual(['discover', 'orderCorrection', 'tell', 'hear', 'decide', 'serveDecision'])
    expect(acts.every((act) => act.made !== undefined)).toBe(true)
    const leads = await json(officer, '/api/leads?search=' + encodeURIComponent('装修垃圾'))
    expect(leads).toMatchObject({ total: 1, rows: [{ place: '示例街 9 号', photos: [expect.stringMatching(/^[0-9a-f]{64}$/)] }] })

    // Seen and sent against the case as it is now.
    await page.getByRole('button', { name: '按案卷现状重新报送' }).click()
    await page.getByText('没有等待报送的内容').waitFor({ timeout: 30_000 })
    expect(await json(officer, `/api/cases/${shared.id}`)).toMatchObject({ acts: [{ kind: 'find' }, { kind: 'advise' }, { kind: 'serve' }] })
  })
  test('a case that was transferred meanwhile (移送): the act is refused with its grounds, stands in the list, and stays there when it is given up', async () => {
    const { room, page } = await phoneOf('zhang')
    const officer = room.request
    const today = String((await json(officer, '/api/session'))['today'])
    const leader = await browser.newContext({ baseURL: server.address })
    await leader.request.post('/api/session', { data: { name: 'zhao', password: PASSWORD } })
    const steps = tourCase(today)
    const dataOf = (act: string) => steps.find((one) => one.act === act)?.data ?? {}
    const opened = await officer.post('/api/cases', { data: { procedure: 'penalty.ordinary', kind: 'apply', on: today, with: ['li'], data: { ...dataOf('apply'), matter: 'street.front' } }, headers: { 'idempotency-key': 'shift-opening-2' } })
    const { id: caseId }: { readonly id: string } = await opened.json()
    for (const kind of ['inspect', 'orderCorrection']) expect(await attempt(officer, { caseId, kind, on: today, with: ['li'], data: dataOf(kind) })).toMatchObject({ status: 201 })
    expect(await attempt(leader.request, { caseId, kind: 'file', on: today, with: [], data: dataOf('file') })).toMatchObject({ status: 201 })

    await page.getByRole('button', { name: /带上本班次|更新/ }).click()
    await page.getByText(/已随身携带 \d+ 件案件/).waitFor()
    await page.waitForFunction('navigator.serviceWorker.ready.then((one) => one.active?.state === "activated")')
    await room.setOffline(true)
    const collect = (await formsOf(leader.request, 'penalty.ordinary')).get('collect')
    if (collect === undefined) throw new Error('no act')
    await page.goto(`/cases/${caseId}?act=collect`)
    await record(page, collect.name, collect.form, dataOf('collect'), '李安')
    expect(await attempt(leader.request, { caseId, kind: 'transferElsewhere', on: today, with: [], data: { receiver: '区住房城乡建设委', reason: '不属本机关管辖。', papers: 20 } })).toMatchObject({ status: 201 })

    await page.goto('/street/outbox')
    await room.setOffline(false)
    await page.getByText('离线期间案卷有了新的行为').waitFor({ timeout: 30_000 })
    expect(await entriesOn(page)).toEqual([expect.stringMatching(/移送/)])
    await page.getByRole('button', { name: '按案卷现状重新报送' }).click()
    await page.getByText('依法不予准许').waitFor({ timeout: 30_000 })
    expect(await entriesOn(page)).toEqual([expect.stringMatching(/已经移送[\s\S]*第五十七条第一款/)])

    await page.getByRole('button', { name: '不报送…' }).click()
    await page.getByLabel('理由').fill('案件已经移送，证据另行转交。')
    await page.getByRole('button', { name: '确定不报送' }).click()
    await page.getByText('没有等待报送的内容').waitFor()
    await page.getByText('全部', { exact: true }).click()
    expect(await entriesOn(page)).toEqual([expect.stringMatching(/没有报送[\s\S]*案件已经移送，证据另行转交。/)])
    expect(await json(officer, `/api/cases/${caseId}`)).toMatchObject({ acts: [{ kind: 'apply' }, { kind: 'inspect' }, { kind: 'orderCorrection' }, { kind: 'file' }, { kind: 'transferElsewhere' }] })
    await room.close()
  })
})
