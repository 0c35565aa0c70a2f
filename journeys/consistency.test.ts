import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { json } from './api.ts'
import { openBrowser } from './browser.ts'
import { fillForm } from './fill-form.ts'
import { Tour } from './guide.ts'
import { startServer, type RunningServer } from './server.ts'
import { tourCase } from './tour-case.ts'

const MATTER = 'street.front'
let browser: Browser
let server: RunningServer
let tour: Tour
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(60), openBrowser()])
  tour = new Tour(browser, server.address, undefined, () => undefined)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

describe('同案同罚 · like cases beside a decision, over a year, and under another benchmark', () => {
  test('行政处罚法第五条第二款: a notice shows how like cases were decided, and asks where a fine lies far from them', async () => {
    const steps = tourCase(await tour.today())
    const before = steps.slice(0, steps.findIndex(({ act }) => act === 'notify')).map((step) => ({ ...step, refused: [] }))
    const caseId = await tour.tell({ procedure: 'penalty.ordinary', steps: before })
    const page = await (await tour.roomOf('zhang')).newPage()
    await page.goto(`/cases/${caseId}?act=notify`)
    const group = page.getByRole('group', { name: '裁量权基准的适用' })
    await group.getByRole('spinbutton', { name: '一年内同类违法的次序' }).fill('1')
    const panel = group.locator('.like-panel')
    await panel.getByText(/案情相近的 \d+ 件，罚款多在/).waitFor()
    const linked = panel.locator('.like-list a').first()
    expect(await linked.getAttribute('href')).toMatch(/^\/cases\/[0-9a-f-]{36}$/)
    expect(await linked.getAttribute('target')).toBe('_blank')
    expect(await panel.getByRole('img').getAttribute('aria-label')).toMatch(/中位数/)

    const { acts } = await json(page.context().request, '/api/procedures/penalty.ordinary')
    const notify = Array.isArray(acts) ? acts.find(({ kind }: { readonly kind: string }) => kind === 'notify') : undefined
    await fillForm(page, { kinds: notify.form.kinds, fine: notify.form.fine }, { kinds: ['fine'], fine: '90000' })
    await panel.getByText('拟罚是否与同类案件明显不同？').waitFor()
    expect(await panel.getByRole('img', { name: /拟罚 90000 元/ }).count()).toBe(1)
    // It is a question, which stops nobody.
    expect(await page.locator('.act-foot').getByRole('button', { name: notify.name }).isEnabled()).toBe(true)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.locator('.like-panel:not([open])').waitFor()
    await panel.locator('summary').click()
    await linked.waitFor()

    await page.context().setOffline(true)
    await panel.getByText(/现在没有网络，不能查找同类案件/).waitFor()
    await page.context().setOffline(false)
    await linked.waitFor()
    await page.close()
  })

  test('the dossier of a decided case shows where its fine lies', async () => {
    const room = await tour.roomOf('zhao')
    const { rows } = await json(room.request, `/api/cases?matter=${MATTER}&procedure=penalty.ordinary&sort=decidedOn&size=100`)
    const decided = Array.isArray(rows) ? rows.find(({ fine, decidedOn }: { readonly fine?: string; readonly decidedOn?: string }) => fine !== undefined && decidedOn !== undefined) : undefined
    const page = await room.newPage()
    await page.goto(`/cases/${decided.id}`)
    await page.getByRole('tab', { name: '同类案件' }).click()
    await page.getByText(/案情相近|数量过少/).first().waitFor()
    await page.getByText(`本案罚款 ${Number(decided.fine)} 元`).waitFor()
    expect(await page.getByRole('tabpanel').getByRole('link', { name: decided.number }).count()).toBe(0)
    await page.close()
  })

  test('a scan over the year says what it found or that nothing deviates, and done again comes to the same digest', async () => {
    const room = await tour.roomOf('zhou')
    const page = await room.newPage()
    await page.goto('/consistency')
    await page.getByText('还没有扫描过').waitFor()
    await page.getByRole('button', { name: '开始扫描' }).click()
    await page.waitForURL(/\/consistency\/[0-9a-f-]{36}$/)
    const id = page.url().split('/').at(-1) ?? ''
    const { digest, found, cases } = await json(room.request, `/api/consistency/scans/${id}`)
    expect(Number(cases)).toBeGreaterThan(10)
    const findings = Array.isArray(found) ? found : []
    await (findings.length === 0 ? page.getByText(/没有发现偏离|没有可以比较的案件/).first() : page.getByRole('list', { name: '偏离' })).waitFor()
    await page.getByRole('button', { name: '再次扫描核对' }).click()
    await page.getByText('数据和结果都一致').waitFor()
    expect(await page.locator('body').innerText()).toContain(`再次扫描 ${String(cases)} 件，数据摘要同为 ${String(digest)}，结果相同`)
    await page.goto('/consistency')
    await page.getByRole('link', { name: /2021-01-01 至/ }).waitFor()
    await page.close()
  })

  test('a finding is about people: an officer is told who sees them, and sees none', async () => {
    const page = await (await tour.roomOf('zhang')).newPage()
    await page.goto('/consistency')
    await page.getByText(/由法制审核人员、机关负责人和执法监督人员扫描和查看/).waitFor()
    expect(await page.getByRole('button', { name: '开始扫描' }).count()).toBe(0)
    await page.close()
  })

  test('the draft in the editor is tried on the cases of the year, and one published version against another', async () => {
    const room = await tour.roomOf('zhou')
    const page = await room.newPage()
    await page.goto(`/benchmarks/${MATTER}`)
    const panel = page.locator('.ant-card').filter({ hasText: '试算去年案件' }).last()
    await panel.getByRole('button', { name: /试\s*算/ }).click()
    await panel.getByText(/现行基准 street\.front\/1 与 草稿 比较/).waitFor()
    // The sheet opens with what is in force, so that nothing can come out otherwise.
    await panel.getByText('可以试算的案件，结果都不变').waitFor()

    const { content } = await json(room.request, `/api/public/benchmarks/${MATTER}/template?formula=chengdu`)
    const issue = { title: '裁量权基准（修订示例）', documentNumber: '示例〔2021〕2号', issuer: '演示单位', level: 'district', from: await tour.today(), example: true, source: '' }
    const published = await room.request.post('/api/benchmarks', { data: { issue, content } })
    expect([published.status(), await published.text()]).toEqual([201, expect.any(String)])
    await page.reload()
    await panel.getByText('两个版本').click()
    await panel.getByRole('button', { name: /试\s*算/ }).click()
    await panel.getByText(/street\.front\/1 与 street\.front\/2 比较/).waitFor()
    expect(await panel.getByRole('row').count()).toBeGreaterThan(1)
    const saved = page.waitForEvent('download')
    await panel.getByRole('button', { name: /导出/ }).click()
    expect((await saved).suggestedFilename()).toBe('试算-street.front-第1版与第2版.csv')
    await page.close()
  })
})
