import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  const caseId = await new Tour(browser, server.address, undefined, (line) => told.push(line)).run()
  expect(caseId).toMatch(/^[0-9a-f-]{36}$/)
  expect(told).toHaveLength(19)
})
