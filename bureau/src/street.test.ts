import { day } from '@zhunsheng/law/day.ts'
import { findJudge, SETTING, settingWith } from '@zhunsheng/law/judges.ts'
import { findProcedure } from '@zhunsheng/law/procedures.ts'
import { parseAnswers } from '@zhunsheng/law/parse.ts'
import { formFor, personFrom, readActs, type WrittenAct } from '@zhunsheng/law/written/act.ts'
import { readDevolutions, type WrittenDevolution } from '@zhunsheng/law/written/devolutions.ts'
import { groundsOf, writtenVerdict } from '@zhunsheng/law/written/verdict.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseUpTo, courseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const ON = '2022-03-01'
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(ON)
})
afterAll(() => bureau.close())

const get = async <T>(path: string): Promise<T> => JSON.parse((await bureau.send('zhang', 'GET', path)).text)
const made = { device: 'phone-0001', at: '2022-03-01T15:20:00+08:00', ahead: 3 }

describe('the phone without signal judges as the server does', () => {
  test.each([
    ['普通程序', 'penalty.ordinary', 'decide'],
    ['简易程序', 'penalty.simple', 'serveDecision'],
    ['柔性执法', 'penalty.soft', 'reinspect'],
    ['查封、扣押', 'coercion.measure', 'settle'],
    ['代履行', 'coercion.performance', 'decide'],
    ['强制拆除', 'coercion.demolition', 'announce'],
    ['行政复议', 'remedy.reconsideration', 'reply'],
    ['行政诉讼', 'remedy.litigation', 'appoint'],
    ['仲裁', 'dispute.arbitration', 'choose'],
  ])('%s', async (_, code, last) => {
    const caseId = await courseUpTo(bureau, code, last, '2022-01-04')
    const { verdict } = await get<{ readonly verdict: unknown }>(`/api/cases/${caseId}`)
    const { acts } = await get<{ readonly acts: readonly WrittenAct[] }>(`/api/cases/${caseId}/acts`)
    const people = await get<readonly Parameters<typeof personFrom>[0][]>('/api/people')
    const [me] = people.filter(({ id }) => id === 'zhang').map(({ id, name, posts, legalQualification, reviewedBefore, certificate }) => personFrom({ id, name, posts, legalQualification, reviewedBefore, ...(certificate === undefined ? {} : { certificate }) }))
    const judge = findJudge(code)
    if (judge === undefined || me === undefined) throw new Error('no judge, or nobody')
    const own = writtenVerdict(judge, judge.read({ procedure: code, acts: readActs(judge.procedure, acts) }, SETTING), day(ON), { ...me, department: '执法一中队' })
    expect(JSON.parse(JSON.stringify(own))).toEqual(verdict)
  })
})

describe('行政处罚法第二十四条第一款 · a power that went to a town, on the phone without signal', () => {
  const refusedHere = async (data: Readonly<Record<string, unknown>>) => {
    const judge = findJudge('penalty.simple')
    if (judge === undefined) throw new Error('no judge')
    const setting = settingWith({ devolutions: readDevolutions(await get<readonly WrittenDevolution[]>('/api/public/devolutions')) })
    const form = formFor(judge.procedure, 'discover')
    const parsed = parseAnswers(form ?? {}, data, () => undefined)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
    const people = await get<readonly Parameters<typeof personFrom>[0][]>('/api/people')
    const by = people.filter(({ id }) => ['zhang', 'li'].includes(id)).map(({ id, name, posts, legalQualification, reviewedBefore, certificate }) => personFrom({ id, name, posts, legalQualification, reviewedBefore, ...(certificate === undefined ? {} : { certificate }) }))
    const on = day(ON)
    return groundsOf(judge.rule(judge.read({ procedure: 'penalty.simple', acts: [] }, setting), { kind: 'discover', on, by, data: parsed.value }, on))
  }
  const refusedThere = async (data: Readonly<Record<string, unknown>>) => JSON.parse((await bureau.send('zhang', 'POST', '/api/rulings', { procedure: 'penalty.simple', kind: 'discover', on: ON, with: ['li'], data })).text).refusals
  test.each([
    ['in the town', { matter: 'pet.waste', town: '华岩镇' }, true],
    ['where nobody says in which town', { matter: 'pet.waste' }, true],
    ['in a town that is not of the decision', { matter: 'pet.waste', town: '九龙镇' }, false],
    ['another matter', { matter: 'clean.litter', town: '华岩镇' }, false],
  ])('%s: device and server say the same', async (_, more, isTheirs) => {
    const data = { ...findProcedure('penalty.simple')?.course.typical('discover', day(ON)), ...more }
    const here = await refusedHere(data)
    expect(here).toEqual(await refusedThere(data))
    expect(here.some(({ code }) => code === 'discover.devolved')).toBe(isTheirs)
  })
})

