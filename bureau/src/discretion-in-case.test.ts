import { TIERS } from '@zhunsheng/discretion/benchmark.ts'
import { CHONGQING } from '@zhunsheng/discretion/formula.ts'
import { writeBenchmark } from '@zhunsheng/discretion/written.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { DISCRETION_TIERS } from '@zhunsheng/law/penalty/discretion.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { templateFor } from './modules/discretion/template.ts'
import { caseUpTo, courseUpTo, testBureau, type Answer, type TestBureau } from './test-bureau.ts'

const TODAY = '2022-09-01'
const MATTER = 'street.front'
const ISSUE = { title: '城市管理行政处罚裁量权基准', documentNumber: '示例〔2022〕1号', issuer: '示例市城市管理局', level: 'city', from: '2022-08-01', example: true, source: '' }

test('the law and the benchmarks call the tiers by the same names, in the same order', () => expect(Object.entries(DISCRETION_TIERS)).toEqual(Object.entries(TIERS)))

let bureau: TestBureau
const found = findMatter(MATTER)
const template = (found === undefined ? undefined : templateFor(found, CHONGQING)) ?? expect.fail('no template')
const publish = async (issue: Readonly<Record<string, unknown>>) => {
  const answer = await bureau.send('zhou', 'POST', '/api/benchmarks', { issue: { ...ISSUE, ...issue }, content: writeBenchmark(template) })
  if (answer.status !== 201) throw new Error(answer.text)
}
beforeAll(async () => {
  bureau = await testBureau(TODAY)
  await publish({})
  await publish({ from: '2022-08-20', documentNumber: '示例〔2022〕2号' })
})
afterAll(() => bureau.close())

/** A case that is ready to be notified on a day. */
const investigated = (on: string) => caseUpTo(bureau, 'conclude', on, { apply: { actedFrom: on }, conclude: { first: true } })
const FIRST = { subject: 'citizen', times: 1, corrected: true, harm: 'slight' }
const usual = (changed: Readonly<Record<string, unknown>> = {}) => ({ benchmark: `${MATTER}/2`, answers: FIRST, tier: 'lighter', band: { low: '50.00', high: '185.00' }, ...changed })
const notified = async (discretion: Readonly<Record<string, unknown>> | null, more: { readonly on?: string; readonly fine?: string; readonly caseId?: string } = {}): Promise<Answer> => {
  const { on = TODAY, fine = '100' } = more
  return bureau.act('notify', on, { caseId: more.caseId ?? (await investigated(on)), data: { fine, discretion } })
}
const codes = ({ body }: Answer): readonly string[] => (Array.isArray(body['refusals']) ? body['refusals'].map((one: { readonly code: string }) => one.code).toSorted((a, b) => a.localeCompare(b)) : [])

describe('行政处罚法第三十四条 · a notice states how the benchmark in force was applied', () => {
  test('as the benchmark gives it', async () => {
    expect((await notified(usual())).status).toBe(201)
  })
  test.each([
    ['nothing is said', null, ['notify.benchmark-missing']],
    ['a version that nobody published', usual({ benchmark: `${MATTER}/9` }), ['notify.benchmark-not-in-force']],
    ['the benchmark of another matter', usual({ benchmark: 'muck.route/1' }), ['notify.benchmark-not-in-force']],
    ['a name that is none', usual({ benchmark: '裁量权基准' }), ['notify.benchmark-not-in-force']],
    ['a version that was replaced before the offence', usual({ benchmark: `${MATTER}/1` }), ['notify.benchmark-not-in-force']],
    ['an unknown factor', usual({ answers: { ...FIRST, mood: true } }), ['notify.benchmark-factors']],
    ['a value that the factor does not have', usual({ answers: { ...FIRST, harm: 'terrible' } }), ['notify.benchmark-factors']],
    ['factors that were not found', usual({ answers: { subject: 'citizen', times: 1 } }), ['notify.benchmark-factors', 'notify.benchmark-factors']],
    ['facts that the case file tells otherwise', usual({ answers: { ...FIRST, harm: 'none' } }), ['notify.benchmark-contradicts']],
    ['a tier that the factors do not give', usual({ tier: 'slight' }), ['notify.benchmark-tier']],
    ['a band that was made up', usual({ band: { low: '50.00', high: '300.00' } }), ['notify.benchmark-band']],
    ['no band where the tier has one', usual({ band: undefined }), ['notify.benchmark-band', 'notify.deviation']],
  ])('refused: %s', async (_, discretion, expected) => {
    const answer = await notified(discretion)
    expect(answer.status).toBe(409)
    expect(codes(answer)).toEqual(expected)
  })
  test('every ground names the field, the article and the cure', async () => {
    const { body } = await notified(usual({ tier: 'slight', band: { low: '1.00', high: '500.00' } }))
    expect(body['refusals']).toEqual([
      { code: 'notify.benchmark-tier', field: 'discretion.tier', basis: ['《行政处罚法》第三十四条'], because: '按所填裁量因素，裁量阶次是「较轻」，不是「轻微」', instead: '选择「较轻」，或者核对裁量因素' },
      { code: 'notify.benchmark-band', field: 'discretion.band.low', basis: ['《行政处罚法》第三十四条'], because: '按所填裁量因素，裁量幅度是 50 元以上 185 元以下', instead: '填写 50 元以上 185 元以下，或者核对裁量因素' },
    ])
  })
  test('what is no fact at all is malformed', async () => {
    expect(await notified(usual({ answers: { times: [1] } }))).toMatchObject({ status: 400, text: expect.stringContaining('data.discretion.answers') })
    expect(await notified(usual({ tier: 'terrible' }))).toMatchObject({ status: 400, text: expect.stringContaining('data.discretion.tier') })
  })
})

