import { parseDay } from '@zhunsheng/law/day.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attempt, json } from './api.ts'
import { openBrowser } from './browser.ts'
import { startServer, type RunningServer } from './server.ts'

const PASSWORD = 'zhunsheng2021'
const PATIENCE_MS = 60_000
const PROCEDURE = 'penalty.ordinary'
const PAYER = { kind: 'citizen', name: '罗一平', idNumber: '11010519491231002X', capacity: 'full', address: '示例街 1 号' }
/** A first time with slight harm, by whatever of it the example benchmark asks. */
const FOUND: Readonly<Record<string, string | number | boolean>> = { times: 1, subject: 'citizen', corrected: true, harm: 'slight', circumstance: 'plain' }

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(2), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

async function roomOf(who: string): Promise<BrowserContext> {
  const room = await browser.newContext({ baseURL: server.address, locale: 'zh-CN', viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  room.setDefaultTimeout(PATIENCE_MS)
  expect((await room.request.post('/api/session', { data: { name: who, password: PASSWORD } })).status()).toBe(200)
  return room
}

/** A fine that was decided and served today, by the usual people with the usual answers. */
async function servedFine(): Promise<{ readonly caseId: string; readonly fine: number }> {
  const course = findProcedure(PROCEDURE)?.course
  const rooms = new Map<string, BrowserContext>()
  const requestOf = async (who: string) => {
    const room = rooms.get(who) ?? (await roomOf(who))
    rooms.set(who, room)
    return room.request
  }
  const on = String((await json(await requestOf('zhang'), '/api/session'))['today'])
  const day = parseDay(on)
  if (course === undefined || day === undefined) throw new Error(`no ${PROCEDURE} on ${on}`)
  const officer = await requestOf('zhang')
  const { content }: { readonly content: { readonly factors: readonly { readonly code: string }[] } } = JSON.parse(JSON.stringify(await json(officer, `/api/public/benchmarks/street.front?on=${on}`)))
  const answers = Object.fromEntries(content.factors.map(({ code }) => [code, FOUND[code]]))
  const applied = await officer.post('/api/public/benchmarks/street.front/apply', { data: { on, answers } })
  const { benchmark, tier, band }: { readonly benchmark: string; readonly tier: string; readonly band: { readonly low: string; readonly high: string } } = await applied.json()
  const penalty = { fine: band.high, discretion: { benchmark, answers, tier, band } }
  const changed: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { apply: { party: PAYER }, notify: penalty, decide: penalty }
  let caseId = ''
  for (const kind of ['apply', 'inspect', 'orderCorrection', 'file', 'interview', 'collect', 'verifyEvidence', 'conclude', 'notify', 'serveNotice', 'waiveStatement', 'decide', 'serveDecision']) {
    const [who = 'zhang', ...others] = course.by(kind)
    const act = { kind, on, with: others, data: { ...course.typical(kind, day), ...changed[kind] } }
    if (caseId === '') {
      const opened = await (await requestOf(who)).post('/api/cases', { data: act, headers: { 'idempotency-key': 'payment-journey' } })
      caseId = String((await opened.json()).id)
      continue
    }
    const { status, said } = await attempt(await requestOf(who), { caseId, ...act })
    if (status !== 201) throw new Error(`${kind}: ${status} ${said}`)
  }
  for (const room of rooms.values()) await room.close()
  return { caseId, fine: Number(band.high) }
}

/** How much a figure says today, as its page shows it. */
async function figureOn(page: Page, name: string): Promise<number> {
  await page.goto('/figures')
  const value = figureOf(page, name).locator('.figure-value')
  await value.waitFor()
  // The unit stands behind the number.
  return Number.parseFloat(await value.innerText())
}
const figureOf = (page: Page, name: string) => page.locator('.figure').filter({ has: page.getByRole('heading', { name, exact: true }) })

describe('行政处罚法第六十七条、罚款决定与罚款收缴分离实施办法 · a fine on its way to the treasury', () => {
  test('the slip with its code, found by the payer without an account; the bank’s file makes the case paid; what was paid twice is a difference until it went back', async () => {
    const { caseId, fine } = await servedFine()
    const amount = fine.toFixed(2)
    const clerk = await roomOf('sun')
    const page = await clerk.newPage()
    const before = { issued: await figureOn(page, '开具缴款通知'), differences: await figureOn(page, '对账差异未了结'), refund: await figureOn(page, '应退未退') }

    // Issued in the case, where its code then stands.
    await page.goto(`/cases/${caseId}?tab=money`)
    const slips = page.locator('.ant-card').filter({ hasText: '缴款通知' }).last()
    await slips.getByText(new RegExp(`可以开具：处罚决定 ${amount} 元`)).waitFor()
    await slips.getByRole('button', { name: /开\s*具/ }).click()
    await slips.getByText('待缴').waitFor()
    const written = await slips.locator('b.number').first().innerText()
    const code = written.replace(/\s/g, '')
    expect(code).toMatch(/^500999\d{14}$/)

    // The payer looks it up by the code, and proves himself by the last four places of his identity card.
    const citizen = await browser.newContext({ baseURL: server.address, locale: 'zh-CN', viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })
    citizen.setDefaultTimeout(PATIENCE_MS)
    const outside = await citizen.newPage()
    await outside.goto(`/public/slip?code=${code}`)
    await outside.getByLabel(/决定书文号，或者证件号码后四位/).fill('9999')
    await outside.getByRole('button', { name: /查\s*询/ }).click()
    await outside.getByText('没有查到').waitFor()
    await outside.getByLabel(/决定书文号，或者证件号码后四位/).fill('002x')
    await outside.getByRole('button', { name: /查\s*询/ }).click()
    const paper = outside.locator('.public-paper')
    await paper.getByText(`${amount} 元`).first().waitFor()
    const shown = await paper.innerText()
    expect(shown).toMatch(/处罚机关\s*示例区城市管理局/)
    expect(shown).toMatch(/状态\s*待缴/)
    expect(shown).toMatch(new RegExp(`今日应缴\\s*${amount} 元`))
    expect(shown).not.toContain('罗一平')

    // The bank says in the evening what came in: the payer went to the counter twice.
    const today = String((await json(clerk.request, '/api/session'))['today'])
    const rows = ['银行流水号,缴款码,金额,入账日期,缴款人,凭证号', `JOURNEY1,${code},${amount},${today},罗一平,`, `JOURNEY2,${code},${amount},${today},罗一平,`]
    const file = (sum: string) => ({ name: '代收罚款日报.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${[...rows, `合计,2,${sum}`].join('\r\n')}\r\n`) })
    await page.goto(`/payments/days/${today}`)
    await page.getByRole('button', { name: '导入银行文件' }).click()
    const dialog = page.getByRole('dialog')
    // Half a file, by its own sum: nothing of it comes in.
    await dialog.locator('input[type=file]').setInputFiles(file((2 * fine - 1).toFixed(2)))
    await dialog.getByText(/没有导入任何一笔/).waitFor()
    await dialog.locator('input[type=file]').setInputFiles(file((2 * fine).toFixed(2)))
    await dialog.getByText(/与合计行一致/).waitFor()
    await dialog.getByRole('button', { name: /导入 2 笔/ }).click()
    await page.getByText(/收到 2 笔；记入案卷 1 笔，待核对 1 笔/).waitFor()

    // The case is paid, by an act that stands in its record.
    const office = await clerk.newPage()
    await office.goto(`/cases/${caseId}?tab=money`)
    await office.getByText('已缴清').waitFor()
    expect((await office.locator('.sums .sum').innerText()).replace(/\s+/g, ' ')).toBe('尚欠 0.00')
    const { acts } = await json(clerk.request, `/api/cases/${caseId}`)
    const pays = (Array.isArray(acts) ? acts : []).filter(({ kind }: { readonly kind: string }) => kind === 'pay')
    expect(pays).toMatchObject([{ data: { amount } }])
    await office.close()

    // The second payment is a difference: shown, tracked, and cleared once the money went back.
    expect(await figureOn(page, '对账差异未了结')).toBe(before.differences + 1)
    expect(await figureOn(page, '应退未退')).toBe(before.refund + fine)
    await page.goto(`/payments/days/${today}`)
    const item = page.locator('.day-item').filter({ hasText: 'JOURNEY2' })
    await item.getByText('重复缴款').waitFor()
    await item.getByText('没有说明').waitFor()
    await item.getByRole('button', { name: '说明、处理' }).click()
    const drawer = page.getByRole('dialog').filter({ hasText: '说明、处理差异' })
    await drawer.getByText('已退付', { exact: true }).click()
    await drawer.getByLabel('理由、凭据').fill('财政退付通知书〔2021〕1号，已退回原账户。')
    await drawer.getByRole('button', { name: /了\s*结/ }).click()
    await item.getByText('已了结').waitFor()
    await item.getByText('财政退付通知书〔2021〕1号').waitFor()

    // Counted: one slip more, no difference left of it, and the figure opens the list in which the slip stands.
    expect(await figureOn(page, '对账差异未了结')).toBe(before.differences)
    expect(await figureOn(page, '应退未退')).toBe(before.refund)
    expect(await figureOn(page, '开具缴款通知')).toBe(before.issued + 1)
    await figureOf(page, '开具缴款通知').getByRole('link').click()
    await page.getByText(written).first().waitFor()

    // The payer sees it as well.
    await outside.getByRole('button', { name: /查\s*询/ }).click()
    await outside.getByText('这份通知已经缴清').waitFor()
    await Promise.all([clerk.close(), citizen.close()])
  })
})
