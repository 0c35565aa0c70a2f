import { addDays, day, formatDay } from '@zhunsheng/law/day.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { momentOf } from './platform/clock.ts'
import { caseUpTo, courseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const TODAY = '2021-12-30'
interface Entry {
  readonly id: string
  readonly state: string
  readonly changedAt: string
  readonly proof: string
  readonly reason?: string
  readonly decision?: Readonly<Record<string, unknown>>
}
interface Page {
  readonly entries: readonly Entry[]
  readonly cursor: string
  readonly more: boolean
}
let bureau: TestBureau
const page = async (query = ''): Promise<Page> => JSON.parse((await bureau.send(undefined, 'GET', `/api/public/feed.json${query}`)).text)
const ids: Record<string, string> = {}
beforeAll(async () => {
  bureau = await testBureau(TODAY)
  ids['usual'] = await caseUpTo(bureau, 'publish', '2021-11-01')
  ids['light'] = await caseUpTo(bureau, 'publish', '2021-09-06', { notify: { fine: '100' }, decide: { fine: '100' } })
  ids['withdrawn'] = await caseUpTo(bureau, 'publish', '2021-11-02')
  await bureau.act('changeDecision', '2021-11-03', { caseId: ids['withdrawn'] })
  await bureau.act('withdrawPublication', '2021-11-03', { caseId: ids['withdrawn'], data: { reason: '刘海的决定已经撤销。' } })
  ids['seized'] = await courseUpTo(bureau, 'coercion.measure', 'carryOut', '2021-11-04')
  await bureau.act('publish', '2021-11-05', { procedure: 'coercion.measure', caseId: ids['seized'], data: { conclusion: '依法扣押刘海的流动摊车一辆，电话 13912345678。' } })
})
afterAll(() => bureau.close())

describe('开放数据 · what is published, for machines', () => {
  test('each decision once, masked; what is no longer public is its number and the reason', async () => {
    const { entries, more } = await page()
    expect(more).toBe(false)
    const states = Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, entries.filter((one) => one.id === id).map(({ state }) => state)]))
    expect(states).toEqual({ usual: ['published'], light: ['expired'], withdrawn: ['withdrawn'], seized: ['published'] })
    const withdrawn = entries.find(({ id }) => id === ids['withdrawn'])
    expect(withdrawn).toMatchObject({ reason: '刘某的决定已经撤销。', number: expect.stringContaining('〔2021〕') })
    expect(withdrawn).not.toHaveProperty('decision')
    expect(entries.find(({ id }) => id === ids['light'])).not.toHaveProperty('decision')
    expect(entries.find(({ id }) => id === ids['seized'])?.decision).toMatchObject({ kind: 'measure', party: '刘某', conclusion: '依法扣押刘某的流动摊车一辆，电话 ＊＊＊。' })
    expect(JSON.stringify(entries)).not.toContain('刘海')
  })
  test('page by page by the cursor: nothing twice, nothing lost, and nothing new afterwards', async () => {
    const seen: string[] = []
    let cursor = ''
    for (let more = true; more; ) {
      const one = await page(`?size=1${cursor}`)
      seen.push(...one.entries.map(({ id }) => id))
      cursor = `&cursor=${one.cursor}`
      more = one.more
    }
    expect([...seen].sort()).toEqual(Object.values(ids).sort())
    expect((await page(`?size=1${cursor}`)).entries).toEqual([])
    expect((await bureau.send(undefined, 'GET', '/api/public/feed.json?cursor=abc')).status).toBe(400)
  })
  test('what changes comes again after the cursor', async () => {
    const { cursor } = await page()
    bureau.clock.set(momentOf(TODAY, '16:05'))
    expect((await bureau.act('withdrawPublication', '2021-12-30', { procedure: 'coercion.measure', caseId: ids['seized'] ?? '' })).status).toBe(201)
    expect((await page(`?cursor=${cursor}`)).entries).toMatchObject([{ id: ids['seized'], state: 'withdrawn' }])
  })
  test('a term that runs out changes an entry at midnight, and no act was needed', async () => {
    const { cursor } = await page()
    bureau.clock.set(momentOf('2024-11-02', '09:00'))
    const { entries } = await page(`?cursor=${cursor}`)
    bureau.clock.set(momentOf(TODAY, '16:10'))
    expect(entries).toMatchObject([{ id: ids['usual'], state: 'expired', reason: '公示期限届满', changedAt: '2024-11-01T16:00:00.000000Z' }])
  })
  test('each carries the address of its proof in the log, which says nothing of its content', async () => {
    const [first] = (await page()).entries
    const proof = await bureau.send(undefined, 'GET', first?.proof ?? '')
    expect(proof.status).toBe(200)
    expect(proof.text).toContain('zhunsheng.local/log')
    expect((await bureau.send(undefined, 'GET', '/api/public/decisions/none/proof')).status).toBe(404)
  })
  test('CSV and Atom carry the same; what is gone is a deleted entry', async () => {
    const csv = await bureau.send(undefined, 'GET', '/api/public/feed.csv')
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.text.split('\r\n')).toHaveLength(6)
    expect(csv.text).toContain('"期满"')
    const atom = await bureau.send(undefined, 'GET', '/api/public/feed.atom')
    expect(atom.headers['content-type']).toContain('application/atom+xml')
    expect(atom.text.match(/<entry>/g)).toHaveLength(1)
    expect(atom.text.match(/<at:deleted-entry /g)).toHaveLength(3)
    for (const { text } of [csv, atom]) expect(text).not.toMatch(/刘海|13912345678/)
  })
  test('a copy may be kept five minutes, and one that has not changed is not sent again', async () => {
    const { headers } = await bureau.send(undefined, 'GET', '/api/public/feed.json')
    expect(headers['cache-control']).toBe('public, max-age=300')
    const again = await bureau.send(undefined, 'GET', '/api/public/feed.json', undefined, { 'if-none-match': String(headers['etag']) })
    expect([again.status, again.text]).toEqual([304, ''])
  })
  test('the structure is published, and stands in OpenAPI', async () => {
    expect((await bureau.send(undefined, 'GET', '/api/public/feed.schema.json')).body).toMatchObject({ type: 'object', properties: { entries: { type: 'array' } } })
    expect((await bureau.send(undefined, 'GET', '/openapi.json')).text).toContain('/api/public/feed.json')
  })
})

