import { judgeFor } from '@zhunsheng/law/judges.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLE_BUREAU } from './bureau-file.ts'
import { volumeOf } from './modules/enforcement/volume.ts'
import { testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const TOWN = '华岩镇'
const NAME = '示例区华岩镇人民政府'
const ON = '2022-03-01'
const FIRM = { kind: 'organisation', name: '示例餐饮有限公司', creditCode: '91350100M000100Y43', representative: '王平', capacity: 'full', address: '示例街 1 号' }
/** The acts of a case by the town's own people: officers, and its head. */
const BY: Readonly<Record<string, readonly string[]>> = { file: ['zheng'], decide: ['zheng'], publish: ['luo'] }
const DATA: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  apply: { matter: 'scrap.yard', subject: 'organisation', party: FIRM, town: TOWN, actingTown: TOWN, place: '示例路 1 号' },
  notify: { fine: '1000' },
  decide: { fine: '1000', reconsiderTo: 'government' },
}
let bureau: TestBureau
let id: string
beforeAll(async () => {
  bureau = await testBureau('2022-04-29', undefined, { creditCode: '11500107009295431B' })
  id = await townCase()
})
afterAll(() => bureau.close())

async function townCase(): Promise<string> {
  let caseId: string | undefined
  for (const kind of ['apply', 'inspect', 'orderCorrection', 'file', 'interview', 'collect', 'verifyEvidence', 'conclude', 'notify', 'serveNotice', 'waiveStatement', 'decide', 'serveDecision', 'publish']) {
    const answer: Answer = await bureau.act(kind, ON, { by: BY[kind] ?? ['he', 'luo'], data: DATA[kind] ?? {}, ...(caseId === undefined ? {} : { caseId }) })
    if (answer.status !== 201) throw new Error(`${kind}: ${answer.text}`)
    caseId = String(answer.body['id'])
  }
  return caseId ?? ''
}
interface View {
  readonly row: { readonly actingTown?: string }
  readonly papers: readonly { readonly form: string; readonly seq: number; readonly number?: string }[]
}
const view = async (): Promise<View> => JSON.parse((await bureau.send('he', 'GET', `/api/cases/${id}`)).text)
const paper = async (form: string): Promise<string> => {
  const found = (await view()).papers.find((one) => one.form === form)
  return (await bureau.send('he', 'GET', `/api/cases/${id}/papers/${found?.seq}/${form}.html`)).text
}

describe('行政处罚法第二十四条第一款 · whoever took the power over acts in his own name', () => {
  test('every paper of the case is the town’s: head, number and seal, and none of them the bureau’s', async () => {
    const { row, papers } = await view()
    expect(row.actingTown).toBe(TOWN)
    expect(papers.length).toBeGreaterThan(8)
    for (const { form, number } of papers) {
      const text = await paper(form)
      expect(text, form).toContain(`<p class="paper-agency">${NAME}</p>`)
      expect(text, form).not.toContain('示例区城市管理局')
      if (number !== undefined) expect(number, form).toMatch(/^示例华岩府\S*〔2022〕1号$/)
    }
  })
  test('the decision says by which published decision the town has the power', async () => {
    expect(await paper('decision')).toContain(`《示例市人民政府关于将部分行政处罚权交由乡镇、街道行使的决定（示例）》（示例府发〔2021〕18号），本案事项的行政处罚权由${NAME}行使`)
  })
  test('行政复议法（2017）第十三条、（2023）第二十四条: reconsideration is asked of the government of the district alone', async () => {
    const decision = await paper('decision')
    expect(decision).toContain('向示例区人民政府申请行政复议')
    expect(decision).not.toContain(EXAMPLE_BUREAU.superior)
  })
  test('第四十八条: the published decision names the town, in the page, the list and the open data', async () => {
    expect((await bureau.send(undefined, 'GET', `/api/public/decisions/${id}`)).body).toMatchObject({ agency: NAME })
    expect(JSON.parse((await bureau.send(undefined, 'GET', '/api/public/decisions')).text)).toMatchObject({ rows: [{ agency: NAME }] })
    expect((await bureau.send(undefined, 'GET', '/api/public/feed.json')).text).toContain(NAME)
  })
  test('发改办财金〔2018〕424号: the record names the town with its own code as the deciding organ, and the bureau as whose data it is', async () => {
    const [record] = JSON.parse((await bureau.send('zhou', 'GET', '/api/credit/penalties.json?from=2022-01-01&to=2022-12-31')).text)
    expect(record).toMatchObject({ CF_CFJG: NAME, CF_CFJGDM: '11500999MA0000023P', CF_SJLY: '示例区城市管理局', CF_SJLYDM: '11500107009295431B', CF_WSH: '示例华岩府罚决〔2022〕1号' })
  })
  test('the payment slip names the town and its own unit code, on the counter and for the payer', async () => {
    const slip = await bureau.send('sun', 'POST', '/api/payments/slips', { caseId: id, kind: 'decision' }, { 'idempotency-key': 'town-slip-1' })
    expect(slip.status, slip.text).toBe(201)
    const printed = (await bureau.send('sun', 'GET', `/api/payments/slips/${String(slip.body['id'])}/print.html`)).text
    expect(printed).toContain(`${NAME}　示例-000002`)
    expect(printed).not.toContain('示例区城市管理局')
    expect((await bureau.send(undefined, 'GET', `/api/public/slips/${String(slip.body['code'])}?proof=0Y43`)).body).toMatchObject({ agency: NAME })
  })
})

