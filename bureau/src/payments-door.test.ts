import { writePaymentCode } from '@zhunsheng/law/identifiers/payment-code.ts'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signNotice } from './modules/payments/notice.ts'
import type { CaseSlips, DayView, Slip, SlipPage } from './modules/payments/wire.ts'
import { momentOf } from './platform/clock.ts'
import { rowsIn } from './platform/test-database.ts'
import { caseUpTo, PLATFORM_KEY, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
let bureau: TestBureau
let slip: Slip
let caseId: string
beforeAll(async () => {
  bureau = await testBureau(ON)
})
afterAll(() => bureau.close())
beforeEach(async () => {
  caseId = await caseUpTo(bureau, 'serveDecision', bureau.clock.now().toISOString().slice(0, 10))
  slip = JSON.parse((await bureau.send('sun', 'POST', '/api/payments/slips', { caseId, kind: 'decision' })).text)
})

const TABLES = ['payments_slips', 'payments_entries', 'payments_files', 'payments_receipts', 'payments_lines', 'payments_outcomes', 'payments_items', 'payments_item_entries', 'payments_closings', 'enforcement_acts', 'ledger_leaves']
const HEAD = '银行流水号,缴款码,金额,入账日期,缴款人,凭证号'
const good = (serial: string) => `${serial},${slip.code},300.00,${ON},刘某,`
const file = (rows: readonly string[], sum = '300.00', head = HEAD) => [head, ...rows, `合计,${rows.length},${sum}`].join('\n')
const send = (path: 'files' | 'files/preview', content: string | Uint8Array, more: Readonly<Record<string, unknown>> = {}) => bureau.send('sun', 'POST', `/api/payments/${path}`, { day: ON, name: 'bank.csv', content: Buffer.from(content).toString('base64'), ...more })

describe('the bank’s file: all of it, or nothing, and a message that names line and column', () => {
  test.each<readonly [string, () => string, string]>([
    ['a fraction of a cent', () => file([`A,${slip.code},300.005,${ON},,`]), '第 2 行「金额」：「300.005」有分以下的小数'],
    ['a negative amount', () => file([good('A'), `B,${slip.code},-300.00,${ON},,`]), '第 3 行「金额」：「-300.00」是负数'],
    ['no amount', () => file([`A,${slip.code},三百,${ON},,`]), '第 2 行「金额」：「三百」不是金额'],
    ['nought', () => file([`A,${slip.code},0,${ON},,`]), '金额为零'],
    ['more than there is', () => file([`A,${slip.code},99999999999999,${ON},,`]), '过大'],
    ['a line twice', () => file([good('A'), good('A')], '600.00'), '第 3 行「银行流水号」：与第 2 行重复（A）'],
    ['no serial', () => file([`,${slip.code},300.00,${ON},,`]), '第 2 行「银行流水号」：没有填写'],
    ['neither code nor voucher', () => file([`A,,300.00,${ON},,`]), '缴款码和凭证号至少填写一项'],
    ['another day', () => file([`A,${slip.code},300.00,2021-08-09,,`]), '第 2 行「入账日期」：2021-08-09 不是本文件的对账日 2021-08-10'],
    ['no day', () => file([`A,${slip.code},300.00,昨天,,`]), '第 2 行「入账日期」：「昨天」不是日期'],
    ['half a file', () => file([good('A'), good('B')]).split('\n').slice(0, 2).join('\n'), '文件不完整：最后一行应为「合计'],
    ['a count that is not true', () => [HEAD, good('A'), '合计,2,300.00'].join('\n'), '第 3 行合计写作 2 笔，实有 1 笔'],
    ['a sum that is not true', () => file([good('A')], '299.99'), '第 3 行合计写作 299.99 元，各行之和为 300.00 元'],
    ['another table', () => '姓名,年龄\n张三,3\n合计,1,3', '第 1 行没有找到「银行流水号」「缴款码」「金额」「入账日期」栏'],
    ['a quote that never ends', () => `${HEAD}\n"A`, '引号'],
    ['nothing', () => ' ', '文件'],
  ])('%s', async (_, text, words) => {
    const before = await rowsIn(bureau.database, TABLES)
    for (const path of ['files/preview', 'files'] as const) {
      const answer = await send(path, text())
      expect({ status: answer.status, text: answer.text }).toEqual({ status: 400, text: expect.stringContaining(words) })
    }
    expect(await rowsIn(bureau.database, TABLES)).toEqual(before)
  })
  test('every fault at once, each with its place', async () => {
    const { text } = await send('files', file([`A,${slip.code},-1,昨天,,`, `A,,1.001,${ON},,`]))
    const { faults }: { readonly faults: readonly { readonly path: string }[] } = JSON.parse(text)
    expect(faults.map(({ path }) => path)).toEqual(['第 2 行「金额」', '第 2 行「入账日期」', '第 3 行「银行流水号」', '第 3 行「金额」', '第 3 行「缴款码」'])
  })
  test('bytes that are no text; a day to come; a name for a day', async () => {
    expect(await send('files', new Uint8Array([0xff, 0xfe, 0x00, 0xff, 0x80]))).toMatchObject({ status: 400, text: expect.stringContaining('编码') })
    expect(await send('files', 'PK\u0003\u0004 half a workbook')).toMatchObject({ status: 400, text: expect.stringContaining('XLSX') })
    expect((await send('files', file([]), { day: '2021-08-11' })).status).toBe(400)
    expect((await send('files', file([]), { day: '今天' })).status).toBe(400)
  })
  test('GBK, thousands apart, other names of columns and columns that nobody reads', async () => {
    const rows = `交易流水号,缴款识别码,"金额(元)",交易日期,付款人,网点\nG-1,${slip.code},"¥300.00",${ON.replaceAll('-', '')},刘某某,示例支行\n合计,1,"300.00"`
    const gbk = Buffer.from(rows.replace(/[^\x00-\x7f]/g, (letter) => GBK[letter] ?? '?'), 'latin1')
    expect((await send('files/preview', gbk)).body).toMatchObject({ encoding: 'GB18030', unread: ['网点'], rows: [{ line: 2, serial: 'G-1', payer: '刘某某', known: false }] })
    expect((await send('files', gbk)).body).toMatchObject({ added: 1, booked: 1 })
    expect((await send('files/preview', gbk)).body['rows']).toEqual([expect.objectContaining({ known: true })])
  })
  test('XLSX, amounts as numbers', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('日报')
    for (const row of [HEAD.split(','), ['X-1', slip.code, 300, new Date(`${ON}T00:00:00Z`), '刘某', ''], ['合计', 1, 300]]) sheet.addRow(row)
    expect((await send('files', new Uint8Array(await book.xlsx.writeBuffer()))).body).toMatchObject({ added: 1, booked: 1 })
  })
  test('a serial that came before with other words is refused with the whole file', async () => {
    await send('files', file([good('K-1')]))
    const before = await rowsIn(bureau.database, TABLES)
    expect(await send('files', file([good('K-2'), `K-1,${slip.code},299.00,${ON},刘某,`], '599.00'))).toMatchObject({ status: 400, text: expect.stringContaining('第 3 行流水号 K-1 此前已收到，金额为 300.00，这次写作 299.00') })
    expect(await rowsIn(bureau.database, TABLES)).toEqual(before)
  })
  test('the order of two files changes nothing', async () => {
    const first = file([good('O-1')], '300.00')
    const second = file([`O-2,${writePaymentCode({ prefix: '500999', year: 2021, serial: 888 })},5.00,${ON},某某,`], '5.00')
    const told = async (): Promise<unknown> => {
      const { totals, items }: DayView = JSON.parse((await bureau.send('sun', 'GET', `/api/payments/days/${ON}`)).text)
      return { totals, items: items.map(({ key, kind }) => [key, kind]) }
    }
    await send('files', second)
    await send('files', first)
    const one = await told()
    await send('files', first)
    await send('files', second)
    expect(await told()).toEqual(one)
  })
})
/** The letters of one file in GBK, as a bank's system wrote them. */
const GBK: Readonly<Record<string, string>> = Object.fromEntries([...'交易流水号缴款识别码金额元日期付人网点刘某示例支行合计¥'].map((letter) => [letter, '']))
for (let high = 0x81; high <= 0xfe; high += 1)
  for (let low = 0x40; low <= 0xfe; low += 1) {
    const letter = new TextDecoder('gbk').decode(new Uint8Array([high, low]))
    if (letter in GBK && GBK[letter] === '') Object.assign(GBK, { [letter]: String.fromCharCode(high, low) })
  }

