import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import ExcelJS from 'exceljs'
import { monitoredBureau, type MonitoredBureau } from './monitored-bureau.ts'
import { rowsIn } from './platform/test-database.ts'

const SET_UP = '2021-08-02'
const ON = '2021-08-20'
let house: MonitoredBureau
beforeAll(async () => {
  house = await monitoredBureau(SET_UP)
  await house.setUp('CAM-1', SET_UP)
  await house.setUp('CAM-NO-SIGN', SET_UP, { without: ['sign', 'start'] })
  await house.setUp('NOISE-1', SET_UP, { data: { register: { kind: 'sensor', measures: true, name: '示例噪声监测仪' } }, entries: [{ kind: 'certify', on: SET_UP, data: { what: 'verification', number: '示例证 1', issuer: '示例计量院', until: '2021-08-19' } }] })
  house.at(ON, '16:00')
})
afterAll(() => house.bureau.close())

let count = 0
const event = (more: Readonly<Record<string, unknown>> = {}) => ({ external: `E-${(count += 1)}`, device: 'CAM-1', at: `${ON}T15:00:00+08:00`, content: '运输车辆未密闭', plate: '渝A12345', ...more })
const YES = { genuine: true, clear: true, complete: true, accurate: true, outcome: 'admitted' }
const review = (id: string, data: Readonly<Record<string, unknown>> = {}, who = 'zhang') => house.handle(id, who, { kind: 'review', on: ON, data: { ...YES, ...data } })
/** A record with a picture of its own, taken in. */
async function taken(more: Readonly<Record<string, unknown>> = {}): Promise<{ readonly id: string; readonly number: string; readonly sha256: string }> {
  const sha256 = await house.file(`picture ${count}`)
  const { status, body, text } = await house.raise(event({ records: [sha256], plate: `渝A${10_000 + count}`, ...more }))
  if (status !== 201) throw new Error(text)
  return { id: String(body['id']), number: String(body['number']), sha256 }
}
const codesOf = (text: string): readonly string[] => (JSON.parse(text).refusals ?? []).map(({ code }: { readonly code: string }) => code)

describe('行政处罚法第四十一条第一款 · the register of devices', () => {
  test('what a device lacks is shown with its article; a past day shows the past', async () => {
    const list = await house.as('zhang', 'GET', '/api/monitoring/devices')
    const lacking: { readonly id: string; readonly identifier: string; readonly lacks: readonly { readonly code: string; readonly basis: readonly string[] }[] }[] = JSON.parse(list.text)
    const noSign = lacking.find(({ identifier }) => identifier === 'CAM-NO-SIGN')
    expect(noSign?.lacks.map(({ code }) => code)).toEqual(['device.sign', 'device.service'])
    expect(noSign?.lacks[0]?.basis).toEqual(['《行政处罚法》第四十一条第一款'])
    const past = await house.as('zhang', 'GET', `/api/monitoring/devices/${noSign?.id ?? ''}?on=2021-08-01`)
    expect(JSON.parse(past.text).row.lacks.map(({ code }: { readonly code: string }) => code)).toEqual(['device.unregistered'])
    expect((await house.as('zhang', 'GET', `/api/monitoring/devices/${noSign?.id ?? ''}?on=2021-09-01`)).status).toBe(400)
  })
  test('a device that lacks something is not put into use; the cure makes it lawful', async () => {
    const id = await house.setUp('CAM-2', ON, { without: ['publish', 'start'] })
    const refused = await house.enter(id, 'wang', { kind: 'start', on: ON, data: {} })
    expect({ status: refused.status, codes: codesOf(refused.text) }).toEqual({ status: 409, codes: ['device.published'] })
    expect((await house.enter(id, 'wang', { kind: 'publish', on: ON, data: { where: '网站' } })).status).toBe(201)
    expect((await house.enter(id, 'wang', { kind: 'start', on: ON, data: {} })).status).toBe(201)
    house.at(ON, '16:00')
  })
  test('the legal review is entered by a legal reviewer, and corrected by one', async () => {
    const id = await house.setUp('CAM-3', ON, { without: ['legalReview', 'start'] })
    const entry = { kind: 'legalReview', on: ON, data: { result: 'failed', opinion: '依据不足。' } }
    for (const who of ['zhang', 'wang', 'zhao', 'sun']) expect((await house.enter(id, who, entry)).status).toBe(403)
    expect((await house.enter(id, 'zhou', entry)).status).toBe(201)
    const correction = { kind: 'correct', on: ON, data: { target: 8, answers: { result: 'passed', opinion: '好。' }, reason: '误记' } }
    expect((await house.enter(id, 'wang', correction)).status).toBe(403)
    expect((await house.enter(id, 'zhou', correction)).status).toBe(201)
    house.at(ON, '16:00')
  })
  test('two who write at once: the later is told, and nothing is lost', async () => {
    const id = await house.setUp('CAM-4', ON, { without: ['start'] })
    const start = { kind: 'start', on: ON, data: {}, version: 8 }
    const answers = await Promise.all([1, 2].map(() => house.as('wang', 'POST', `/api/monitoring/devices/${id}/entries`, start)))
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409])
    house.at(ON, '16:00')
  })
  test.each([
    ['the same identifier twice', { identifier: 'CAM-1', data: {} }, '已经登记'],
    ['no answers', { identifier: 'CAM-9', data: {} }, '设备种类'],
    ['an identifier with spaces', { identifier: 'CAM 9', data: {} }, '编号'],
  ])('%s is refused', async (_, body, said) => {
    const { status, text } = await house.as('wang', 'POST', '/api/monitoring/devices', body)
    expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining(said) })
  })
  test('the public sees the published places of devices in use, and no others', async () => {
    const { text } = await house.as(undefined, 'GET', '/api/public/monitoring/devices')
    expect(text).toContain('CAM-1')
    expect(text).not.toContain('CAM-NO-SIGN')
  })
})

