import { CHONGQING } from '@zhunsheng/discretion/formula.ts'
import { writeBenchmark } from '@zhunsheng/discretion/written.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCompared, comparedPage, putCompared, type ComparedRow } from './modules/consistency/store-compared.ts'
import type { Again, Behind, LikeView, ScanView } from './modules/consistency/wire.ts'
import { templateFor } from './modules/discretion/template.ts'
import { caseUpTo, courseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const TODAY = '2021-09-01'
const ISSUE = { title: '城市管理行政处罚裁量权基准', documentNumber: '示例〔2021〕1号', issuer: '示例市城市管理局', level: 'city', from: '2021-08-01', example: true, source: '' }
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(TODAY)
})
afterAll(() => bureau.close())
const rows = (): Promise<readonly ComparedRow[]> => bureau.database.read((queries) => comparedPage(queries, { from: '2000-01-01', to: '2099-12-31' }, undefined, 10_000))
const rowOf = async (id: string) => (await rows()).find(({ case_id }) => case_id === id)
const sent = async <T>(who: string, url: string, body: Readonly<Record<string, unknown>>, key: string = crypto.randomUUID()): Promise<T> => {
  const { status, text } = await bureau.send(who, 'POST', url, body, { 'idempotency-key': key })
  if (status >= 300) throw new Error(`${status} ${text}`)
  return JSON.parse(text)
}

describe('a decided case is compared with others (同案同罚)', () => {
  test('from its decision on, and not before', async () => {
    expect(await rowOf(await caseUpTo(bureau, 'notify', TODAY))).toBeUndefined()
    expect(await rowOf(await caseUpTo(bureau, 'decide', TODAY))).toMatchObject({ matter: 'street.front', exempt: false, decided_on: TODAY, officer: 'zhang', officer_name: expect.stringMatching(/^张/), team: expect.stringMatching(/./), fine_fen: expect.any(Number) })
  })
  test('第三十三条: one that was spared stands beside those that were fined', async () => {
    expect(await rowOf(await courseUpTo(bureau, 'penalty.soft', 'exempt', '2021-08-02', { find: { party: { kind: 'citizen', name: '初次', birthday: '1990-01-02', capacity: 'full', address: '示例街 9 号' } } }))).toMatchObject({ exempt: true, fine_fen: null, beforehand: 'citizen slight corrected' })
  })
  test('a decision that is revoked takes its case out', async () => {
    const id = await caseUpTo(bureau, 'serveDecision', TODAY)
    expect(await rowOf(id)).toBeDefined()
    expect(await bureau.act('changeDecision', TODAY, { caseId: id, data: { outcome: 'revoked', by: 'self', fine: null, reason: '事实不清。', knownOn: TODAY } })).toMatchObject({ status: 201 })
    expect(await rowOf(id)).toBeUndefined()
  })
  test('computed anew from the acts, every row is as it was written', async () => {
    const written = await rows()
    expect(written.length).toBeGreaterThan(1)
    await bureau.database.work(async (tx) => {
      for (const { case_id } of written) await putCompared(tx, case_id, undefined)
    })
    expect(await rows()).toEqual([])
    await bureau.server.compareTurn()
    expect(await rows()).toEqual(written)
  })
})

/** A year of one matter without a benchmark: four officers, of whom one asks for half as much again. */
const HARSH = 'p-3'
const year = (matter: string): readonly ComparedRow[] =>
  Array.from({ length: 400 }, (_, n): ComparedRow => {
    const officer = `p-${n % 4}`
    const fine = (1000 + ((n * 7) % 11) * 20) * (officer === HARSH ? 1.5 : 1) * 100
    return { case_id: `${matter}-${n}`, number: `示例〔2020〕${n}`, matter, decided_on: `2020-${String(1 + (n % 12)).padStart(2, '0')}-11`, officer, officer_name: `人员${n % 4}`, team: `中队${n % 2}`, town: null, exempt: false, fine_fen: fine, amount: fine, benchmark: null, tier: null, row_no: null, lighter: false, beforehand: 'citizen slight corrected', answers: {} }
  })

