import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseUpTo, testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const CRIME = 'transfer.crime'
const AGENCY = 'transfer.agency'
const JOINT = 'operation.joint'
const ON = '2022-03-01'
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau('2022-12-30')
})
afterAll(() => bureau.close())

interface View {
  readonly version: number
  readonly row: { readonly number: string; readonly title: string }
  readonly acts: readonly { readonly kind: string; readonly data: Readonly<Record<string, unknown>> }[]
  readonly papers: readonly { readonly form: string; readonly number?: string }[]
  readonly verdict: { readonly acts: readonly { readonly kind: string; readonly granted: boolean }[]; readonly obligations: readonly { readonly code: string; readonly standing: string; readonly due?: string }[] }
}
const viewOf = async (id: string): Promise<View> => JSON.parse((await bureau.send('zhang', 'GET', `/api/cases/${id}`)).text)
const kindsOf = async (id: string) => (await viewOf(id)).acts.map(({ kind }) => kind)
const figure = async (key: string): Promise<string | undefined> => {
  const { figures }: { readonly figures: readonly { readonly key: string; readonly value: string }[] } = JSON.parse((await bureau.send('zhao', 'GET', '/api/figures?year=2022')).text)
  return figures.find((one) => one.key === key)?.value
}
async function caseNumbered(upTo: string): Promise<{ readonly id: string; readonly number: string }> {
  const id = await caseUpTo(bureau, upTo, ON)
  return { id, number: (await viewOf(id)).row.number }
}
/** A transfer out of a case up to one of its acts, all of them on the day. */
async function crimeUpTo(related: string, last: string, on = ON): Promise<{ readonly id: string; readonly latest: Answer }> {
  const usual = ['suspect', 'report', 'approve', 'transfer', 'acknowledge']
  let latest: Answer | undefined
  for (const kind of usual.slice(0, usual.indexOf(last) + 1)) {
    latest = await bureau.act(kind, on, { procedure: CRIME, data: kind === 'suspect' ? { related } : {}, ...(latest === undefined ? {} : { caseId: String(latest.body['id']) }) })
    if (latest.status !== 201) throw new Error(`${kind}: ${latest.text}`)
  }
  if (latest === undefined) throw new Error('no act')
  return { id: String(latest.body['id']), latest }
}

describe('行政处罚法第二十七条 · a suspected crime goes to the police and comes back', () => {
  test('sent: the case is away and its ninety days stand still; declined and taken back: it goes on', async () => {
    const { id, number } = await caseNumbered('verifyEvidence')
    const { id: transfer, latest } = await crimeUpTo(number, 'transfer')
    expect(latest.body).toMatchObject({ followed: { number, name: '移送公安机关' } })
    const away = await viewOf(id)
    expect(away.acts.at(-1)).toMatchObject({ kind: 'transferCrime', data: { transfer: (await viewOf(transfer)).row.number, papers: 32 } })
    expect(away.verdict.obligations.find(({ code }) => code === 'owes.decide')).toMatchObject({ standing: 'suspended' })
    expect((await bureau.act('conclude', ON, { caseId: id })).text).toContain('案件已经移送')

    await bureau.act('acknowledge', ON, { procedure: CRIME, caseId: transfer })
    const declined = await bureau.act('answer', '2022-03-03', { procedure: CRIME, caseId: transfer, data: { outcome: 'declined', reason: '情节显著轻微。', returned: true } })
    expect(declined.body['followed']).toBeUndefined()
    const back = await bureau.act('takeBack', '2022-03-04', { procedure: CRIME, caseId: transfer })
    expect(back.body).toMatchObject({ followed: { number, name: '退回行政处理' } })
    expect((await viewOf(id)).verdict.obligations.find(({ code }) => code === 'owes.decide')).toMatchObject({ due: '2022-06-02' })
    expect((await bureau.act('conclude', '2022-03-07', { caseId: id })).status).toBe(201)
  })

  test('filed: the case may be closed as transferred; a conviction is recorded, and what comes too late says so', async () => {
    const { id, number } = await caseNumbered('verifyEvidence')
    const { id: transfer } = await crimeUpTo(number, 'acknowledge')
    expect((await bureau.act('close', ON, { caseId: id, data: { result: 'transferred' } })).text).toContain('close.transferred')
    expect((await bureau.act('answer', '2022-03-03', { procedure: CRIME, caseId: transfer })).body).toMatchObject({ followed: { name: '公安机关立案' } })
    expect((await bureau.act('close', '2022-03-04', { caseId: id, data: { result: 'transferred' } })).status).toBe(201)
    await bureau.act('handOver', '2022-03-04', { procedure: CRIME, caseId: transfer })
    const judged = await bureau.act('judged', '2022-06-01', { procedure: CRIME, caseId: transfer })
    expect(judged.status).toBe(201)
    expect(JSON.stringify(judged.body['followed'])).toContain('本案已经结案')
  })

  test('移送规定第五条: nobody types a transfer into the case that the head did not approve', async () => {
    const { id, number } = await caseNumbered('verifyEvidence')
    const { id: transfer } = await crimeUpTo(number, 'approve')
    const own = (await viewOf(transfer)).row.number
    for (const [kind, named] of [['transferCrime', own], ['transferCrime', '2022-99999'], ['crimeSettled', own]] as const) {
      const forged = await bureau.act(kind, ON, { caseId: id, data: { transfer: named } })
      expect([kind, forged.status]).toEqual([kind, 409])
      expect(forged.text).toContain(`${kind}.record`)
    }
    expect(await kindsOf(id)).not.toContain('transferCrime')
    const other = await caseNumbered('verifyEvidence')
    await bureau.act('transfer', ON, { procedure: CRIME, caseId: transfer })
    expect((await bureau.act('transferCrime', ON, { caseId: other.id, data: { transfer: own } })).text).toContain('transferCrime.record')
  })

  test('the figures count what was sent, filed and returned; each opens to its cases', async () => {
    expect(await figure('neighbours.crime')).toBe('3')
    expect(await figure('neighbours.crime-filed')).toBe('1')
    expect(await figure('neighbours.crime-returned')).toBe('1')
  })
})

