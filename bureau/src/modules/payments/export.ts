import ExcelJS from 'exceljs'
import { csvOf } from '../../platform/csv.ts'
import { SLIP_KINDS, SLIP_STATES, type Slip } from './wire.ts'

const HEAD = ['缴款码', '案件编号', '决定书文号', '缴款人', '事由', '罚款（元）', '没收（元）', '加处罚款（元）', '已缴（元）', '缴款期限', '状态', '开具日期'] as const
const AMOUNTS: readonly string[] = ['罚款（元）', '没收（元）', '加处罚款（元）', '已缴（元）']

/** The cells of a slip as people read them, in the order of the head. Nobody is sorted by amounts or by who issued. */
const cellsOf = (slip: Slip): readonly string[] => [slip.code, slip.caseNumber, slip.decisionNumber, slip.payer, nameOf(slip), slip.fine, slip.confiscated, slip.surcharge, slip.paid, slip.payBy ?? '', SLIP_STATES[slip.state], slip.issuedOn]
const nameOf = ({ kind, instalment }: Slip): string => `${SLIP_KINDS[kind]}${instalment === undefined ? '' : `第 ${instalment} 期`}`

/** Slips as a workbook (缴款通知一览): amounts are numbers that a spreadsheet can add; codes are text, or it would round them. */
export async function asXlsx(slips: readonly Slip[], title: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('缴款通知', { pageSetup: { paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 } })
  sheet.addRow([title])
  sheet.addRow([...HEAD])
  for (const slip of slips) sheet.addRow(cellsOf(slip).map((cell, at) => (AMOUNTS.includes(HEAD[at] ?? '') ? Number(cell) : cell)))
  for (const column of [1, 2, 3, 4]) sheet.getColumn(column).width = 24
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Slips as CSV: of a code of twenty digits a spreadsheet would keep fifteen, so a tab makes it text. */
export const asCsv = (slips: readonly Slip[]): string => csvOf([HEAD, ...slips.map((slip) => cellsOf(slip).map((cell, at) => (HEAD[at] === '缴款码' ? `${cell}\t` : cell)))])
