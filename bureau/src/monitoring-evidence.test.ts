import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monitoredBureau, type MonitoredBureau } from './monitored-bureau.ts'
import { caseUpTo } from './test-bureau.ts'

const SET_UP = '2021-08-02'
const ON = '2021-08-20'
const PLATE = '渝A12345'
let house: MonitoredBureau
beforeAll(async () => {
  house = await monitoredBureau(ON)
  await house.setUp('CAM-1', SET_UP)
  house.at(ON, '16:00')
})
afterAll(() => house.bureau.close())

const YES = { genuine: true, clear: true, complete: true, accurate: true, outcome: 'admitted' }
let count = 0
interface Taken {
  readonly id: string
  readonly number: string
  readonly sha256: string
  readonly code: string
}
/** A record of a device that was taken in, and, unless told otherwise, reviewed and admitted. */
async function taken(more: Readonly<Record<string, unknown>> = {}, review: Readonly<Record<string, unknown>> | null = {}): Promise<Taken> {
  const sha256 = await house.file(`evidence ${(count += 1)}`)
  const raised = await house.raise({ external: `P-${count}`, device: 'CAM-1', at: `${ON}T15:00:00+08:00`, content: '联系 19912345678，运输车辆未密闭', plate: PLATE, records: [sha256], ...more })
  if (raised.status !== 201) throw new Error(raised.text)
  const id = String(raised.body['id'])
  if (review !== null) {
    const { status, text } = await house.handle(id, 'zhang', { kind: 'review', on: ON, data: { ...YES, ...review } })
    if (status !== 201) throw new Error(text)
  }
  return { id, number: String(raised.body['number']), sha256, code: String((await house.as('zhang', 'GET', `/api/monitoring/events/${id}`)).body['code']) }
}
const codesOf = (text: string): readonly string[] => (JSON.parse(text).refusals ?? []).map(({ code }: { readonly code: string }) => code)

describe('行政处罚法第四十一条第二款 · what the form says counts for nothing against the register', () => {
  let caseId: string
  beforeAll(async () => {
    caseId = await caseUpTo(house.bureau, 'interview', ON)
  })
  const collect = async (data: Readonly<Record<string, unknown>>) => house.bureau.act('collect', ON, { caseId, data: { fromDevice: true, deviceReviewed: true, ...data } })

  test.each([
    ['not reviewed, named', null, 'collect.event-unreviewed'],
    ['reviewed and not used', { outcome: 'rejected', reason: 'noOffence' }, 'collect.event-rejected'],
    ['a mere lead', { outcome: 'leadOnly' }, 'collect.event-lead'],
  ])('%s', async (_, review, code) => {
    const { number, sha256 } = await taken({}, review)
    expect(codesOf((await collect({ event: number })).text)).toEqual([code])
    expect(codesOf((await collect({ sha256 })).text)).toEqual([code])
    expect(codesOf((await collect({ sha256, fromDevice: false })).text)).toEqual([code, 'collect.from-device'])
  })
  test('of a device that nobody registered', async () => {
    const { number } = await taken({ device: 'GHOST' }, null)
    const { status, text } = await collect({ event: number })
    expect({ status, codes: codesOf(text), text }).toEqual({ status: 409, codes: ['collect.event-held'], text: expect.stringContaining('第四十一条第二款') })
  })
  test('a number that is none; a picture of an officer with a claim of his own', async () => {
    expect(codesOf((await collect({ event: 'JK-NONE' })).text)).toEqual(['collect.event-unknown'])
    expect((await collect({ fromDevice: false, deviceReviewed: false })).status).toBe(201)
  })
  test('reviewed and admitted, it is evidence, and the ruling beforehand says so', async () => {
    const { number, sha256 } = await taken()
    expect((await collect({ event: number, sha256 })).status).toBe(201)
  })
  test('not by a correction either, nor in the form of another procedure', async () => {
    const { sha256 } = await taken({}, null)
    const { body } = await house.bureau.act('collect', ON, { caseId })
    const { acts }: { readonly acts: readonly { readonly seq: number; readonly data: Readonly<Record<string, unknown>> }[] } = JSON.parse((await house.bureau.send('zhang', 'GET', `/api/cases/${caseId}`)).text)
    const answers = { ...acts.find(({ seq }) => seq === body['seq'])?.data, sha256 }
    const corrected = await house.bureau.act('correct', ON, { caseId, data: { target: body['seq'], answers, reason: '补文件' } })
    expect(codesOf(corrected.text)).toContain('collect.event-unreviewed')
    const spot = await house.bureau.act('discover', ON, { procedure: 'penalty.simple', data: { evidence: [{ title: '照片', sha256 }] } })
    expect(codesOf(spot.text)).toContain('collect.event-unreviewed')
  })
  test('collected, then the register was put right: no decision before it is excluded', async () => {
    const other = await house.setUp('CAM-2', SET_UP)
    house.at(ON, '16:00')
    const { number } = await taken({ device: 'CAM-2' })
    const decided = await caseUpTo(house.bureau, 'collect', ON, { collect: { fromDevice: true, deviceReviewed: true, event: number } })
    for (const kind of ['verifyEvidence', 'conclude', 'notify', 'serveNotice', 'waiveStatement']) expect((await house.bureau.act(kind, ON, { caseId: decided })).status).toBe(201)
    expect((await house.enter(other, 'wang', { kind: 'annul', on: ON, data: { target: 4, reason: '没有做过技术审核' } })).status).toBe(201)
    house.at(ON, '16:01')
    const { status, text } = await house.bureau.act('decide', ON, { caseId: decided })
    expect({ status, codes: codesOf(text), text }).toEqual({ status: 409, codes: ['decide.device.technical-review'], text: expect.stringContaining('排除这件证据') })
  })
})

