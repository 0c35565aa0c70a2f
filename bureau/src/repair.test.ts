import { addDays, day, formatDay } from '@zhunsheng/law/day.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { momentOf } from './platform/clock.ts'
import { caseUpTo, testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const DECIDED = '2022-03-01'
const TODAY = '2022-12-01'
const CODE = '91350100M000100Y43'
const FIRM = { kind: 'organisation', name: '示例修复餐饮有限公司', creditCode: CODE, representative: '王平', capacity: 'full', address: '示例街 1 号' }
const APPLICATION = { name: FIRM.name, code: CODE, phone: '13912345678', reason: '罚款已经缴清，桌椅已经收回。', commitment: true }
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(TODAY, undefined, { creditCode: '11500107009295431B' })
})
afterAll(() => bureau.close())

/** A published penalty of the firm, paid or not. Answers its case and the number of its decision. */
async function penalty(last: 'publish' | 'pay', on = DECIDED, fine = '2000'): Promise<{ readonly id: string; readonly caseNumber: string; readonly number: string }> {
  const id = await caseUpTo(bureau, last, on, { apply: { subject: 'organisation', party: FIRM }, notify: { fine }, decide: { fine }, pay: { amount: fine } })
  const { text } = await bureau.send('zhang', 'GET', `/api/cases/${id}`)
  const view: { readonly row: { readonly number: string }; readonly papers: readonly { readonly form: string; readonly number?: string }[] } = JSON.parse(text)
  return { id, caseNumber: view.row.number, number: view.papers.find(({ form }) => form === 'decision')?.number ?? '' }
}
const applies = (number: string, more: Readonly<Record<string, unknown>> = {}) => bureau.send(undefined, 'POST', '/api/public/repairs', { ...APPLICATION, number, ...more })
const does = (kind: string, caseId: string, data: Readonly<Record<string, unknown>> = {}, on = TODAY): Promise<Answer> => bureau.act(kind, on, { procedure: 'publicity.repair', caseId, data })
const registers = (related: string, more: Readonly<Record<string, unknown>> = {}) =>
  bureau.act('register', TODAY, { procedure: 'publicity.repair', data: { related, party: FIRM, receivedOn: TODAY, decidedOn: DECIDED, publishedOn: DECIDED, weight: 'usual', ...more } })
const grounds = ({ body }: Answer): string => JSON.stringify(body['refusals'] ?? body)

describe('信用修复 · from the window of the public to the end of the publication', () => {
  test('an application found is made a case in one step; granted, it ends the publication and marks the credit record', async () => {
    const { id, number, caseNumber } = await penalty('pay')
    const { status, body } = await applies(number)
    expect(status).toBe(201)
    const receipt = String(body['receipt'])
    expect((await bureau.send(undefined, 'GET', `/api/public/repairs/${receipt}`)).body).toMatchObject({ state: 'received' })
    const opened = await bureau.send('sun', 'POST', `/api/repairs/${receipt}/case`, {})
    expect([opened.status, opened.text]).toEqual([201, expect.any(String)])
    const repair = String(opened.body['id'])
    expect((await bureau.send('sun', 'POST', `/api/repairs/${receipt}/case`, {})).status).toBe(409)
    for (const kind of ['accept', 'verify', 'decide', 'serve']) expect([kind, (await does(kind, repair)).status]).toEqual([kind, 201])
    expect((await bureau.send(undefined, 'GET', `/api/public/repairs/${receipt}`)).body).toMatchObject({ state: 'handled', status: '准予修复，停止公示' })
    expect((await bureau.send(undefined, 'GET', `/api/public/decisions/${id}`)).status).toBe(200)
    const stopped = await does('stop', repair, { reason: '当事人已经履行并完成信用修复。' })
    expect(stopped.body).toMatchObject({ followed: { id, name: '提前停止公示' } })
    const gone = await bureau.send(undefined, 'GET', `/api/public/decisions/${id}`)
    expect([gone.status, gone.text]).toEqual([410, expect.stringContaining('完成信用修复')])
    expect((await bureau.send(undefined, 'GET', '/api/public/feed.json')).text).toContain('"state":"repaired"')
    const credit = await bureau.send('zhou', 'GET', '/api/credit/penalties.json?from=2022-01-01&to=2022-12-31')
    expect(credit.text).toContain('信用修复')
    const file = await bureau.send('zhang', 'GET', `/api/cases/${id}`)
    expect(file.text).toContain('"kind":"endPublication"')
    expect(grounds(await registers(caseNumber))).toContain('公示已经撤回或者停止')
  })
  test('the window answers alike whether a penalty was found or not, and does not say whose it is', async () => {
    const { number } = await penalty('publish', '2022-03-02')
    const [found, foreign, nothing] = [await applies(number), await applies(number, { code: '11010519491231002X' }), await applies('示例城管罚决〔2022〕999号')]
    expect([found, foreign, nothing].map(({ status, body }) => [status, Object.keys(body)])).toEqual(Array.from({ length: 3 }, () => [201, ['receipt']]))
    const rows: { readonly rows: readonly { readonly receipt: string; readonly about?: unknown }[] } = JSON.parse((await bureau.send('sun', 'GET', '/api/repairs?state=received')).text)
    expect([found, foreign, nothing].map(({ body }) => rows.rows.find(({ receipt }) => receipt === body['receipt'])?.about !== undefined)).toEqual([true, false, false])
    const refused = await bureau.send('sun', 'POST', `/api/repairs/${String(foreign?.body['receipt'])}/case`, {})
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('没有对应的公示')])
  })
  test('what cannot be found is sent back with the reason, once', async () => {
    const { body } = await applies('没有这个文号')
    const url = `/api/repairs/${String(body['receipt'])}/dismissal`
    expect((await bureau.send('sun', 'POST', url, { reason: ' ' })).status).toBe(400)
    expect((await bureau.send('sun', 'POST', url, { reason: '没有这个文号，请核对；电话 13900001111。' })).status).toBe(204)
    expect((await bureau.send('sun', 'POST', url, { reason: '再退一次' })).status).toBe(409)
    expect((await bureau.send(undefined, 'GET', `/api/public/repairs/${String(body['receipt'])}`)).body).toMatchObject({ state: 'dismissed', reason: '没有这个文号，请核对；电话 ＊＊＊。' })
  })
  test.each([
    ['no commitment', { commitment: false }, '信用承诺'],
    ['no number', { number: ' ' }, '文号'],
    ['no telephone', { phone: 'abc' }, '电话'],
    ['no reason', { reason: '' }, '履行、改正'],
  ])('%s: the application says what is missing', async (_, more, words) => {
    const answer = await applies('某文号', more)
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(words)])
  })
  test('a receipt that was never given is not there', async () => {
    expect((await bureau.send(undefined, 'GET', '/api/public/repairs/XF0000000000000000')).status).toBe(404)
  })
})

