import { writePaymentCode } from '@zhunsheng/law/identifiers/payment-code.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseSlips, DayView, Item, Items, Slip, SlipPage } from './modules/payments/wire.ts'
import { momentOf } from './platform/clock.ts'
import { rowsIn } from './platform/test-database.ts'
import { caseUpTo, courseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(ON)
})
afterAll(() => bureau.close())

const FINE = '300'
const FINED = { decide: { fine: FINE }, notify: { fine: FINE } }
const fined = (last = 'serveDecision') => caseUpTo(bureau, last, ON, FINED)
const slipsOf = async (caseId: string): Promise<CaseSlips> => JSON.parse((await bureau.send('sun', 'GET', `/api/cases/${caseId}/slips`)).text)
const issue = async (caseId: string, kind = 'decision', more: Readonly<Record<string, unknown>> = {}): Promise<Slip> => {
  const answer = await bureau.send('sun', 'POST', '/api/payments/slips', { caseId, kind, ...more })
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`)
  return JSON.parse(answer.text)
}
const slipOf = async (code: string): Promise<Slip> => JSON.parse((await bureau.send('sun', 'GET', `/api/payments/slips?search=${code}`)).text).rows[0]
const HEAD = '银行流水号,缴款码,金额,入账日期,缴款人,凭证号'
const csv = (rows: readonly string[], sum: string) => [HEAD, ...rows, `合计,${rows.length},${sum}`].join('\n')
const fileOf = (day: string, text: string | Buffer, name = 'bank.csv') => ({ day, name, content: Buffer.from(text).toString('base64') })
const take = (day: string, text: string | Buffer, who = 'sun') => bureau.send(who, 'POST', '/api/payments/files', fileOf(day, text))
const dayOf = async (day: string): Promise<DayView> => JSON.parse((await bureau.send('sun', 'GET', `/api/payments/days/${day}`)).text)
const paysOf = async (caseId: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const { acts }: { readonly acts: readonly { readonly kind: string; readonly data: Readonly<Record<string, unknown>> }[] } = JSON.parse((await bureau.send('sun', 'GET', `/api/cases/${caseId}`)).text)
  return acts.filter(({ kind }) => kind === 'pay').map(({ data }) => data)
}
const settle = (key: string, kind: string, more: Readonly<Record<string, unknown>> = {}, who = 'sun') => bureau.send(who, 'POST', '/api/payments/items', { key, kind, reason: '已与银行核对。', ...more })
const later = (day: string) => bureau.clock.set(momentOf(day, '16:00'))

describe('行政处罚法第六十七条、罚款决定与罚款收缴分离实施办法第七条 · a payment slip from a served decision', () => {
  test('before the decision is served there is nothing to issue, and the reason is said', async () => {
    const caseId = await fined('decide')
    expect(await slipsOf(caseId)).toMatchObject({ offers: [], because: expect.stringContaining('送达') })
    expect(await bureau.send('sun', 'POST', '/api/payments/slips', { caseId, kind: 'decision' })).toMatchObject({ status: 409, text: expect.stringContaining('送达') })
  })
  test('the amount is what is owed, the last day the judge’s own deadline: fifteen days after receipt', async () => {
    const caseId = await fined()
    expect((await slipsOf(caseId)).offers).toEqual([{ kind: 'decision', fine: '300.00', confiscated: '0.00', surcharge: '0.00', total: '300.00', payBy: '2021-08-25' }])
    const slip = await issue(caseId)
    expect(slip).toMatchObject({ total: '300.00', paid: '0.00', payBy: '2021-08-25', state: 'issued', decisionNumber: expect.stringContaining('罚决'), issuedBy: expect.any(String), code: expect.stringMatching(/^5009992021\d{10}$/) })
    expect((await slipsOf(caseId)).because).toContain('已经开具')
    expect((await bureau.send('zhang', 'POST', '/api/payments/slips', { caseId, kind: 'decision' })).status).toBe(409)
  })
  test('numbers have no gap, also when two issue at once and one is refused', async () => {
    const [one, two] = [await fined(), await fined()]
    const answers = await Promise.all([one, one, two].map((caseId) => bureau.send('sun', 'POST', '/api/payments/slips', { caseId, kind: 'decision' })))
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 201, 409])
    const { rows } = JSON.parse((await bureau.send('sun', 'GET', '/api/payments/slips?size=100')).text)
    const serials: readonly number[] = rows.map(({ code }: Slip) => Number(code.slice(10, 19)))
    expect([...serials].sort((a, b) => a - b)).toEqual(serials.map((_, index) => index + 1))
  })
  test('it prints with payer, sum in capitals, bank and address, last day, what lateness costs, and says that it is no receipt', async () => {
    const slip = await issue(await fined())
    const { text } = await bureau.send('zhang', 'GET', `/api/payments/slips/${slip.id}/print.html`)
    for (const words of ['人民币叁佰元整', '示例银行', '示例路', '2021年8月25日', '百分之三', '不是票据', '（示例）', '<svg', '演示数据']) expect(text).toContain(words)
    expect((await bureau.send('zhang', 'GET', `/api/payments/slips/${slip.id}/print.pdf`)).text.slice(0, 5)).toBe('%PDF-')
  })
  test('voided by hand with a reason, once; then another may be issued', async () => {
    const caseId = await fined()
    const slip = await issue(caseId)
    expect((await bureau.send('sun', 'POST', `/api/payments/slips/${slip.id}/voiding`, { reason: ' ' })).status).toBe(400)
    expect((await bureau.send('sun', 'POST', `/api/payments/slips/${slip.id}/voiding`, { reason: '缴款人姓名有误' })).body['state']).toBe('voided')
    expect((await bureau.send('sun', 'POST', `/api/payments/slips/${slip.id}/voiding`, { reason: '再次' })).status).toBe(409)
    expect((await issue(caseId)).code).not.toBe(slip.code)
  })
  test('第六十六条第二款：each instalment has its slip and its day; the slip of the whole is voided', async () => {
    const caseId = await fined()
    const whole = await issue(caseId)
    const approved = await bureau.act('approveInstalments', ON, { caseId, data: { instalments: [{ until: '2021-09-10', amount: '100' }, { until: '2021-10-11', amount: '200' }] } })
    expect(approved.status).toBe(201)
    expect(await slipOf(whole.code)).toMatchObject({ state: 'voided', entries: [{ kind: 'voided', reason: expect.stringContaining('分期') }] })
    expect((await slipsOf(caseId)).offers.map(({ instalment, total, payBy }) => [instalment, total, payBy])).toEqual([[1, '100.00', '2021-09-10'], [2, '200.00', '2021-10-11']])
    await issue(caseId, 'instalment', { instalment: 2 })
    expect((await slipsOf(caseId)).offers.map(({ instalment }) => instalment)).toEqual([1])
  })
  test('a revoked decision voids the open slip in the same stroke', async () => {
    const caseId = await fined()
    const slip = await issue(caseId)
    expect((await bureau.act('changeDecision', ON, { caseId })).status).toBe(201)
    expect(await slipOf(slip.code)).toMatchObject({ state: 'voided', entries: [{ reason: expect.stringContaining('撤销') }] })
    expect((await slipsOf(caseId)).because).toContain('撤销')
  })
  test('what was paid by another way is not asked for again', async () => {
    const caseId = await fined()
    const slip = await issue(caseId)
    await bureau.act('pay', ON, { caseId, data: { amount: '100', toward: 'fine' } })
    expect((await slipOf(slip.code)).state).toBe('voided')
    expect((await slipsOf(caseId)).offers[0]?.total).toBe('200.00')
  })
})

describe('第十条 · the bank’s daily file becomes the act of paying, never typed twice', () => {
  test('a receipt that matches a slip is recorded in the case, and the same file again changes nothing', async () => {
    const caseId = await fined()
    const slip = await issue(caseId)
    const text = csv([`T1-1,${slip.code},300.00,${ON},刘某,`], '300.00')
    expect((await take(ON, text)).body).toEqual({ added: 1, known: 0, booked: 1, held: 0 })
    expect(await paysOf(caseId)).toEqual([{ amount: '300.00', toward: 'fine', paidOn: ON, receipt: 'T1-1' }])
    expect(await slipOf(slip.code)).toMatchObject({ state: 'paid', paid: '300.00' })
    const before = await rowsIn(bureau.database, ['payments_receipts', 'payments_files', 'payments_lines', 'payments_outcomes', 'payments_entries', 'enforcement_acts', 'ledger_leaves'])
    expect((await take(ON, text)).body).toEqual({ added: 0, known: 1, booked: 1, held: 0 })
    expect(await rowsIn(bureau.database, Object.keys(before))).toEqual(before)
  })
  test('the same file at once from two desks: each receipt once', async () => {
    const caseId = await fined()
    const slip = await issue(caseId)
    const text = csv([`T2-1,${slip.code},300.00,${ON},刘某,`], '300.00')
    const answers = await Promise.all([take(ON, text), take(ON, text, 'wang')])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await paysOf(caseId)).toHaveLength(1)
  })
  test('第七十二条第一款第（一）项：a late payment is divided: the fine first, then the additional fine', async () => {
    const caseId = await fined()
    const slip = await issue(caseId)
    later('2021-08-30')
    // Three days late: three times three percent of three hundred.
    await take('2021-08-28', csv([`T3-1,${slip.code},327.00,2021-08-28,刘某,`], '327.00'))
    expect((await paysOf(caseId)).map(({ amount, toward }) => [amount, toward])).toEqual([['300.00', 'fine'], ['27.00', 'surcharge']])
    expect(await dayOf('2021-08-28')).toMatchObject({ items: [], totals: { bank: '327.00', books: '327.00', matched: '327.00' } })
  })
  test('an additional fine that was not paid with it gets a slip of its own', async () => {
    const caseId = await fined()
    const slip = await issue(caseId)
    later('2021-09-20')
    await take('2021-09-14', csv([`T4-1,${slip.code},300.00,2021-09-14,刘某,`], '300.00'))
    const [offer] = (await slipsOf(caseId)).offers
    expect(offer).toMatchObject({ kind: 'surcharge', fine: '0.00' })
    expect(offer).not.toHaveProperty('payBy')
    const second = await issue(caseId, 'surcharge')
    await take('2021-09-15', csv([`T4-2,${second.code},${second.total},2021-09-15,刘某,`], second.total))
    expect((await paysOf(caseId)).map(({ toward }) => toward)).toEqual(['fine', 'surcharge'])
    expect((await slipOf(second.code)).state).toBe('paid')
  })
  test('a case that takes no payment any more refuses it; the receipt stays as an item with the grounds', async () => {
    const caseId = await fined('decide')
    await bureau.act('serveDecision', '2021-09-20', { caseId })
    const slip = await issue(caseId)
    await bureau.act('publish', '2021-09-20', { caseId })
    await bureau.act('endEnforcement', '2021-09-20', { caseId })
    expect((await slipOf(slip.code)).state).toBe('voided')
    const other = await fined()
    const open = await issue(other)
    await bureau.act('pay', '2021-09-20', { caseId: other, data: { amount: '300.00', toward: 'fine', receipt: 'OWN-1', paidOn: '2021-08-20' } })
    await take('2021-09-16', csv([`T5-1,${slip.code},300.00,2021-09-16,刘某,`, `T5-2,${open.code},300.00,2021-09-16,王某,`], '600.00'))
    expect((await dayOf('2021-09-16')).items.map(({ serial, kind }) => [serial, kind])).toEqual([['T5-1', 'afterVoiding'], ['T5-2', 'afterVoiding']])
    expect(await paysOf(caseId)).toEqual([])
  })
})

describe('每日对账 · the day is closed by one person when every difference has its word', () => {
  const DAY = '2021-10-12'
  let paid: Slip
  let late: Slip
  let items: readonly Item[]
  const ofKind = (kind: string): Item => {
    const found = items.find((item) => item.kind === kind)
    if (found === undefined) throw new Error(`no ${kind} among ${items.map((item) => item.kind).join()}`)
    return found
  }
  test('without the bank’s file there is nothing to compare with, and nothing to close', async () => {
    later('2021-10-13')
    expect(await dayOf(DAY)).toMatchObject({ state: 'waiting', items: [] })
    expect(await bureau.send('sun', 'POST', `/api/payments/days/${DAY}/closing`, {})).toMatchObject({ status: 400, text: expect.stringContaining('还没有导入') })
  })
  test('each kind of difference comes out, and the totals balance', async () => {
    const cases = [await fined(), await fined(), await fined(), await fined()]
    const slips = await Promise.all(cases.map((caseId) => issue(caseId)))
    const [first, second, third, fourth] = slips
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error('four slips')
    paid = first
    late = fourth
    await bureau.send('sun', 'POST', `/api/payments/slips/${third.id}/voiding`, { reason: '误开' })
    await bureau.act('pay', DAY, { caseId: String(cases[3]), data: { amount: '200.00', toward: 'fine', receipt: 'TYPED', paidOn: DAY } })
    const unknown = writePaymentCode({ prefix: '500999', year: 2021, serial: 999_999 })
    const rows = [`D1,${paid.code},900.00,${DAY},甲某,`, `D2,${second.code},300.00,${DAY},乙某,`, `D3,${paid.code},300.00,${DAY},甲某,`, `D4,${third.code},300.00,${DAY},丙某,`, `D5,${unknown},88.50,${DAY},丁某,`]
    expect((await take(DAY, csv(rows, '1888.50'))).body).toMatchObject({ added: 5, booked: 2, held: 3 })
    const view = await dayOf(DAY)
    items = view.items
    expect(items.map(({ kind }) => kind).sort()).toEqual(['afterVoiding', 'excess', 'oursOnly', 'twice', 'unknown'])
    const { bank, books, matched, theirsApart, oursApart } = view.totals
    expect(Number(matched) + Number(theirsApart)).toBe(Number(bank))
    expect(Number(matched) + Number(oursApart)).toBe(Number(books))
  })
  test('it is not closed while one has no word; an entry without a reason is none; a wrong post settles nothing', async () => {
    const refused = await bureau.send('sun', 'POST', `/api/payments/days/${DAY}/closing`, {})
    expect({ status: refused.status, faults: JSON.parse(refused.text).faults }).toEqual({ status: 400, faults: expect.arrayContaining([{ path: 'r:D5', because: expect.stringContaining('D5') }]) })
    expect((await settle(ofKind('twice').key, 'refunded', { reason: ' ' })).status).toBe(400)
    expect((await settle(ofKind('twice').key, 'refunded', {}, 'zhang')).status).toBe(403)
    expect((await settle('r:none', 'refunded')).status).toBe(404)
  })
  test('refunds, a bank’s error and a reason; what is settled is settled once', async () => {
    for (const kind of ['excess', 'twice']) expect((await settle(ofKind(kind).key, 'refunded')).status).toBe(201)
    expect((await settle(ofKind('twice').key, 'refunded')).status).toBe(409)
    expect((await settle(ofKind('afterVoiding').key, 'bankError')).status).toBe(201)
    expect((await settle(ofKind('oursOnly').key, 'pending')).status).toBe(201)
  })
  test('what nobody could place is booked to the slip to which it belongs, by the same judge', async () => {
    const { key } = ofKind('unknown')
    expect(await settle(key, 'reattributed', { code: '123' })).toMatchObject({ status: 400, text: expect.stringContaining('20 位') })
    expect(await settle(key, 'reattributed', { code: paid.code })).toMatchObject({ status: 400, text: expect.stringContaining('已经缴清') })
    expect((await dayOf(DAY)).items.find((item) => item.key === key)?.entries).toEqual([])
    const target = await issue(await fined())
    expect((await settle(key, 'reattributed', { code: target.code })).status).toBe(201)
    expect(await slipOf(target.code)).toMatchObject({ paid: '88.50', state: 'overdue' })
    expect((await dayOf(DAY)).matched.map(({ serial }) => serial)).toContain('D5')
    expect(late.state).toBe('overdue')
  })
  test('closed once; a later file opens a supplementary round and overwrites nothing', async () => {
    const closed = await bureau.send('zhao', 'POST', `/api/payments/days/${DAY}/closing`, { note: '差异均已说明。' })
    expect({ status: closed.status, state: closed.body['state'] }).toEqual({ status: 201, state: 'closed' })
    expect((await bureau.send('sun', 'POST', `/api/payments/days/${DAY}/closing`, {})).status).toBe(409)
    const slip = await issue(await fined())
    await take(DAY, csv([`D9,${slip.code},300.00,${DAY},戊某,`], '300.00'))
    expect((await dayOf(DAY)).state).toBe('supplementary')
    const again = await bureau.send('sun', 'POST', `/api/payments/days/${DAY}/closing`, { note: '补充对账。' })
    const view: DayView = JSON.parse(again.text)
    expect(view.closings.map(({ round, totals }) => [round, totals.bank])).toEqual([[1, '1888.50'], [2, '2188.50']])
  })
  test('the list of days and of what is unsettled; the table leaves as XLSX', async () => {
    const { days } = JSON.parse((await bureau.send('zhou', 'GET', '/api/payments/days?from=2021-10-01&to=2021-10-31')).text)
    expect(days).toEqual([expect.objectContaining({ day: DAY, state: 'closed', explained: 1, open: 0 })])
    expect((await bureau.send('zhou', 'GET', '/api/payments/days?from=2021-10-31&to=2021-10-01')).status).toBe(400)
    const { items: unsettled }: Items = JSON.parse((await bureau.send('zhou', 'GET', '/api/payments/items')).text)
    expect(unsettled.map(({ key }) => key)).toContain(ofKind('oursOnly').key)
    expect((await bureau.send('zhou', 'GET', `/api/payments/days/${DAY}/table.xlsx`)).text.slice(0, 2)).toBe('PK')
  })
  test('行政处罚法第七十一条：money collected on the spot is found in the file by the voucher under which it was banked', async () => {
    later('2021-11-30')
    const caseId = await courseUpTo(bureau, 'penalty.simple', 'serveDecision', '2021-11-01', { tell: { fine: '50' }, decide: { fine: '50' } })
    const on = String((await bureau.send('zhang', 'GET', `/api/cases/${caseId}`)).text.match(/"serveDecision","name":"[^"]*","on":"([\d-]+)"/)?.[1] ?? '2021-11-01')
    for (const [kind, data] of [['collectOnSpot', { amount: '50' }], ['handIn', { amount: '50' }], ['bankIn', { amount: '50', slip: 'V-77' }]] as const) {
      const answer = await bureau.act(kind, on, { procedure: 'penalty.simple', caseId, data })
      expect({ kind, status: answer.status, text: answer.status === 201 ? '' : answer.text }).toEqual({ kind, status: 201, text: '' })
    }
    await take(on, csv([`V1,,50.00,${on},示例区城市管理局,V-77`], '50.00'))
    expect(await dayOf(on)).toMatchObject({ matched: [{ serial: 'V1', spot: true }], items: [] })
  })
  test('what was paid on a decision that is then revoked is to be paid back, until somebody records that it was', async () => {
    const caseId = await fined()
    const slip = await issue(caseId)
    await take('2021-11-29', csv([`R1,${slip.code},300.00,2021-11-29,己某,`], '300.00'))
    await bureau.act('changeDecision', '2021-11-30', { caseId, data: { knownOn: '2021-11-30' } })
    const read = async (): Promise<Items> => JSON.parse((await bureau.send('sun', 'GET', '/api/payments/items')).text)
    expect((await read()).items).toContainEqual(expect.objectContaining({ kind: 'overpaid', caseId, theirs: '300.00', state: 'open' }))
    expect(Number((await read()).counts.refundDue)).toBeGreaterThanOrEqual(300)
    await settle(`c:${caseId}`, 'refunded')
    expect((await read()).items.some((item) => item.caseId === caseId)).toBe(false)
  })
  test('行政强制法第五十一条：what is paid for a substitute performance is no fine, and stays out of these books', async () => {
    let caseId = ''
    const steps = [['begin', { immediate: true, where: 'road', thing: 'spill', unable: true, duty: '清除路面遗撒的建筑垃圾。' }], ['orderClear'], ['clear'], ['notify'], ['bill'], ['serveBill'], ['pay']] as const
    for (const [kind, data = {}] of steps) {
      const answer = await bureau.act(kind, '2021-11-29', { procedure: 'coercion.performance', data, ...(caseId === '' ? {} : { caseId }) })
      if (answer.status !== 201) throw new Error(`${kind}: ${answer.text}`)
      caseId = String(answer.body['id'])
    }
    expect(await slipsOf(caseId)).toMatchObject({ slips: [], offers: [], because: '没有处罚决定' })
  })
  test('figures: each is the size of the list that it opens; nobody is ranked by what was fined (第七十四条第三款)', async () => {
    const { figures }: { readonly figures: readonly { readonly key: string; readonly cases: number; readonly value: string; readonly address?: string; readonly of?: { readonly numerator: number; readonly denominator: number }; readonly parts?: readonly { readonly value: string; readonly address?: string }[] }[] } = JSON.parse((await bureau.send('zhou', 'GET', '/api/figures?year=2021')).text)
    const own = figures.filter(({ key }) => key.startsWith('payments.'))
    expect(own.map(({ key }) => key)).toEqual(['payments.issued', 'payments.in-time', 'payments.differences', 'payments.refund'])
    const behind = async (address = ''): Promise<number> => JSON.parse((await bureau.send('zhou', 'GET', address.replace('/payments?', '/api/payments/slips?').replace('/payments/differences?', '/api/payments/items?'))).text).total
    for (const { cases, address } of own) expect(await behind(address)).toBe(cases)
    const [issued, inTime, differences, refund] = own
    const all: SlipPage = JSON.parse((await bureau.send('zhou', 'GET', '/api/payments/slips?size=100')).text)
    expect(issued?.cases).toBe(all.total - all.counts.voided)
    const [paid, late] = inTime?.parts ?? []
    expect([await behind(paid?.address), await behind(late?.address)].map(String)).toEqual([paid?.value, late?.value])
    expect(Number(paid?.value) + Number(late?.value)).toBe(inTime?.of?.denominator)
    expect(Number(late?.value)).toBeGreaterThan(0)
    expect(differences?.cases).toBeGreaterThan(refund?.cases ?? 0)
    const { items }: Items = JSON.parse((await bureau.send('zhou', 'GET', '/api/payments/items?which=refund&size=100')).text)
    expect(Number(refund?.value)).toBe(items.reduce((sum, { ours, theirs }) => sum + Number(theirs) - Number(ours), 0))
  })
  test('第六十七条第三款：the list is sorted by number, day or last day, filtered by what became of it, and leaves as a workbook or as text', async () => {
    const asked = async (query: string): Promise<SlipPage> => JSON.parse((await bureau.send('zhou', 'GET', `/api/payments/slips?size=100&${query}`)).text)
    const days = (await asked('sort=payBy&order=asc')).rows.flatMap(({ payBy }) => (payBy === undefined ? [] : [payBy]))
    expect(days).toEqual([...days].sort())
    expect((await asked('timely=inTime')).rows.every(({ state }) => state === 'paid')).toBe(true)
    expect((await bureau.send('zhou', 'GET', '/api/payments/slips?sort=total')).status).toBe(400)
    const csv = (await bureau.send('zhou', 'GET', '/api/payments/slips.csv?state=voided')).text.trim().split('\r\n')
    expect(csv).toHaveLength((await asked('state=voided')).rows.length + 1)
    expect((await bureau.send('zhou', 'GET', '/api/payments/slips.xlsx')).text.slice(0, 2)).toBe('PK')
  })
  test('the day prints as the table that is filed', async () => {
    expect((await bureau.send('zhou', 'GET', `/api/payments/days/${DAY}/print.pdf`)).text.slice(0, 5)).toBe('%PDF-')
  })
})
