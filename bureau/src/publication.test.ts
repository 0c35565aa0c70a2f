import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2021-08-10'
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(ON)
})
afterAll(() => bureau.close())

describe('行政处罚法第四十八条、第五十条 · published without whom it is about', () => {
  const party = { kind: 'citizen', name: '欧阳海', idNumber: '500107198506010017', capacity: 'full', address: '杨家坪正街 12 号 3 单元', phone: '13912345678' }
  const facts = '欧阳海（身份证号 500107198506010017，电话 13912345678，住杨家坪正街 12 号 3 单元）经刘见证指认，在门外摆放货架。'

  test('names, numbers and addresses are hidden in every text of a decision', async () => {
    const id = await caseUpTo(bureau, 'publish', ON, { apply: { party }, interview: { person: '刘见证', relation: 'witness' }, decide: { facts } })
    const { status, text, body } = await bureau.send(undefined, 'GET', `/api/public/decisions/${id}`)
    expect(status).toBe(200)
    for (const hidden of ['欧阳海', '刘见证', '500107198506010017', '13912345678', '12 号']) expect(text).not.toContain(hidden)
    expect(body['party']).toBe('欧阳某')
    expect(body['facts']).toContain('摆放货架')
  })
  test('a decision that is not published is not there', async () => {
    const id = await caseUpTo(bureau, 'serveDecision', ON)
    expect((await bureau.send(undefined, 'GET', `/api/public/decisions/${id}`)).status).toBe(404)
    expect((await bureau.send(undefined, 'GET', '/api/public/decisions')).text).not.toContain(id)
  })
  test('第二款: a revoked decision is withdrawn within three working days, and says why', async () => {
    const id = await caseUpTo(bureau, 'publish', ON)
    expect((await bureau.act('changeDecision', ON, { caseId: id })).status).toBe(201)
    const owed = await bureau.send('zhang', 'GET', `/api/cases/${id}`)
    expect(owed.text).toContain('"code":"owes.withdraw-publication"')
    expect(owed.text).toContain('"due":"2021-08-13"')
    expect((await bureau.act('withdrawPublication', ON, { caseId: id, data: { reason: '事实认定有误，刘海的决定已经撤销。' } })).status).toBe(201)
    const { body, text } = await bureau.send(undefined, 'GET', `/api/public/decisions/${id}`)
    expect(body['withdrawn']).toEqual({ on: ON, reason: '事实认定有误，刘某的决定已经撤销。' })
    expect(text).not.toContain('刘海')
  })
  test('nobody can find a person by searching for his name', async () => {
    expect((await bureau.send(undefined, 'GET', `/api/public/decisions?search=${encodeURIComponent('欧阳海')}`)).body['total']).toBe(0)
  })
})

describe('行政处罚法第五十条、个人信息保护法第二十五条 · what still looks like a person stops the publication', () => {
  const FACTS = '当事人刘海在门外摆放货架，证人陈志强指认，其妻李芳在场；检查人张平、李安。'
  const publish = (caseId: string, on: string, data: Readonly<Record<string, unknown>> = {}) => bureau.act('publish', on, { caseId, data })
  const shownOf = async (caseId: string) => (await bureau.send(undefined, 'GET', `/api/public/decisions/${caseId}`)).body

  test('a name that masking would leave is named with its articles, nothing is published, until the text is settled', async () => {
    const caseId = await caseUpTo(bureau, 'serveDecision', ON, { decide: { facts: FACTS } })
    const refused = await publish(caseId, ON)
    expect(refused.status).toBe(409)
    for (const said of ['证人陈志强', '其妻李芳', '第四十八条', '第五十条', '"field":"shown"']) expect(refused.text).toContain(said)
    expect((await bureau.send(undefined, 'GET', `/api/public/decisions/${caseId}`)).status).toBe(404)
    // Half a cure is none.
    const again = await publish(caseId, ON, { shown: '当事人刘海在门外摆放货架，证人指认，其妻李芳在场。' })
    expect([again.status, again.text.includes('陈志强'), again.text.includes('李芳')]).toEqual([409, false, true])
    expect((await publish(caseId, ON, { shown: '当事人刘海在门外摆放货架，证人指认，其妻在场；检查人张平。' })).status).toBe(201)
    // What a person writes for the public is masked all the same; officers stand by what they did.
    expect((await shownOf(caseId))['facts']).toBe('当事人刘某在门外摆放货架，证人指认，其妻在场；检查人张平。')
  })
  test('what was looked at and is none is published with the reason on record', async () => {
    const caseId = await caseUpTo(bureau, 'serveDecision', ON, { decide: { facts: '当事人叶子烟店超出门窗经营。' } })
    expect((await publish(caseId, ON)).status).toBe(409)
    expect((await publish(caseId, ON, { kept: '叶子烟店是店名。' })).status).toBe(201)
    expect((await bureau.send('zhou', 'GET', `/api/cases/${caseId}`)).text).toContain('叶子烟店是店名。')
  })
  test.each([
    ['twelve digits', '单号 139123456780。'],
    ['eighteen digits that are no identity number', '编号 999999999999999999。'],
    ['a plate written askew', '车牌渝a-12345。'],
    ['an account', '收款微信号：haige88888。'],
  ])('%s in free text', async (_, words) => {
    const caseId = await caseUpTo(bureau, 'serveDecision', ON, { decide: { facts: `当事人在门外摆放货架，${words}` } })
    expect(await publish(caseId, ON)).toMatchObject({ status: 409, text: expect.stringContaining('疑似个人信息') })
  })
  test('the reason of a withdrawal is published too, and stopped alike', async () => {
    const caseId = await caseUpTo(bureau, 'publish', ON)
    await bureau.act('changeDecision', ON, { caseId })
    const refused = await bureau.act('withdrawPublication', ON, { caseId, data: { reason: '证人陈志强的证言不实。' } })
    expect([refused.status, refused.text.includes('证人陈志强')]).toEqual([409, true])
    expect((await bureau.act('withdrawPublication', ON, { caseId, data: { reason: '证人的证言不实。' } })).status).toBe(201)
  })
  test('family members, witnesses and receivers whom the file names are hidden; the recording that bore witness is not', async () => {
    const facts = '刘小妹、何见证在场，有执法记录仪影像为证，影像完整。'
    const caseId = await caseUpTo(bureau, 'serveDecision', ON, { interview: { person: '刘小妹', relation: 'witness' }, inspect: { onSite: '何见证（店员）', witness: '影像' }, serveNotice: { receiver: '张平' }, decide: { facts } })
    expect((await publish(caseId, ON)).status).toBe(201)
    expect((await shownOf(caseId))['facts']).toBe('刘某、何某在场，有执法记录仪影像为证，影像完整。')
  })
  test('a correction of the published text is what the public sees', async () => {
    const caseId = await caseUpTo(bureau, 'publish', ON)
    const { version } = (await bureau.send('zhang', 'GET', `/api/cases/${caseId}`)).body
    const correction = await bureau.send('zhang', 'POST', `/api/cases/${caseId}/acts`, { kind: 'correct', on: ON, with: [], version, data: { target: version, answers: { channel: 'site', shown: '当事人在门外摆放货架两个。' }, reason: '措辞不当。' } }, { 'idempotency-key': crypto.randomUUID() })
    expect([correction.status, correction.text]).toEqual([201, expect.any(String)])
    expect((await shownOf(caseId))['facts']).toBe('当事人在门外摆放货架两个。')
  })
})
