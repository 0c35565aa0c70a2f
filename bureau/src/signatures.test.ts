import { contentText } from '@zhunsheng/law/written/content.ts'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView, RecordedAct } from './modules/enforcement/wire.ts'
import { caseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2022-03-01'
let bureau: TestBureau
let id: string
let inspection: RecordedAct
beforeAll(async () => {
  bureau = await testBureau(ON)
  id = await caseUpTo(bureau, 'inspect', ON)
  inspection = actOf(await view(), 'inspect')
})
afterAll(() => bureau.close())

const view = async (): Promise<CaseView> => JSON.parse((await bureau.send('zhang', 'GET', `/api/cases/${id}`)).text)
function actOf({ acts }: CaseView, kind: string): RecordedAct {
  const act = acts.find((one) => one.kind === kind)
  if (act === undefined) throw new Error(`no ${kind}`)
  return act
}
const digest = (act: RecordedAct): string => createHash('sha256').update(contentText(act)).digest('hex')
const strokes = [[100, 100, 200, 220, 300, 120], [400, 60, 410, 340]]
const signing = (more: Readonly<Record<string, unknown>> = {}) => ({ role: 'party', name: '王强', strokes, content: digest(inspection), signedAt: '2022-03-01T15:20:00+08:00', ...more })
const sign = (who: string, body: Readonly<Record<string, unknown>>, key: string = crypto.randomUUID(), seq = inspection.seq) =>
  bureau.send(who, 'POST', `/api/cases/${id}/acts/${seq}/signatures`, body, { 'idempotency-key': key })

describe('signing by hand on a screen (手写签名; 行政处罚法第五十五条、电子签名法第十三条)', () => {
  test('is bound to what was shown: other content is refused and nothing is kept', async () => {
    const other = digest({ ...inspection, data: { ...inspection.data, facts: '另一段文字' } })
    expect(await sign('zhang', signing({ content: other }))).toMatchObject({ status: 400, text: expect.stringContaining('与案卷记录不一致') })
    expect((await bureau.send('zhang', 'GET', `/api/cases/${id}/acts/${inspection.seq}/signatures`)).text).toBe('[]')
  })
  test('two phones at once: one is taken, the other is told who took it', async () => {
    const answers = await Promise.all([sign('zhang', signing({ name: '两机' })), sign('li', signing({ name: '两机' }))])
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.text).toMatch(/两机已经在这项记录上签名，由(张|李).+收取/)
  })
  test('the same sending twice is one signature, also at once', async () => {
    const body = signing({ name: '同键' })
    const answers = await Promise.all([sign('zhang', body, 'sign-key-0001'), sign('zhang', body, 'sign-key-0001')])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(answers[0]?.body).toEqual(answers[1]?.body)
    expect(await sign('zhang', body, 'sign-key-0001', 1)).toMatchObject({ status: 400, text: expect.stringContaining('另一个签名') })
  })
  test('an officer signs for himself only, and only what he did', async () => {
    const [first] = inspection.by
    expect(await sign('zhang', signing({ role: 'officer', name: '李安' }))).toMatchObject({ status: 400, text: expect.stringContaining('只能签自己的名字') })
    expect(await sign('chen', signing({ role: 'officer', name: '陈' }))).toMatchObject({ status: expect.any(Number), text: expect.stringMatching(/不是这项行为的办理人员|不能进行这项操作/) })
    expect(await sign('zhang', signing({ role: 'officer', name: first?.name }))).toMatchObject({ status: 201 })
  })
  test.each([
    ['nothing drawn', { strokes: [] }, '请在签名处书写姓名'],
    ['a dot without its other half', { strokes: [[1, 2, 3, 4, 5]] }, '成对'],
    ['outside the field', { strokes: [[1, 2, 3, 4000]] }, 'strokes'],
    ['scribbled without end', { strokes: Array.from({ length: 301 }, () => [1, 2, 3, 4]) }, '笔画过多'],
    ['no name', { name: ' ' }, '请填写签名人姓名'],
    ['an hour without a zone', { signedAt: '2022-03-01 15:20' }, '时区'],
  ])('%s is refused', async (_, wrong, said) => {
    expect(await sign('zhang', signing(wrong))).toMatchObject({ status: 400, text: expect.stringContaining(said) })
  })
  test('an act that is not there cannot be signed', async () => {
    expect(await sign('zhang', signing(), undefined, 99)).toMatchObject({ status: 404 })
  })
  test('stands with the act and on its paper, as drawn', async () => {
    const other = await caseUpTo(bureau, 'inspect', ON)
    const answer = await bureau.send('zhang', 'GET', `/api/cases/${other}`)
    const act = actOf(JSON.parse(answer.text), 'inspect')
    expect(await bureau.send('zhang', 'POST', `/api/cases/${other}/acts/${act.seq}/signatures`, signing({ content: digest(act) }), { 'idempotency-key': 'sign-key-0002' })).toMatchObject({ status: 201 })
    const signed = actOf(JSON.parse((await bureau.send('zhang', 'GET', `/api/cases/${other}`)).text), 'inspect')
    expect(signed.signatures).toEqual([{ role: 'party', name: '王强', signedAt: '2022-03-01T08:00:00.000Z' }])
    const paper = (file: string) => bureau.send('zhang', 'GET', `/api/cases/${other}/papers/${act.seq}/${file}`)
    expect((await paper('inspection.html')).text).toMatch(/<path d="M100 100L200 220 300 120M400 60L410 340"/)
    const drawn = await paper('inspection.pdf')
    expect({ status: drawn.status, starts: drawn.text.slice(0, 5) }).toEqual({ status: 200, starts: '%PDF-' })
  })
})
