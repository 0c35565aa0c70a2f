import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { json } from './api.ts'
import { openBrowser } from './browser.ts'
import { Tour } from './guide.ts'
import { startServer, type RunningServer } from './server.ts'
import { STORIES, type Story } from './stories.ts'

let browser: Browser
let server: RunningServer
let tour: Tour
let told: string[]
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(2), openBrowser()])
  tour = new Tour(browser, server.address, undefined, (line) => told.push(line))
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

async function tell(story: Story): Promise<readonly [acts: number, first: string, second: string]> {
  told = []
  const [first, second = ''] = await story.tell(tour)
  return [told.length, first, second]
}
const seen = async (path: string) => json((await tour.roomOf('zhang')).request, path)
const kindsOf = async (caseId: string): Promise<readonly string[]> => {
  const { acts } = await seen(`/api/cases/${caseId}`)
  return Array.isArray(acts) ? acts.map(({ kind }: { readonly kind: string }) => kind) : []
}

describe('stories through the screens, refused at every wrong step under the article that stands in the way', () => {
  test('one case from the lead to the archive by six people, refused at every wrong step, public without its names', async () => {
    told = []
    const caseId = await tour.run()
    expect(caseId).toMatch(/^[0-9a-f-]{36}$/)
    expect(told).toHaveLength(19)

    // The other side takes the case away in one file and checks it on a machine without any server.
    const officer = await tour.roomOf('zhang')
    const bundle = await (await officer.request.get(`/api/cases/${caseId}/bundle`)).body()
    const { keys } = await json(officer.request, '/api/public/log-keys')
    const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-verify-'))
    const page = await browser.newPage()
    await page.goto(pathToFileURL(join(import.meta.dirname, '../web/dist/verify.html')).href)
    await page.getByLabel('机关公布的公钥（每行一个）').fill(Array.isArray(keys) ? keys.join('\n') : '')
    const verdictOn = async (bytes: Buffer): Promise<string> => {
      const path = join(folder, `${crypto.randomUUID()}.json`)
      writeFileSync(path, bytes)
      await page.locator('#verdict').evaluate((element) => (element.textContent = '正在核验'))
      await page.getByLabel('案卷包（.zsb.json）').setInputFiles(path)
      await page.getByText(/核验(通过|不通过)/).waitFor()
      return page.locator('#verdict').innerText()
    }
    expect(await verdictOn(bundle)).toContain('核验通过：19 项行为完整')
    expect(await verdictOn(Buffer.from(bundle.toString('utf8').replace('"amount":"200.00"', '"amount":"100.00"')))).toContain('核验不通过')
    await page.close()
    rmSync(folder, { recursive: true })
  })

  test('当场处罚: a fine on the street with a photograph, collected, handed in and banked; the photograph is in the file', async () => {
    const [acts, caseId] = await tell(STORIES.street)
    expect(acts).toBe(13)
    expect((await seen(`/api/cases/${caseId}`))['account']).toMatchObject({ fine: '50.00', outstanding: '0.00' })
    const page = await (await tour.roomOf('zhang')).newPage()
    await page.goto(`/cases/${caseId}?tab=evidence`)
    await page.locator('.evidence-file img').first().waitFor()
    await page.getByText('来历与流转').first().click()
    expect(await page.locator('.evidence-file').first().innerText()).toMatch(/张平[\s\S]*SHA-256[\s\S]*SM3[\s\S]*上传/)
    await page.close()
  })

  test('听证案件: a heavy fine, heard by who did not investigate; published only after a witness was taken out of the text', async () => {
    const [acts, caseId] = await tell(STORIES.hearing)
    expect(acts).toBe(22)
    const shown = await seen(`/api/public/decisions/${caseId}`)
    expect(shown).toMatchObject({ party: '重庆示例置业有限公司', fine: '25000.00', facts: expect.stringContaining('邻居证言') })
    expect(JSON.stringify(shown)).not.toMatch(/王建国|罗敏/)
    expect((await seen(`/api/cases/${caseId}`))['row']).toMatchObject({ party: '重庆示例置业有限公司' })
  })

  test('非诉执行: nobody pays and nobody sues, so the court collects the fine and as much again', async () => {
    const [acts, caseId] = await tell(STORIES.court)
    expect(acts).toBe(22)
    expect(await kindsOf(caseId)).toContain('courtEnds')
    expect((await seen(`/api/cases/${caseId}`))['account']).toMatchObject({ fine: '300.00', surcharge: '300.00', outstanding: '0.00' })
  })

  test('复议撤销: what happens in the reconsideration is recorded in the case that it is about, which nobody types twice', async () => {
    const [acts, caseId, remedyId] = await tell(STORIES.revoked)
    expect(acts).toBe(23)
    expect((await kindsOf(caseId)).slice(-6)).toEqual(['pay', 'registerRemedy', 'settleRemedy', 'changeDecision', 'withdrawPublication', 'close'])
    expect((await kindsOf(remedyId)).at(-1)).toBe('archive')
    const shown = await seen(`/api/public/decisions/${caseId}`)
    expect(shown).toMatchObject({ party: '曾某', withdrawn: { on: '2021-12-01', reason: '处罚决定已经复议撤销。' } })
  })
})
