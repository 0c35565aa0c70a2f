import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'

/** A file of rows as a clerk hands it in: CSV as text, or a workbook (XLSX) in base64. */
export interface SheetSource {
  readonly text?: string | undefined
  readonly workbook?: string | undefined
}
type Cells = readonly (readonly string[])[]

/** The cells of a CSV, or of a workbook's first sheet, as text; a sentence in Chinese where it cannot be read. */
export const cellsOf = async ({ text, workbook }: SheetSource): Promise<Cells | string> => (workbook === undefined ? csvCells(text ?? '') : sheetCells(workbook))

function csvCells(text: string): Cells | string {
  try {
    const rows: string[][] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true })
    return rows
  } catch {
    return 'CSV 的引号或者分隔符有误'
  }
}

async function sheetCells(base64: string): Promise<Cells | string> {
  const book = new ExcelJS.Workbook()
  try {
    const bytes = Buffer.from(base64, 'base64')
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  } catch {
    return '不是有效的 XLSX 文件'
  }
  const [sheet] = book.worksheets
  if (sheet === undefined) return '文件中没有工作表'
  const rows: string[][] = []
  sheet.eachRow((row) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, ({ value, text }, column) => (cells[column - 1] = value instanceof Date ? value.toISOString().slice(0, 19).replace('T', ' ') : text))
    rows.push(Array.from(cells, (cell) => cell ?? ''))
  })
  return rows
}
