import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { missingLibraries, openBrowser, unpacked } from './browser.ts'

describe('the browser of the journeys', () => {
  let browser: Browser
  let server: Server
  let address: string
  beforeAll(async () => {
    server = createServer((request, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(`<title>准绳</title><p>${request.url ?? ''}</p>`)).listen(0, '127.0.0.1')
    await new Promise((listening) => server.once('listening', listening))
    const bound = server.address()
    if (bound === null || typeof bound === 'string') throw new Error('the server has no port')
    address = `http://127.0.0.1:${bound.port}`
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  test('two people at two machines: two contexts side by side', async () => {
    const [officer, leader] = [await browser.newContext(), await browser.newContext()]
    const [first, second] = [await officer.newPage(), await leader.newPage()]
    await Promise.all([first.goto(`${address}/officer`), second.goto(`${address}/leader`)])
    expect(await Promise.all([first.innerText('p'), second.innerText('p')])).toEqual(['/officer', '/leader'])
    expect(await second.title()).toBe('准绳')
    await Promise.all([officer.close(), leader.close()])
  })
  test('web security is on: a page cannot read another origin', async () => {
    const page = await browser.newPage()
    await page.goto(`${address}/here`)
    const answer = await page.evaluate(async (other) => fetch(other).then(() => 'read', () => 'refused'), address.replace('127.0.0.1', 'localhost'))
    expect(answer).toBe('refused')
    await page.close()
  })
  test('what a bare machine lacks, the package brings', async () => {
    const { program, brought } = await unpacked()
    expect(readdirSync(brought)).toEqual(expect.arrayContaining(['libnss3.so', 'libnssutil3.so', 'libnspr4.so', 'libexpat.so.1']))
    expect(missingLibraries(program, brought)).toEqual([])
  })
})
