import { createServer, type Server as HttpServer } from 'node:http'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ATTEMPTS, waitMs } from './modules/messages/deliver.ts'
import { signMessage } from './modules/messages/gateway.ts'
import { claimDue } from './modules/messages/store.ts'
import type { CaseMessages, Message, MessagePage } from './modules/messages/wire.ts'
import { momentOf } from './platform/clock.ts'
import { caseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2022-03-01'
const KEY = 'an-example-key-of-thirty-two-characters'
/** A party whose every particular would be noticed in a message. */
const PARTY = { kind: 'citizen', name: '司徒文博', idNumber: '11010519491231002X', capacity: 'full', address: '示例街 99 号', phone: '19911111111' }

/** What the gateway received, and what it answers next. */
interface Received {
  readonly key: string
  readonly body: { readonly id: string; readonly phone: string; readonly text: string }
  readonly isSigned: boolean
}
interface Said {
  readonly status: number
  readonly body: string
}
const received: Received[] = []
/** By number: every test has parties of its own. */
const answers = new Map<string, (Said | 'hang up')[]>()
const ACCEPTED: Said = { status: 200, body: '{"accepted":true,"serial":"G1"}' }
const DOWN: Said = { status: 503, body: '' }
const UNKNOWN: Said = { status: 200, body: '{"accepted":false,"reason":"空号"}' }

/** A gateway of our own: it checks the signature as a real one would, and answers what the test told it to. */
function fakeGateway(): HttpServer {
  return createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body: Received['body'] = JSON.parse(Buffer.concat(chunks).toString('utf8'))
      received.push({ key: String(request.headers['idempotency-key']), body, isSigned: request.headers['x-message-signature'] === signMessage(KEY, String(request.headers['x-message-time']), body) })
      const answer = answers.get(body.phone)?.shift() ?? ACCEPTED
      if (answer === 'hang up') return void request.socket.destroy()
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
    })
  })
}

let gateway: HttpServer
let bureau: TestBureau
beforeAll(async () => {
  gateway = fakeGateway().listen(0, '127.0.0.1')
  await once(gateway, 'listening')
  bureau = await bureauWith(portOf(gateway))
})
afterAll(async () => {
  await bureau.close()
  gateway.close()
})
beforeEach(() => at(ON, '16:00'))

const portOf = (server: HttpServer): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
const bureauWith = (port: number | undefined) =>
  testBureau(ON, undefined, { messages: { sign: '示例城管', where: '示例区示例路 1 号服务窗口', ...(port === undefined ? {} : { gateway: `http://127.0.0.1:${port}/send` }) } }, KEY)
const at = (day: string, time: string) => bureau.clock.set(momentOf(day, time))
const messagesIn = async (caseId: string, where = bureau): Promise<CaseMessages> => JSON.parse((await where.send('zhang', 'GET', `/api/cases/${caseId}/messages`)).text)
const one = async (caseId: string): Promise<Message> => {
  const [found] = (await messagesIn(caseId)).rows
  if (found === undefined) throw new Error('no message')
  return found
}
let lastPhone = 19_900_000_000
const nextPhone = (): string => {
  lastPhone += 1
  return String(lastPhone)
}
const sentTo = (phone: string) => received.filter(({ body }) => body.phone === phone)
const confirm = (caseId: string, phone: string, data: Readonly<Record<string, unknown>> = {}, where = bureau) => where.act('confirmAddress', ON, { caseId, data: { address: '示例街 1 号', phone, ...data } })
/** A fine that is served, with the number at which its party may be reminded, and what the gateway says to it: payable until 2022-03-16. */
async function served(said: readonly (Said | 'hang up')[] = []): Promise<{ readonly caseId: string; readonly phone: string }> {
  const [caseId, phone] = [await caseUpTo(bureau, 'serveDecision', ON, { apply: { party: PARTY } }), nextPhone()]
  answers.set(phone, [...said])
  expect((await confirm(caseId, phone)).status).toBe(201)
  return { caseId, phone }
}
const resend = (id: string, reason = '当事人称没有收到。', key: string = crypto.randomUUID()) => bureau.send('sun', 'POST', `/api/messages/${id}/resending`, { reason }, { 'idempotency-key': key })
const send = () => bureau.server.sendMessages()
/** On the first morning on which the reminder is due. */
async function onTheDay(): Promise<void> {
  at('2022-03-13', '09:00')
  // More may be due than is sent at once.
  while ((await send()) > 0);
}