describe('信用修复 · by the records, not by memory', () => {
  test.each([
    ['another party', { party: { ...FIRM, creditCode: '914403001922038216' } }, '不是这件处罚的当事人'],
    ['another day of the decision', { decidedOn: '2022-02-28' }, '决定日期是 2022-03-01'],
    ['another day of publication', { publishedOn: '2022-03-03' }, '公示日期是 2022-03-01'],
    ['a lighter weight', { weight: 'light' }, '选择「一般」'],
  ])('%s is refused, and the record is told', async (_, more, words) => {
    const { caseNumber } = await penalty('publish')
    const answer = await registers(caseNumber, more)
    expect([answer.status, grounds(answer)]).toEqual([409, expect.stringContaining(words)])
  })
  test('a case that there is not, one that is not public', async () => {
    expect(grounds(await registers('2022-99999'))).toContain('没有这个编号的处罚案件')
    const { id } = await penalty('publish')
    const unpublished = await caseUpTo(bureau, 'serveDecision', DECIDED, { apply: { subject: 'organisation', party: FIRM }, notify: { fine: '600' }, decide: { fine: '600' } })
    const row = (await bureau.send('zhang', 'GET', `/api/cases/${unpublished}`)).text
    const number = /"number":"(2022-\d{5})"/.exec(row)?.[1] ?? ''
    expect(grounds(await registers(number))).toContain('没有公示')
    expect(id).not.toBe(unpublished)
  })
  test('performed in full is what the account says; refused for want of it, with the reason and the remedy', async () => {
    const { id, caseNumber } = await penalty('publish', '2022-03-03')
    const repair = String((await registers(caseNumber, { decidedOn: '2022-03-03', publishedOn: '2022-03-03' })).body['id'])
    await does('accept', repair)
    const claimed = await does('verify', repair, { again: 'no' })
    expect([claimed.status, grounds(claimed)]).toEqual([409, expect.stringContaining('没有全部缴清')])
    expect((await does('verify', repair, { performed: 'none', again: 'no' })).status).toBe(201)
    expect(grounds(await does('decide', repair))).toContain('decide.not-performed')
    expect(grounds(await does('decide', repair, { outcome: 'refuse', remedyTold: false }))).toContain('没有告知申请人怎样不服')
    expect((await does('decide', repair, { outcome: 'refuse', remedyTold: true, reason: '罚款没有缴清。' })).status).toBe(201)
    expect((await does('stop', repair)).status).toBe(409)
    expect((await bureau.send(undefined, 'GET', `/api/public/decisions/${id}`)).status).toBe(200)
  })
  test('another penalty for the like since then stands against it', async () => {
    const other = { ...FIRM, name: '示例再犯餐饮有限公司', creditCode: '914403001922038216' }
    const first = await caseUpTo(bureau, 'pay', '2022-03-04', { apply: { subject: 'organisation', party: other }, notify: { fine: '2000' }, decide: { fine: '2000' }, pay: { amount: '2000' } })
    await caseUpTo(bureau, 'publish', '2022-05-05', { apply: { subject: 'organisation', party: other }, notify: { fine: '600' }, decide: { fine: '600' } })
    const number = /"number":"(2022-\d{5})"/.exec((await bureau.send('zhang', 'GET', `/api/cases/${first}`)).text)?.[1] ?? ''
    const repair = String((await registers(number, { party: other, decidedOn: '2022-03-04', publishedOn: '2022-03-04' })).body['id'])
    await does('accept', repair)
    expect(grounds(await does('verify', repair))).toContain('再次受罚 1 件')
    expect((await does('verify', repair, { again: 'yes' })).status).toBe(201)
    expect(grounds(await does('decide', repair))).toContain('decide.again')
  })
  test('too early is not accepted, and the day is told', async () => {
    const on = '2022-09-01'
    const { caseNumber } = await penalty('pay', on)
    const repair = String((await registers(caseNumber, { decidedOn: on, publishedOn: on })).body['id'])
    const early = await does('accept', repair)
    expect([early.status, grounds(early)]).toEqual([409, expect.stringContaining('2023-03-01 起可以申请')])
  })
  test('a publication whose term is over needs no repair', async () => {
    const { caseNumber } = await penalty('pay', '2022-03-07', '600')
    const until = formatDay(addDays(day('2022-06-07'), 0))
    bureau.clock.set(momentOf(TODAY, '16:30'))
    expect(grounds(await registers(caseNumber, { decidedOn: '2022-03-07', publishedOn: '2022-03-07', weight: 'light' }))).toContain(`公示期限已于 ${until} 届满`)
  })
})