describe('who decides like cases otherwise (同案不同罚的扫描)', () => {
  beforeAll(() => bureau.database.work((tx) => addCompared(tx, year('clean.litter'))))
  const SPAN = { from: '2020-01-01', to: '2020-12-31' }

  test('one officer is found, with how much, how sure, and on how many cases', async () => {
    const scan = await sent<ScanView>('zhou', '/api/consistency/scans', SPAN)
    expect(scan).toMatchObject({ cases: 400, findings: 1, open: 1, by: '周明', found: [{ about: 'fine', dimension: 'officer', value: HARSH, valueName: '人员3', matter: 'clean.litter', cases: 100, others: 300 }] })
    expect(scan.found[0]?.effect).toBeCloseTo(1.5, 1)
    expect(scan.found[0]?.says).toMatch(/主办人员「人员3」办理「.+」的罚款，平均为同类案件的 1\.\d\d 倍（99\.9% 的置信区间 1\.\d\d 至 1\.\d\d 倍；100 件与其他 300 件比较）/)
  })
  test('done again it finds the same; with another case it says that the data are others', async () => {
    const { id } = await sent<ScanView>('zhou', '/api/consistency/scans', SPAN)
    expect(await sent<Again>('zhao', `/api/consistency/scans/${id}/again`, {})).toEqual({ sameData: true, sameFindings: true, cases: 400 })
    await bureau.database.work((tx) => addCompared(tx, [{ ...(year('clean.sewage')[0] ?? fail()) }]))
    expect(await sent<Again>('zhao', `/api/consistency/scans/${id}/again`, {})).toEqual({ sameData: false, sameFindings: true, cases: 401 })
  })
  test('behind a finding are its cases, the farthest first, and how those of the others lie', async () => {
    const { id } = await sent<ScanView>('zhou', '/api/consistency/scans', SPAN)
    const behind: Behind = JSON.parse((await bureau.send('zhou', 'GET', `/api/consistency/scans/${id}/findings/1`)).text)
    expect(behind.strata).toMatchObject([{ says: expect.stringContaining('个人，危害后果轻微，已及时改正'), ownCases: 100, otherCases: 300, own: { middle: '1650.00' }, others: { middle: '1100.00' }, unit: '元' }])
    expect(behind.cases).toHaveLength(100)
    expect(behind.cases[0]?.times).toBeGreaterThanOrEqual(behind.cases.at(-1)?.times ?? 9)
  })
  test('an answer to a finding is kept, and the finding is open no more', async () => {
    const { id } = await sent<ScanView>('zhou', '/api/consistency/scans', SPAN)
    const url = `/api/consistency/scans/${id}/findings/1/explanations`
    await sent('zhao', url, { kind: 'followUp', says: '请中队复核。' }, 'explain-0001')
    await sent('zhao', url, { kind: 'followUp', says: '请中队复核。' }, 'explain-0001')
    const scan: ScanView = JSON.parse((await bureau.send('zhou', 'GET', `/api/consistency/scans/${id}`)).text)
    expect(scan).toMatchObject({ open: 0, found: [{ explanations: [{ kind: 'followUp', says: '请中队复核。', by: '赵立', at: expect.any(String) }] }] })
    expect((await bureau.send('zhou', 'GET', `/api/consistency/scans/${id}/findings.csv`)).text).toMatch(/"罚款","主办人员","人员3",.+需要核查：请中队复核。（赵立）/)
  })
  test('the same sending twice, also at once, is one scan', async () => {
    const [one, other] = await Promise.all([sent<ScanView>('zhou', '/api/consistency/scans', SPAN, 'scan-key-0001'), sent<ScanView>('zhou', '/api/consistency/scans', SPAN, 'scan-key-0001')])
    expect(one.id).toBe(other.id)
  })
  test.each([
    ['a day that is none', { from: '2020-02-30', to: '2020-12-31' }, '真实存在'],
    ['an end before its beginning', { from: '2020-12-31', to: '2020-01-01' }, '对调'],
    ['days that are still to come', { from: '2031-01-01', to: '2031-12-31' }, '还没有开始'],
    ['a confidence that accuses everybody', { ...SPAN, confidence: 0.5 }, 'confidence'],
  ])('%s is refused', async (_, body, said) => {
    expect(await bureau.send('zhou', 'POST', '/api/consistency/scans', body, { 'idempotency-key': crypto.randomUUID() })).toMatchObject({ status: 400, text: expect.stringContaining(said) })
  })
  test.each(['/api/consistency/scans/none', '/api/consistency/scans/none/findings/1'])('%s is not there', async (url) => {
    expect(await bureau.send('zhou', 'GET', url)).toMatchObject({ status: 404 })
  })
})

