import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { json } from './api.ts'
import { openBrowser } from './browser.ts'
import { startServer, type RunningServer } from './server.ts'

const PAGE = pathToFileURL(join(import.meta.dirname, '../web/dist/verify.html')).href
const CLI = join(import.meta.dirname, '../cli/src/main.ts')
const FOLDER = mkdtempSync(join(tmpdir(), 'zhunsheng-verify-'))
const at = (name: string) => join(FOLDER, name)

let browser: Browser
let server: RunningServer
let page: Page
let keys: string
let acts: number
const asked: string[] = []
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(2), openBrowser()])
  await takeAway()
  // From here on the server is gone: what is checked is checked without it.
  await server.stop()
  page = await browser.newPage()
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(PAGE)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(FOLDER, { recursive: true })
})

/** The bundle of a case with one of its papers, and each of them changed. */
async function takeAway(): Promise<void> {
  const context = await browser.newContext({ baseURL: server.address })
  await context.request.post('/api/session', { data: { name: 'zhao', password: 'zhunsheng2021' } })
  const { rows } = await json(context.request, '/api/cases?procedure=penalty.ordinary&size=1')
  const [row] = Array.isArray(rows) ? rows : []
  const view = await json(context.request, `/api/cases/${row.id}`)
  const [paper] = Array.isArray(view['papers']) ? view['papers'] : []
  acts = Array.isArray(view['acts']) ? view['acts'].length : 0
  const published = (await json(context.request, '/api/public/log-keys'))['keys']
  keys = Array.isArray(published) ? published.join('\n') : ''
  const bundle = await (await context.request.get(`/api/cases/${row.id}/bundle`)).body()
  const pdf = await (await context.request.get(`/api/cases/${row.id}/papers/${paper.seq}/${paper.form}.pdf`)).body()
  mkdirSync(at('papers'))
  writeFileSync(at('keys.txt'), keys)
  writeFileSync(at('good.json'), bundle)
  writeFileSync(at('changed.json'), bundle.toString('utf8').replace(/"title":"呈请立案"/, '"title":"不予立案"'))
  writeFileSync(at('papers/paper.pdf'), pdf)
  writeFileSync(at('changed.pdf'), Buffer.concat([pdf, Buffer.from(' ')]))
  await context.close()
}

async function verdictOn(name: string, keyText = keys): Promise<string> {
  await page.getByLabel('机关公布的公钥（每行一个）').fill(keyText)
  await page.locator('#verdict').evaluate((element) => (element.textContent = '正在核验'))
  await page.getByLabel('案卷包（.zsb.json）').setInputFiles([])
  await page.getByLabel('案卷包（.zsb.json）').setInputFiles(at(name))
  await page.locator('#verdict', { hasText: /核验通过|核验不通过|尚未认定/ }).waitFor()
  return page.locator('#verdict').innerText()
}
const states = () => page.locator('#acts td:last-child').allInnerTexts()

describe('案卷包离线核验 · one page from the disk, without a server', () => {
  test('a good bundle, act by act', async () => {
    expect(await verdictOn('good.json')).toContain(`核验通过：${acts} 项行为完整`)
    expect(await states()).toEqual(Array.from({ length: acts }, () => '未改动'))
  })
  test('papers in hand: the one of the case, and one that was changed', async () => {
    await verdictOn('good.json')
    await page.getByLabel('文书或者证据文件（选填，可以多选）').setInputFiles([at('papers/paper.pdf'), at('changed.pdf')])
    await page.getByText('或者文件已被改动').waitFor()
    expect(await page.locator('#checked td:last-child').allInnerTexts()).toEqual([expect.stringMatching(/^与案卷所记「.+」一致$/), '案卷包没有记载这个文件，或者文件已被改动'])
  })
  test('a bundle in which one act was changed: that act, and no other', async () => {
    expect(await verdictOn('changed.json')).toContain('核验不通过')
    const [first = '', ...others] = await states()
    expect(first).toContain('与存证不符')
    expect(new Set(others)).toEqual(new Set(['未改动']))
    expect(await page.locator('#checked td:last-child').allInnerTexts()).toEqual(['案卷包不可信，无从核对', '案卷包不可信，无从核对'])
  })
  test('without the published key nobody is believed', async () => {
    expect(await verdictOn('good.json', '')).toContain('尚未认定签名人')
  })
  test('the letters come with the page, and nothing is asked of any network', async () => {
    const isLoaded = "document.fonts.ready.then(() => [...document.fonts].some(({ family, status }) => family.includes('Zhunsheng') && status === 'loaded'))"
    expect(await page.evaluate(isLoaded)).toBe(true)
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([PAGE])
  })
  test.each([1440, 390])('nothing is cut off at a width of %i', async (width) => {
    await page.setViewportSize({ width, height: 900 })
    await verdictOn('changed.json')
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
  })
})

describe('npx zhunsheng verify · the same files', () => {
  const run = (...words: readonly string[]) => spawnSync(process.execPath, [CLI, 'verify', ...words], { encoding: 'utf8' })

  test('good, with a paper of the case', () => {
    expect(run(at('good.json'), '--key', at('keys.txt'), '--files', at('papers'))).toMatchObject({ status: 0, stdout: expect.stringContaining('核验通过') })
  })
  test('changed', () => {
    expect(run(at('changed.json'), '--key', at('keys.txt'))).toMatchObject({ status: 1, stdout: expect.stringContaining('第1个程序行为（不予立案）') })
  })
})