describe('which version: that of the day of the act, or of the day on which the offence ended', () => {
  test('an offence under the first version may be judged by it after the second came', async () => {
    const caseId = await caseUpTo(bureau, 'conclude', TODAY, { apply: { actedFrom: '2022-08-19' }, conclude: { first: true } })
    expect((await notified(usual({ benchmark: `${MATTER}/1` }), { caseId })).status).toBe(201)
    expect((await notified(usual(), { caseId })).status).toBe(201)
  })
  test('before the first version nothing is asked, and nothing may be said', async () => {
    expect((await notified(null, { on: '2022-07-29', fine: '300' })).status).toBe(201)
    expect(codes(await notified(usual(), { on: '2022-07-29' }))).toEqual(['notify.benchmark-not-in-force'])
  })
  test('a matter without a benchmark asks nothing', async () => {
    const caseId = await caseUpTo(bureau, 'conclude', TODAY, { apply: { matter: 'street.main.stall' } })
    expect((await notified(null, { caseId })).status).toBe(201)
  })
  test('a correction is judged by the benchmark of the day of the act that it corrects', async () => {
    const old = await caseUpTo(bureau, 'notify', '2022-07-29', { notify: { fine: '300' } })
    const seq = Number((await bureau.send('zhang', 'GET', `/api/cases/${old}`)).body['version'])
    const { body } = await bureau.send('zhang', 'GET', `/api/cases/${old}`)
    const notice = Array.isArray(body['acts']) ? Object(body['acts'].at(-1)).data : {}
    const corrected = await bureau.act('correct', TODAY, { caseId: old, by: ['zhang', 'li'], data: { target: seq, reason: '笔误。', answers: { ...notice, fine: '200' } } })
    expect([corrected.status, corrected.text]).toEqual([201, expect.anything()])
  })
})

