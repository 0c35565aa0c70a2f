import { readFileSync, statSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'

/** A file larger than this is no table of records. */
const BYTES_MAX = 64 * 1024 * 1024
const ROWS_MAX = 200_000

/** A table as it was written (表格): its header, and its rows by header. */
interface Table {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
export type ReadTable = { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly because: string }

/** Reads a spreadsheet or a CSV file in UTF-8 or GB 18030; what cannot be read is said in one sentence. */
export async function readTable(path: string): Promise<ReadTable> {
  let bytes: Buffer
  try {
    if (statSync(path).size > BYTES_MAX) return no('文件超过 64 MB，请分成几个文件')
    bytes = readFileSync(path)
  } catch {
    return no(`读不到文件 ${path}：请核对路径和权限`)
  }
  if (bytes.length === 0) return no('文件是空的')
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK'
  const cells = isZip ? await sheetCells(bytes) : csvCells(bytes)
  if (typeof cells === 'string') return no(cells)
  const [header, ...rows] = cells.filter((row) => row.some((cell) => cell !== ''))
  if (header === undefined) return no('文件中没有内容')
  return rows.length > ROWS_MAX ? no(`超过 ${ROWS_MAX} 行，请分成几个文件`) : { ok: true, table: { header, rows } }
}
const no = (because: string): ReadTable => ({ ok: false, because })

async function sheetCells(bytes: Buffer): Promise<readonly (readonly string[])[] | string> {
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(new Uint8Array(bytes).buffer)
  } catch {
    return '不是有效的 XLSX 文件；旧式 .xls 请另存为 .xlsx'
  }
  const [sheet] = book.worksheets
  if (sheet === undefined) return '工作簿中没有工作表'
  const rows: string[][] = []
  sheet.eachRow((row) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      // A day that a spreadsheet keeps as a number is read as the platform writes it.
      cells[column - 1] = cell.value instanceof Date ? cell.value.toISOString().slice(0, 10).replaceAll('-', '/') : cell.text.trim()
    })
    rows.push(Array.from(cells, (cell) => cell ?? ''))
  })
  return rows
}

function csvCells(bytes: Buffer): readonly (readonly string[])[] | string {
  const text = decoded(bytes)
  try {
    const rows: string[][] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true })
    return rows
  } catch (failure) {
    const line = typeof failure === 'object' && failure !== null && 'lines' in failure && typeof failure.lines === 'number' ? `第 ${failure.lines} 行` : ''
    return `CSV ${line}引号或者分隔符有误`
  }
}

/** UTF-8 where it is that, else GB 18030, in which older systems write. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
