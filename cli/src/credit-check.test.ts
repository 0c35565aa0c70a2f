import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LICENCE_COLUMNS, PENALTY_COLUMNS } from '@zhunsheng/law/credit/columns.ts'
import { penaltyRecord } from '@zhunsheng/law/credit/penalty-record.ts'
import { day } from '@zhunsheng/law/day.ts'
import { yuan } from '@zhunsheng/law/money.ts'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkCreditFile } from './credit-check.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhunsheng-credit-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const CODE = '91350100M000100Y43'
const RECORD = penaltyRecord({
  party: { kind: 'organisation', name: '示例餐饮有限公司', creditCode: CODE, representative: '王平' }, number: '示例城管罚决〔2021〕1号', offence: '占道经营', facts: '占道摆放桌椅，经责令没有改正。', basis: '《重庆市市容环境卫生管理条例》',
  kinds: ['罚款'], fine: yuan(2000), decidedOn: day('2021-08-02'), agency: { name: '示例区城市管理局', creditCode: CODE },
})
const header = (by: 'header' | 'code') => PENALTY_COLUMNS.map((column) => column[by])
const cells = (row: Readonly<Record<string, string>>) => PENALTY_COLUMNS.map(({ code }) => row[code] ?? '')
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')
function written(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
async function checked(path: string, asJson = false): Promise<{ readonly code: number; readonly said: string }> {
  const lines: string[] = []
  const code = await checkCreditFile(path, asJson, (line) => lines.push(line))
  return { code, said: lines.join('\n') }
}
/** GB 18030 bytes of a few words, as an older system writes them: 行政相对人名称 and so on cannot be written by Node, so they are given. */
const GB = Uint8Array.from([0xd0, 0xd0, 0xd5, 0xfe, 0xcf, 0xe0, 0xb6, 0xd4, 0xc8, 0xcb, 0xc3, 0xfb, 0xb3, 0xc6])

describe('credit-check · a file of any system', () => {
  test('CSV with a byte order mark and Chinese headers, CSV with codes, a spreadsheet: all clean', async () => {
    expect(await checked(written('a.csv', `\uFEFF${csv([header('header'), cells(RECORD)])}`))).toEqual({ code: 0, said: '行政处罚信息 1 条\n没有发现问题' })
    expect((await checked(written('b.csv', csv([header('code'), cells(RECORD)])))).code).toBe(0)
    const book = new ExcelJS.Workbook()
    book.addWorksheet('处罚').addRows([header('header'), cells(RECORD)])
    expect((await checked(written('c.xlsx', new Uint8Array(await book.xlsx.writeBuffer())))).code).toBe(0)
  })
  test('a licence and its faults are found alike in a spreadsheet, with days that it keeps as numbers, and in CSV', async () => {
    const licence: Readonly<Record<string, string>> = {
      XK_XDR_MC: '示例建设有限公司', XK_XDR_LB: '法人及非法人组织', XK_XDR_SHXYM: CODE, XK_FRDB: '王平', XK_XKWS: '城市建筑垃圾处置核准决定书', XK_WSH: '示例城管许〔2021〕1号', XK_XKLB: '核准', XK_NR: '处置建筑垃圾。',
      XK_JDRQ: '2021/08/02', XK_YXQZ: '2021/08/02', XK_YXQZI: '2022/08/01', XK_XKJG: '示例区城市管理局', XK_XKJGDM: CODE, XK_LYDW: '示例区城市管理局', XK_LYDWDM: CODE,
    }
    const bad: Readonly<Record<string, string>> = { ...licence, XK_XKLB: '审批', XK_XKJG: 'http://xk.example.gov.cn', BZ: '——', XK_NR: '' }
    const rows = [licence, bad].map((row) => LICENCE_COLUMNS.map(({ code }) => row[code] ?? ''))
    const head = LICENCE_COLUMNS.map((column) => column.header)
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('许可')
    sheet.addRows([head, ...rows])
    sheet.getRow(2).getCell(LICENCE_COLUMNS.findIndex(({ code }) => code === 'XK_JDRQ') + 1).value = new Date(Date.UTC(2021, 7, 2))
    const [inCsv, inXlsx] = [await checked(written('l.csv', csv([head, ...rows]))), await checked(written('l.xlsx', new Uint8Array(await book.xlsx.writeBuffer())))]
    expect(inXlsx).toEqual(inCsv)
    expect(inCsv.code).toBe(1)
    for (const words of ['行政许可信息 2 条', '第 2 条「许可类别」有误', '第 2 条「许可机关」有误', '第 2 条「备注」有误', '第 2 条「许可内容」有误', '共 4 处有误']) expect(inCsv.said).toContain(words)
  })
  test('a fault names record, column and cure; as JSON it is data', async () => {
    const path = written('d.csv', csv([header('header'), cells(RECORD), cells({ ...RECORD, CF_NR_FK: '2000' })]))
    expect(await checked(path)).toEqual({ code: 1, said: expect.stringContaining('第 2 条「罚款金额(万元)」有误：金额像是以元为单位写的。以万元为单位：写作 0.2') })
    expect(JSON.parse((await checked(path, true)).said)).toMatchObject({ kind: 'penalty', rows: 2, findings: [{ row: 2, code: 'CF_NR_FK' }] })
  })
  test('a must column that is not there at all, and one that nobody knows', async () => {
    const { code, said } = await checked(written('e.csv', csv([[...header('header').slice(1), '颜色'], [...cells(RECORD).slice(1), '红']])))
    expect(code).toBe(1)
    expect(said).toContain('缺少必填的一栏「行政相对人名称」')
    expect(said).toContain('多出一栏「颜色」')
  })
  test.each([
    ['nothing there', 'missing.csv', undefined, '读不到文件'],
    ['an empty file', 'empty.csv', '', '文件是空的'],
    ['another table', 'other.csv', '姓名,年龄\n张三,3', '表头不是双公示'],
    ['no spreadsheet though it says so', 'broken.xlsx', 'PK\u0003\u0004x', '不是有效的 XLSX'],
    ['a quote that never ends', 'quote.csv', '"行政相对人名称,\n行', 'CSV'],
    ['GB 18030, but one column only', 'gb.csv', GB, '表头不是双公示'],
  ])('%s: exit code 2 and one sentence', async (_, name, bytes, words) => {
    const { code, said } = await checked(bytes === undefined ? join(folder, name) : written(name, bytes))
    expect(code).toBe(2)
    expect(said).toContain(words)
  })
})
