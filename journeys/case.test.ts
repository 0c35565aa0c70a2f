import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { json } from './api.ts'
import { openBrowser } from './browser.ts'
import { Tour } from './guide.ts'
import { startServer, type RunningServer } from './server.ts'

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(2), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('one case from the lead to the archive by six people, refused at every wrong step, public without its names', async () => {
  const told: string[] = []
  const tour = new Tour(browser, server.address, undefined, (line) => told.push(line))
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
