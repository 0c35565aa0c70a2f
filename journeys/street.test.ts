import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { json } from './api.ts'
import { openBrowser } from './browser.ts'
import { Tour } from './guide.ts'
import { startServer, type RunningServer } from './server.ts'
import { streetCase } from './street-case.ts'

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(2), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('a fine on the street with a photograph, collected, handed in and banked; refused at every wrong step; the photograph is in the file', async () => {
  const told: string[] = []
  const tour = new Tour(browser, server.address, undefined, (line) => told.push(line))
  const caseId = await tour.tell(streetCase(await tour.today()))
  expect(told).toHaveLength(13)
  const officer = await tour.roomOf('zhang')
  const view = await json(officer.request, `/api/cases/${caseId}`)
  expect(view['account']).toMatchObject({ fine: '50.00', outstanding: '0.00' })
  const page = await officer.newPage()
  await page.goto(`/cases/${caseId}?tab=evidence`)
  await page.locator('.evidence-file img').first().waitFor()
  await page.getByText('来历与流转').first().click()
  expect(await page.locator('.evidence-file').first().innerText()).toMatch(/张平[\s\S]*SHA-256[\s\S]*SM3[\s\S]*上传/)
  await page.close()
})
