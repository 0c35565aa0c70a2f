import { MATTERS } from '@zhunsheng/law/matters/matters.ts'
import { PROCEDURES } from '@zhunsheng/law/procedures.ts'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLE_BUREAU } from './bureau-file.ts'
import { manualClock, momentOf } from './platform/clock.ts'
import { passingLogKey } from './platform/keys.ts'
import { testDatabase } from './platform/test-database.ts'
import { assemble, MIGRATIONS } from './server.ts'
import { testBureau, type TestBureau } from './test-bureau.ts'

interface Section {
  readonly key: string
  readonly title: string
  readonly basis: readonly string[]
  readonly columns: readonly { readonly key: string; readonly title: string }[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}
interface Catalogue {
  readonly on: string
  readonly sections: readonly Section[]
}
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau('2024-03-01')
})
afterAll(() => bureau.close())
const catalogue = async (on = ''): Promise<Catalogue> => JSON.parse((await bureau.send(undefined, 'GET', `/api/public/catalogue${on === '' ? '' : `?on=${on}`}`)).text)
const section = async (key: string, on = ''): Promise<Section> => {
  const found = (await catalogue(on)).sections.find((one) => one.key === key)
  if (found === undefined) throw new Error(`no section ${key}`)
  return found
}

describe('行政处罚法第三十九条 · agency, grounds, procedure and remedies are public', () => {
  test('every list stands on an article and has rows; every row has its columns and no other', async () => {
    const { sections } = await catalogue()
    expect(sections.map(({ key }) => key)).toEqual(['agency', 'officers', 'powers', 'benchmarks', 'majors', 'recordings', 'procedures', 'remedies', 'exemptions', 'local'])
    for (const { key, basis, rows, columns } of sections) {
      // A bureau may have made no benchmark of its own (第三十四条).
      expect([key, basis.length > 0 && (rows.length > 0 || key === 'benchmarks')]).toEqual([key, true])
      const keys = columns.map(({ key }) => key)
      for (const row of rows) expect(Object.keys(row).filter((key) => !keys.includes(key))).toEqual([])
    }
  })
  test('the matters are those whose clause is in force on the day, today where none is named', async () => {
    const counts = await Promise.all(['2021-03-01', '2024-03-01', '2026-09-01'].map(async (on) => (await section('powers', on)).rows.length))
    expect(counts.every((count) => count > 60 && count <= MATTERS.length)).toBe(true)
    expect((await section('powers', '2021-03-01')).rows.map((row) => row['basis']).join()).toContain('环境噪声污染防治法')
    expect((await section('powers', '2026-09-01')).rows.map((row) => row['basis']).join()).toContain('生态环境法典')
    expect((await catalogue()).on).toBe('2024-03-01')
  })
  test('the ways against a decision are those of the law of the day', async () => {
    const bodies = async (on: string) => (await section('remedies', on)).rows.map((row) => row['body'])
    expect((await bodies('2023-12-31'))[0]).toBe('示例区人民政府或者示例市城市管理局')
    expect((await bodies('2024-01-01'))[0]).toBe('示例区人民政府')
  })
  test('国办发〔2018〕118号: certified officers and no others, with nothing private', async () => {
    const { rows, columns } = await section('officers')
    expect(rows).toHaveLength(12)
    expect(columns.map(({ key }) => key)).toEqual(['name', 'department', 'number', 'from', 'until'])
    expect((await section('officers', '2014-12-31')).rows).toEqual([])
  })
  test('a local number says its source and whether anybody verified it', async () => {
    const { rows } = await section('local')
    expect(rows.find(({ name }) => name === '听证标准：较大数额罚款')).toMatchObject({ value: '公民 5000.00 元以上，单位 50000.00 元以上', checked: '待核对' })
    for (const row of rows) expect(row['source']).not.toBe('')
  })
  test('第五十八条第一款、国办发〔2018〕118号: the lists of major decisions and of recordings are those that everybody reads, and leave with the catalogue', async () => {
    const lists: { readonly majors: readonly { readonly code: string }[]; readonly recordings: readonly { readonly code: string }[] } = JSON.parse((await bureau.send(undefined, 'GET', '/api/lists')).text)
    const exported: Catalogue = JSON.parse((await bureau.send(undefined, 'GET', '/api/public/catalogue.json')).text)
    for (const key of ['majors', 'recordings'] as const) {
      expect(lists[key].length).toBeGreaterThan(3)
      expect(exported.sections.find((one) => one.key === key)?.rows.map(({ code }) => code)).toEqual(lists[key].map(({ code }) => code))
    }
    expect((await section('majors')).rows.find(({ code }) => code === 'apl58.1')).toMatchObject({ kind: '固定事项' })
    // Nobody was told to make such lists before 国办发〔2018〕118号.
    expect((await section('recordings', '2018-12-04')).rows).toEqual([])
  })
  test('a day that there is not is told so', async () => {
    expect((await bureau.send(undefined, 'GET', '/api/public/catalogue?on=2021-02-30')).status).toBe(400)
    expect((await bureau.send(undefined, 'GET', '/api/public/catalogue?on=gestern')).status).toBe(400)
  })
  test('XLSX has a sheet for each list, JSON the same', async () => {
    const answer = await bureau.server.http.inject({ method: 'GET', url: '/api/public/catalogue.xlsx?on=2021-08-02' })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(answer.rawPayload).buffer)
    const { sections } = await catalogue('2021-08-02')
    expect(book.worksheets.map(({ name }) => name)).toEqual(sections.map(({ title }) => title))
    expect(book.worksheets.map(({ rowCount }) => rowCount)).toEqual(sections.map(({ rows }) => rows.length + 3))
    expect(JSON.parse((await bureau.send(undefined, 'GET', '/api/public/catalogue.json?on=2021-08-02')).text)).toMatchObject({ on: '2021-08-02', sections })
    expect((await bureau.send(undefined, 'GET', '/api/public/catalogue.pdf')).status).toBe(400)
  })
  test.each(PROCEDURES.map(({ procedure }) => [procedure.name, procedure.code] as const))('%s has a chart', async (name, code) => {
    const { status, body } = await bureau.send(undefined, 'GET', `/api/public/procedures/${code}/chart?on=2021-08-02`)
    expect([status, body['name'], body['on']]).toEqual([200, name, '2021-08-02'])
  })
  test('a procedure that there is not has none', async () => {
    expect((await bureau.send(undefined, 'GET', '/api/public/procedures/none/chart')).status).toBe(404)
  })
})

