import type { Grid } from './sheet.ts'

/** A sheet of a workbook, as a library that reads XLSX hands it over (工作表). */
interface Sheet {
  readonly eachRow: (options: { readonly includeEmpty: boolean }, visit: (row: SheetRow, at: number) => void) => void
}
interface SheetRow {
  readonly eachCell: (options: { readonly includeEmpty: boolean }, visit: (cell: SheetCell, column: number) => void) => void
}
interface SheetCell {
  readonly text: string
  readonly address: string
  readonly isMerged: boolean
  readonly master: { readonly address: string }
}

/** The texts of a sheet row by row, and the first cell of everything that is merged. */
export function gridOf(sheet: Sheet): Grid {
  const cells: string[][] = []
  const merged: string[] = []
  sheet.eachRow({ includeEmpty: true }, (row, at) => {
    const line: string[] = []
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      line[column - 1] = cell.text
      if (cell.isMerged && cell.master.address === cell.address) merged.push(cell.address)
    })
    cells[at - 1] = Array.from(line, (text) => text ?? '')
  })
  return { cells: Array.from(cells, (line) => line ?? []), merged }
}