describe('a proposed fine among those of like cases (类案检索)', () => {
  const MATTER = 'street.front'
  const ANSWERS = { subject: 'citizen', times: 1, corrected: true, harm: 'slight' }
  const template = templateFor(findMatter(MATTER) ?? fail(), CHONGQING) ?? fail()
  const past = (n: number, fine: number, answers: ComparedRow['answers'] = ANSWERS, more: Partial<ComparedRow> = {}): ComparedRow => ({ ...(year(MATTER)[n] ?? fail()), decided_on: '2021-03-11', fine_fen: fine * 100, amount: fine * 100, benchmark: 'street.front/1', tier: 'lighter', answers, ...more })
  beforeAll(async () => {
    await bureau.send('zhou', 'POST', '/api/benchmarks', { issue: ISSUE, content: writeBenchmark(template) })
    await bureau.database.work(async (tx) => {
      await addCompared(tx, Array.from({ length: 20 }, (_, n) => past(n, 100 + n * 5)))
      await addCompared(tx, [past(20, 2000, { ...ANSWERS, times: 4, corrected: false, harm: 'present' }), past(21, 10, ANSWERS, { lighter: true }), past(22, 9000, ANSWERS, { decided_on: '2015-03-11' })])
    })
  })
  const like = (more: Readonly<Record<string, unknown>> = {}) => sent<LikeView>('zhang', '/api/consistency/like', { matter: MATTER, on: TODAY, answers: ANSWERS, ...more })

  test('where it lies, what was usual, and what the nearest differ in', async () => {
    const view = await like({ fine: '190' })
    expect(view).toMatchObject({ from: '2018-09-01', to: TODAY, amounts: { middle: expect.any(String) }, verdict: 'usual' })
    expect(view.position).toBeGreaterThan(0.9)
    expect(view.says).toMatch(/案情相近的 \d+ 件，罚款多在 .+ 元之间，中位数 .+ 元；拟罚 190\.00 元高于其中的 9\d%。/)
    expect(view.near[0]).toMatchObject({ distance: 0, differs: [] })
  })
  test('one far away from them is said to be apart', async () => {
    expect(await like({ fine: '5000' })).toMatchObject({ verdict: 'apart', says: expect.stringContaining('明显偏离') })
  })
  test('of a fine that was imposed already nobody is told to write reasons', async () => {
    expect(await like({ fine: '5000', decided: true })).toMatchObject({ verdict: 'apart', says: expect.stringMatching(/本案罚款 5000\.00 元高于其中的 100%，明显偏离，请核对案卷是否写明理由。/) })
  })
  test('only those whose facts are near count, and those that the law makes lighter are shown and not counted', async () => {
    const { near, amounts } = await like()
    expect(near.find(({ fine }) => fine === '2000.00')).toBeUndefined()
    expect(Number(amounts?.least)).toBeGreaterThanOrEqual(50)
  })
  test('graver facts find the grave case, with what sets it apart', async () => {
    const { near } = await like({ answers: { ...ANSWERS, times: 4, corrected: false, harm: 'slight' } })
    expect(near[0]).toMatchObject({ fine: '2000.00', differs: [{ here: expect.any(String), there: expect.any(String) }] })
  })
  test('a case is not compared with itself', async () => {
    const { near } = await like({ caseId: `${MATTER}-0` })
    expect(near.map(({ id }) => id)).not.toContain(`${MATTER}-0`)
  })
  test('too few to say anything are said to be too few, and none to be none', async () => {
    expect(await like({ answers: { ...ANSWERS, times: 4, corrected: false, harm: 'present' } })).toMatchObject({ verdict: 'tooFew', says: expect.stringContaining('数量过少') })
    expect(await like({ matter: 'park.lawn', fine: '100' })).toMatchObject({ looked: 0, near: [], says: expect.stringContaining('没有已决定的案件') })
  })
  test('old cases that wait to be computed are said to be missing', async () => {
    const waiting = await testBureau(TODAY)
    try {
      const { text } = await waiting.send('zhang', 'POST', '/api/consistency/like', { matter: MATTER, answers: ANSWERS })
      expect(text).toContain('以前的案件还在整理')
      await waiting.server.compareTurn()
      expect((await waiting.send('zhang', 'POST', '/api/consistency/like', { matter: MATTER, answers: ANSWERS })).text).not.toContain('还在整理')
    } finally {
      await waiting.close()
    }
  })
})

function fail(): never {
  throw new Error('no such case')
}