describe('行政处罚法第二十五条 · transfer between agencies', () => {
  test('a case that came from another agency is opened out of it: its number, and that it was opened, are typed once', async () => {
    const received = await bureau.act('receive', ON, { procedure: AGENCY })
    const id = String(received.body['id'])
    await bureau.act('answer', ON, { procedure: AGENCY, caseId: id })
    const papers = (await viewOf(id)).acts[0]?.data['papers']
    const opened = await bureau.act('apply', ON, { data: { source: 'transfer', related: received.body['number'], papers } })
    expect(opened.body).toMatchObject({ followed: { number: received.body['number'], name: '转入办理' } })
    expect((await viewOf(id)).acts.at(-1)).toMatchObject({ kind: 'opened', data: { number: opened.body['number'] } })
    const filed = await bureau.act('file', ON, { caseId: String(opened.body['id']) })
    const paper = await bureau.send('zhang', 'GET', `/api/cases/${String(opened.body['id'])}/papers/${String(filed.body['seq'])}/filing.html`)
    expect(paper.text).toContain('案件移送函')
  })

  test('sent away, refused there, and designated to us: the case is taken up again', async () => {
    const { id, number } = await caseNumbered('verifyEvidence')
    const sent = await bureau.act('send', ON, { procedure: AGENCY, data: { related: number } })
    expect(sent.body).toMatchObject({ followed: { number, name: '移送有管辖权的机关' } })
    const transfer = String(sent.body['id'])
    await bureau.act('receipt', '2022-03-02', { procedure: AGENCY, caseId: transfer, data: { outcome: 'refused', reason: '不属我局职权。' } })
    await bureau.act('negotiate', '2022-03-03', { procedure: AGENCY, caseId: transfer, data: { outcome: 'failed', record: '没有达成。' } })
    await bureau.act('refer', '2022-03-03', { procedure: AGENCY, caseId: transfer })
    expect((await bureau.act('designate', '2022-03-08', { procedure: AGENCY, caseId: transfer })).body).toMatchObject({ followed: { number, name: '恢复办理' } })
    expect((await bureau.act('conclude', '2022-03-09', { caseId: id })).status).toBe(201)
    expect((await viewOf(transfer)).papers.find(({ form }) => form === 'agency-transfer')?.number).toContain('移函')
  })
})