test('行政复议法（2017）第十五条第一款 · a spot penalty of a street’s office: its own head and number, and the government of the district alone', async () => {
  const other = await testBureau('2022-04-29', undefined, { towns: [{ town: TOWN, name: '示例区人民政府华岩街道办事处', word: '示例华街' }] })
  let caseId: string | undefined
  for (const kind of ['discover', 'orderCorrection', 'reinspect', 'tell', 'hear', 'decide']) {
    const data = kind === 'discover' ? { matter: 'pet.waste', town: TOWN, actingTown: TOWN } : kind === 'tell' || kind === 'decide' ? { fine: '50' } : {}
    const answer: Answer = await other.act(kind, ON, { procedure: 'penalty.simple', by: ['he', 'luo'], data, ...(caseId === undefined ? {} : { caseId }) })
    expect(answer.status, answer.text).toBe(201)
    caseId = String(answer.body['id'])
  }
  const { text } = await other.send('he', 'GET', `/api/cases/${caseId}/papers/6/spot-decision.html`)
  expect(text).toContain('<p class="paper-agency">示例区人民政府华岩街道办事处</p>')
  expect(text).toMatch(/自收到之日起六十日内向示例区人民政府申请行政复议/)
  const slip = await other.send('sun', 'POST', '/api/payments/slips', { caseId, kind: 'decision' }, { 'idempotency-key': 'street-slip' })
  expect([slip.status, slip.text]).toEqual([400, expect.stringContaining('没有配置它的执收单位编码')])
  await other.close()
}, 60_000)

describe('第二十四条第二款 · within the scope, by its own people', () => {
  const apply = (data: Readonly<Record<string, unknown>>, by: readonly string[] = ['he', 'luo'], on = ON) => bureau.act('apply', on, { by, data: { ...DATA['apply'], ...data } })
  test.each([
    ['a matter that was not devolved', { matter: 'posting' }, '没有当日有效、已经公布的决定'],
    ['an offence in another town', { town: '九龙镇' }, '违法行为不发生在华岩镇'],
    ['an organisation that was only entrusted (第二十条第四款)', { matter: 'clean.litter', town: '示例区市政环卫所', actingTown: '示例区市政环卫所' }, '以委托机关的名义'],
  ])('%s is refused', async (_, data, because) => {
    const { status, text } = await apply(data)
    expect(status).toBe(409)
    expect(text).toContain(because)
  })
  test('the bureau’s officers do not act in the town’s name, nor does its head decide', async () => {
    expect((await apply({}, ['zhang', 'li'])).text).toContain('张平、李安不是华岩镇的工作人员')
    const opened = await apply({})
    const { status, text } = await bureau.act('file', ON, { by: ['zhao'], caseId: String(opened.body['id']) })
    expect([status, text]).toEqual([409, expect.stringContaining('赵立不是华岩镇的工作人员')])
  })
  test('the same matter in the same town in nobody’s name is still refused to the bureau', async () => {
    expect((await apply({ actingTown: null }, ['zhang', 'li'])).text).toContain('交由华岩镇行使')
  })
})

describe('第二十四条第二款 · what the page offers', () => {
  const refusedAs = async (who: string, kind: string): Promise<readonly string[] | undefined> => {
    const { verdict }: { readonly verdict: { readonly acts: readonly { readonly kind: string; readonly refusals: readonly { readonly code: string }[] }[] } } = JSON.parse((await bureau.send(who, 'GET', `/api/cases/${id}`)).text)
    return verdict.acts.find((one) => one.kind === kind)?.refusals.map(({ code }) => code)
  }
  test('the bureau’s officers and heads see before sending that the act is for the town’s own people; the town’s own do not', async () => {
    expect(await refusedAs('zhang', 'demand')).toContain('town.not-its-own')
    expect(await refusedAs('zhao', 'changeDecision')).toContain('town.not-its-own')
    expect(await refusedAs('he', 'demand')).not.toContain('town.not-its-own')
    expect(await refusedAs('zheng', 'changeDecision')).not.toContain('town.not-its-own')
  })
  test('what may be shared with the bureau is not withheld from its people', async () => {
    expect(await refusedAs('sun', 'pay')).not.toContain('town.not-its-own')
  })
})

