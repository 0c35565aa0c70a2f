import { AlignmentType, LineRuleType, Tab, TabStopType, TextRun, UnderlineType, type FileChild, type Paragraph, type ParagraphChild } from 'docx'
import { factsTable, listTable, opinionTable, TYPE_AREA_TWIPS } from './docx-tables.ts'
import { FACES, line, runsOf } from './docx-text.ts'
import { isBordered, linesOf, type PrintedBlock } from './lines.ts'
import type { SignatureLine } from './model.ts'

/** Size of type in half points and exact line pitch in twips. */
export interface Setting { readonly halfPoints: number; readonly lineTwips: number }

/** The Word parts of the blocks of a paper. */
export function docxBlocks(blocks: readonly PrintedBlock[], setting: Setting): readonly FileChild[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1]
    const parts = docxBlock(block, setting, next?.kind === 'seal')
    // Tables that touch become one in Word; anything else is kept off by a thin line.
    if (isBordered(block)) return isBordered(next) ? parts : [...parts, thinLine()]
    return isBordered(next) ? [...parts, thinLine()] : parts
  })
}

function docxBlock(block: PrintedBlock, setting: Setting, beforeSeal: boolean): readonly FileChild[] {
  switch (block.kind) {
    case 'to': return [line({ children: runsOf(block.text, {}) })]
    case 'paragraph': return paragraphs(block, setting, beforeSeal)
    case 'heading': return [line({
      keepNext: true, indent: twoCharacters(setting),
      children: runsOf(block.text, { font: block.level === 1 ? FACES.strong : FACES.second }),
    })]
    case 'facts': return [factsTable(block)]
    case 'list': return [listTable(block)]
    case 'qa': return block.turns.flatMap((turn) => [
      hanging([...runsOf('问：', { font: FACES.strong }), ...runsOf(turn.question, {})], setting),
      hanging([...runsOf('答：', {}), ...runsOf(turn.answer, {})], setting),
    ])
    case 'ticks': return [line({ children: [
      ...runsOf(`${block.label}：`, { font: FACES.strong }),
      ...block.options.flatMap((option) => runsOf(`${option.ticked ? '☑' : '☐'}${option.text}　`, {})),
    ] })]
    case 'opinion': return [opinionTable(block)]
    case 'signature': return block.lines.map(signatureLine)
    case 'seal': return seal(block, setting)
    case 'code': return [line({ children: [...runsOf(block.text, { font: FACES.strong }), ...runsOf(`　（二维码见版式文件）${block.says}`, {})] })]
    case 'blank': return [line({ alignment: AlignmentType.CENTER, children: runsOf(block.text, {}) })]
    default: return block satisfies never
  }
}

function twoCharacters(setting: Setting) {
  return { firstLineChars: 200, firstLine: setting.halfPoints * 20 }
}

function hanging(children: readonly ParagraphChild[], setting: Setting): Paragraph {
  const twips = setting.halfPoints * 20
  return line({ indent: { left: twips, hanging: twips }, children: [...children] })
}

function thinLine(): Paragraph {
  return line({ spacing: { line: 120, lineRule: LineRuleType.EXACTLY }, children: [] })
}

/** A seal never stands alone on a page: the last words go with it. */
function paragraphs(block: Extract<PrintedBlock, { kind: 'paragraph' }>, setting: Setting, beforeSeal: boolean): readonly Paragraph[] {
  const label = block.label === undefined ? [] : runsOf(`${block.label}：`, { font: FACES.strong })
  return linesOf(block.text).map((words, at) => line({
    alignment: AlignmentType.BOTH, indent: twoCharacters(setting), keepNext: beforeSeal, keepLines: beforeSeal,
    children: [...(at === 0 ? label : []), ...runsOf(words, {})],
  }))
}

function signatureLine(signer: SignatureLine): Paragraph {
  return line({
    keepLines: true, tabStops: [{ type: TabStopType.RIGHT, position: TYPE_AREA_TWIPS }],
    children: [
      ...runsOf(`${signer.label}：`, {}),
      ...runsOf(signer.name ?? '　　　　　　', { underline: { type: UnderlineType.SINGLE } }),
      new TextRun({ children: [new Tab()] }),
      ...runsOf(`${signer.hand === undefined ? '' : '（已手写签名，见版式文件）'}${signer.note ?? ''}　${signer.on ?? '　　年　　月　　日'}`, {}),
    ],
  })
}

/** Agency, place and date stand one below the other; the longest ends four characters from the right. */
function seal(block: Extract<PrintedBlock, { kind: 'seal' }>, setting: Setting): readonly Paragraph[] {
  const words = [block.agency, block.place, block.on]
  const twips = setting.halfPoints * 10
  const middle = TYPE_AREA_TWIPS - 4 * twips - (Math.max(...words.map(widthInCharacters)) * twips) / 2
  return words.map((part, at) => line({
    tabStops: [{ type: TabStopType.CENTER, position: Math.max(0, Math.round(middle)) }], keepNext: at < words.length - 1,
    spacing: { before: at === 0 ? setting.lineTwips : 0 }, children: [new TextRun({ children: [new Tab()] }), ...runsOf(part, {})],
  }))
}

const widthInCharacters = (words: string): number => [...words].reduce((width, letter) => width + (letter <= '~' ? 0.5 : 1), 0)
