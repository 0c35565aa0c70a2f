import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseUpTo, testBureau, type Answer, type TestBureau } from './test-bureau.ts'
import type { Custody, ThingView } from './modules/evidence/wire.ts'

const ON = '2021-08-10'
let bureau: TestBureau
let caseId = ''
beforeAll(async () => {
  bureau = await testBureau(ON)
})
afterAll(() => bureau.close())
/** A case with one thing, a saw that zhang took at nine. */
beforeEach(async () => {
  bureau.clock.set(new Date('2021-08-10T16:00:00+08:00'))
  caseId = await caseUpTo(bureau, 'file', ON)
  const taken = await bureau.act('collect', ON, { caseId, data: { kind: 'object', title: '切割机', place: '工地' } })
  if (taken.status !== 201) throw new Error(taken.text)
})

type Body = Readonly<Record<string, unknown>>
const at = (clock: string): string => `2021-08-10T${clock}:00+08:00`
const custody = async (who = 'zhang'): Promise<Custody> => JSON.parse((await bureau.send(who, 'GET', `/api/cases/${caseId}/custody`)).text)
const only = async (): Promise<ThingView> => {
  const [thing] = (await custody()).things
  if (thing === undefined) throw new Error('no thing')
  return thing
}
const key = (): { readonly 'idempotency-key': string } => ({ 'idempotency-key': crypto.randomUUID() })
const handTo = async (who: string, body: Body, headers = key()): Promise<Answer> => {
  const { seq, item, handovers } = await only()
  return bureau.send(who, 'POST', `/api/cases/${caseId}/custody/handovers`, { seq, item, turn: 'handed', place: '物证室', after: handovers.length, givenAt: at('10:00'), ...body }, headers)
}
const answer = async (who: string, body: Body = {}, headers = key()): Promise<Answer> => {
  const { seq, item, handovers } = await only()
  return bureau.send(who, 'POST', `/api/cases/${caseId}/custody/receipts`, { seq, item, number: handovers.length, accepted: true, receivedAt: at('10:05'), ...body }, headers)
}
const HAND = [[100, 100, 200, 200]]

describe('行政处罚法第四十七条 · a thing from hand to hand', () => {
  test('begins with the officer who took it', async () => {
    expect(await only()).toMatchObject({ name: '切割机', source: '收集的物证', basis: '《行政处罚法》第四十六条第一款', holder: '张平', holderId: 'zhang', standing: 'held', gaps: [], handovers: [] })
  })
  test('given by one, confirmed by the other: both stand in it, and who has it now', async () => {
    expect((await handTo('zhang', { toId: 'sun', seal: '封 0012' })).status).toBe(201)
    expect(await only()).toMatchObject({ standing: 'underWay', handovers: [{ from: '张平', to: '孙敏', seal: '封 0012', recordedBy: '张平' }] })
    expect((await answer('sun')).status).toBe(201)
    expect(await only()).toMatchObject({ standing: 'held', holder: '孙敏', holderId: 'sun', gaps: [], handovers: [{ answer: { accepted: true, by: '孙敏' } }] })
  })
  test('given in the morning and received in the evening: the time between is shown as a gap', async () => {
    await handTo('zhang', { toId: 'sun' })
    expect((await only()).gaps).toMatchObject([{ because: '张平已移交，孙敏没有确认接收' }])
    await answer('sun', { receivedAt: at('15:00') })
    expect((await only()).gaps).toMatchObject([{ from: '2021-08-10T02:00:00.000Z', until: '2021-08-10T07:00:00.000Z' }])
  })
  test('refused with a reason: it stays where it was, and may be offered again', async () => {
    await handTo('zhang', { toId: 'sun' })
    expect((await answer('sun', { accepted: false })).text).toContain('应当写明原因')
    expect((await answer('sun', { accepted: false, note: '封条破损' })).status).toBe(201)
    expect(await only()).toMatchObject({ holder: '张平', standing: 'held', gaps: [] })
    expect((await handTo('zhang', { toId: 'sun', givenAt: at('11:00') })).status).toBe(201)
  })
  test('given back to the party, who signs on the screen: the chain has ended', async () => {
    await handTo('zhang', { turn: 'returned', toName: '刘海', place: '本局窗口' })
    expect((await answer('zhang')).text).toContain('手写签名或者签收凭证')
    expect((await answer('zhang', { hand: HAND })).status).toBe(201)
    expect(await only()).toMatchObject({ standing: 'ended', ending: '返还' })
    expect((await handTo('zhang', { toId: 'sun' })).text).toContain('已经返还')
  })
  test('destroyed only before the eyes of another person of the bureau', async () => {
    expect((await handTo('zhang', { turn: 'destroyed', toName: '回收站' })).text).toContain('监销')
    expect((await handTo('zhang', { turn: 'destroyed', toId: 'li', place: '焚烧厂' })).status).toBe(201)
    expect((await answer('li')).status).toBe(201)
    expect(await only()).toMatchObject({ standing: 'ended', ending: '销毁' })
  })
  test('a receipt may be a photograph, and it must be there', async () => {
    await handTo('zhang', { toName: '检测机构', turn: 'handed' })
    expect((await answer('zhang', { receipt: 'a'.repeat(64) })).text).toContain('请先上传')
    const bytes = '检测机构收样单'
    await bureau.send('zhang', 'POST', '/api/evidence', `--b\r\nContent-Disposition: form-data; name="file"; filename="收样单.jpg"\r\n\r\n${bytes}\r\n--b--\r\n`, { 'content-type': 'multipart/form-data; boundary=b' })
    const digest = createHash('sha256').update(bytes).digest('hex')
    expect((await answer('zhang', { receipt: digest })).status).toBe(201)
    expect(await only()).toMatchObject({ holder: '检测机构', handovers: [{ answer: { receipt: digest } }] })
  })
})

