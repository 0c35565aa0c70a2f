import { parseDay } from '@zhunsheng/law/day.ts'
import { fen, formatYuan, parseYuan, type Fen } from '@zhunsheng/law/money.ts'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'

/** A line of the bank's daily file (代收罚款日报), as it is taken in. */
export interface BankLine {
  readonly line: number
  readonly serial: string
  readonly code: string
  readonly amount: Fen
  readonly paidOn: string
  readonly payer: string
  readonly voucher: string
}
/** What is wrong with a cell: where it stands, and why. */
export interface FileFault {
  readonly path: string
  readonly because: string
}
export type ReadFile =
  | { readonly ok: true; readonly lines: readonly BankLine[]; readonly total: Fen; readonly unread: readonly string[]; readonly encoding: string }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

/** Under which headers banks write what we ask; no national form was found, so these are the usual words. */
const HEADERS = {
  serial: ['银行流水号', '流水号', '交易流水号', '缴款流水号'],
  code: ['缴款码', '缴款书号码', '缴款识别码'],
  amount: ['金额', '缴款金额', '实缴金额', '金额（元）', '金额(元)'],
  paidOn: ['入账日期', '缴款日期', '交易日期', '日期'],
  payer: ['缴款人', '缴款人名称', '付款人'],
  voucher: ['凭证号', '缴付凭证号', '票据号'],
} as const
type Column = keyof typeof HEADERS
const COLUMNS = ['serial', 'code', 'amount', 'paidOn', 'payer', 'voucher'] as const
const NEEDED: readonly Column[] = ['serial', 'code', 'amount', 'paidOn']
const SUM = ['合计', '总计', '总合计']
const ROWS_MAX = 20_000
const FAULTS_SHOWN = 50
/** Amounts pass through JSON and the database as whole cents; beyond this they would lose one. A fine of ten thousand million yuan is a slip of the pen. */
const MOST_FEN = 1_000_000_000_000n
const SERIAL_MOST = 64
const WORDS_MOST = 200
const ZIP = [0x50, 0x4b, 0x03, 0x04]

type Row = { readonly line: number; readonly cells: readonly string[] }
type Rows = { readonly rows: readonly Row[]; readonly encoding: string } | string

const refused = (because: string, path = 'content'): ReadFile => ({ ok: false, faults: [{ path, because }] })

/** Reads the bank's file of a day; whatever is wrong is named by line and column, and then nothing of it is taken (要么全收，要么不收). */
export async function readBankFile(bytes: Uint8Array, day: string): Promise<ReadFile> {
  const read = ZIP.every((byte, index) => bytes[index] === byte) ? await xlsxRows(bytes) : csvRows(bytes)
  if (typeof read === 'string') return refused(read)
  const [header, ...body] = read.rows
  if (header === undefined) return refused('文件是空的')
  const places = placesIn(header.cells)
  const missing = NEEDED.filter((column) => places[column] < 0)
  if (missing.length > 0) return refused(`第 1 行没有找到「${missing.map((column) => HEADERS[column][0]).join('」「')}」栏；第一行应为表头`)
  if (body.length > ROWS_MAX) return refused(`超过 ${ROWS_MAX} 行，请银行分成几个文件`)
  const sumRow = body.at(-1)
  if (sumRow === undefined || !SUM.includes(sumRow.cells[0] ?? '')) return refused(`文件不完整：最后一行应为「合计，笔数，总金额」，现在没有；请向银行重新索取`)
  const rows = body.slice(0, -1)
  const faults: FileFault[] = []
  const seen = new Map<string, number>()
  const lines = rows.flatMap((row) => lineOf(row, places, { day, seen, faults }) ?? [])
  const total = fen(lines.reduce((sum, { amount }) => sum + amount, 0n))
  if (faults.length === 0) faults.push(...sumFaults(sumRow, { count: lines.length, total }))
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, FAULTS_SHOWN) }
  const used = new Set(Object.values(places))
  return { ok: true, lines, total, encoding: read.encoding, unread: header.cells.filter((name, index) => !used.has(index) && name !== '') }
}

function placesIn(header: readonly string[]): Record<Column, number> {
  const place = (column: Column) => {
    const names: readonly string[] = HEADERS[column]
    return header.findIndex((name) => names.includes(name))
  }
  return { serial: place('serial'), code: place('code'), amount: place('amount'), paidOn: place('paidOn'), payer: place('payer'), voucher: place('voucher') }
}

interface Reading {
  readonly day: string
  readonly seen: Map<string, number>
  readonly faults: FileFault[]
}