describe('国办发〔2022〕27号 · a decision outside the band', () => {
  const outside = usual({ deviation: { ground: 'unfair', reason: '占道持续时间远超基准考虑的情形。' } })
  const told = async (discretion: Readonly<Record<string, unknown>>, fine: string): Promise<string> => caseUpTo(bureau, 'waiveStatement', TODAY, { conclude: { first: true }, notify: { fine, discretion } })

  test('without a reason it is not even told', async () => {
    expect(codes(await notified(usual(), { fine: '300' }))).toEqual(['notify.deviation'])
  })
  test('reason, review and discussion, each in turn', async () => {
    const caseId = await told(outside, '300')
    const decide = (discretion: unknown = outside) => bureau.act('decide', TODAY, { caseId, data: { fine: '300', discretion } })
    expect(codes(await decide())).toEqual(['decide.deviation-not-discussed', 'decide.deviation-not-reviewed'])
    expect((await bureau.act('review', TODAY, { caseId })).status).toBe(201)
    expect(codes(await decide())).toEqual(['decide.deviation-not-discussed'])
    expect((await bureau.act('discuss', TODAY, { caseId })).status).toBe(201)
    expect(codes(await decide(usual()))).toEqual(['decide.deviation'])
    expect((await decide()).status).toBe(201)
  })
  test('by an officer it is not decided', async () => {
    const caseId = await told(usual(), '100')
    const answer = await bureau.act('decide', TODAY, { caseId, by: ['zhang', 'li'], data: { fine: '100', discretion: usual() } })
    expect(answer.status).toBe(409)
    expect(codes(answer)).toContain('wrong-post')
  })
  test('the decision says it again; sent twice, it stands once', async () => {
    const caseId = await told(usual(), '100')
    expect(codes(await bureau.act('decide', TODAY, { caseId, data: { fine: '100' } }))).toEqual(['decide.benchmark-missing', 'decide.discretion-dropped'])
    const send = () => bureau.act('decide', TODAY, { caseId, version: 11, key: `decide-${caseId}`, data: { fine: '100', discretion: usual() } })
    const [first, again] = [await send(), await send()]
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body])
  })
  test('a decision not to penalise asks for no benchmark', async () => {
    const caseId = await caseUpTo(bureau, 'conclude', TODAY, { conclude: { finding: 'exempt', first: true } })
    expect((await bureau.act('decide', TODAY, { caseId, data: { outcome: 'exempt', kinds: null, fine: null, performance: null, first: true } })).status).toBe(201)
  })
})

describe('the papers give the reasons in words that the party understands', () => {
  const paper = async (caseId: string, kind: string, form: string): Promise<string> => {
    const { body } = await bureau.send('zhang', 'GET', `/api/cases/${caseId}`)
    const seq = Array.isArray(body['acts']) ? body['acts'].findLast((act: { readonly kind: string }) => act.kind === kind).seq : 0
    return (await bureau.send('zhang', 'GET', `/api/cases/${caseId}/papers/${seq}/${form}.html`)).text
  }
  const applied = ['示例市城市管理局《城市管理行政处罚裁量权基准》（示例〔2022〕2号，编号 street.front/2）', '处罚对象：个人，一年内同类违法的次序：1 次，及时改正：是，危害后果：危害后果轻微，属于“较轻”阶次', '裁量幅度为罚款 50 元以上 185 元以下']

  test('inside the band', async () => {
    const caseId = await caseUpTo(bureau, 'decide', TODAY, { conclude: { first: true }, notify: { fine: '100', discretion: usual() }, decide: { fine: '100', discretion: usual() } })
    for (const text of [await paper(caseId, 'notify', 'notice'), await paper(caseId, 'decide', 'decision')])
      for (const part of [...applied, '罚款 100 元在裁量幅度之内']) expect(text).toContain(part)
  })
  test('outside it, with the reason, the review and the discussion', async () => {
    const discretion = usual({ deviation: { ground: 'changed', reason: '大型活动期间通行秩序的要求不同。' } })
    const caseId = await caseUpTo(bureau, 'waiveStatement', TODAY, { conclude: { first: true }, notify: { fine: '300', discretion } })
    for (const kind of ['review', 'discuss']) await bureau.act(kind, TODAY, { caseId })
    expect((await bureau.act('decide', TODAY, { caseId, data: { fine: '300', discretion } })).status).toBe(201)
    const text = await paper(caseId, 'decide', 'decision')
    for (const part of [...applied, '在裁量幅度之外，原因是该基准适用的客观情况发生变化：大型活动期间通行秩序的要求不同。', '本案已经法制审核、机关负责人集体讨论']) expect(text).toContain(part)
  })
  test('on the spot', async () => {
    const data = { fine: '50', discretion: usual() }
    const caseId = await courseUpTo(bureau, 'penalty.simple', 'decide', TODAY, { discover: { matter: MATTER }, tell: data, decide: data })
    expect(await paper(caseId, 'decide', 'spot-decision')).toContain(applied[1])
  })
  test('what was published hides the party, and tells nothing of the reasons for a deviation', async () => {
    const discretion = usual({ deviation: { ground: 'unfair', reason: '刘海之妻重病，家住杨家坪正街 1 号。' } })
    const id = await caseUpTo(bureau, 'waiveStatement', TODAY, { conclude: { first: true }, notify: { fine: '190', discretion } })
    for (const kind of ['review', 'discuss']) await bureau.act(kind, TODAY, { caseId: id })
    await bureau.act('decide', TODAY, { caseId: id, data: { fine: '190', discretion } })
    await bureau.act('serveDecision', TODAY, { caseId: id })
    expect((await bureau.act('publish', TODAY, { caseId: id })).status).toBe(201)
    const shown = await bureau.send(undefined, 'GET', '/api/public/decisions')
    expect(shown.text).toContain('190')
    for (const hidden of ['刘海', '重病', '杨家坪正街 1 号']) expect(shown.text).not.toContain(hidden)
  })
})