describe('行政处罚法第四十一条第三款 · the party looks it up and answers, without an account', () => {
  const lookup = (number: string, secret: string) => house.bureau.send(undefined, 'POST', '/api/public/monitoring/lookup', { number, secret })
  const answer = (number: string, statement: string, key: string = crypto.randomUUID()) => house.bureau.send(undefined, 'POST', '/api/public/monitoring/answers', { number, secret: PLATE, name: '何平', phone: '19900000000', statement }, { 'idempotency-key': key })

  test('number and plate open place, time, picture, matter and the device’s validity; no telephone number, no code, no officer', async () => {
    const { number, sha256, code } = await taken()
    const seen = await lookup(number.toLowerCase(), '渝A·12345')
    expect(seen.status).toBe(200)
    expect(seen.body).toMatchObject({ number, place: '示例路口', plate: PLATE, used: true, files: [{ sha256, media: 'image/jpeg' }], device: { identifier: 'CAM-1' } })
    expect(seen.text).toContain('法制审核')
    for (const hidden of ['19912345678', code, '张平']) expect(seen.text).not.toContain(hidden)
    expect((await lookup(number, code)).status).toBe(200)
    const file = await house.bureau.send(undefined, 'GET', `/api/public/monitoring/files/${number}/${String(seen.body['ticket'])}/${sha256}`)
    expect({ status: file.status, media: file.headers['content-type'] }).toEqual({ status: 200, media: 'image/jpeg' })
    expect((await house.as('zhang', 'GET', `/api/evidence/${sha256}/item`)).text).toContain('当事人（公示窗口查询）')
    house.at(ON, '16:20')
    expect((await house.bureau.send(undefined, 'GET', `/api/public/monitoring/files/${number}/${String(seen.body['ticket'])}/${sha256}`)).status).toBe(404)
    house.at(ON, '16:00')
  })
  test('the ticket of one record opens no file of another', async () => {
    const [one, other] = [await taken(), await taken()]
    const { ticket } = (await lookup(one.number, PLATE)).body
    for (const [number, sha256] of [[one.number, other.sha256], [other.number, other.sha256]]) expect((await house.bureau.send(undefined, 'GET', `/api/public/monitoring/files/${number ?? ''}/${String(ticket)}/${sha256 ?? ''}`)).status).toBe(404)
  })
  test('wrong number, wrong plate and a record that nobody reviewed get one and the same answer', async () => {
    const [good, waiting] = [await taken(), await taken({}, null)]
    const answers = [await lookup('JK20210820-AAAAAAAA', PLATE), await lookup(good.number, '渝A99999'), await lookup(waiting.number, PLATE), await lookup(good.number, waiting.code)]
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(404)
  })
  test('withdrawn since: still open to the party, and said to be no longer used', async () => {
    const { id, number } = await taken()
    await house.handle(id, 'wang', { kind: 'withdraw', on: ON, data: { reason: '号牌看错' } })
    expect((await lookup(number, PLATE)).body).toMatchObject({ used: false })
  })
  test('an answer is recorded once a sending, as often as the party likes, and shows up as owed', async () => {
    const { id, number } = await taken()
    const key = crypto.randomUUID()
    expect((await answer(number, '不是我的车。', key)).status).toBe(201)
    expect((await answer(number, '不是我的车。', key)).status).toBe(201)
    const both = await Promise.all([answer(number, '同时的一次。'), answer(number, '同时的又一次。')])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    for (let time = 0; time < 23; time += 1) expect((await answer(number, `补充第 ${time} 点。`)).status).toBe(201)
    const view = await house.as('zhang', 'GET', `/api/monitoring/events/${id}`)
    expect(JSON.parse(view.text).openAnswers).toHaveLength(26)
    expect(view.text).toContain('《行政处罚法》第四十五条第一款')
    expect((await house.as('zhang', 'GET', '/api/monitoring/events?duty=consider')).text).toContain(number)
    const [first] = JSON.parse(view.text).openAnswers
    expect((await house.handle(id, 'sun', { kind: 'consider', on: ON, data: { answer: first, result: 'adopted', reason: '套牌属实。' } })).status).toBe(403)
    expect((await house.handle(id, 'zhang', { kind: 'consider', on: ON, data: { answer: first, result: 'adopted', reason: '套牌属实。' } })).status).toBe(201)
    const seen = await lookup(number, PLATE)
    expect(JSON.parse(seen.text).answers[0]).toMatchObject({ result: '采纳', reason: '套牌属实。' })
    expect(seen.text).not.toContain('何平')
    expect((await house.handle(id, 'zhang', { kind: 'annul', on: ON, data: { target: first, reason: '删掉' } })).status).toBe(409)
  })
  test.each([
    ['without words', { statement: '' }, 400],
    ['without a name', { name: '' }, 400],
    ['for somebody else’s record', { secret: '渝A99999' }, 404],
  ])('an answer %s is none', async (_, more, status) => {
    const { number } = await taken()
    expect((await house.bureau.send(undefined, 'POST', '/api/public/monitoring/answers', { number, secret: PLATE, name: '何平', statement: '有话说', ...more }, { 'idempotency-key': crypto.randomUUID() })).status).toBe(status)
  })
  test('行政处罚法第四十五条第一款 · no penalty is decided while his answer waits, in the case that began with the record', async () => {
    const { id, number } = await taken()
    const { leadNumber } = JSON.parse((await house.as('zhang', 'GET', `/api/monitoring/events/${id}`)).text).row
    const { rows }: { readonly rows: readonly { readonly id: string }[] } = JSON.parse((await house.as('zhang', 'GET', `/api/leads?search=${leadNumber}`)).text)
    const { course } = await import('@zhunsheng/law/procedures.ts').then(({ findProcedure }) => ({ course: findProcedure('penalty.ordinary')?.course }))
    const { day } = await import('@zhunsheng/law/day.ts')
    const opened = await house.bureau.send('zhang', 'POST', '/api/cases', { kind: 'apply', on: ON, with: ['li'], data: course?.typical('apply', day(ON)), leadId: rows[0]?.id }, { 'idempotency-key': crypto.randomUUID() })
    const caseId = String(opened.body['id'])
    expect(opened.status).toBe(201)
    for (const kind of ['inspect', 'orderCorrection', 'file', 'interview']) expect((await house.bureau.act(kind, ON, { caseId })).status).toBe(201)
    expect(codesOf((await house.bureau.act('collect', ON, { caseId, data: { fromDevice: true, deviceReviewed: true } })).text)).toEqual(['collect.event-unnamed'])
    expect((await house.bureau.act('collect', ON, { caseId, data: { fromDevice: true, deviceReviewed: true, event: number } })).status).toBe(201)
    for (const kind of ['verifyEvidence', 'conclude', 'notify', 'serveNotice', 'waiveStatement']) expect((await house.bureau.act(kind, ON, { caseId })).status).toBe(201)
    await answer(number, '当时车厢是空的。')
    expect(codesOf((await house.bureau.act('decide', ON, { caseId })).text)).toEqual(['decide.online-statement'])
    const view = JSON.parse((await house.as('zhang', 'GET', `/api/monitoring/events/${id}`)).text)
    expect(view.case).toMatchObject({ id: caseId })
    expect((await house.as('zhang', 'GET', `/api/monitoring/events?case=${caseId}`)).body).toMatchObject({ total: 1, rows: [{ number, duties: ['tell', 'consider'] }] })
    expect((await house.as('zhang', 'GET', '/api/monitoring/events?case=none')).body['total']).toBe(0)
    await house.handle(id, 'zhang', { kind: 'consider', on: ON, data: { answer: view.openAnswers[0], result: 'dismissed', reason: '照片中有货。' } })
    expect((await house.bureau.act('decide', ON, { caseId })).status).toBe(201)
  })
  test('after twenty wrong pairs an address waits; the office stays open to it', async () => {
    for (let time = 0; time < 20; time += 1) await lookup('JK20210820-AAAAAAAA', `渝A${10_000 + time}`)
    const { status, text } = await lookup('JK20210820-AAAAAAAA', PLATE)
    expect({ status, text }).toEqual({ status: 429, text: expect.stringContaining('窗口') })
    house.at(ON, '16:11')
    expect((await lookup('JK20210820-AAAAAAAA', PLATE)).status).toBe(404)
  })
})