describe('公示期限 · ended by day, kept in the file', () => {
  test('a light penalty is listed until its last day and not on the next; the file still has it', async () => {
    const listedOn = async (on: string) => {
      bureau.clock.set(momentOf(on, '09:00'))
      const { text } = await bureau.send(undefined, 'GET', '/api/public/decisions?size=50')
      bureau.clock.set(momentOf(TODAY, '16:10'))
      return text.includes(ids['light'] ?? '?')
    }
    expect([await listedOn('2021-12-06'), await listedOn('2021-12-07')]).toEqual([true, false])
    const gone = await bureau.send(undefined, 'GET', `/api/public/decisions/${ids['light']}`)
    expect([gone.status, gone.body['type']]).toEqual([410, '/problems/gone'])
    expect((await bureau.send('zhang', 'GET', `/api/cases/${ids['light']}`)).status).toBe(200)
  })
  test('the last day is told with the decision', async () => {
    expect((await bureau.send(undefined, 'GET', `/api/public/decisions/${ids['usual']}`)).body['until']).toBe(formatDay(addDays(day('2024-11-01'), 0)))
  })
  test('kinds can be told apart', async () => {
    expect((await bureau.send(undefined, 'GET', '/api/public/decisions?kind=measure')).body['total']).toBe(1)
    expect((await bureau.send(undefined, 'GET', '/api/public/decisions?kind=nonsense')).status).toBe(400)
  })
})

test('an address that asks too often waits, and is told how long', async () => {
  const asked = []
  for (let sent = 0; sent < 70; sent += 1) asked.push(await bureau.send(undefined, 'GET', '/api/public/feed.json?size=1'))
  const last = asked.at(-1)
  expect([last?.status, Number(last?.headers['retry-after']) > 0]).toEqual([429, true])
})