describe('what was done without a connection comes later', () => {
  test('an act keeps the hour of the device, how far its clock was ahead, and when it came', async () => {
    const opened = await bureau.send('zhang', 'POST', '/api/cases', { procedure: 'penalty.soft', kind: 'find', on: ON, with: ['li'], data: { source: 'patrol', place: '示例街 1 号', facts: '货架占道。' }, made }, { 'idempotency-key': 'street-key-1' })
    expect(opened.status).toBe(201)
    const { acts } = await get<{ readonly acts: readonly { readonly made?: unknown; readonly recordedAt: string }[] }>(`/api/cases/${String(opened.body['id'])}`)
    expect(acts[0]).toMatchObject({ made, recordedAt: expect.stringMatching(/^2022-03-01T/) })
  })
  test('an act that was made in the office says nothing of a device; a wrong hour is refused', async () => {
    const body = { procedure: 'penalty.soft', kind: 'find', on: ON, with: ['li'], data: { source: 'patrol', place: '示例街 1 号', facts: '货架占道。' } }
    const refused = await bureau.send('zhang', 'POST', '/api/cases', { ...body, made: { ...made, at: '昨天' } }, { 'idempotency-key': 'street-key-2' })
    expect({ status: refused.status, text: refused.text }).toEqual({ status: 400, text: expect.stringContaining('时区') })
    const opened = await bureau.send('zhang', 'POST', '/api/cases', body, { 'idempotency-key': 'street-key-2' })
    expect((await get<{ readonly acts: readonly object[] }>(`/api/cases/${String(opened.body['id'])}`)).acts[0]).not.toHaveProperty('made')
  })
  test('a lead that is sent twice is registered once, with its photograph and its place', async () => {
    const lead = { source: 'patrol', receivedOn: ON, place: '示例路 2 号', content: '人行道堆物。', photos: ['a'.repeat(64)], position: { latitude: 29.5, longitude: 106.5, accuracy: 12 } }
    const send = () => bureau.send('zhang', 'POST', '/api/leads', lead, { 'idempotency-key': 'lead-key-0001' })
    const [first, again] = [await send(), await send()]
    expect(again.body).toEqual(first.body)
    expect(first.body).toMatchObject({ photos: lead.photos, position: lead.position })
    const two = await Promise.all([send(), bureau.send('zhang', 'POST', '/api/leads', lead, { 'idempotency-key': 'lead-key-0002' }), bureau.send('zhang', 'POST', '/api/leads', lead, { 'idempotency-key': 'lead-key-0002' })])
    expect(two.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(await get<{ readonly total: number }>(`/api/leads?search=${encodeURIComponent('示例路 2 号')}`)).toMatchObject({ total: 2 })
  })
})

describe('a phone that comes back after the case was transferred (移送)', () => {
  test('行政处罚法第五十七条第一款: its act is refused, first because the case moved on, then on its grounds; nothing of it is recorded, and nothing is lost', async () => {
    const caseId = await caseUpTo(bureau, 'file', ON)
    const seen = Number((await bureau.send('zhang', 'GET', `/api/cases/${caseId}`)).body['version'])
    // Off line from here; in the office the leader transfers the case.
    expect((await bureau.act('transferElsewhere', ON, { caseId })).status).toBe(201)
    const data = { kind: 'audiovisual', title: '离线拍摄的照片', proves: '货架仍在。', origin: '执法人员现场拍摄', place: '案发现场', original: 'original', fromDevice: false, deviceReviewed: false }
    const late = (version: number) => bureau.send('zhang', 'POST', `/api/cases/${caseId}/acts`, { kind: 'collect', on: ON, with: ['li'], version, data, made }, { 'idempotency-key': 'late-collect-1' })
    expect(await late(seen)).toMatchObject({ status: 409, body: { type: '/problems/changed-meanwhile', detail: expect.stringContaining('移送') } })
    const refused = await late(seen + 1)
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/refused', refusals: [{ code: 'collect.left', basis: ['《行政处罚法》第五十七条第一款'], because: expect.stringContaining('移送'), instead: expect.stringMatching(/./) }] } })
    // The same sending once more is answered alike: a refusal uses up no key.
    expect((await late(seen + 1)).body).toEqual(refused.body)
    expect(await get<{ readonly acts: readonly { readonly kind: string }[] }>(`/api/cases/${caseId}`)).toMatchObject({ version: seen + 1, acts: [{ kind: 'apply' }, { kind: 'inspect' }, { kind: 'orderCorrection' }, { kind: 'file' }, { kind: 'transferElsewhere' }] })
  })
})
