import { CHONGQING } from '@zhunsheng/discretion/formula.ts'
import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { writeBenchmark } from '@zhunsheng/discretion/written.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { templateFor } from './modules/discretion/template.ts'
import { caseUpTo, courseUpTo, testBureau, type TestBureau } from './test-bureau.ts'

const TODAY = '2022-09-01'
const EARLIER = '2022-08-15'
const MATTER = 'street.front'
const ISSUE = { title: '城市管理行政处罚裁量权基准', documentNumber: '示例〔2022〕1号', issuer: '示例市城市管理局', level: 'city', from: '2022-08-01', example: true, source: '' }
const PERIOD = { matter: MATTER, from: '2022-08-01', to: TODAY }
const matterFound = findMatter(MATTER)
const template = (matterFound === undefined ? undefined : templateFor(matterFound, CHONGQING)) ?? expect.fail('no template')
const FIRST = { subject: 'citizen', times: 1, corrected: true, harm: 'slight' }
const weighed = { fine: '100', discretion: { benchmark: `${MATTER}/1`, answers: FIRST, tier: 'lighter', band: { low: '50.00', high: '185.00' } } }
/** The same table, with so many fen more or less at both ends of every band. */
const shifted = (by: bigint): Benchmark => ({ ...template, rows: template.rows.map((row) => (row.band.is === 'fine' ? { ...row, band: { ...row.band, min: row.band.min + by, max: row.band.max + by } } : row)) })
const draft = (benchmark: Benchmark) => ({ ...PERIOD, after: { is: 'draft', content: writeBenchmark(benchmark) } })

let bureau: TestBureau
let [ordinary, onTheSpot] = ['', '']
const replayed = (body: Readonly<Record<string, unknown>>, who = 'zhou') => bureau.send(who, 'POST', '/api/discretion/replay', body)
beforeAll(async () => {
  bureau = await testBureau(TODAY)
  await caseUpTo(bureau, 'conclude', TODAY, { conclude: { first: true } })
  await caseUpTo(bureau, 'decide', EARLIER, { apply: { actedFrom: EARLIER }, conclude: { first: true } })
  const answer = await bureau.send('zhou', 'POST', '/api/benchmarks', { issue: { ...ISSUE, from: TODAY }, content: writeBenchmark(template) })
  if (answer.status !== 201) throw new Error(answer.text)
  ordinary = await caseUpTo(bureau, 'decide', TODAY, { conclude: { first: true }, notify: weighed, decide: weighed })
  const spot = { fine: '50', discretion: weighed.discretion }
  onTheSpot = await courseUpTo(bureau, 'penalty.simple', 'decide', TODAY, { discover: { matter: MATTER }, tell: spot, decide: spot })
})
afterAll(() => bureau.close())

describe('行政处罚法第三十四条 · a draft is tried on the cases that were decided', () => {
  test('the version in force against itself changes nothing; a case that is not decided is not looked at', async () => {
    const { status, body } = await replayed(draft(template))
    expect({ status, body }).toMatchObject({ status: 200, body: { before: `${MATTER}/1`, after: '草稿', counts: { decided: 3, same: 2, heavier: 0, lighter: 0, mixed: 0, unanswered: 0, unstated: 1, outside: 0 }, rows: [] } })
  })
  test('bands of 60 yuan more are heavier by 60 at both ends, and a fine of 50 would no longer lie inside', async () => {
    const { body } = await replayed(draft(shifted(6000n)))
    expect(body).toMatchObject({ counts: { decided: 3, heavier: 2, same: 0, outside: 2 } })
    const rows = Array.isArray(body['rows']) ? body['rows'] : []
    expect(rows.map(({ id }: { readonly id: string }) => id).toSorted()).toEqual([ordinary, onTheSpot].toSorted())
    expect(rows[0]).toMatchObject({ change: 'heavier', moved: { low: '60.00', high: '60.00' }, before: { low: '50.00', high: '185.00' }, after: { low: '110.00', high: '245.00' }, fineStands: false })
  })
  test('less is lighter, and names the row that answered before and after', async () => {
    const { body } = await replayed(draft({ ...shifted(-1000n), rows: shifted(-1000n).rows.toReversed() }))
    const rows = Array.isArray(body['rows']) ? body['rows'] : []
    expect(rows[0]).toMatchObject({ change: 'lighter', moved: { low: '-10.00', high: '-10.00' }, fineStands: true })
    expect(rows[0].after.row).toBe(template.rows.length + 1 - rows[0].before.row)
  })
  test('what no row of the draft answers is said and not guessed', async () => {
    const { body } = await replayed(draft({ ...template, rows: [] }))
    expect(body).toMatchObject({ counts: { unanswered: 2, outside: 0 }, rows: [{ change: 'unanswered', after: { says: '没有对应的情形' } }, { change: 'unanswered' }] })
  })
  test('a case that was decided before there was a benchmark is counted, and nothing is made up for it', async () => {
    expect((await replayed({ ...draft(shifted(6000n)), to: '2022-08-31' })).body).toMatchObject({ counts: { decided: 1, unstated: 1, heavier: 0 }, rows: [] })
  })
  test('outside the period there is no case', async () => {
    expect((await replayed({ ...draft(template), to: '2022-08-14' })).body).toMatchObject({ counts: { decided: 0 }, rows: [] })
  })
  test('one published version against another', async () => {
    expect((await replayed({ ...PERIOD, before: 1, after: { is: 'version', version: 1 } })).body).toMatchObject({ before: `${MATTER}/1`, after: `${MATTER}/1`, counts: { same: 2 } })
  })
  test('as CSV: a head and a line for each case that differs, negative amounts as numbers', async () => {
    const { headers, text } = await bureau.send('zhao', 'POST', '/api/discretion/replay.csv', draft(shifted(-1000n)))
    expect(headers['content-type']).toContain('text/csv')
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('"案号","决定日期","变化"')
    expect(lines[1]).toContain('"变轻"')
    expect(lines[1]).toContain('"-10.00","-10.00"')
  })
})

describe('what makes no sense is told by field', () => {
  test.each([
    ['a day that is none', { from: '2022-02-30' }, 400, '应为真实存在的日期'],
    ['an end before the beginning', { from: TODAY, to: '2022-08-01' }, 400, '期间的末日早于首日'],
    ['a draft of another matter', { after: { is: 'draft', content: writeBenchmark({ ...template, matter: 'muck.route' }) } }, 400, '不能与'],
    ['a draft that cannot be read', { after: { is: 'draft', content: {} } }, 400, 'after.content'],
    ['a version that nobody published', { after: { is: 'version', version: 9 } }, 404, '没有第 9 版'],
    ['a matter without a benchmark', { matter: 'muck.route' }, 404, '没有裁量权基准'],
  ])('%s', async (_, changed, status, says) => {
    const answer = await replayed({ ...draft(template), ...changed })
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(says)
  })
  test('an officer tries none', async () => {
    expect((await replayed(draft(template), 'zhang')).status).toBe(403)
  })
})