function lineOf({ line, cells }: Row, places: Readonly<Record<Column, number>>, { day, seen, faults }: Reading): BankLine | undefined {
  const before = faults.length
  const of = (column: Column): string => cells[places[column]] ?? ''
  const fault = (column: Column, because: string) => void faults.push({ path: `第 ${line} 行「${HEADERS[column][0]}」`, because: `第 ${line} 行「${HEADERS[column][0]}」：${because}` })
  const serial = of('serial')
  const earlier = seen.get(serial)
  if (serial === '') fault('serial', '没有填写')
  else if (serial.length > SERIAL_MOST) fault('serial', `超过 ${SERIAL_MOST} 个字`)
  else if (earlier !== undefined) fault('serial', `与第 ${earlier} 行重复（${serial}）`)
  seen.set(serial, earlier ?? line)
  const amount = amountIn(of('amount'))
  if (typeof amount === 'string') fault('amount', amount)
  const paidOn = of('paidOn').slice(0, day.length).replaceAll('/', '-').replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3')
  if (parseDay(paidOn) === undefined) fault('paidOn', `「${of('paidOn')}」不是日期，应写作 2021-03-01`)
  else if (paidOn !== day) fault('paidOn', `${paidOn} 不是本文件的对账日 ${day}`)
  const [code, voucher] = [of('code').replace(/\s/g, ''), of('voucher')]
  if (code === '' && voucher === '') fault('code', '缴款码和凭证号至少填写一项')
  for (const column of COLUMNS) if (of(column).length > WORDS_MOST) fault(column, `超过 ${WORDS_MOST} 个字`)
  return faults.length > before || typeof amount === 'string' ? undefined : { line, serial, code, amount, paidOn, payer: of('payer'), voucher }
}

/** An amount as banks write it, thousands apart or not; or what is wrong with it. */
export function amountIn(written: string): Fen | string {
  if (written === '') return '没有填写'
  const bare = written.replace(/^[¥￥]/, '').replace(/,(?=\d{3}(?:\D|$))/g, '')
  if (/^-|^\(.*\)$/.test(bare)) return `「${written}」是负数：冲正、退付请另行办理，不能写在缴款文件里`
  if (/^\d+\.\d{3,}$/.test(bare)) return `「${written}」有分以下的小数`
  const amount = parseYuan(bare)
  if (amount === undefined) return `「${written}」不是金额，应写作 3000.50`
  if (amount === 0n) return '金额为零'
  return amount > MOST_FEN ? `「${written}」过大，请核对` : amount
}

function sumFaults({ line, cells }: Row, { count, total }: { readonly count: number; readonly total: Fen }): readonly FileFault[] {
  const [, counted = '', ...rest] = cells.filter((cell) => cell !== '')
  const written = rest.at(-1) ?? ''
  const sum = parseYuan(written.replace(/^[¥￥]/, '').replaceAll(',', ''))
  return [
    ...(counted === String(count) ? [] : [{ path: `第 ${line} 行「笔数」`, because: `第 ${line} 行合计写作 ${counted === '' ? '（空）' : counted} 笔，实有 ${count} 笔：文件可能不完整` }]),
    ...(sum === total ? [] : [{ path: `第 ${line} 行「总金额」`, because: `第 ${line} 行合计写作 ${written === '' ? '（空）' : written} 元，各行之和为 ${formatYuan(total)} 元：文件可能不完整` }]),
  ]
}

/** UTF-8 where it is that, else GB 18030 (which holds GBK), in which banks' systems write; a file that is neither is refused. */
function decoded(bytes: Uint8Array): { readonly text: string; readonly encoding: string } | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding: encoding.toUpperCase() }
    } catch {
      continue
    }
  }
  return undefined
}

function csvRows(bytes: Uint8Array): Rows {
  const read = decoded(bytes)
  if (read === undefined || read.text.includes('\u0000')) return '文件的编码既不是 UTF-8 也不是 GB18030（GBK），或者不是 CSV、XLSX 文件'
  try {
    // Each row begins with its line in the file: empty lines are left out, and a cell may hold several.
    const rows: string[][] = parse(read.text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true, on_record: (record: string[], { lines }) => [String(lines), ...record] })
    return { encoding: read.encoding, rows: rows.map(([line, ...cells]) => ({ line: Number(line), cells })) }
  } catch (failure) {
    return `CSV 的引号或者分隔符有误${typeof failure === 'object' && failure !== null && 'lines' in failure && typeof failure.lines === 'number' ? `（第 ${failure.lines} 行）` : ''}`
  }
}

async function xlsxRows(bytes: Uint8Array): Promise<Rows> {
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(new Uint8Array(bytes).buffer)
  } catch {
    return '不是完整的 XLSX 文件'
  }
  const sheet = book.worksheets[0]
  if (sheet === undefined) return '工作簿里没有工作表'
  const rows: Row[] = []
  sheet.eachRow((row, line) => {
    const cells = Array.from({ length: row.cellCount }, (_, index) => cellText(row.getCell(index + 1)))
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
  })
  return { rows, encoding: 'XLSX' }
}

/** A number keeps its own digits: rounding a cell would hide a fraction of a cent. */
function cellText({ value, text }: ExcelJS.Cell): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return (typeof value === 'number' ? String(value) : text).trim()
}