describe('行政处罚法第六十一条、个人信息保护法第六条 · what a reminder is, and to whom', () => {
  test('nobody is reminded whose number the file does not have from himself; the number that an officer typed is none', async () => {
    const caseId = await caseUpTo(bureau, 'serveDecision', ON, { apply: { party: PARTY } })
    expect(await messagesIn(caseId)).toEqual({ rows: [], hasGateway: true, because: expect.stringContaining('没有填写送达地址确认书') })
  })
  test('the confirmation brings what the file already has to remind of; no reminders where he wants none', async () => {
    const { caseId } = await served()
    expect((await messagesIn(caseId)).rows).toMatchObject([{ kind: 'pay', phone: expect.stringMatching(/^199\*{4}\d{4}$/), state: 'queued', notBefore: '2022-03-13' }])
    const quiet = await caseUpTo(bureau, 'serveDecision', ON)
    expect((await confirm(quiet, nextPhone(), { noReminders: true })).status).toBe(201)
    expect(await messagesIn(quiet)).toMatchObject({ rows: [], because: expect.stringContaining('不愿接收短信提醒') })
  })
  test('it says agency, number, kind, day and where to look; not who is meant, nor what for, nor how much', async () => {
    const { text, caseNumber } = await one((await served()).caseId)
    expect(text).toBe(`【示例城管】示例区城市管理局提醒：案件${caseNumber}有款项将于2022年3月16日到期，以送达的文书为准。查询：示例区示例路 1 号服务窗口。本短信不要求转账，不作送达。`)
    for (const word of ['司徒', '文博', '002X', '示例街', '1991111', '300', '罚款', '出店经营']) expect(text).not.toContain(word)
  })
  test('the same act is reminded of once, however often the file is touched', async () => {
    const { caseId, phone } = await served()
    await confirm(caseId, phone)
    expect((await messagesIn(caseId)).rows).toHaveLength(1)
  })
})

describe('when it goes out', () => {
  test('three days before the last day, by daylight, once, signed, under its own key', async () => {
    const { caseId, phone } = await served()
    for (const [day, time] of [['2022-03-12', '16:00'], ['2022-03-13', '07:59'], ['2022-03-13', '20:00']] as const) {
      at(day, time)
      await send()
    }
    expect(sentTo(phone)).toEqual([])
    await onTheDay()
    await send()
    const message = await one(caseId)
    expect(message).toMatchObject({ state: 'sent', entries: [{ kind: 'sent', says: '网关已受理，流水号 G1' }] })
    expect(sentTo(phone)).toEqual([{ key: message.id, body: { id: message.id, phone, text: message.text }, isSigned: true }])
  })
  test('whoever paid in the meantime is not reminded', async () => {
    const { caseId, phone } = await served()
    expect((await bureau.act('pay', ON, { caseId, data: { amount: '300' } })).status).toBe(201)
    await onTheDay()
    expect(await one(caseId)).toMatchObject({ state: 'cancelled', entries: [{ says: expect.stringContaining('不再提醒') }] })
    expect(sentTo(phone)).toEqual([])
  })
  test('第六十六条第二款: a deferral puts a new day in its place; the old reminder is cancelled', async () => {
    const { caseId, phone } = await served()
    expect((await bureau.act('approveDeferral', ON, { caseId, data: { until: '2022-04-15' } })).status).toBe(201)
    await onTheDay()
    const rows = (await messagesIn(caseId)).rows.map(({ state, notBefore }) => `${notBefore} ${state}`)
    expect(rows.toSorted()).toEqual(['2022-03-13 cancelled', '2022-04-12 queued'])
    expect(sentTo(phone)).toEqual([])
  })
  test('a decision that waits for him is reminded of the next day, unless it was served by then', async () => {
    const [waits, has] = [await caseUpTo(bureau, 'waiveStatement', ON), await caseUpTo(bureau, 'waiveStatement', ON)]
    for (const caseId of [waits, has]) {
      await confirm(caseId, nextPhone())
      expect((await bureau.act('decide', ON, { caseId })).status).toBe(201)
    }
    expect((await bureau.act('serveDecision', ON, { caseId: has })).status).toBe(201)
    at('2022-03-02', '09:00')
    while ((await send()) > 0);
    const kindsOf = async (caseId: string) => (await messagesIn(caseId)).rows.map(({ kind, state }) => `${kind} ${state}`).toSorted()
    expect(await kindsOf(waits)).toEqual(['collect sent'])
    expect(await kindsOf(has)).toEqual(['collect cancelled', 'pay queued'])
  })
  test('第六十四条: a hearing is reminded of the day before', async () => {
    const caseId = await caseUpTo(bureau, 'conclude', ON)
    await confirm(caseId, nextPhone())
    for (const [kind, data] of [['notify', { kinds: ['stopBusiness'], fine: null, tellsHearing: true }], ['serveNotice', {}], ['requestHearing', { askedOn: ON }], ['noticeHearing', { receivedOn: ON, holdOn: '2022-03-14' }]] as const) {
      const { status, text } = await bureau.act(kind, ON, { caseId, data })
      expect(status, text).toBe(201)
    }
    expect(await one(caseId)).toMatchObject({ kind: 'hearing', notBefore: '2022-03-13', text: expect.stringContaining('定于2022年3月14日听证') })
  })
})

