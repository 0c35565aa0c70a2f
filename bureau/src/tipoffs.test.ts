import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOffice } from './modules/enforcement/lead-office.ts'
import { tipoffUses } from './modules/tipoffs/file-uses.ts'
import { COOKIE } from './platform/session.ts'
import { simulatedFleet, type SimulatedFleet } from './simulated-fleet.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
let bureau: TestBureau
let fleet: SimulatedFleet
let plate: string
let at: string
beforeAll(async () => {
  bureau = await testBureau(ON)
  fleet = await simulatedFleet(bureau, { on: ON, trucks: 3, trips: 1, misbehaving: true })
  await fleet.live(bureau.server.sink)
  const [alarm] = rowsOf(await get('/api/trucks/alarms?size=1'))
  plate = String(alarm?.['plate'])
  at = String(alarm?.['since'])
}, 120_000)
afterAll(() => bureau.close())

type Data = Readonly<Record<string, unknown>>
const get = (path: string, who = 'wang'): Promise<Answer> => bureau.send(who, 'GET', path)
const rowsOf = ({ body }: Answer): readonly Data[] => (Array.isArray(body['rows']) ? body['rows'] : [])
const said = (more: Data = {}): Data => ({ plate, plateColour: 'yellow', seen: ['open', 'spilling'], at, place: '示例路口', text: '一路掉土，我的电话 13912345678', ...more })

async function picture(): Promise<Buffer> {
  const canvas = createCanvas(40, 20)
  canvas.getContext('2d').fillRect(0, 0, 20, 20)
  return canvas.encode('jpeg', 80)
}
/** The same picture as a telephone makes it: turned by its EXIF, which says a place as well. */
async function fromTelephone(): Promise<Buffer> {
  const plain = await picture()
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex'), Buffer.from('GPS 29.5012 106.5123')])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  return Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)])
}

let caller = 0
/** Sends the form; each time from another address, unless one is said. */
async function report(words: unknown, photos: readonly Buffer[] = [], { key = crypto.randomUUID(), from }: { readonly key?: string; readonly from?: string } = {}): Promise<Answer> {
  caller += 1
  const part = (head: string, content: Buffer) => Buffer.concat([Buffer.from(`--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n`), content, Buffer.from('\r\n')])
  const payload = Buffer.concat([
    ...(words === undefined ? [] : [part('name="report"', Buffer.from(typeof words === 'string' ? words : JSON.stringify(words)))]),
    ...photos.map((content, index) => part(`name="photo"; filename="${index}.jpg"\r\ncontent-type: image/jpeg`, content)),
    Buffer.from('--b--\r\n'),
  ])
  const answer = await bureau.server.http.inject({ method: 'POST', url: '/api/public/tipoffs', payload, headers: { 'content-type': 'multipart/form-data; boundary=b', 'idempotency-key': key }, remoteAddress: from ?? `10.0.${Math.floor(caller / 250)}.${caller % 250}` })
  return { status: answer.statusCode, text: answer.body, body: JSON.parse(answer.body), headers: answer.headers }
}
const progress = async (receipt: unknown): Promise<Data> => (await bureau.send(undefined, 'GET', `/api/public/tipoffs/${String(receipt)}`)).body
/** A report as the desk finds it. */
async function received(words: Data = {}, photos: readonly Buffer[] = []): Promise<{ readonly receipt: string; readonly id: string }> {
  const place = `示例路口 ${crypto.randomUUID()}`
  const answer = await report(said({ place, ...words }), photos)
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
  const row = rowsOf(await get('/api/tipoffs?size=200')).find((one) => one['place'] === place)
  return { receipt: String(answer.body['receipt']), id: String(row?.['id']) }
}
const answer = (id: string, what: Data, { who = 'wang', key = crypto.randomUUID() } = {}): Promise<Answer> => bureau.send(who, 'POST', `/api/tipoffs/${id}/answer`, what, { 'idempotency-key': key })
const reporter = (id: string, who: string, reason = '回访核实'): Promise<Answer> => bureau.send(who, 'POST', `/api/tipoffs/${id}/reporter`, { reason })

