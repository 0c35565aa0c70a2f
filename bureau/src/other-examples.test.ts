import { CONCERNS } from '@zhunsheng/discretion/benchmark.ts'
import { check } from '@zhunsheng/discretion/check.ts'
import { writeDmn } from '@zhunsheng/discretion/dmn/write.ts'
import { evaluatorOf } from '@zhunsheng/discretion/evaluate.ts'
import { explain } from '@zhunsheng/discretion/explain.ts'
import { readSheet, writeSheet } from '@zhunsheng/discretion/sheet.ts'
import { readBenchmark, writeBenchmark } from '@zhunsheng/discretion/written.ts'
import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OTHER_EXAMPLES } from './modules/discretion/other-examples.ts'
import { testBureau, type TestBureau } from './test-bureau.ts'

const TODAY = '2022-09-01'
const ISSUE = { title: '裁量权基准（示例）', documentNumber: '示例〔2022〕9号', issuer: '示例机关', level: 'district', from: TODAY, example: true, source: '' }
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(TODAY)
})
afterAll(() => bureau.close())
const [banner, site, tools] = OTHER_EXAMPLES
const says = (benchmark: Benchmark | undefined, facts: Readonly<Record<string, string | number | boolean>>): string => {
  if (benchmark === undefined) throw new Error('no example')
  return explain(benchmark, facts, evaluatorOf(benchmark).evaluate(facts)).says
}

describe('国办发〔2022〕27号 · benchmarks of licences, inspections and coercive measures have the same form', () => {
  test.each(OTHER_EXAMPLES.map((one) => [one.conduct, one] as const))('%s: whole, without overlap, within its article', (_, benchmark) => {
    expect(check(benchmark).filter(({ weight }) => weight === 'fault')).toEqual([])
  })
  test.each(OTHER_EXAMPLES.map((one) => [one.conduct, one] as const))('%s: as JSON and as a sheet it comes back as it was', (_, benchmark) => {
    expect(readBenchmark(writeBenchmark(benchmark))).toEqual({ ok: true, benchmark })
    const read = readSheet({ cells: writeSheet(benchmark), merged: [] })
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    expect({ ...read.benchmark, rows: read.benchmark.rows.map(({ place: _place, ...row }) => row) }).toEqual(benchmark)
    expect(writeDmn(benchmark)).toContain(`what="${benchmark.concerns ?? ''}"`)
  })
  test('行政许可法第三十八条: what fulfils the conditions is granted', () => {
    expect(says(banner, { papers: 'complete', plan: 'fits' })).toBe('符合条件：准予')
    expect(says(banner, { papers: 'curable', plan: 'fits' })).toBe('可以补正：补正、调整后准予')
  })
  test('优化营商环境条例第五十三条: how often is looked, by credit', () => {
    expect(says(site, { credit: 'good', times: 0 })).toBe('低风险：1 次以上 2 次以下')
  })
  test('行政强制法第十六条第二款、第二十五条第一款: none where it is slight, thirty days, and thirty more', () => {
    expect(says(tools, { slight: true })).toBe('不采取：不采取')
    expect(says(tools, { slight: false, complex: true })).toBe('复杂：31 日以上 60 日以下')
  })
  test('a fine in days, and days in yuan, are faults', () => {
    const wrong = (is: 'fine' | 'span', range: number): Benchmark => ({ ...(tools ?? expect.fail()), ranges: [...(tools?.ranges ?? []), { name: '罚款', basis: '示例', max: 100n, measure: { is: 'fen' } }], rows: (tools?.rows ?? []).map((row, at) => (at === 1 ? { ...row, band: { is, min: 1n, max: 30n }, range } : row)) })
    const faults = (benchmark: Benchmark) => check(benchmark).filter(({ weight }) => weight === 'fault').map(({ kind }) => kind)
    expect(faults(wrong('fine', 0))).toContain('outside')
    expect(faults(wrong('span', 2))).toContain('outside')
  })
  test('they are offered as examples, published under their own kind, and asked like any other', async () => {
    for (const { matter, conduct, concerns } of OTHER_EXAMPLES) {
      const { body } = await bureau.send(undefined, 'GET', `/api/public/benchmarks/${matter}/template`)
      expect(await bureau.send('zhou', 'POST', '/api/benchmarks', { issue: ISSUE, content: body['content'] })).toMatchObject({ status: 201, body: { matterName: `${CONCERNS[concerns ?? 'penalty']}：${conduct}` } })
    }
    expect(await bureau.send(undefined, 'POST', '/api/public/benchmarks/coercion.tools/apply', { answers: { slight: false, complex: false } })).toMatchObject({ status: 200, body: { says: '一般：1 日以上 30 日以下', tier: 'ordinary' } })
  })
  test('a penalty’s matter is not taken for a licence, and a matter that nobody knows not for a penalty', async () => {
    const other = { ...(banner ?? expect.fail()) }
    const publish = (benchmark: Benchmark) => bureau.send('zhou', 'POST', '/api/benchmarks', { issue: ISSUE, content: writeBenchmark(benchmark) })
    expect(await publish({ ...other, matter: 'street.front' })).toMatchObject({ status: 409, text: expect.stringContaining('benchmark.other-matter') })
    const { concerns: _, ...penalty } = other
    expect(await publish(penalty)).toMatchObject({ status: 409, text: expect.stringContaining('benchmark.no-matter') })
  })
})