describe('联合执法 · each agency in its own name', () => {
  test('what was found becomes a case of ours; the operation and its cases are counted', async () => {
    let id: string | undefined
    for (const kind of ['plan', 'approve', 'rollCall', 'find']) {
      const answer: Answer = await bureau.act(kind, ON, { procedure: JOINT, ...(id === undefined ? {} : { caseId: id }) })
      if (answer.status !== 201) throw new Error(answer.text)
      id = String(answer.body['id'])
    }
    const operation = id ?? ''
    const { row } = await viewOf(operation)
    expect(row.title).toBe('夜市周边环境联合整治')
    expect((await bureau.act('report', ON, { procedure: JOINT, caseId: operation })).text).toContain('report.not-followed')
    const spot = await bureau.act('discover', ON, { procedure: 'penalty.simple', data: { source: 'joint', related: row.number } })
    expect(spot.body).toMatchObject({ followed: { number: row.number, name: '转入本机关办理' } })
    expect((await bureau.act('report', '2022-03-02', { procedure: JOINT, caseId: operation })).status).toBe(201)
    expect(await figure('neighbours.operations')).toBe('1')
    expect(await figure('neighbours.operation-cases')).toBe('1')
  })

  test('行政处罚法第四十二条: one of ours and one of another agency are not two of ours', async () => {
    const plan = await bureau.act('plan', ON, { procedure: JOINT })
    await bureau.act('approve', ON, { procedure: JOINT, caseId: String(plan.body['id']) })
    expect((await bureau.act('rollCall', ON, { procedure: JOINT, caseId: String(plan.body['id']), by: ['zhang'] })).text).toContain('rollCall.two-officers')
  })

  test('a case that grew out of nothing, or out of a case that knows no such act, is opened and nothing follows', async () => {
    const { number } = await caseNumbered('apply')
    const beside = await bureau.act('apply', ON, { data: { related: number } })
    expect(beside.body['followed']).toBeUndefined()
    expect((await bureau.act('apply', ON, { data: { related: '1999-00001' } })).text).toContain('没有这个编号的案件')
  })
})

describe('行政处罚法第二十四条 · powers that went to towns and streets', () => {
  const url = `/api/devolutions/${encodeURIComponent('示例府发〔2021〕18号')}/guidance`
  const done = { town: '华岩镇', on: '2022-03-01', kind: 'training', content: '现场指导简易程序办案。' }

  test('our filing is refused with the article and the cure; before the day, and in another town, it is ours', async () => {
    const refused = await bureau.act('apply', ON, { data: { matter: 'pet.waste', town: '华岩镇' } })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('《行政处罚法》第二十四条第一款')
    expect(refused.text).toContain('移送华岩镇')
    expect((await bureau.act('apply', '2021-08-31', { data: { matter: 'pet.waste', town: '华岩镇' } })).status).toBe(201)
    expect((await bureau.act('apply', ON, { data: { matter: 'pet.waste', town: '九龙镇' } })).status).toBe(201)
  })
  test('决定应当公布: everybody reads the decisions, marked as the example that they are', async () => {
    const { text } = await bureau.send(undefined, 'GET', '/api/public/devolutions')
    expect(JSON.parse(text)).toMatchObject([{ manner: 'devolved', holds: true, example: true, matters: [{ name: '宠物粪便' }, {}, {}] }, { manner: 'entrusted' }])
  })
  test('第三款: guidance and supervision are recorded once, in a town of the decision, never changed', async () => {
    const key = crypto.randomUUID()
    const first = await bureau.send('wang', 'POST', url, done, { 'idempotency-key': key })
    expect(first.status).toBe(201)
    expect((await bureau.send('wang', 'POST', url, done, { 'idempotency-key': key })).body['id']).toBe(first.body['id'])
    expect(JSON.parse((await bureau.send('zhang', 'GET', url)).text)).toMatchObject([{ town: '华岩镇', who: '王正' }])
    for (const [bad, because] of [[{ ...done, town: '石桥铺街道' }, '应为：华岩镇'], [{ ...done, on: '2023-01-01' }, '不晚于今天'], [{ ...done, on: '2022-02-30' }, '真实存在'], [{ ...done, kind: 'lunch' }, 'kind']] as const) {
      const answer = await bureau.send('wang', 'POST', url, bad, { 'idempotency-key': crypto.randomUUID() })
      expect([answer.status, answer.text.includes(because)]).toEqual([400, true])
    }
    expect((await bureau.send('wang', 'POST', url, done)).status).toBe(400)
    expect((await bureau.send('zhao', 'GET', '/api/devolutions/none/guidance')).status).toBe(404)
  })
})

test('法院提前介入指导 · asked before the decision, printed among the papers, counted; it replaces nothing', async () => {
  const id = await caseUpTo(bureau, 'conclude', ON)
  const asked = await bureau.act('consultCourt', ON, { caseId: id, data: { adopted: 'none', reason: '与裁量基准不一致。' } })
  expect(asked.status).toBe(201)
  const paper = await bureau.send('zhang', 'GET', `/api/cases/${id}/papers/${String(asked.body['seq'])}/court-consultation.html`)
  expect(paper.text).toContain('与裁量基准不一致')
  expect((await bureau.act('decide', ON, { caseId: id })).text).toContain('decide.not-told')
  expect(await figure('neighbours.consulted')).toBe('1')
})