describe('what somebody saw in the street (群众举报)', () => {
  test('a report is answered with a receipt, under which its state can be asked', async () => {
    const { receipt } = await received()
    expect(receipt).toMatch(/^JB[\w-]{16}$/)
    // 10 August and fifteen working days.
    expect(await progress(receipt)).toMatchObject({ state: 'received', status: '已收到，等待办理', receivedOn: ON, answerBy: '2021-08-31', plate })
    expect(await progress('JBnobody')).toMatchObject({ status: 404, detail: '没有这个举报编号，请核对' })
  })
  test('the same report on its way twice is one report', async () => {
    const key = crypto.randomUUID()
    const [first, second] = [await report(said({ place: '重发路口' }), [await picture()], { key }), await report(said({ place: '重发路口' }), [await picture()], { key })]
    expect(second.body).toEqual(first.body)
    expect(rowsOf(await get(`/api/tipoffs?search=${encodeURIComponent('重发路口')}`))).toHaveLength(1)
    expect((await report(said({ place: '另一路口' }), [], { key })).body).toMatchObject({ status: 400, detail: '这个幂等键已经用于另一件举报' })
  })
  test('a report without a key is not taken', async () => {
    expect((await report(said(), [], { key: 'x' })).body).toMatchObject({ status: 400, detail: '请求头须带 8 至 100 位的幂等键' })
  })
  test.each([
    ['a plate that cannot be', { plate: '渝A1234' }, '号牌号码格式不符：省份简称、发牌机关字母加 5 位，新能源汽车加 6 位'],
    ['a colour that the plate does not have', { plate: '渝AD12345', plateColour: 'yellow' }, '号牌 渝AD12345 应为渐变绿色号牌'],
    ['tomorrow', { at: '2021-08-11T10:00:00+08:00' }, '看到的时间晚于现在，请核对'],
    ['the last century', { at: '1970-01-01T00:00:00+08:00' }, '看到的时间过于久远，已经超过追究的期限（《行政处罚法》第三十六条第一款）'],
    ['nothing seen', { seen: [] }, '请至少选择一种看到的情形'],
    ['no place', { place: '' }, '请填写地点'],
    ['a telephone that is none', { phone: 'abc' }, '请填写有效的电话号码'],
    ['a word that is not asked', { admin: true }, '没有这一项：admin'],
  ])('%s is refused with what is wrong', async (_, more, because) => {
    expect((await report(said(more))).body).toMatchObject({ status: 400, detail: because })
  })
  test.each([['no words at all', undefined, '没有举报内容'], ['words that are no JSON', '{', '举报内容不是有效的 JSON']])('%s', async (_, words, because) => {
    expect((await report(words)).body).toMatchObject({ status: 400, detail: because })
  })
  test('from one address ten reports come at once, the eleventh is told to wait', async () => {
    const statuses = []
    for (let n = 0; n < 11; n += 1) statuses.push((await report('{', [], { from: '192.0.2.1' })).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 400), 429])
  })
})

