import { describe, expect, test } from 'vitest'
import { cellName, readSheet, writeSheet } from './sheet.ts'
import { shenzhen2023 } from './short-form/shenzhen.ts'

const bare = (rows: readonly (readonly string[])[]) => readSheet({ cells: rows, merged: [] })
const [FIRST] = shenzhen2023()
const SHEET = writeSheet(FIRST ?? expect.fail()).map((row) => [...row])
const changed = (row: number, column: number, text: string) => SHEET.map((line, at) => (at === row ? line.map((cell, place) => (place === column ? text : cell)) : line))

describe('a sheet that a bureau edits', () => {
  test('every matter of a real table goes out and comes back as it was', () => {
    for (const benchmark of shenzhen2023()) {
      const read = bare(writeSheet(benchmark))
      if (!read.ok) throw new Error(`${benchmark.matter}: ${JSON.stringify(read.faults)}`)
      expect({ ...read.benchmark, rows: read.benchmark.rows.map((row) => ({ ...row, place: undefined })) }).toEqual(benchmark)
    }
  })
  test('a row says where it stood', () => {
    const read = bare(SHEET)
    expect(read.ok && read.benchmark.rows[0]?.place).toBe('第 5 行')
  })
})

describe('what is wrong is named by its cell, and nothing is used', () => {
  test.each([
    ['an amount with a comma', 4, 3, '2,000', 'D5'],
    ['an amount with a unit', 4, 3, '2000万', 'D5'],
    ['a letter for a digit', 4, 3, '2O00', 'D5'],
    ['a fraction of a cent', 4, 4, '2000.005', 'E5'],
    ['a tier that is none', 4, 1, '极重', 'B5'],
    ['a range that is none', 4, 5, '别的幅度', 'F5'],
    ['a condition that nobody understands', 4, 2, '多次', 'C5'],
    ['a factor of unknown kind', 1, 3, '颜色', 'D2'],
    ['a policy that is none', 0, 3, '随意', 'D1'],
    ['a column that is another', 3, 2, '面积', 'C4'],
    ['a line of another kind', 4, 0, '备注', 'A5'],
  ])('%s', (_, row, column, text, cell) => {
    const read = bare(changed(row, column, text))
    expect(read.ok ? [] : read.faults.map((one) => one.cell)).toEqual([cell])
  })
  test('a merged cell', () => {
    expect(readSheet({ cells: SHEET, merged: ['C5'] })).toMatchObject({ ok: false, faults: [{ cell: 'C5', because: expect.stringContaining('合并') }] })
  })
  test('every fault at once', () => {
    const read = bare(changed(4, 3, '两千').map((line, at) => (at === 5 ? line.map((cell, place) => (place === 2 ? '多次' : cell)) : line)))
    expect(read.ok ? [] : read.faults.map((one) => one.cell)).toEqual(['D5', 'C6'])
  })
  test('an empty sheet', () => {
    expect(bare([]).ok).toBe(false)
  })
  test.each([[0, 0, 'A1'], [4, 2, 'C5'], [0, 26, 'AA1'], [9, 51, 'AZ10']])('row %i, column %i', (row, column, name) => {
    expect(cellName(row, column)).toBe(name)
  })
})