describe('the payment platform’s notice', () => {
  const notice = (serial: string, more: Readonly<Record<string, string>> = {}) => ({ serial, code: slip.code, amount: '300.00', paidOn: ON, payer: '刘某', ...more })
  const now = () => bureau.clock.now().toISOString()
  const tell = (body: ReturnType<typeof notice>, { key = PLATFORM_KEY, time = now(), signed = body }: { readonly key?: string; readonly time?: string; readonly signed?: ReturnType<typeof notice> } = {}) =>
    bureau.send(undefined, 'POST', '/api/public/payments/notices', body, { 'x-payment-time': time, 'x-payment-signature': signNotice(key, time, signed) })

  test('becomes the act of paying under the name of whoever issued the slip; again, it changes nothing', async () => {
    expect((await tell(notice('P-1'))).body).toEqual({ serial: 'P-1', known: false, booked: true })
    const before = await rowsIn(bureau.database, TABLES)
    expect((await tell(notice('P-1'))).body).toEqual({ serial: 'P-1', known: true, booked: true })
    expect(await rowsIn(bureau.database, TABLES)).toEqual(before)
    const { acts } = JSON.parse((await bureau.send('sun', 'GET', `/api/cases/${caseId}`)).text)
    expect(acts.at(-1)).toMatchObject({ kind: 'pay', data: { receipt: 'P-1', toward: 'fine', amount: '300.00' } })
  })
  test('ten at once are one', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => tell(notice('P-2'))))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    const { rows }: SlipPage = JSON.parse((await bureau.send('sun', 'GET', `/api/payments/slips?search=${slip.code}`)).text)
    expect(rows[0]?.paid).toBe('300.00')
  })
  test('then the bank’s file confirms it; until then it stands apart', async () => {
    await send('files', file([], '0'), { day: '2021-08-09' })
    await tell(notice('P-3', { paidOn: '2021-08-09' }))
    const view = async (): Promise<DayView> => JSON.parse((await bureau.send('sun', 'GET', '/api/payments/days/2021-08-09')).text)
    expect((await view()).items.map(({ kind, ours, theirs }) => [kind, ours, theirs])).toEqual([['noticeOnly', '300.00', '0.00']])
    await send('files', [HEAD, `P-3,${slip.code},300.00,2021-08-09,刘某,`, '合计,1,300.00'].join('\n'), { day: '2021-08-09' })
    expect(await view()).toMatchObject({ items: [], matched: [{ serial: 'P-3' }] })
  })
  test.each<readonly [string, () => ReturnType<typeof tell>, number, string]>([
    ['another key', () => tell(notice('Q'), { key: 'another-key-of-thirty-two-characters' }), 403, '签名不对'],
    ['an amount changed on the way', () => tell(notice('Q', { amount: '3000.00' }), { signed: notice('Q') }), 403, '签名不对'],
    ['recorded and sent again an hour later', () => tell(notice('Q'), { time: new Date(bureau.clock.now().getTime() - 3_600_000).toISOString() }), 403, '五分钟'],
    ['a time that is none', () => tell(notice('Q'), { time: '昨天' }).catch(() => tell(notice('Q'), { time: 'yesterday' })), 403, '五分钟'],
    ['no signature', () => bureau.send(undefined, 'POST', '/api/public/payments/notices', notice('Q')), 403, 'X-Payment-Signature'],
    ['a signature that is none', () => bureau.send(undefined, 'POST', '/api/public/payments/notices', notice('Q'), { 'x-payment-time': now(), 'x-payment-signature': 'zz' }), 403, '签名不对'],
    ['a line feed in a name', () => tell(notice('Q', { payer: '刘\n某' })), 400, '换行'],
    ['a fraction of a cent', () => tell(notice('Q', { amount: '300.001' })), 400, '有分以下的小数'],
    ['a negative amount', () => tell(notice('Q', { amount: '-1.00' })), 400, '负数'],
    ['a day to come', () => tell(notice('Q', { paidOn: '2021-12-31' })), 400, '入账日期'],
    ['a wrong digit', () => tell(notice('Q', { code: `${slip.code.slice(0, -1)}${(Number(slip.code.at(-1)) + 1) % 10}` })), 400, '校验位'],
    ['a field that is not known', () => tell(Object.assign(notice('Q'), { fee: '1' })), 400, '没有这一项'],
  ])('%s is refused and leaves nothing', async (_, ask, status, words) => {
    const before = await rowsIn(bureau.database, TABLES)
    const answer = await ask()
    expect({ status: answer.status, text: answer.text }).toEqual({ status, text: expect.stringContaining(words) })
    expect(await rowsIn(bureau.database, TABLES)).toEqual(before)
  })
  test('without an agreed key the door is closed', async () => {
    const { platformKeyIn } = await import('./modules/payments/notice.ts')
    expect(platformKeyIn(bureau.folder)).toBeUndefined()
  })
})

