import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Benchmark, Row } from '@zhunsheng/discretion/benchmark.ts'
import { writeDmn } from '@zhunsheng/discretion/dmn/write.ts'
import { writeSheet } from '@zhunsheng/discretion/sheet.ts'
import { shenzhen2023 } from '@zhunsheng/discretion/short-form/shenzhen.ts'
import { writeBenchmark } from '@zhunsheng/discretion/written.ts'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import { checkBenchmarkFile } from './benchmark-check.ts'
import { readBenchmarkFile } from './benchmark-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-benchmark-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const ALL = shenzhen2023()
const itemOf = (no: number) => ALL.find(({ matter }) => matter === `shenzhen.${no}`) ?? expect.fail()
async function workbook(change: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('第1项')
  sheet.addRows(writeSheet(itemOf(1)).map((row) => [...row]))
  change(sheet)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
async function said(path: string): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const lines: string[] = []
  return { code: await checkBenchmarkFile(path, false, (line) => void lines.push(line)), lines }
}

describe('npx zhunsheng benchmark check', () => {
  test('a list in JSON: every fault with facts that show it', async () => {
    const { code, lines } = await said(file('all.json', JSON.stringify(ALL.map((one) => writeBenchmark(one)))))
    expect(code).toBe(1)
    expect(lines.join('\n')).toContain('低于法定最低额 2000 元')
    expect(lines.at(-1)).toMatch(/共 75 个事项，\d+ 处有误，不能发布/)
  })
  test('one that may be published', async () => {
    expect(await said(file('one.json', JSON.stringify(writeBenchmark(itemOf(1)))))).toEqual({ code: 0, lines: ['共 1 个事项，没有发现问题，可以发布'] })
  })
  test('a workbook, one benchmark a sheet', async () => {
    expect((await said(file('one.xlsx', await workbook()))).code).toBe(0)
  })
  test('a merged cell and a typing error are named by sheet and cell', async () => {
    const { code, lines } = await said(file('bad.xlsx', await workbook((sheet) => {
      sheet.getCell('D5').value = '2,000'
      sheet.mergeCells('C6:C7')
    })))
    expect(code).toBe(2)
    expect(lines.join('\n')).toMatch(/工作表「第1项」D5/)
    expect(lines.join('\n')).toMatch(/工作表「第1项」C6.*合并/)
  })
  test.each([
    ['nothing there', 'none.json', undefined, /读不到文件/],
    ['no JSON', 'text.json', '裁量基准', /不是有效的 JSON/],
    ['XML that is not well formed', 'broken.dmn', '<definitions><decision></definitions>', /不是有效的 XML/],
    ['XML that is no table', 'other.dmn', '<html/>', /决策表/],
    ['an entity that would unfold', 'bomb.dmn', '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>', /不是有效的 XML/],
    ['a workbook that is none', 'broken.xlsx', 'PK nothing', /不是有效的 XLSX/],
  ])('%s', async (_, name, content, because) => {
    const { code, lines } = await said(content === undefined ? join(folder, name) : file(name, content))
    expect(code).toBe(2)
    expect(lines.join('\n')).toMatch(because)
  })
})

describe('DMN in and out', () => {
  test('every matter of a real table goes out as DMN and comes back as it was', async () => {
    for (const benchmark of ALL) {
      const read = await readBenchmarkFile(file('round.dmn', writeDmn(benchmark)))
      if (!read.ok) throw new Error(`${benchmark.matter}: ${read.because.join('；')}`)
      expect(read.benchmarks[0]?.benchmark).toEqual(benchmark)
    }
  })
  test('one of a licence, with steps, and one of days', async () => {
    const named = (row: Row, label: string): Row => ({ ...row, label, band: { is: 'span', min: 0n, max: 1n }, range: 0 })
    for (const measure of [{ is: 'steps', steps: ['准予', '不予'] }, { is: 'count', unit: '日' }] as const) {
      const benchmark: Benchmark = { ...itemOf(1), concerns: 'licence', ranges: [{ name: '结果', basis: '示例', min: 0n, max: 1n, measure }], rows: itemOf(1).rows.map((row, at) => named(row, `第${at}种`)) }
      const read = await readBenchmarkFile(file('licence.dmn', writeDmn(benchmark)))
      expect(read.ok ? read.benchmarks[0]?.benchmark : read.because).toEqual(benchmark)
    }
  })
  test('what would be markup stays text', async () => {
    const named = { ...itemOf(1), conduct: '<b>&"倾倒"</b>' }
    const read = await readBenchmarkFile(file('markup.dmn', writeDmn(named)))
    expect(read.ok && read.benchmarks[0]?.benchmark.conduct).toBe('<b>&"倾倒"</b>')
  })
  test('a table from another tool, without the statutory range, is refused with that said', async () => {
    const foreign = writeDmn(itemOf(1)).replace(/<zs:range[^>]*\/>/, '')
    expect((await said(file('foreign.dmn', foreign))).lines.join('\n')).toContain('没有法定幅度')
  })
})
