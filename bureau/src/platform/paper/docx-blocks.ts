import {
  AlignmentType, LineRuleType, Paragraph, Tab, Table, TableCell, TableRow, TabStopType, TextRun, UnderlineType,
  VerticalAlignTable, WidthType, type FileChild, type IParagraphOptions, type IRunOptions, type ParagraphChild,
} from 'docx'
import { linesOf, type PrintedBlock } from './lines.ts'
import type { SignatureLine } from './model.ts'

/** Size of type in half points and exact line pitch in twips. */
export interface Setting { readonly halfPoints: number; readonly lineTwips: number }

/** The faces of official papers; `eastAsia` is what Word looks at for Chinese. */
export const FACES = {
  title: face('方正小标宋简体'), body: face('仿宋_GB2312'), strong: face('黑体'), second: face('楷体_GB2312'),
} as const

function face(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name }
}

/** Text runs of one text, a break between its lines. */
export function runsOf(words: string, look: IRunOptions): ParagraphChild[] {
  return linesOf(words).map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 ? { break: 1 } : {}) }))
}

/** The Word parts of one block. */
export function docxBlock(block: PrintedBlock, setting: Setting): readonly FileChild[] {
  switch (block.kind) {
    case 'to': return [new Paragraph({ children: runsOf(block.text, {}) })]
    case 'paragraph': return paragraphs(block, setting)
    case 'heading': return [new Paragraph({
      keepNext: true, indent: twoCharacters(setting),
      children: runsOf(block.text, { font: block.level === 1 ? FACES.strong : FACES.second }),
    })]
    case 'facts': return [factsTable(block), gap()]
    case 'list': return [listTable(block), gap()]
    case 'qa': return block.turns.flatMap((turn) => [
      new Paragraph({ children: [...runsOf('问：', { font: FACES.strong }), ...runsOf(turn.question, {})] }),
      new Paragraph({ children: [...runsOf('答：', {}), ...runsOf(turn.answer, {})] }),
    ])
    case 'ticks': return [new Paragraph({ children: [
      ...runsOf(`${block.label}：`, { font: FACES.strong }),
      ...block.options.flatMap((option) => runsOf(`${option.ticked ? '☑' : '☐'}${option.text}　`, {})),
    ] })]
    case 'opinion': return [opinionTable(block), gap()]
    case 'signature': return block.lines.map(signatureLine)
    case 'seal': return seal(block)
    case 'blank': return [new Paragraph({ alignment: AlignmentType.CENTER, children: runsOf(block.text, {}) })]
    default: return block satisfies never
  }
}

function twoCharacters(setting: Setting) {
  return { firstLineChars: 200, firstLine: setting.halfPoints * 20 }
}

function paragraphs(block: Extract<PrintedBlock, { kind: 'paragraph' }>, setting: Setting): readonly Paragraph[] {
  const label = block.label === undefined ? [] : runsOf(`${block.label}：`, { font: FACES.strong })
  return linesOf(block.text).map((line, at) => new Paragraph({
    alignment: AlignmentType.BOTH, indent: twoCharacters(setting),
    children: [...(at === 0 ? label : []), ...runsOf(line, {})],
  }))
}

/** Word joins tables which touch, and shifts text onto a table: a thin empty line keeps them apart. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { line: 120, lineRule: LineRuleType.EXACTLY } })
}

const TYPE_AREA_TWIPS = 8844
const LABEL_TWIPS = 1361

function cell(words: string, width: number, span = 1): TableCell {
  return cellOf([{ children: runsOf(words, { size: 28 }) }], width, span)
}

function cellOf(lines: readonly IParagraphOptions[], width: number, columnSpan = 1): TableCell {
  return new TableCell({
    columnSpan, verticalAlign: VerticalAlignTable.CENTER, width: { size: width, type: WidthType.DXA },
    margins: { top: 80, bottom: 80, left: 100, right: 100 },
    children: lines.map((line) => new Paragraph({ spacing: { line: 380, lineRule: LineRuleType.AT_LEAST }, ...line })),
  })
}

function labelCell(words: string): TableCell {
  return cellOf([{ alignment: AlignmentType.CENTER, children: runsOf(words, { size: 28 }) }], LABEL_TWIPS)
}

function table(rows: readonly TableRow[], columnWidths: readonly number[]): Table {
  return new Table({ rows: [...rows], columnWidths: [...columnWidths], width: { size: TYPE_AREA_TWIPS, type: WidthType.DXA } })
}

function factsTable(block: Extract<PrintedBlock, { kind: 'facts' }>): Table {
  const valueTwips = TYPE_AREA_TWIPS / block.columns - LABEL_TWIPS
  const pairs = block.rows.map((row, at) => {
    const left = at === block.rows.length - 1 ? block.columns - 1 - at % block.columns : 0
    return [labelCell(row.label), cell(row.value, valueTwips + left * (LABEL_TWIPS + valueTwips), 1 + 2 * left)]
  })
  const rows = pairs.flatMap((_, at) => at % block.columns === 0
    ? [new TableRow({ children: pairs.slice(at, at + block.columns).flat() })] : [])
  return table(rows, Array.from({ length: block.columns * 2 }, (_, at) => at % 2 === 0 ? LABEL_TWIPS : valueTwips))
}

function listTable(block: Extract<PrintedBlock, { kind: 'list' }>): Table {
  const width = Math.floor(TYPE_AREA_TWIPS / Math.max(1, block.head.length))
  const row = (words: readonly string[], tableHeader: boolean) =>
    new TableRow({ tableHeader, children: block.head.map((_, at) => cell(words[at] ?? '', width)) })
  return table([row(block.head, true), ...block.rows.map((words) => row(words, false))], block.head.map(() => width))
}

function opinionTable(block: Extract<PrintedBlock, { kind: 'opinion' }>): Table {
  const width = TYPE_AREA_TWIPS - LABEL_TWIPS
  return table([new TableRow({ children: [labelCell(block.title), cellOf([
    { children: runsOf(block.text, { size: 28 }) },
    { alignment: AlignmentType.RIGHT, spacing: { before: 480 }, children: runsOf(`${block.who}　${block.on}`, { size: 28 }) },
  ], width)] })], [LABEL_TWIPS, width])
}

function signatureLine(line: SignatureLine): Paragraph {
  return new Paragraph({
    keepLines: true, tabStops: [{ type: TabStopType.RIGHT, position: TYPE_AREA_TWIPS }],
    children: [
      ...runsOf(`${line.label}：`, {}),
      ...runsOf(line.name ?? '　　　　　　', { underline: { type: UnderlineType.SINGLE } }),
      new TextRun({ children: [new Tab()] }),
      ...runsOf(`${line.note ?? ''}　${line.on ?? '　　年　　月　　日'}`, {}),
    ],
  })
}

function seal(block: Extract<PrintedBlock, { kind: 'seal' }>): readonly Paragraph[] {
  const words = [block.agency, block.place, block.on]
  return words.map((line, at) => new Paragraph({
    alignment: AlignmentType.RIGHT, indent: { right: 1280 }, keepNext: at < words.length - 1,
    spacing: { before: at === 0 ? 580 : 0 }, children: runsOf(line, {}),
  }))
}