/** A picture of a hundred kilobytes that claims nine hundred million points. */
function bomb(): Buffer {
  const head = Buffer.alloc(33)
  head.write('\x89PNG\r\n\x1a\n', 0, 'latin1')
  head.writeUInt32BE(13, 8)
  head.write('IHDR', 12, 'latin1')
  head.writeUInt32BE(30_000, 16)
  head.writeUInt32BE(30_000, 20)
  return Buffer.concat([head, Buffer.alloc(1000)])
}
describe('photographs (照片)', () => {
  test.each([
    ['an SVG with a script', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an archive', () => Buffer.from('PK\x05\x06'.padEnd(22, '\0'))],
    ['a few bytes that begin like a JPEG', () => Buffer.from('\xff\xd8\xff\xe0rubbish', 'latin1')],
    ['a picture that claims to be immense', bomb],
    ['nothing', () => Buffer.alloc(0)],
  ])('%s is no photograph', async (_, made) => {
    expect((await report(said({ place: '假照片路口' }), [made()])).body).toMatchObject({ status: 400, detail: '第 1 张不是可以打开的照片（JPEG、PNG 或者 WebP），请换一张' })
    expect(rowsOf(await get(`/api/tipoffs?search=${encodeURIComponent('假照片路口')}`))).toEqual([])
  })
  test('four are too many, thirteen megabytes too large', async () => {
    const one = await picture()
    expect((await report(said(), [one, one, one, one])).body).toMatchObject({ status: 400, detail: '照片最多 3 张' })
    expect((await report(said(), [Buffer.concat([one, Buffer.alloc(13 * 1024 * 1024)])])).body).toMatchObject({ status: 413, detail: '单张照片不能超过 12 MB，请压缩后再上传' })
  })
  test('the desk sees a copy without what the telephone wrote into it, the right way up', async () => {
    const { id } = await received({}, [await fromTelephone()])
    const shown = async (who: string, query = '') => bureau.server.http.inject({ method: 'GET', url: `/api/tipoffs/${id}/photos/0${query}`, cookies: { [COOKIE]: await bureau.server.sessions.open(who) } })
    const { rawPayload } = await shown('zhou')
    expect(rawPayload.includes('GPS')).toBe(false)
    const { width, height } = await loadImage(rawPayload)
    expect([width, height]).toEqual([20, 40])
    // The original is evidence: only those who handle the report open it.
    expect((await shown('zhou', '?original=yes')).statusCode).toBe(403)
    expect((await shown('wang', '?original=yes')).rawPayload.includes('GPS')).toBe(true)
    expect((await bureau.send('wang', 'GET', `/api/tipoffs/${id}/photos/1`)).status).toBe(404)
  })
})

describe('nothing becomes a lead unless a person says so', () => {
  test('accepted, it is a lead with its photographs, which says nothing of who reported', async () => {
    const { id, receipt } = await received({ name: '欧阳举报', phone: '13812345678', position: { latitude: 29.5, longitude: 106.5, accuracy: 12 } }, [await fromTelephone()])
    const before = Number((await get('/api/leads')).body['total'])
    const { status, body } = await answer(id, { kind: 'accept' })
    expect([status, body['state']]).toEqual([201, 'accepted'])
    const leads = await get('/api/leads')
    expect(Number(leads.body['total'])).toBe(before + 1)
    const [lead] = rowsOf(leads)
    expect(lead).toMatchObject({ source: 'complaint', content: expect.stringContaining(`${plate}（黄牌）车厢没有密闭、沿途撒漏`), position: { latitude: 29.5, longitude: 106.5, accuracy: 12 }, photos: [expect.any(String)] })
    for (const word of ['欧阳举报', '13812345678', '13912345678']) expect(leads.text).not.toContain(word)
    expect((await bureau.send('zhou', 'GET', `/api/evidence/${String(Array.isArray(lead?.['photos']) ? lead['photos'][0] : '')}`)).text).not.toContain('GPS')
    expect(await progress(receipt)).toMatchObject({ state: 'accepted', status: '已受理，正在核查' })
    await bureau.send('wang', 'POST', `/api/leads/${String(lead?.['id'])}/dismissal`, { reason: '车辆已经密闭，联系 13812345678' })
    expect(await progress(receipt)).toMatchObject({ status: '已受理，核查后不予立案', reason: '车辆已经密闭，联系 ＊＊＊' })
  })
  test('the alarms and trips of that truck at that time stand beside it, and it may be joined to one of them', async () => {
    const { id, receipt } = await received()
    const view = (await get(`/api/tipoffs/${id}`)).body
    const near: readonly Data[] = Array.isArray(view['near']) ? view['near'] : []
    expect(view['vehicle']).toMatchObject({ enterprise: '示例车队' })
    expect(near.map(({ of }) => of)).toEqual(expect.arrayContaining(['alarm', 'trip']))
    const [first] = near
    expect((await answer(id, { kind: 'join', of: first?.['of'], id: 'another' })).body).toMatchObject({ status: 400, detail: '这条预警或者趟次不是这个号牌在那个时间前后的，不能并入' })
    expect((await answer(id, { kind: 'join', of: first?.['of'], id: first?.['id'] })).body).toMatchObject({ state: 'joined', history: [{ joined: { id: first?.['id'] } }] })
    expect(rowsOf(await get(`/api/tipoffs?joined=${encodeURIComponent(String(first?.['id']))}`)).map((one) => one['id'])).toEqual([id])
    expect(await progress(receipt)).toMatchObject({ state: 'joined', status: '与已经掌握的情况一致，并入核查' })
  })
  test('a plate that nobody registered, or another hour, has nothing beside it', async () => {
    const strange = await received({ plate: '渝Z99999' })
    expect((await get(`/api/tipoffs/${strange.id}`)).body).toMatchObject({ near: [] })
    const early = await received({ at: '2021-07-01T08:00:00+08:00' })
    expect((await get(`/api/tipoffs/${early.id}`)).body).toMatchObject({ near: [] })
  })
  test('rejected, the reporter reads why', async () => {
    const { id, receipt } = await received()
    expect((await answer(id, { kind: 'reject', reason: '' })).body).toMatchObject({ status: 400, detail: '请填写不予受理的理由' })
    await answer(id, { kind: 'reject', reason: '照片看不清号牌' })
    expect(await progress(receipt)).toMatchObject({ state: 'rejected', status: '不予受理', reason: '照片看不清号牌', answeredOn: ON })
  })
  test('what is answered is answered once, and the same answer sent twice is one', async () => {
    const { id } = await received()
    const key = crypto.randomUUID()
    expect([(await answer(id, { kind: 'accept' }, { key })).status, (await answer(id, { kind: 'accept' }, { key })).status]).toEqual([201, 201])
    expect((await answer(id, { kind: 'reject', reason: '重复' }, { who: 'sun' })).body).toMatchObject({ status: 409, detail: '这件举报已由王正办理（已转线索）' })
    const other = await received()
    expect((await answer(other.id, { kind: 'accept' }, { key })).body).toMatchObject({ status: 400, detail: '这个幂等键已经用于另一件举报' })
  })
  test('what was answered in error is taken back with a reason and answered again; both stay, and the term is the same', async () => {
    const { id, receipt } = await received({}, [await picture()])
    expect((await answer(id, { kind: 'reopen', reason: '看错了' })).body).toMatchObject({ status: 409, detail: '这件举报还没有办理，不需要撤回' })
    const before = await progress(receipt)
    await answer(id, { kind: 'reject', reason: '照片看不清号牌' })
    const needed = () => bureau.database.read(async (queries) => (await tipoffUses({ standing: () => Promise.resolve(new Map()) })(queries)).needed.length)
    const answered = await needed()
    const again = await answer(id, { kind: 'reopen', reason: '放大后号牌清楚' }, { who: 'sun' })
    expect(again.body).toMatchObject({ state: 'received', history: [{ kind: 'reject', by: '王正' }, { kind: 'reopen', by: '孙敏', reason: '放大后号牌清楚' }] })
    // The reporter reads neither the old reason nor that of taking it back; his photographs are needed again.
    expect(await progress(receipt)).toEqual(before)
    expect(await needed()).toBeGreaterThan(answered)
    expect((await answer(id, { kind: 'accept' })).body).toMatchObject({ state: 'accepted', history: [{}, {}, { kind: 'accept', leadNumber: expect.stringMatching(/^XS/) }] })
    expect((await answer(id, { kind: 'reopen', reason: '看错了' })).body).toMatchObject({ status: 409, detail: expect.stringContaining('已转线索，不能撤回') })
  })
  test('of two who answer it again at once one is told that the other was first', async () => {
    const { id } = await received()
    await answer(id, { kind: 'reject', reason: '照片看不清号牌' })
    await answer(id, { kind: 'reopen', reason: '放大后号牌清楚' })
    const both = await Promise.all([answer(id, { kind: 'accept' }), answer(id, { kind: 'reject', reason: '重复' }, { who: 'sun' })])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
  })
  test.each(['zhou', 'zhao'])('%s reads it and does not answer it', async (who) => {
    const { id } = await received()
    expect((await get(`/api/tipoffs/${id}`, who)).body).toMatchObject({ mayHandle: false })
    expect((await answer(id, { kind: 'accept' }, { who })).status).toBe(403)
  })
})

describe('固体废物污染环境防治法第三十一条第三款、个人信息保护法第六条 · who reported is kept confidential', () => {
  test('no list and no view says it; whoever handles it sees it for a reason that is written down', async () => {
    const { id } = await received({ name: '欧阳举报', phone: '13812345678' })
    for (const path of ['/api/tipoffs?size=200', `/api/tipoffs/${id}`]) for (const word of ['欧阳举报', '13812345678']) expect((await get(path)).text).not.toContain(word)
    expect((await reporter(id, 'wang', '')).body).toMatchObject({ status: 400, detail: '请填写查看事由' })
    expect((await reporter(id, 'wang')).body).toEqual({ name: '欧阳举报', phone: '13812345678' })
    expect((await get(`/api/tipoffs/${id}`, 'zhou')).body['looks']).toEqual([{ who: '王正', at: bureau.clock.now().toISOString(), reason: '回访核实' }])
  })
  test.each(['zhou', 'zhao', 'wu'])('%s does not see it', async (who) => {
    const { id } = await received({ phone: '13812345678' })
    expect((await reporter(id, who)).status).toBe(403)
  })
  test('who said nothing of himself is not looked for', async () => {
    const { id } = await received()
    expect((await reporter(id, 'zhang')).body).toMatchObject({ status: 404, detail: '举报人没有留下姓名和电话' })
  })
  test('twenty looks a day, and no more', async () => {
    const { id } = await received({ phone: '13812345678' })
    const statuses = []
    for (let n = 0; n < 21; n += 1) statuses.push((await reporter(id, 'sun')).status)
    expect([statuses.filter((one) => one === 200).length, statuses.at(-1)]).toEqual([20, 429])
  })
})

describe('档案法第二十一条 · photographs stay as long as somebody needs them', () => {
  const needed = () => bureau.database.read(async (queries) => (await tipoffUses(leadOffice(() => 'nobody'))(queries)).needed.length)
  test('the original and the copy until the report is answered, those of a lead until it is disposed of', async () => {
    const before = await needed()
    const [rejected, accepted] = [await received({}, [await picture()]), await received({}, [await fromTelephone()])]
    expect(await needed()).toBe(before + 4)
    await answer(rejected.id, { kind: 'reject', reason: '看不清号牌' })
    await answer(accepted.id, { kind: 'accept' })
    expect(await needed()).toBe(before + 2)
    const [lead] = rowsOf(await get('/api/leads'))
    await bureau.send('wang', 'POST', `/api/leads/${String(lead?.['id'])}/dismissal`, { reason: '已经改正' })
    expect(await needed()).toBe(before)
  })
})