describe('records come in by machine, each once', () => {
  test('the same record again is the same; another under its number is refused; at once they are one', async () => {
    const one = event({ records: [await house.file('one')] })
    const answers = await Promise.all([house.raise(one), house.raise(one)])
    const again = await house.raise(one)
    expect(again).toMatchObject({ status: 200, body: { known: true } })
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 201])
    expect(new Set([...answers, again].map(({ body }) => body['id'])).size).toBe(1)
    expect(await house.raise({ ...one, content: '别的' })).toMatchObject({ status: 400, text: expect.stringContaining('内容不同') })
    expect((await house.as('zhang', 'GET', `/api/monitoring/events?search=${one.external}`)).body['total']).toBe(1)
  })
  test.each([
    ['from the future', { at: `${ON}T17:00:00+08:00` }, ['in-future', 'no-record']],
    ['by a clock ten minutes ahead that did not see the future', { at: `${ON}T16:05:00+08:00`, sentAt: `${ON}T16:10:00+08:00` }, ['clock-wrong', 'no-record']],
    ['of a device that nobody registered', { device: 'NOBODY-1' }, ['unknown-device', 'no-record']],
    ['without a record', {}, ['no-record']],
    ['with a plate misread', { plate: '渝A1O345' }, ['no-record', 'plate-odd']],
    ['with a position', { position: { latitude: 29.51, longitude: 106.49 } }, ['no-record']],
    ['days late', { at: '2021-08-10T15:00:00+08:00' }, ['no-record', 'late']],
  ])('%s: taken in and flagged', async (_, more, flags) => {
    const { status, body } = await house.raise(event({ plate: `渝A${20_000 + count}`, ...more }))
    expect({ status, flags: body['flags'] }).toEqual({ status: 201, flags })
  })
  test('a picture that came before, and a second record within minutes', async () => {
    const records = [await house.file('again')]
    await house.raise(event({ records, plate: '渝A77777' }))
    expect((await house.raise(event({ records, plate: '渝A77777', at: `${ON}T15:03:00+08:00` }))).body['flags']).toEqual(['record-again', 'near-duplicate'])
  })
  test.each([
    ['a file that was not handed over', { records: ['0'.repeat(64)] }, '请先报送文件'],
    ['a matter that is none', { matter: 'no.such' }, '权责清单'],
    ['a time without a zone', { at: '2021-08-20 15:00' }, '时区'],
    ['a word that nobody knows', { licence: 'x' }, '没有这一项'],
    ['a value that is no number', { measured: { value: '很响', unit: 'dB' } }, '数字'],
  ])('%s is refused', async (_, more, said) => {
    const { status, text } = await house.raise(event(more))
    expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining(said) })
  })
  test('no key, a wrong one, one that was replaced, a source that was closed', async () => {
    const made = await house.as('admin', 'POST', '/api/monitoring/sources', { id: 'sensors', name: '传感平台' })
    const old = String(made.body['key'])
    expect((await house.raise(event(), old)).status).toBe(201)
    const renewed = String((await house.as('admin', 'POST', '/api/monitoring/sources/sensors/key', {})).body['key'])
    for (const key of ['', 'guess', old]) expect((await house.raise(event(), key)).status).toBe(401)
    expect((await house.raise(event(), renewed)).status).toBe(201)
    expect((await house.as('admin', 'POST', '/api/monitoring/sources/sensors/closure', {})).status).toBe(204)
    expect((await house.raise(event(), renewed)).status).toBe(401)
    expect((await house.as('admin', 'POST', '/api/monitoring/sources', { id: 'sensors', name: 'x' })).status).toBe(400)
    expect((await house.as('zhang', 'GET', '/api/monitoring/sources')).text).not.toContain(renewed)
  })
})

