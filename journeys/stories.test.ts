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

async function tell(story: Story): Promise<readonly [acts: number, caseId: string]> {
  told = []
  const [caseId] = await story.tell(tour)
  return [told.length, caseId]
}
const seen = async (path: string) => json((await tour.roomOf('zhang')).request, path)

describe('stories through the screens, refused at every wrong step under the article that stands in the way', () => {
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
})
