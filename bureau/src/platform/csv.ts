/** Rows as CSV in UTF-8 with a byte order mark, so that spreadsheets read it (RFC 4180). A cell that a spreadsheet would run is quoted as text; an amount below zero stays a number. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`

const RUNS = /^[=+@\t-]/
const AMOUNT = /^-\d+(\.\d+)?$/
const quoted = (cell: string): string => `"${(RUNS.test(cell) && !AMOUNT.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
