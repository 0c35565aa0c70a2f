import { AlignmentType, HeightRule, LineRuleType, Table, TableCell, TableRow, VerticalAlignTable, WidthType, type IParagraphOptions } from 'docx'
import { FACES, line, runsOf } from './docx-text.ts'
import { isIdentityNumber, type PrintedBlock } from './lines.ts'

/** The width of the type area of GB/T 9704-2012, 156 mm, in twentieths of a point. */
export const TYPE_AREA_TWIPS = 8844

const LABEL_TWIPS = 1616
const NARROW_LABEL_TWIPS = 1134
const OPINION_TWIPS = 1500

/** Twice the size in points, as Word counts. */
const SIZE = { cell: 28, crowded: 24, number: 21 } as const

/** A table of labels and values (facts), one to three pairs a row; the last pair takes what is left of its row. */
export function factsTable(block: Extract<PrintedBlock, { kind: 'facts' }>): Table {
  const label = block.columns === 3 ? NARROW_LABEL_TWIPS : LABEL_TWIPS
  const value = Math.floor(TYPE_AREA_TWIPS / block.columns) - label
  const pairs = block.rows.map((row, at) => {
    const left = at === block.rows.length - 1 ? block.columns - 1 - at % block.columns : 0
    const size = block.columns === 2 && isIdentityNumber(row.value) ? SIZE.number : SIZE.cell
    return [labelCell(row.label, label), cell([{ children: runsOf(row.value, { size }) }], value + left * (label + value), 1 + 2 * left)]
  })
  const rows = pairs.flatMap((_, at) => at % block.columns === 0
    ? [new TableRow({ cantSplit: true, children: pairs.slice(at, at + block.columns).flat() })] : [])
  return table(rows, Array.from({ length: block.columns * 2 }, (_, at) => at % 2 === 0 ? label : value))
}

/** A list with a head that is repeated on every page; columns are as wide as their longest text asks. */
export function listTable(block: Extract<PrintedBlock, { kind: 'list' }>): Table {
  const shares = block.head.map((name, at) =>
    Math.min(14, block.rows.reduce((longest, row) => Math.max(longest, row[at]?.length ?? 0), Math.max(3, name.length))))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor(TYPE_AREA_TWIPS * share / whole))
  const size = block.head.length > 5 ? SIZE.crowded : SIZE.cell
  const row = (words: readonly string[], isHead: boolean) => new TableRow({
    tableHeader: isHead, cantSplit: true,
    children: widths.map((width, at) => cell([{
      alignment: AlignmentType.CENTER, children: runsOf(words[at] ?? '', isHead ? { size, font: FACES.strong } : { size }),
    }], width)),
  })
  return table([row(block.head, true), ...block.rows.map((words) => row(words, false))], widths)
}

/** The box of an opinion (意见), with room for a few lines by hand. */
export function opinionTable(block: Extract<PrintedBlock, { kind: 'opinion' }>): Table {
  const width = TYPE_AREA_TWIPS - LABEL_TWIPS
  const lines = [
    { children: runsOf(block.text, { size: SIZE.cell }) },
    { alignment: AlignmentType.RIGHT, spacing: { before: 360 }, children: runsOf(`${block.who}　${block.on}`, { size: SIZE.cell }) },
  ]
  return table([new TableRow({
    height: { value: OPINION_TWIPS, rule: HeightRule.ATLEAST }, children: [labelCell(block.title, LABEL_TWIPS), cell(lines, width)],
  })], [LABEL_TWIPS, width])
}

function labelCell(words: string, width: number): TableCell {
  return cell([{ alignment: AlignmentType.CENTER, children: runsOf(words, { size: SIZE.cell }) }], width)
}

function cell(lines: readonly IParagraphOptions[], width: number, columnSpan = 1): TableCell {
  return new TableCell({
    columnSpan, verticalAlign: VerticalAlignTable.CENTER, width: { size: width, type: WidthType.DXA },
    margins: { top: 80, bottom: 80, left: 100, right: 100 },
    children: lines.map((options) => line({ spacing: { line: 380, lineRule: LineRuleType.AT_LEAST }, ...options })),
  })
}

function table(rows: readonly TableRow[], columnWidths: readonly number[]): Table {
  return new Table({ rows: [...rows], columnWidths: [...columnWidths], width: { size: TYPE_AREA_TWIPS, type: WidthType.DXA } })
}