describe('records come in by file', () => {
  const HEADER = '事件编号,设备编号,抓拍时间,车牌号,号牌颜色,违法行为,备注'
  const post = (who: string, path: string, body: Readonly<Record<string, unknown>>) => house.as(who, 'POST', `/api/monitoring/import${path}`, body)
  test('looked at first, then taken in; the same file again adds nothing, nor does the machine', async () => {
    const text = [HEADER, `F-1,CAM-1,${ON} 09:10:05,渝B12345,蓝牌,未密闭,x`, `F-1,CAM-1,${ON} 09:10,,,,`, `F-2,CAM-1,昨天,,,,`, `F-3,CAM-1,2021/8/20 9:30,,紫色,,`].join('\n')
    const { body } = await post('sun', '/preview', { source: 'cameras', text })
    expect(body['unread']).toEqual(['备注'])
    expect(JSON.parse(JSON.stringify(body['rows'])).map(({ line, faults }: { readonly line: number; readonly faults: readonly string[] }) => [line, faults])).toEqual([[2, []], [3, ['文件中事件编号重复']], [4, [expect.stringContaining('抓拍时间')]], [5, ['没有「紫色」这种号牌颜色']]])
    expect((await post('wang', '', { source: 'cameras', text })).body).toEqual({ added: 1, known: 0, faulty: 3 })
    expect((await post('sun', '', { source: 'cameras', text })).body).toEqual({ added: 0, known: 1, faulty: 3 })
    expect((await house.raise({ external: 'F-1', device: 'CAM-1', at: `${ON}T09:10:05+08:00`, content: '未密闭', plate: '渝B12345', plateColour: 'blue' })).body).toMatchObject({ known: true })
  })
  test('a workbook', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('事件')
    sheet.addRows([['事件编号', '设备编号', '时间', '内容'], ['X-1', 'CAM-1', `${ON} 08:00:00`, '抛洒'], ['X-2', 'CAM-1', new Date('2021-08-20T08:30:00Z'), '抛洒']])
    const workbook = Buffer.from(await book.xlsx.writeBuffer()).toString('base64')
    expect((await post('wang', '', { source: 'cameras', workbook })).body).toEqual({ added: 2, known: 0, faulty: 0 })
    const { text } = await house.as('zhang', 'GET', '/api/monitoring/events?search=X-2')
    expect(text).toContain('2021-08-20T00:30:00.000Z')
  })
  test.each([
    ['another table', { source: 'cameras', text: '姓名,年龄\n张三,3' }, '没有找到'],
    ['a source that is none', { source: 'nobody', text: HEADER }, '没有这个来源'],
    ['no workbook', { source: 'cameras', workbook: 'AAAA' }, 'XLSX'],
  ])('%s is refused', async (_, body, said) => {
    const { status, text } = await post('wang', '/preview', body)
    expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining(said) })
  })
})