describe('a benchmark from above is left only with its issuer’s approval', () => {
  let superior: TestBureau
  beforeAll(async () => {
    superior = await testBureau(TODAY)
    await superior.send('zhou', 'POST', '/api/benchmarks', { issue: { ...ISSUE, from: TODAY, example: false }, content: writeBenchmark(template) })
  })
  afterAll(() => superior.close())
  test.each([
    ['no number of an approval', {}, ['notify.benchmark-approval']],
    ['with the number', { approval: '示例市城管函〔2022〕8号' }, []],
  ])('%s', async (_, approval, expected) => {
    const caseId = await caseUpTo(superior, 'conclude', TODAY, { conclude: { first: true } })
    const discretion = usual({ benchmark: `${MATTER}/1`, deviation: { ground: 'unfair', reason: '情节特殊。', ...approval } })
    expect(codes(await superior.act('notify', TODAY, { caseId, data: { fine: '300', discretion } }))).toEqual(expected)
  })
})

describe('an example binds nobody but a demonstration', () => {
  let real: TestBureau
  beforeAll(async () => {
    real = await testBureau(TODAY, undefined, { demo: false })
    await real.send('zhou', 'POST', '/api/benchmarks', { issue: ISSUE, content: writeBenchmark(template) })
  })
  afterAll(() => real.close())
  test('nothing is asked, and nothing may be said', async () => {
    const caseId = await caseUpTo(real, 'conclude', TODAY, { conclude: { first: true } })
    expect(codes(await real.act('notify', TODAY, { caseId, data: { fine: '100', discretion: usual({ benchmark: `${MATTER}/1` }) } }))).toEqual(['notify.benchmark-not-in-force'])
    expect((await real.act('notify', TODAY, { caseId, data: { fine: '100', discretion: null } })).status).toBe(201)
  })
})

test('a phone takes every benchmark of the day along in one answer', async () => {
  const rows = async (on: string) => (await bureau.send(undefined, 'GET', `/api/public/benchmark-tables?on=${on}`)).body['rows']
  expect(await rows(TODAY)).toEqual([{ version: expect.objectContaining({ matter: MATTER, version: 2 }), content: writeBenchmark(template) }])
  expect(await rows('2022-08-19')).toEqual([{ version: expect.objectContaining({ matter: MATTER, version: 1 }), content: writeBenchmark(template) }])
})

describe('the calculator for programs', () => {
  const ask = (answers: unknown, on = TODAY, matter = MATTER) => bureau.send(undefined, 'POST', `/api/public/benchmarks/${matter}/apply`, { on, answers })
  test('gives what an act then states', async () => {
    expect(await ask(FIRST)).toMatchObject({ status: 200, body: { benchmark: `${MATTER}/2`, tier: 'lighter', band: { low: '50.00', high: '185.00' }, open: [] } })
  })
  test('says what is still open, or wrong', async () => {
    expect((await ask({ subject: 'citizen', times: 1 })).body).toMatchObject({ open: ['corrected', 'harm'] })
    expect((await ask({ times: 0 })).body['says']).toContain('应为整数')
    expect((await ask({ times: 1, mood: true })).body['says']).toContain('没有「mood」')
  })
  test.each([['2022-07-31', MATTER, 404], [TODAY, 'no.such', 404], ['2022-02-31', MATTER, 400], ['soon', MATTER, 400]])('on %s, of %s: %i', async (on, matter, status) => {
    expect((await ask(FIRST, on, matter)).status).toBe(status)
  })
})
