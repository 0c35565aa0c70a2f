import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseUpTo, courseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const RECONSIDERATION = 'remedy.reconsideration'
const LITIGATION = 'remedy.litigation'
const ARBITRATION = 'dispute.arbitration'
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau('2022-12-30')
})
afterAll(() => bureau.close())

/** A penalty that was served and published on that day, with its number. */
async function punished(on: string): Promise<{ readonly id: string; readonly number: string }> {
  const id = await caseUpTo(bureau, 'publish', on)
  const view: { readonly row: { readonly number: string } } = JSON.parse((await bureau.send('zhang', 'GET', `/api/cases/${id}`)).text)
  return { id, number: view.row.number }
}
const kindsOf = async (id: string): Promise<readonly string[]> => {
  const view: { readonly acts: readonly { readonly kind: string }[] } = JSON.parse((await bureau.send('zhang', 'GET', `/api/cases/${id}`)).text)
  return view.acts.map(({ kind }) => kind)
}

describe('行政处罚法第七十三条 · a remedy acts back on the case that it is about', () => {
  test('registered there when it is registered, settled there when it is decided; each is recorded once', async () => {
    const { id, number } = await punished('2022-03-01')
    const key = crypto.randomUUID()
    const send = () => bureau.act('register', '2022-03-21', { procedure: RECONSIDERATION, data: { related: number }, key })
    const registered = await send()
    expect(registered.body).toMatchObject({ followed: { number, name: '登记复议或者诉讼' } })
    expect((await send()).status).toBe(201)
    expect(await kindsOf(id)).toEqual(expect.arrayContaining(['registerRemedy']))
    expect((await kindsOf(id)).filter((kind) => kind === 'registerRemedy')).toHaveLength(1)

    const remedy = String(registered.body['id'])
    await bureau.act('reply', '2022-03-25', { procedure: RECONSIDERATION, caseId: remedy })
    const decided = await bureau.act('decided', '2022-05-09', { procedure: RECONSIDERATION, caseId: remedy, data: { outcome: 'revoke' } })
    expect(decided.body).toMatchObject({ followed: { number, name: '登记复议或者诉讼结果' } })
    expect((await bureau.act('changeDecision', '2022-05-10', { caseId: id, data: { by: 'reconsideration' } })).status).toBe(201)
    const view: { readonly verdict: { readonly obligations: readonly { readonly code: string; readonly due?: string }[] }; readonly related: readonly { readonly id: string }[] } = JSON.parse((await bureau.send('zhang', 'GET', `/api/cases/${id}`)).text)
    expect(view.verdict.obligations.find(({ code }) => code === 'owes.withdraw-publication')).toMatchObject({ due: '2022-05-12', since: '2022-05-09' })
    expect(view.related.map((one) => one.id)).toEqual([remedy])
  })

  test('a suit settles it when the judgment has taken effect, not when it is received', async () => {
    const { id, number } = await punished('2022-03-01')
    const suit = String((await bureau.act('register', '2022-04-06', { procedure: LITIGATION, data: { related: number } })).body['id'])
    for (const [kind, on] of [['answer', '2022-04-11'], ['appear', '2022-05-09'], ['decided', '2022-05-16']] as const) await bureau.act(kind, on, { procedure: LITIGATION, caseId: suit })
    expect((await kindsOf(id)).at(-1)).toBe('registerRemedy')
    expect((await bureau.act('archive', '2022-06-06', { procedure: LITIGATION, caseId: suit })).body).toMatchObject({ followed: { name: '登记复议或者诉讼结果' } })
    expect((await kindsOf(id)).at(-1)).toBe('settleRemedy')
  })

  test('where the case does not allow it, or there is no such case, the remedy is recorded and says so', async () => {
    const early = await caseUpTo(bureau, 'notify', '2022-03-01')
    const view: { readonly row: { readonly number: string } } = JSON.parse((await bureau.send('zhang', 'GET', `/api/cases/${early}`)).text)
    const refused = await bureau.act('register', '2022-04-06', { procedure: LITIGATION, data: { related: view.row.number } })
    expect(refused.status).toBe(201)
    expect(refused.text).toContain('决定没有作出或者没有送达')
    const nowhere = await bureau.act('register', '2022-04-06', { procedure: LITIGATION, data: { related: '1999-00001' } })
    expect(nowhere.text).toContain('没有这个编号的案件')
  })
})

test('法治政府建设年度报告 · won, and the head in court, are shares of the remedies that ended in the year', async () => {
  await courseUpTo(bureau, RECONSIDERATION, 'archive', '2022-07-04')
  const figures: { readonly figures: readonly { readonly key: string; readonly value: string }[] } = JSON.parse((await bureau.send('zhao', 'GET', '/api/figures?year=2022')).text)
  const value = (key: string) => figures.figures.find((one) => one.key === key)?.value
  expect(value('remedy.reconsideration')).toBe('2')
  expect(value('rate.reconsideration-won')).toBe('50')
  expect(value('rate.litigation-won')).toBe('100')
  expect(value('rate.litigation-head')).toBe('100')
})

test('仲裁法第六十二条、第六十四条 · an arbitration is no remedy against an act of the bureau: it is counted by itself, by how it came out', async () => {
  const figure = async (key: string) => {
    const { figures }: { readonly figures: readonly { readonly key: string; readonly value: string }[] } = JSON.parse((await bureau.send('zhao', 'GET', '/api/figures?year=2022')).text)
    return figures.find((one) => one.key === key)?.value
  }
  const suits = await figure('remedy.litigation')
  await courseUpTo(bureau, ARBITRATION, 'archive', '2022-07-04')
  const agreed = await courseUpTo(bureau, ARBITRATION, 'appear', '2022-08-01')
  expect(await figure('dispute.arbitration')).toBe('2')
  expect(await figure('rate.arbitration-settled')).toBe('0')
  expect((await bureau.act('settle', '2022-09-13', { procedure: ARBITRATION, caseId: agreed })).status).toBe(201)
  expect(await figure('rate.arbitration-settled')).toBe('50')
  // Whoever withdraws has ended it, and not settled it by that.
  for (const from of ['2022-08-01', '2022-08-15']) {
    const left = await courseUpTo(bureau, ARBITRATION, 'appear', from)
    expect((await bureau.act('withdraw', '2022-10-10', { procedure: ARBITRATION, caseId: left })).status).toBe(201)
  }
  expect(await figure('rate.arbitration-settled')).toBe('25')
  expect(await figure('remedy.litigation')).toBe(suits)
})

test('仲裁法第三条第二款 · a dispute over a penalty cannot be registered as an arbitration, and the answer says where it belongs', async () => {
  const refused = await bureau.act('register', '2022-04-06', { procedure: ARBITRATION, data: { dispute: 'administrative' } })
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('行政争议由复议机关、人民法院处理')
})