describe('行政处罚法第五十六条 · what was preserved and decided on, and what a closed case still holds', () => {
  test('decided on without a receipt: it is said', async () => {
    for (const kind of ['askPreservation', 'approvePreservation', 'preserve', 'settlePreserved']) expect((await bureau.act(kind, ON, { caseId })).status).toBe(201)
    const preserved = (await custody()).things.find(({ name }) => name === '流动摊车')
    expect(preserved).toMatchObject({ source: '先行登记保存', holder: '李安', gaps: [{ because: '先行登记保存已经作出处理决定，没有处理凭证' }] })
  })
})

describe('who may not', () => {
  test('somebody else than the keeper does not hand it over; the leader does, and says why', async () => {
    expect((await handTo('li', { toId: 'sun' })).text).toContain('由张平保管')
    expect((await handTo('wang', { toId: 'sun' })).text).toContain('应当写明原因')
    expect((await handTo('wang', { toId: 'sun', note: '张平休假' })).status).toBe(201)
  })
  test('nobody confirms for another, nor to himself', async () => {
    expect((await handTo('zhang', { toId: 'zhang' })).text).toContain('不能是同一个人')
    await handTo('zhang', { toId: 'sun' })
    expect((await answer('zhang')).status).toBe(403)
    expect((await answer('zhao')).status).toBe(403)
  })
  test.each([['zhou'], ['wu'], ['zhao']])('%s hands nothing over', async (who) => expect((await handTo(who, { toId: 'sun' })).status).toBe(403))
  test('a stranger sees nothing of it', async () => expect((await bureau.send(undefined, 'GET', `/api/cases/${caseId}/custody`)).status).toBe(401))
})

describe('what makes no sense', () => {
  test.each([
    ['before it was taken', { givenAt: '2021-08-09T10:00:00+08:00' }, '早于保管人取得'],
    ['tomorrow', { givenAt: '2021-08-11T10:00:00+08:00' }, '晚于现在'],
    ['to nobody', {}, '写明接收人'],
    ['to a person who is not here', { toId: 'nobody' }, '没有这个人员'],
    ['with a photograph that never came', { toId: 'sun', photos: ['b'.repeat(64)] }, '请先上传'],
    ['a thing that is not there', { toId: 'sun', item: 7 }, '没有这件物品'],
  ])('handed over %s', async (_, body, words) => expect((await handTo('zhang', body)).text).toContain(words))
  test('received before it was given', async () => {
    await handTo('zhang', { toId: 'sun' })
    expect((await answer('sun', { receivedAt: at('09:59') })).text).toContain('早于移交')
  })
  test('a case that is not there', async () => expect((await bureau.send('zhang', 'GET', '/api/cases/nothing/custody')).status).toBe(404))
})

describe('twice, and two at once', () => {
  test('the same request again changes nothing; the same key for another thing is refused', async () => {
    const same = key()
    expect([(await handTo('zhang', { toId: 'sun' }, same)).status, (await handTo('zhang', { toId: 'sun' }, same)).status]).toEqual([201, 201])
    expect((await only()).handovers).toHaveLength(1)
    expect((await handTo('zhang', { toId: 'sun', item: 3 }, same)).text).toContain('幂等键')
  })
  test('handed to two people at once: one of them has it, the other request is told', async () => {
    const { seq, item } = await only()
    const body = { seq, item, turn: 'handed', place: '物证室', after: 0, givenAt: at('10:00') }
    const answers = await Promise.all(['sun', 'li'].map((toId) => bureau.send('zhang', 'POST', `/api/cases/${caseId}/custody/handovers`, { ...body, toId }, key())))
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409])
  })
  test('confirmed twice: the second one is told', async () => {
    await handTo('zhang', { toId: 'sun' })
    await answer('sun')
    expect((await answer('sun')).status).toBe(409)
  })
  test('while it is under way nobody hands it on', async () => {
    await handTo('zhang', { toId: 'sun' })
    expect((await handTo('zhang', { toId: 'li' })).status).toBe(409)
  })
})

describe('涉案物品保管流转单 · on paper', () => {
  test('is a PDF; a case without things has none', async () => {
    await handTo('zhang', { turn: 'returned', toName: '刘海', place: '窗口' })
    await answer('zhang', { hand: HAND })
    const paper = await bureau.send('zhang', 'GET', `/api/cases/${caseId}/custody.pdf`)
    expect([paper.status, paper.headers['content-type'], paper.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
    caseId = await caseUpTo(bureau, 'file', ON)
    expect((await bureau.send('zhang', 'GET', `/api/cases/${caseId}/custody.pdf`)).status).toBe(404)
  })
})