describe('a payer looks up what he owes', () => {
  const ask = (code: string, proof: string) => bureau.send(undefined, 'GET', `/api/public/slips/${code}?proof=${encodeURIComponent(proof)}`)
  test('by code and number of the decision, brackets as one types them; masked, with the additional fine of today', async () => {
    bureau.clock.set(momentOf('2021-08-30', '10:00'))
    const { status, body, text } = await ask(slip.code, slip.decisionNumber.replace('〔', '[').replace('〕', '】'))
    expect(status).toBe(200)
    // Five days late: five times three percent of three hundred.
    expect(body).toMatchObject({ state: 'overdue', total: '300.00', surcharge: '45.00', owed: '345.00', payBy: '2021-08-25', isExample: true, bank: expect.stringContaining('银行') })
    expect(text).not.toContain(slip.payer)
    bureau.clock.set(momentOf(ON, '16:00'))
  })
  test('a wrong proof and an unknown code get one answer; five of them close the door for a quarter of an hour', async () => {
    const unknown = writePaymentCode({ prefix: '500999', year: 2021, serial: 777_777 })
    const answers = [await ask(slip.code, '0000'), await ask(unknown, '0000')]
    expect(answers.map(({ status, body }) => [status, body['detail']])).toEqual([[404, answers[0]?.body['detail']], [404, answers[0]?.body['detail']]])
    for (const _ of [1, 2, 3]) await ask(unknown, '1111')
    expect((await ask(slip.code, slip.decisionNumber)).status).toBe(429)
    bureau.clock.set(new Date(bureau.clock.now().getTime() + 16 * 60_000))
    expect((await ask(slip.code, slip.decisionNumber)).status).toBe(200)
  })
  test('he prints it himself, with the same proof and no other', async () => {
    const print = (proof: string) => bureau.send(undefined, 'GET', `/api/public/slips/${slip.code}/print.pdf?proof=${encodeURIComponent(proof)}`)
    expect((await print(slip.decisionNumber)).text.slice(0, 5)).toBe('%PDF-')
    expect((await print('0000')).status).toBe(404)
    expect((await print(slip.decisionNumber)).status).toBe(200)
  })
  test('a slip of the pen in the code is told, and costs nothing', async () => {
    for (const _ of [1, 2, 3, 4, 5, 6]) expect((await ask('123', '0000')).status).toBe(400)
    expect((await ask(slip.code, slip.decisionNumber)).status).toBe(200)
  })
})