describe('公示缺项 · what must be public and is not', () => {
  const lacks = async (of: TestBureau, who = 'zhou'): Promise<readonly { readonly section: string; readonly what: string; readonly weight: string; readonly instead: string }[]> => JSON.parse((await of.send(who, 'GET', '/api/publicity/lacks')).text).lacks
  test('a bureau that filled in everything lacks nothing; what nobody verified is still told', async () => {
    const found = await lacks(bureau)
    expect(found.filter(({ weight }) => weight === 'missing')).toEqual([])
    expect(found.map(({ section: of }) => of)).toContain('听证标准和地方数据')
  })
  test('a bureau that has not said anything of itself: each item with what to do', async () => {
    const { contact: _, creditCode: __, ...silent } = EXAMPLE_BUREAU
    const database = await testDatabase(MIGRATIONS)
    const empty = await assemble({ database, clock: manualClock(momentOf('2024-03-01', '09:00')), keys: [passingLogKey()], dataFolder: bureau.folder, bureau: silent, accounts: [], logs: false })
    const listed: Catalogue = (await empty.http.inject({ method: 'GET', url: '/api/public/catalogue' })).json()
    expect(listed.sections.find(({ key }) => key === 'officers')?.rows).toEqual([])
    expect(listed.sections.find(({ key }) => key === 'agency')?.rows.map(({ item }) => item)).toEqual(['机关名称', '本级人民政府', '上一级主管部门'])
    expect((await empty.http.inject({ method: 'GET', url: '/api/public/decisions' })).json()).toEqual({ total: 0, rows: [] })
    expect((await empty.http.inject({ method: 'GET', url: '/api/public/feed.json' })).json()).toMatchObject({ entries: [], more: false })
    expect((await empty.http.inject({ method: 'GET', url: '/api/public/feed.atom' })).body).toContain('<feed')
    await empty.http.close()
    await database.close()
    const lacking = await testBureau('2024-03-01', undefined, { contact: {} })
    const missing = (await lacks(lacking)).filter(({ weight }) => weight === 'missing')
    expect(missing.map(({ what }) => what)).toEqual(['职权依据', '办公地址', '联系电话', '办公时间', '管辖法院', '监督投诉渠道', '起诉的人民法院'])
    expect(missing.every(({ instead }) => instead.includes('bureau.json'))).toBe(true)
    await lacking.close()
  })
})