describe('行政处罚法第四十一条第二款 · a record is only a lead until a person has reviewed it', () => {
  test('reviewed by an officer, it becomes one lead with its picture, once', async () => {
    const { id, sha256, number } = await taken({ matter: 'street.front' })
    const { status, text } = await review(id)
    expect(status).toBe(201)
    const { row } = JSON.parse(text)
    expect(row).toMatchObject({ standing: 'admitted', leadNumber: expect.stringMatching(/^XS2021-/) })
    await house.handle(id, 'wang', { kind: 'withdraw', on: ON, data: { reason: '再看一遍' } })
    expect((await review(id)).status).toBe(201)
    const { body } = await house.as('zhang', 'GET', `/api/leads?search=${number}`)
    expect(body).toMatchObject({ total: 1, rows: [{ source: 'camera', photos: [sha256], matter: 'street.front', number: row.leadNumber }] })
  })
  test.each([
    ['an answer is no', { clear: false }, ['event.not-clear']],
    ['rejected without a reason', { outcome: 'rejected' }, ['event.reason']],
  ])('%s', async (_, data, codes) => {
    const { id } = await taken()
    const { status, text } = await review(id, data)
    expect({ status, codes: codesOf(text) }).toEqual({ status: 409, codes })
    expect(JSON.parse((await house.as('zhang', 'GET', `/api/monitoring/events/${id}`)).text).row.standing).toBe('waiting')
  })
  test('a rejected one keeps its reason and becomes no lead', async () => {
    const { id, number } = await taken()
    const { text } = await review(id, { outcome: 'rejected', reason: 'noOffence', note: '货厢是空的' })
    expect(JSON.parse(text).entries.at(-1).data).toMatchObject({ reason: 'noOffence', note: '货厢是空的' })
    expect((await house.as('zhang', 'GET', `/api/leads?search=${number}`)).body['total']).toBe(0)
  })
  test.each([['sun'], ['zhao'], ['wu'], ['admin']])('%s reviews nothing', async (who) => {
    const { id } = await taken()
    expect((await review(id, {}, who)).status).toBe(403)
  })
  test('two review at once: one stands', async () => {
    const { id } = await taken()
    const send = () => house.as('zhang', 'POST', `/api/monitoring/events/${id}/entries`, { kind: 'review', on: ON, data: YES, version: 1 })
    expect((await Promise.all([send(), send()])).map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409])
  })
  test('held until its device is registered, and never evidence: registration heals nothing', async () => {
    const { id } = await taken({ device: 'LATE-1' })
    expect((await house.as('zhang', 'GET', '/api/monitoring/events?standing=held&device=LATE-1')).body['total']).toBe(1)
    await house.setUp('LATE-1', ON, { time: '16:30' })
    expect((await house.as('zhang', 'GET', '/api/monitoring/events?standing=waiting&device=LATE-1')).body['total']).toBe(1)
    const refused = await review(id)
    expect({ codes: codesOf(refused.text), cure: refused.text }).toEqual({ codes: ['device.unregistered'], cure: expect.stringContaining('可以作为线索') })
    expect((await review(id, { outcome: 'leadOnly' })).status).toBe(201)
    house.at(ON, '16:00')
  })
  test('a measuring device whose certificate ran out the day before', async () => {
    const { id } = await taken({ device: 'NOISE-1', measured: { value: '76.5', unit: 'dB(A)' } })
    expect(codesOf((await review(id)).text)).toEqual(['device.certificate'])
    const { id: before } = await taken({ device: 'NOISE-1', at: '2021-08-19T23:59:00+08:00', measured: { value: '76.5', unit: 'dB(A)' } })
    expect((await review(before)).status).toBe(201)
  })
})

describe('what is waiting, and the figures', () => {
  test('the desk counts what is owed; each figure is the size of its list', async () => {
    const desk = await house.as('zhang', 'GET', '/api/monitoring/desk')
    expect(desk.body).toMatchObject({ counts: { waiting: expect.any(Number) }, renewals: [{ name: '示例噪声监测仪', duty: { due: '2021-08-19' } }], days: { verified: false } })
    const { figures }: { readonly figures: readonly { readonly key: string; readonly cases: number; readonly address?: string; readonly parts?: readonly { readonly value: string; readonly address?: string }[] }[] } = JSON.parse((await house.as('zhao', 'GET', '/api/figures?year=2021')).text)
    const own = figures.filter(({ key }) => key.startsWith('monitoring.'))
    const lists = own.flatMap(({ cases, address = '', parts = [] }) => [[String(cases), address], ...parts.map((part) => [part.value, part.address ?? ''])])
    expect(own.length).toBe(4)
    expect(lists.length).toBeGreaterThan(4)
    for (const [size, opens = ''] of lists) expect({ opens, size: String((await house.as('zhang', 'GET', opens.replace('/monitoring?', '/api/monitoring/events?'))).body['total']) }).toEqual({ opens, size })
  })
  test('the list is exported, and what a spreadsheet would run is quoted', async () => {
    await house.raise(event({ content: '=1+1' }))
    expect((await house.as('zhang', 'GET', '/api/monitoring/events.csv')).text).toContain('"\'=1+1"')
  })
  test('every entry left its leaf in the ledger', async () => {
    const rows = await rowsIn(house.bureau.database, ['monitoring_entries', 'ledger_leaves'])
    expect(rows['ledger_leaves']).toBe(rows['monitoring_entries'])
  })
})
