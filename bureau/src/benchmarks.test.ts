import { CHENGDU, CHONGQING } from '@zhunsheng/discretion/formula.ts'
import { check } from '@zhunsheng/discretion/check.ts'
import { writeBenchmark } from '@zhunsheng/discretion/written.ts'
import { findMatter, MATTERS } from '@zhunsheng/law/matters/matters.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { templateFor } from './modules/discretion/template.ts'
import { COOKIE } from './platform/session.ts'
import { testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
const MATTER = 'street.front'
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(ON)
})
afterAll(() => bureau.close())

const template = (matter = MATTER) => {
  const found = findMatter(matter)
  return (found === undefined ? undefined : templateFor(found, CHONGQING)) ?? expect.fail(`no template for ${matter}`)
}
const ISSUE = { title: '城市管理行政处罚裁量权基准', documentNumber: '示例〔2021〕1号', issuer: '示例市城市管理局', level: 'city', from: ON, example: false, source: '' }
const publish = (who: string, content: unknown, issue: Readonly<Record<string, unknown>> = {}) => bureau.send(who, 'POST', '/api/benchmarks', { issue: { ...ISSUE, ...issue }, content })

describe('every matter with an amount has an example benchmark that the checker passes', () => {
  test.each([CHONGQING, CHENGDU].map((formula) => [formula.name, formula] as const))('%s', (_, formula) => {
    const tables = MATTERS.flatMap((matter) => templateFor(matter, formula) ?? [])
    expect(tables).toHaveLength(118)
    for (const table of tables) expect({ matter: table.matter, findings: check(table) }).toEqual({ matter: table.matter, findings: [] })
  })
})

describe('行政处罚法第三十四条 · a benchmark is published, and open to everybody', () => {
  test('published by the reviewer, read and exported by a citizen', async () => {
    expect(await publish('zhou', writeBenchmark(template()))).toMatchObject({ status: 201, body: { matter: MATTER, version: 1, publishedBy: '周明' } })
    const { body } = await bureau.send(undefined, 'GET', `/api/public/benchmarks/${MATTER}`)
    expect(body['content']).toEqual(writeBenchmark(template()))
    const dmn = await bureau.send(undefined, 'GET', `/api/public/benchmarks/${MATTER}/file.dmn`)
    expect(dmn.text).toContain('<decisionTable id="table" hitPolicy="UNIQUE">')
    expect((await bureau.send(undefined, 'GET', `/api/public/benchmarks/${MATTER}/file.xlsx`)).status).toBe(200)
  })
  test('a day before it began has none', async () => {
    expect((await bureau.send(undefined, 'GET', `/api/public/benchmarks/${MATTER}?on=2021-08-09`)).status).toBe(404)
    expect((await bureau.send(undefined, 'GET', '/api/public/benchmarks?on=2021-08-09')).body['rows']).toEqual([])
  })
  test('a later version applies from its own day, and the older one stays for older acts', async () => {
    expect((await publish('zhao', writeBenchmark(template()), { from: '2021-09-01', documentNumber: '示例〔2021〕2号' })).body['version']).toBe(2)
    const version = async (on: string) => Object((await bureau.send(undefined, 'GET', `/api/public/benchmarks/${MATTER}?on=${on}`)).body['version'])
    expect((await version('2021-08-31')).version).toBe(1)
    expect((await version('2021-09-01')).version).toBe(2)
  })
  test('two at once get two versions, or one is told', async () => {
    const answers = await Promise.all([publish('zhou', writeBenchmark(template('muck.unpermitted'))), publish('zhao', writeBenchmark(template('muck.unpermitted')))])
    const statuses = answers.map(({ status }) => status).sort((a, b) => a - b)
    expect([[201, 201], [201, 409]]).toContainEqual(statuses)
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body['version'])).size).toBe(statuses.filter((one) => one === 201).length)
  })
})

describe('what is refused, with every ground and its article', () => {
  test.each([
    ['《重庆市优化营商环境条例》第六十四条: a district issues none', {}, { level: 'district' }, 'benchmark.issuer'],
    ['《行政处罚法》第五条第三款: no day before it was published', {}, { from: '2021-08-01' }, 'benchmark.backdated'],
    ['a matter that is not in the power list', { matter: 'none' }, {}, 'benchmark.no-matter'],
    ['a gap', { rows: [] }, {}, 'benchmark.gap'],
  ])('%s', async (_, change, issue, code) => {
    const answer = await publish('zhou', { ...Object(writeBenchmark(template())), ...change }, issue)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain(code)
  })
  test('an example may be a district’s, and of any day', async () => {
    expect((await publish('zhou', writeBenchmark(template('muck.route')), { level: 'district', from: '2021-01-01', example: true })).status).toBe(201)
  })
  test('what cannot be read is told by field', async () => {
    const answer = await publish('zhou', { form: 'zhunsheng.benchmark/1' })
    expect(answer).toMatchObject({ status: 400, text: expect.stringContaining('content.rows') })
  })
  test('an officer publishes nothing', async () => {
    expect((await publish('zhang', writeBenchmark(template()))).status).toBe(403)
  })
})

describe('a workbook that a bureau edited', () => {
  const upload = (bytes: Uint8Array) => {
    const form = new FormData()
    form.set('file', new Blob([bytes.slice().buffer]), 'benchmark.xlsx')
    return form
  }
  const sent = async (bytes: Uint8Array) => {
    const request = new Request('http://local/', { method: 'POST', body: upload(bytes) })
    const token = await bureau.server.sessions.open('zhou')
    const answer = await bureau.server.http.inject({ method: 'POST', url: '/api/benchmarks/workbook', headers: { 'content-type': request.headers.get('content-type') ?? '' }, payload: Buffer.from(await request.arrayBuffer()), cookies: { [COOKIE]: token } })
    return { status: answer.statusCode, body: JSON.parse(answer.body) }
  }
  test('comes back as the benchmark that it was exported from', async () => {
    const { workbookOf } = await import('./modules/discretion/workbook.ts')
    const { status, body } = await sent(new Uint8Array(await workbookOf(template())))
    expect(status).toBe(200)
    expect(body.sheets[0].faults).toEqual([])
    expect(body.sheets[0].content.ranges).toEqual(Object(writeBenchmark(template())).ranges)
  })
  test('that is none', async () => {
    expect((await sent(new TextEncoder().encode('PK nothing'))).status).toBe(400)
  })
})
