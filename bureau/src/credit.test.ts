import { checkCredit } from '@zhunsheng/law/credit/check.ts'
import { PENALTY_COLUMNS } from '@zhunsheng/law/credit/columns.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseUpTo, courseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const CODE = '11500107009295431B'
const FIRM = { kind: 'organisation', name: '示例餐饮有限公司', creditCode: '91350100M000100Y43', representative: '王平', capacity: 'full', address: '示例街 1 号' }
const PERSON = { kind: 'citizen', name: '刘海', idNumber: '11010519491231002X', capacity: 'full', address: '示例街 1 号' }
const YEAR = 'from=2022-01-01&to=2022-12-31'
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau('2022-12-30', undefined, { creditCode: CODE })
  await caseUpTo(bureau, 'publish', '2022-03-01', { apply: { subject: 'organisation', party: FIRM }, notify: { fine: '600' }, decide: { fine: '600' } })
  await courseUpTo(bureau, 'penalty.simple', 'publish', '2022-04-06', { discover: { party: PERSON } })
  await courseUpTo(bureau, 'penalty.simple', 'publish', '2022-04-07', { discover: { subject: 'organisation', party: FIRM }, tell: { fine: '300' }, decide: { fine: '300' } })
})
afterAll(() => bureau.close())

const csvRows = (text: string): readonly (readonly string[])[] => text.replace('\uFEFF', '').trim().split('\r\n').map((line) => line.slice(1, -1).split('","'))

describe('发改办财金〔2018〕424号 · what leaves for the credit platform', () => {
  test('organisations and natural persons travel apart; spot penalties of organisations stay; what leaves is clean', async () => {
    for (const [party, count] of [['organisation', 1], ['citizen', 1]] as const) {
      const { text, headers } = await bureau.send('zhou', 'GET', `/api/credit/penalties.csv?${YEAR}&party=${party}`)
      expect(String(headers['content-type'])).toContain('text/csv')
      const [header = [], ...rows] = csvRows(text)
      expect(header).toEqual(PENALTY_COLUMNS.map((column) => column.header))
      expect(rows).toHaveLength(count)
      expect(checkCredit(PENALTY_COLUMNS, rows.map((cells) => Object.fromEntries(PENALTY_COLUMNS.map(({ code }, index) => [code, cells[index] ?? '']))))).toEqual([])
    }
    const { text } = await bureau.send('zhou', 'GET', `/api/credit/penalties.json?${YEAR}`)
    expect(JSON.parse(text)).toMatchObject([{ CF_XDR_MC: '示例餐饮有限公司', CF_NR_FK: '0.06', CF_CFJGDM: CODE, CF_JDRQ: '2022/03/01', CF_WSH: expect.stringMatching(/〔2022〕\d+号$/) }])
    expect((await bureau.send('zhou', 'GET', `/api/credit/penalties.xlsx?${YEAR}`)).status).toBe(200)
  })
  test('every export is written down: by whom, what, how many, and the digest of the file', async () => {
    const view: { readonly exports: readonly Readonly<Record<string, unknown>>[]; readonly records: number } = JSON.parse((await bureau.send('sun', 'GET', `/api/credit?${YEAR}&party=citizen`)).text)
    expect(view.records).toBe(1)
    expect(view.exports).toHaveLength(4)
    expect(view.exports[0]).toMatchObject({ who: '周明', format: 'xlsx', records: 1, faults: 0, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })
  test('days that end before they begin are refused; no day that is none', async () => {
    expect((await bureau.send('zhou', 'GET', '/api/credit?from=2022-12-31&to=2022-01-01')).status).toBe(400)
    expect((await bureau.send('zhou', 'GET', '/api/credit?from=gestern&to=2022-01-01')).status).toBe(400)
  })
})

test('a bureau that has not said its own credit code is told so, with the cases', async () => {
  const nameless = await testBureau('2022-12-30', undefined, { creditCode: '' })
  await caseUpTo(nameless, 'publish', '2022-03-01', { apply: { subject: 'organisation', party: FIRM }, notify: { fine: '600' }, decide: { fine: '600' } })
  const view: { readonly findings: readonly { readonly header: string; readonly caseNumber: string }[] } = JSON.parse((await nameless.send('zhou', 'GET', `/api/credit?${YEAR}`)).text)
  expect(view.findings.map(({ header }) => header)).toEqual(['处罚机关统一社会信用代码', '数据来源单位统一社会信用代码'])
  expect(view.findings[0]?.caseNumber).toMatch(/^2022-/)
  await nameless.close()
})