describe('a gateway in trouble', () => {
  test('it is busy, hangs up, asks to come back, answers nonsense: tried again after a minute, two, four, eight, under the same key', async () => {
    const { caseId, phone } = await served([DOWN, 'hang up', { status: 429, body: '' }, { status: 200, body: 'not json' }])
    await onTheDay()
    expect(await one(caseId)).toMatchObject({ state: 'queued', entries: [{ kind: 'retry', says: '网关答复 503' }] })
    let due = bureau.clock.now().getTime()
    for (const [attempt, minutes] of [[1, 1], [2, 2], [3, 4], [4, 8]] as const) {
      due += minutes * 60_000
      bureau.clock.set(new Date(due - 1000))
      await send()
      expect(sentTo(phone)).toHaveLength(attempt)
      bureau.clock.set(new Date(due))
      await send()
    }
    const message = await one(caseId)
    expect(message.entries.map(({ kind }) => kind)).toEqual(['retry', 'retry', 'retry', 'retry', 'sent'])
    expect(new Set(sentTo(phone).map(({ key }) => key))).toEqual(new Set([message.id]))
  })
  test('it stays down: after eight attempts the message failed, and is not shown as sent', async () => {
    const { caseId, phone } = await served(Array.from({ length: ATTEMPTS + 4 }, () => DOWN))
    await onTheDay()
    for (let attempt = 1; attempt < ATTEMPTS + 2; attempt += 1) {
      bureau.clock.set(new Date(bureau.clock.now().getTime() + waitMs(attempt)))
      await send()
    }
    expect(sentTo(phone)).toHaveLength(ATTEMPTS)
    expect(await one(caseId)).toMatchObject({ state: 'failed', entries: expect.arrayContaining([expect.objectContaining({ kind: 'failed', says: expect.stringContaining('已试 8 次') })]) })
  })
  test.each([
    ['it does not know the number', UNKNOWN, '空号'],
    ['it does not take our signature', { status: 401, body: 'bad signature' }, '网关答复 401：bad signature'],
  ])('%s: refused with its words, and not tried again', async (_, said, says) => {
    const { caseId, phone } = await served([said])
    await onTheDay()
    at('2022-03-13', '19:00')
    await send()
    expect(await one(caseId)).toMatchObject({ state: 'refused', entries: [{ kind: 'refused', says }] })
    expect(sentTo(phone)).toHaveLength(1)
  })
  test('killed between the sending and its record: sent again after the claim, under the same key; two processes never send at once', async () => {
    const { caseId, phone } = await served()
    at('2022-03-13', '09:00')
    // The process that took it over sent it and died.
    const claimed = await bureau.database.work((tx) => claimDue(tx, { now: bureau.clock.now().toISOString(), until: momentOf('2022-03-13', '09:02').toISOString(), most: 100 }))
    const { id } = await one(caseId)
    expect(claimed.map((row) => row.id)).toContain(id)
    await send()
    expect(sentTo(phone)).toEqual([])
    at('2022-03-13', '09:02')
    await Promise.all([send(), send()])
    while ((await send()) > 0);
    expect(sentTo(phone).map(({ key }) => key)).toEqual([id])
    expect((await one(caseId)).state).toBe('sent')
  })
})