describe('行政强制法第五十四条 · a demand, and a case that takes no payment any more', () => {
  test('the demand’s slip takes the place of the first; after the file is closed the law refuses the payment, and the receipt stays with the grounds', async () => {
    const go = async (kind: string, on: string, data: Readonly<Record<string, unknown>> = {}) => {
      bureau.clock.set(momentOf(on, '10:00'))
      const answer = await bureau.act(kind, on, { caseId, data })
      if (answer.status !== 201) throw new Error(`${kind}: ${answer.text}`)
    }
    await go('publish', '2021-08-16')
    await go('demand', '2021-12-01', { fine: '300', surcharge: '300' })
    await go('serveDemand', '2021-12-01')
    const { offers }: CaseSlips = JSON.parse((await bureau.send('sun', 'GET', `/api/cases/${caseId}/slips`)).text)
    // Ten working days after 2021-12-01.
    expect(offers).toEqual([{ kind: 'demand', fine: '300.00', confiscated: '0.00', surcharge: '300.00', total: '600.00', payBy: '2021-12-15' }])
    const demanded: Slip = JSON.parse((await bureau.send('sun', 'POST', '/api/payments/slips', { caseId, kind: 'demand' })).text)
    const { rows }: SlipPage = JSON.parse((await bureau.send('sun', 'GET', `/api/payments/slips?search=${slip.code}`)).text)
    expect(rows[0]?.state).toBe('voided')
    await go('applyCourt', '2022-02-21', { fine: '300', surcharge: '300' })
    await go('courtRules', '2022-03-01', { outcome: 'refused', ruledOn: '2022-03-01', reason: '送达有瑕疵。' })
    await go('close', '2022-03-02', { result: 'court' })
    await go('archive', '2022-03-02')
    const answer = await send('files', [HEAD, `Z-1,${demanded.code},600.00,2022-03-02,刘某,`, '合计,1,600.00'].join('\n'), { day: '2022-03-02' })
    expect(answer.body).toMatchObject({ added: 1, booked: 0, held: 1 })
    const view: DayView = JSON.parse((await bureau.send('sun', 'GET', '/api/payments/days/2022-03-02')).text)
    expect(view.items).toMatchObject([{ kind: 'theirsOnly', serial: 'Z-1', caseId, says: expect.stringContaining('结案') }])
  })
})
