import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
interface Figure { readonly key: string; readonly value: string; readonly cases: number; readonly opens: 'cases' | 'rows' | 'list'; readonly address?: string; readonly of?: { readonly numerator: number; readonly denominator: number } }
let bureau: TestBureau
let figures: readonly Figure[]
beforeAll(async () => {
  bureau = await testBureau(ON)
  await caseUpTo(bureau, 'apply', ON)
  await caseUpTo(bureau, 'file', ON)
  await caseUpTo(bureau, 'archive', ON)
  await caseUpTo(bureau, 'publish', ON)
  await caseUpTo(bureau, 'serveDecision', ON, { notify: { kinds: ['warning', 'fine'], fine: '200' }, decide: { kinds: ['warning', 'fine'], fine: '200' } })
  await caseUpTo(bureau, 'decide', ON, { notify: { kinds: ['warning'], fine: null }, decide: { kinds: ['warning'], fine: null, disclose: 'withhold', withholdReason: '涉及未成年人。' } })
  const revoked = await caseUpTo(bureau, 'serveDecision', ON)
  await bureau.act('changeDecision', ON, { caseId: revoked })
  const spared = await caseUpTo(bureau, 'conclude', ON, { conclude: { finding: 'unfounded' } })
  await bureau.act('decide', ON, { caseId: spared, data: { outcome: 'unfounded', kinds: null, fine: null } })
  const left = await caseUpTo(bureau, 'notify', ON)
  await bureau.act('serveNotice', ON, { caseId: left, data: { way: 'left', witness: '社区工作人员李某' } })
  const kept = await caseUpTo(bureau, 'file', ON)
  for (const kind of ['askPreservation', 'approvePreservation', 'preserve']) await bureau.act(kind, ON, { caseId: kept })
  const { body } = await bureau.send('zhao', 'GET', '/api/figures?year=2021')
  figures = Array.isArray(body['figures']) ? body['figures'] : []
})
afterAll(() => bureau.close())
const figure = (key: string) => figures.find((one) => one.key === key)

describe('figures are the size of the lists that they open', () => {
  test.each([
    ['cases.filed', '9', 'counted by the day of filing: a proposal that nobody approved is none'],
    ['decisions.penalty', '5', 'a decision that is revoked later stays in its year'],
    ['decisions.warning', '1', 'several kinds count once, as the heaviest'],
    ['decisions.fine', '4', 'a warning with a fine is a fine'],
    ['decisions.exempt', '1', 'an unfounded case is none of the penalties'],
    ['money.decided', '0.11', '300 + 300 + 200 + 300 yuan in ten thousands'],
    ['money.collected', '0.03', 'what came in'],
    ['rate.in-time', '100', 'six decisions within ninety days'],
    ['people.reviewers', '25', 'one reviewer beside four with a valid certificate who enforce: 国办发〔2018〕118号'],
    ['rate.recorded', '50', 'of a service left with a witness and a preservation, one has its recording'],
    ['rate.published-in-time', '100', 'who is still in time is not counted'],
  ])('%s is %s: %s', (key, value) => {
    expect(figure(key)?.value).toBe(value)
  })
  test('each opens to just its cases, or to the rows that it is made of', async () => {
    expect(figures.length).toBeGreaterThan(10)
    for (const { key, cases, opens, address } of figures) {
      // A list of another module opens at its own address, asked by the same words.
      const { status, body } = await bureau.send('zhao', 'GET', address === undefined ? `/api/figures/${key}/${opens}?year=2021&size=100` : address.replace('/monitoring?', '/api/monitoring/events?').replace('/trucks/trips?', '/api/trucks/trips?').replace('/payments?', '/api/payments/slips?').replace('/payments/differences?', '/api/payments/items?'))
      expect(status).toBe(200)
      expect({ key, total: body['total'] }).toEqual({ key, total: cases })
    }
  })
  test('the reviewers are shown by name beside the officers, and the cases of recordings can be opened', async () => {
    const people = await bureau.send('zhao', 'GET', '/api/figures/people.reviewers/rows?year=2021')
    expect(people.body['total']).toBe(5)
    expect(people.text).toContain('周明')
    expect(people.text).not.toContain('吴衡')
    expect((await bureau.send('zhao', 'GET', '/api/figures/rate.recorded/rows?year=2021')).text).toContain('"link":"/cases/')
    expect((await bureau.send('zhao', 'GET', '/api/figures/cases.filed/rows?year=2021')).status).toBe(404)
  })
  test('each says what it counts and where that comes from', async () => {
    const { text } = await bureau.send('zhao', 'GET', '/api/figures?year=2021')
    expect(text).not.toContain('"definition":""')
    expect(text).not.toContain('"source":""')
  })
  test('a rate over nothing is no rate', async () => {
    const { text } = await bureau.send('zhao', 'GET', '/api/figures?year=2019')
    expect(text).toContain('无此类案件')
  })
  test('an unknown figure', async () => {
    expect((await bureau.send('zhao', 'GET', '/api/figures/no.such/cases?year=2021')).status).toBe(404)
  })
})