describe('sent again (重发)', () => {
  test('by another message that says which it corrects, by whom and why; once', async () => {
    const { caseId, phone } = await served([UNKNOWN])
    await onTheDay()
    const refused = await one(caseId)
    expect(await resend(refused.id, ' ')).toMatchObject({ status: 400, text: expect.stringContaining('理由') })
    const key = 'resend-key-1'
    const again = await resend(refused.id, '号码已由当事人核对。', key)
    expect(again).toMatchObject({ status: 201, body: { state: 'queued', corrects: { id: refused.id, who: '孙敏', reason: '号码已由当事人核对。' } } })
    expect((await resend(refused.id, '号码已由当事人核对。', key)).body['id']).toBe(again.body['id'])
    expect(await resend(refused.id)).toMatchObject({ status: 409, text: expect.stringContaining('已经重发') })
    await send()
    expect((await messagesIn(caseId)).rows).toMatchObject([{ state: 'sent' }, { state: 'refused', correctedBy: again.body['id'] }])
    expect(sentTo(phone).map((one) => one.key)).toEqual([refused.id, again.body['id']])
  })
  test('what waits or was sent to his number is not sent twice; to a new number that he confirmed it is', async () => {
    const { caseId } = await served()
    expect(await resend((await one(caseId)).id)).toMatchObject({ status: 400, text: expect.stringContaining('还在等待发送') })
    await onTheDay()
    expect(await resend((await one(caseId)).id)).toMatchObject({ status: 400, text: expect.stringContaining('不重复提醒') })
    const changed = nextPhone()
    expect((await confirm(caseId, changed)).status).toBe(201)
    await send()
    expect(sentTo(changed)).toHaveLength(1)
  })
  test('nothing is sent again that the file does not ask for any more', async () => {
    const { caseId } = await served([UNKNOWN])
    await onTheDay()
    expect((await bureau.act('pay', ON, { caseId, data: { amount: '300' } })).status).toBe(201)
    expect(await resend((await one(caseId)).id)).toMatchObject({ status: 400, text: expect.stringContaining('不再需要提醒') })
  })
})

describe('the list', () => {
  test('by case number, by the last places of the number, by state; never the number itself', async () => {
    const { caseId, phone } = await served()
    const { caseNumber } = await one(caseId)
    const list = async (query: string): Promise<MessagePage> => JSON.parse((await bureau.send('zhou', 'GET', `/api/messages?${query}`)).text)
    expect(await list(`search=${caseNumber}`)).toMatchObject({ total: 1, rows: [{ caseId }], hasGateway: true })
    expect((await list(`search=${phone.slice(-4)}`)).rows).toMatchObject([{ caseId }])
    expect((await list(`search=${phone.slice(0, 7)}`)).total).toBe(0)
    expect((await list(`search=${caseNumber}&state=sent`)).total).toBe(0)
    expect((await list('state=held')).total).toBe(0)
    expect(JSON.stringify(await list('size=100'))).not.toMatch(/199\d{8}/)
  })
  test('without a gateway every message is held and says so; none is ever shown as sent', async () => {
    const other = await bureauWith(undefined)
    const caseId = await caseUpTo(other, 'serveDecision', ON)
    await confirm(caseId, nextPhone(), {}, other)
    other.clock.set(momentOf('2022-03-13', '09:00'))
    expect(await other.server.sendMessages()).toBe(0)
    expect(await messagesIn(caseId, other)).toMatchObject({ hasGateway: false, rows: [{ state: 'held', entries: [] }] })
    const page: MessagePage = JSON.parse((await other.send('sun', 'GET', '/api/messages?state=held')).text)
    expect(page).toMatchObject({ total: 1, rows: [{ state: 'held' }], counts: { held: 1, queued: 0, sent: 0 }, hasGateway: false })
    await other.close()
  }, 60_000)
})
