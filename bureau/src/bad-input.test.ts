import { readdirSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { ORDINARY_ACTS } from '@zhunsheng/law/penalty/ordinary/acts/acts.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPerson } from './modules/officers/store.ts'
import { rowsIn } from './platform/test-database.ts'
import { caseUpTo, courseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
const PERSON = { department: '支队', legalQualification: true, reviewedBefore: false, passwordHash: 'none' }
let bureau: TestBureau
let caseId: string
let before: string
beforeAll(async () => {
  bureau = await testBureau(ON)
  caseId = await caseUpTo(bureau, 'file', ON)
})
afterAll(() => bureau.close())

/** Everything that could be half written. */
const everything = async (): Promise<string> => JSON.stringify(await rowsIn(bureau.database, ['enforcement_acts', 'enforcement_papers', 'enforcement_numbers', 'enforcement_cases', 'enforcement_outbox', 'ledger_leaves']))
beforeEach(async () => {
  before = await everything()
})
async function nothingHappened(): Promise<void> {
  expect(await everything()).toBe(before)
}

describe('what makes no sense is refused in words that a clerk understands, and nothing is recorded', () => {
  test('malformed JSON', async () => {
    const { status, body } = await bureau.send('zhang', 'POST', '/api/cases', '{"kind": ', { 'idempotency-key': 'k-12345678' })
    expect({ status, type: body['type'] }).toEqual({ status: 400, type: '/problems/malformed' })
    expect(body['detail']).toMatch(/[\u4e00-\u9fff]/)
    await nothingHappened()
  })
  test('an unknown act', async () => {
    const { status, body } = await bureau.send('zhang', 'POST', `/api/cases/${caseId}/acts`, { kind: 'fly', on: ON, with: [], data: {}, version: 4 }, { 'idempotency-key': crypto.randomUUID() })
    expect(status).toBe(400)
    expect(body['detail']).toContain('fly')
    await nothingHappened()
  })
  test('an act out of order: 行政处罚法第四十六条第二款', async () => {
    const { status, text } = await bureau.act('conclude', ON, { caseId })
    expect(status).toBe(409)
    expect(text).toContain('第四十六条第二款')
    await nothingHappened()
  })
  test('an act before its predecessor, and one in the future', async () => {
    expect((await bureau.act('collect', '2021-08-09', { caseId })).text).toContain('早于前一行为')
    expect((await bureau.act('collect', '2021-08-11', { caseId })).text).toContain('晚于今天')
    await nothingHappened()
  })
  test('an officer whose certificate has expired: 行政处罚法第四十二条第一款', async () => {
    await bureau.database.work((tx) => addPerson(tx, { ...PERSON, id: 'old', login: 'old', name: '旧证', posts: ['officer'], certificate: { number: '示例9', from: '2015-01-01', until: '2021-08-09' } }))
    const { status, text } = await bureau.act('collect', ON, { caseId, by: ['zhang', 'old'] })
    expect(status).toBe(409)
    expect(text).toContain('第四十二条第一款')
    await nothingHappened()
  })
  test.each([
    ['a fraction of a cent', 'pay', { amount: '300.005' }, '最多两位小数'],
    ['a negative amount', 'pay', { amount: '-1' }, '金额'],
    ['an amount with letters', 'pay', { amount: '三百' }, '金额'],
    ['a float in place of an amount', 'pay', { amount: 0.1 + 0.2 }, '最多两位小数'],
    ['a day that does not exist', 'pay', { paidOn: '2021-02-30' }, '日期'],
    ['an option that is not there', 'pay', { toward: 'bribe' }, '缴款项目'],
    ['a question that is not asked', 'pay', { colour: 'red' }, 'colour'],
    ['a text that is too long', 'file', { opinion: '长'.repeat(20_001) }, '审批意见'],
  ])('%s', async (_, kind, data, said) => {
    const { status, text } = await bureau.act(kind, ON, { caseId, data })
    expect(status).toBe(400)
    expect(text).toContain(said)
    await nothingHappened()
  })
  test.each([
    ['居民身份证校验位', { idNumber: '500107198506010010' }, '居民身份证号'],
    ['统一社会信用代码校验位', { kind: 'organisation', creditCode: '91350100M000100Y44', idNumber: null }, '统一社会信用代码'],
    ['出生日期不存在', { idNumber: '500107198513010016' }, '居民身份证号'],
  ])('%s不符', async (_, change, said) => {
    const party = Object.fromEntries(Object.entries({ kind: 'citizen', name: '刘海', capacity: 'full', address: '示例路 1 号', ...change }).filter(([, value]) => value !== null))
    const { status, text } = await bureau.act('apply', ON, { data: { party } })
    expect(status).toBe(400)
    expect(text).toContain(said)
    await nothingHappened()
  })
  test('without an idempotency key', async () => {
    const { status, text } = await bureau.send('zhang', 'POST', '/api/cases', { kind: 'apply', on: ON, with: [], data: {} })
    expect(status).toBe(400)
    expect(text).toContain('幂等键')
  })
  test('a page of another site', async () => {
    const { status } = await bureau.send('zhang', 'POST', '/api/cases', {}, { 'sec-fetch-site': 'cross-site', 'idempotency-key': 'k-12345678' })
    expect(status).toBe(403)
  })
})

describe('行政处罚法第六十八条、第六十九条 · a fine collected on the spot beyond the limit', () => {
  test.each([
    ['a small fine of one hundred yuan and a cent', 'penalty.simple', { fine: '100.01' }, { ground: 'small', amount: '100.01' }, '第六十八条'],
    ['a part of a larger fine', 'penalty.simple', { fine: '150' }, { ground: 'small', amount: '100' }, '第六十八条'],
    ['hard to enforce later, without a word why', 'penalty.simple', { fine: '150' }, { ground: 'later', amount: '150', explained: null }, '第六十八条'],
    ['far from a bank, and the party did not ask', 'penalty.simple', { fine: '150' }, { ground: 'remote', amount: '150', asked: false, explained: '山区。' }, '第六十九条'],
    ['more than the fine', 'penalty.simple', { fine: '50' }, { ground: 'small', amount: '50.01' }, '第六十七条第三款'],
    ['small, under the ordinary procedure', 'penalty.ordinary', { fine: '300' }, { ground: 'small', amount: '50' }, '第六十八条'],
  ])('%s', async (_, procedure, penalty, collected, article) => {
    const id = await courseUpTo(bureau, procedure, 'serveDecision', '2021-07-20', { tell: penalty, notify: penalty, decide: penalty })
    before = await everything()
    const { status, text } = await bureau.act('collectOnSpot', ON, { procedure, caseId: id, data: collected })
    expect([status, text]).toEqual([409, expect.stringContaining(article)])
    await nothingHappened()
  })
})

describe('行政处罚法第五十八条、第六十四条 · nobody stands on both sides', () => {
  test('who investigated may not review, whatever his posts', async () => {
    await bureau.database.work((tx) => addPerson(tx, { ...PERSON, id: 'both', login: 'both', name: '双岗', posts: ['officer', 'legalReviewer'], certificate: { number: '示例8', from: '2015-01-01', until: '2099-12-31' } }))
    const id = await caseUpTo(bureau, 'file', ON)
    expect((await bureau.act('collect', ON, { caseId: id, by: ['both', 'li'] })).status).toBe(201)
    for (const kind of ['verifyEvidence', 'conclude', 'notify', 'serveNotice', 'waiveStatement']) expect((await bureau.act(kind, ON, { caseId: id })).status).toBe(201)
    const { status, text } = await bureau.act('review', ON, { caseId: id, by: ['both'] })
    expect(status).toBe(409)
    expect(text).toContain('参与本案调查的人员不得审核本案（双岗）')
    expect((await bureau.act('review', ON, { caseId: id, by: ['zhou'] })).status).toBe(201)
  })
})

const POISON = `'; drop table enforcement_acts; -- <script>alert(1)</script> <img src=x onerror=alert(2)> \${7*7} {{7*7}} %00 \\u0000`

describe('SQL and HTML in every text are stored as text', () => {
  test('in every field of every text of a case, and shown as they were', async () => {
    const lead = { facts: POISON, place: POISON.slice(0, 190), party: { kind: 'citizen', name: POISON.slice(0, 190), birthday: '1985-06-01', capacity: 'full', address: POISON.slice(0, 190) } }
    const opened = await bureau.act('apply', ON, { data: lead })
    expect(opened.status).toBe(201)
    const id = String(opened.body['id'])
    const recorded = await bureau.act('inspect', ON, { caseId: id, data: { findings: POISON, place: POISON.slice(0, 190), witness: POISON.slice(0, 190) } })
    expect(recorded.status).toBe(201)
    const view = await bureau.send('zhang', 'GET', `/api/cases/${id}`)
    expect(view.text).toContain(JSON.stringify(POISON).slice(1, -1))
    const paper = await bureau.send('zhang', 'GET', `/api/cases/${id}/papers/2/inspection.html`)
    expect(paper.status).toBe(200)
    expect(paper.text).not.toContain('<script>alert')
    expect(paper.text).not.toContain('<img src=x')
    expect((await bureau.send('zhang', 'GET', `/api/cases/${id}/papers/2/inspection.pdf`)).status).toBe(200)
    const found = await bureau.send('zhang', 'GET', `/api/cases?search=${encodeURIComponent("'; drop")}`)
    expect(found.body['total']).toBe(1)
  })
  test('search words that mean something to SQL mean nothing here', async () => {
    for (const word of ['%', '_', '\\', "' or '1'='1"]) {
      const { status, body } = await bureau.send('zhang', 'GET', `/api/cases?search=${encodeURIComponent(word)}`)
      expect(status).toBe(200)
      expect(Number(body['total'])).toBeLessThanOrEqual(1)
    }
  })
  test('no form has a text without a limit', () => {
    for (const { form } of Object.values(ORDINARY_ACTS)) for (const { shape } of Object.values(form)) if (shape.type === 'text') expect(shape.max).toBeLessThanOrEqual(20_000)
  })
})

describe('files (证据文件)', () => {
  const boundary = 'zhunsheng'
  const form = (name: string, content: string): string => `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${content}\r\n--${boundary}--\r\n`
  const upload = (name: string, content: string) => bureau.send('zhang', 'POST', '/api/evidence', form(name, content), { 'content-type': `multipart/form-data; boundary=${boundary}` })
  const stored = (): readonly string[] => (existsSync(join(bureau.folder, 'files')) ? readdirSync(join(bureau.folder, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map(({ name }) => name) : [])

  test('a name with path separators is a name, and never a path', async () => {
    const { status, body } = await upload('../../../etc/passwd', 'x')
    expect(status).toBe(201)
    expect(body['name']).toBe('passwd')
    expect(stored().every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true)
    expect((await upload('C:\\temp\\照片.jpg', 'y')).body['name']).toBe('照片.jpg')
  })
  test('a part of a file can be asked for, as players do', async () => {
    const { body } = await upload('短片.txt', '0123456789')
    const url = `/api/evidence/${String(body['sha256'])}`
    const whole = await bureau.send('zhang', 'GET', url)
    expect({ status: whole.status, text: whole.text }).toEqual({ status: 200, text: '0123456789' })
    for (const [range, text, content] of [['bytes=2-4', '234', 'bytes 2-4/10'], ['bytes=7-', '789', 'bytes 7-9/10'], ['bytes=-2', '89', 'bytes 8-9/10']] as const) {
      const part = await bureau.send('zhang', 'GET', url, undefined, { range })
      expect({ status: part.status, text: part.text, range: part.headers['content-range'] }).toEqual({ status: 206, text, range: content })
    }
    expect((await bureau.send('zhang', 'GET', url, undefined, { range: 'bytes=10-' })).status).toBe(416)
  })
  test('sixty megabytes are refused, and nothing stays on the disk', async () => {
    const before = stored()
    const { status, body } = await upload('长视频.mp4', 'v'.repeat(60 * 1024 * 1024))
    expect({ status, type: body['type'] }).toEqual({ status: 413, type: '/problems/too-large' })
    expect(body['detail']).toContain('50 MB')
    expect(stored()).toEqual(before)
  })
  test('a file that is not there', async () => {
    expect((await bureau.send('zhang', 'GET', `/api/evidence/${'0'.repeat(64)}`)).status).toBe(404)
    expect((await bureau.send('zhang', 'GET', '/api/evidence/..%2F..%2Fetc%2Fpasswd')).status).toBe(404)
  })
})