describe('行政诉讼法第二十六条第一款 · whoever decided answers for it', () => {
  const register = async (actingTown: string | null, related?: string) => {
    const { row }: { readonly row: { readonly number: string } } = JSON.parse((await bureau.send('he', 'GET', `/api/cases/${id}`)).text)
    return bureau.act('register', '2022-03-21', { procedure: 'remedy.reconsideration', by: ['zhou'], data: { related: related ?? row.number, actingTown } })
  }
  test('a reconsideration of a town’s decision is not the bureau’s to answer', async () => {
    const { status, text } = await register(null)
    expect(status).toBe(409)
    expect(text).toContain('以华岩镇的名义办理，由它答复')
  })
  test('nor a town’s where the bureau decided', async () => {
    const opened = await bureau.act('apply', ON, {})
    const { row }: { readonly row: { readonly number: string } } = JSON.parse((await bureau.send('zhang', 'GET', `/api/cases/${String(opened.body['id'])}`)).text)
    const { status, text } = await register(TOWN, row.number)
    expect([status, text]).toEqual([409, expect.stringContaining('以本机关的名义办理')])
  })
  test('in the town’s name it is registered, and its papers carry the town', async () => {
    const registered = await register(TOWN)
    expect(registered.status, registered.text).toBe(201)
    const { text } = await bureau.send('zhou', 'GET', `/api/cases/${String(registered.body['id'])}/papers/1/reconsideration-register.html`)
    expect(text).toContain(`<p class="paper-agency">${NAME}</p>`)
    // Nor does a correction take the town's name off it.
    const opened: { readonly acts: readonly { readonly data: Readonly<Record<string, unknown>> }[] } = JSON.parse((await bureau.send('zhou', 'GET', `/api/cases/${String(registered.body['id'])}`)).text)
    const answers = Object.fromEntries(Object.entries(opened.acts[0]?.data ?? {}).filter(([name]) => name !== 'actingTown'))
    const corrected = await bureau.act('correct', '2022-03-21', { procedure: 'remedy.reconsideration', by: ['zhou'], caseId: String(registered.body['id']), data: { target: 1, reason: '误记', answers } })
    expect([corrected.status, corrected.text]).toEqual([409, expect.stringContaining('由它答复')])
  })
})

test('第二十条第四款: what an entrusted organisation does is done in the bureau’s name', async () => {
  const answer = await bureau.act('apply', ON, { data: { matter: 'clean.litter', town: '示例区市政环卫所' } })
  const caseId = String(answer.body['id'])
  const filed = await bureau.act('file', ON, { caseId })
  expect([answer.status, filed.status]).toEqual([201, 201])
  const { text } = await bureau.send('zhang', 'GET', `/api/cases/${caseId}/papers/2/filing.html`)
  expect(text).toContain('<p class="paper-agency">示例区城市管理局</p>')
})

test('a town of which bureau.json says no name makes no paper under a name that is made up', async () => {
  const other = await testBureau('2022-12-30', undefined, { towns: [] })
  const { status, text } = await other.act('apply', ON, { by: ['he', 'luo'], data: DATA['apply'] ?? {} })
  expect([status, text]).toEqual([409, expect.stringContaining('towns 中填写')])
  await other.close()
}, 60_000)

test('the cover of the archived file names the town as whose file it is, and the bureau’s stays as it was', async () => {
  const row = {
    id: 'one', procedure: 'penalty.ordinary', related: null, number: '2022-00001', version: 1, title: '示例案', party: '示例餐饮有限公司', party_kind: 'organisation', matter: 'scrap.yard', matter_name: '废旧物品收购站点',
    stage: '', status: '', opened_on: ON, filed_on: ON, decided_on: null, outcome: null, fine_fen: 0, officers: [], officer_names: ['何川'], next_due: null, ended: false,
  }
  const opened = { head: { id: 'one', number: row.number, version: 1, procedure: row.procedure, lead_id: null }, judge: judgeFor(row.procedure), stored: [], acts: [], papers: [], signatures: [] }
  const cover = (actingTown: string | null) => volumeOf(opened, { ...row, acting_town: actingTown }, { bureau: EXAMPLE_BUREAU, names: new Map(), benchmarks: new Map() }, 'main')
  expect(await cover(TOWN)).toMatchObject({ agency: NAME, cover: expect.arrayContaining([{ label: '办案机关', value: NAME }]) })
  expect((await cover(null)).agency).toBe(EXAMPLE_BUREAU.name)
})
