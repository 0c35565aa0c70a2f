import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { gridOf } from '@zhunsheng/discretion/sheet-grid.ts'
import { readSheet, writeSheet } from '@zhunsheng/discretion/sheet.ts'
import { writeBenchmark } from '@zhunsheng/discretion/written.ts'
import ExcelJS from 'exceljs'
import type { ReadBook } from './wire.ts'

const WIDTH = 18

/** A benchmark as a workbook of one sheet, as a bureau edits it (电子表格). */
export async function workbookOf(benchmark: Benchmark): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('裁量权基准')
  // Everything is text: a table program would make a date of 1-2 and a number of 007.
  sheet.properties.defaultColWidth = WIDTH
  for (const line of writeSheet(benchmark)) {
    const row = sheet.addRow([...line])
    row.eachCell((cell) => void (cell.numFmt = '@'))
    if (line[0] === '行' && line[1] === '阶次') row.font = { bold: true }
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The benchmarks of a workbook, one a sheet; nothing where it is no workbook. */
export async function readBook(bytes: Buffer): Promise<ReadBook['sheets'] | undefined> {
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(new Uint8Array(bytes).buffer)
  } catch {
    return undefined
  }
  return book.worksheets.map((sheet) => {
    const read = readSheet(gridOf(sheet))
    return read.ok ? { name: sheet.name, content: writeBenchmark(read.benchmark), faults: [] } : { name: sheet.name, faults: read.faults.map(({ cell, because }) => ({ cell, because })) }
  })
}
