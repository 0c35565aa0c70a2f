import {
  AlignmentType, Document, Footer, Header, LineRuleType, NumberFormat, Packer, PageNumber, TextRun,
  convertMillimetersToTwip, type FileChild,
} from 'docx'
import { docxBlocks, type Setting } from './docx-blocks.ts'
import { FACES, line, runsOf } from './docx-text.ts'
import { clean, printed } from './lines.ts'
import type { Paper } from './model.ts'

/**
 * A paper as an editable DOCX with the page of GB/T 9704-2012.
 *
 * It names the faces 仿宋_GB2312 and 方正小标宋, which officials' computers have and no open licence covers.
 */
export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const setting: Setting = paper.family === 'outward' ? { halfPoints: 32, lineTwips: 580 } : { halfPoints: 28, lineTwips: 490 }
  const document = new Document({
    title: clean(paper.title),
    creator: clean(paper.agency),
    styles: { default: { document: {
      run: { font: FACES.body, size: setting.halfPoints, characterSpacing: FIT_TWIPS },
      paragraph: { spacing: { line: setting.lineTwips, lineRule: LineRuleType.EXACTLY } },
    } } },
    evenAndOddHeaderAndFooters: paper.family === 'outward',
    sections: [{
      properties: { page: {
        size: { width: mm(210), height: mm(297) },
        margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(20), footer: mm(23) },
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      } },
      ...marksOf(paper),
      children: [...headOf(paper), ...docxBlocks(paper.blocks.map(printed), setting), ...footOf(paper)],
    }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** 28 characters of 16 pt, or 32 of 14 pt, are wider than the type area of 156 mm: each gives up a quarter of a point. */
const FIT_TWIPS = -5

const mm = (length: number): number => convertMillimetersToTwip(length)

function marksOf(paper: Paper) {
  const mark = new Header({ children: paper.mark === undefined ? [] : [line({
    alignment: AlignmentType.RIGHT, children: runsOf(paper.mark, { font: FACES.strong, size: 24 }),
  })] })
  if (paper.family !== 'outward') return { headers: { default: mark }, footers: { default: numberOfTotal(paper.pageSigners ?? []) } }
  return {
    headers: { default: mark, even: mark },
    footers: { default: numberInDashes(AlignmentType.RIGHT), even: numberInDashes(AlignmentType.LEFT) },
  }
}

function numberInDashes(alignment: 'right' | 'left'): Footer {
  return new Footer({ children: [line({
    alignment, indent: { left: 280, right: 280 },
    children: [new TextRun({ size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
  })] })
}

function numberOfTotal(signers: readonly string[]): Footer {
  const lines = signers.map((who, at) => new TextRun({ size: 24, text: `${at === 0 ? '' : '　'}${clean(who)}：＿＿＿＿＿＿` }))
  return new Footer({ children: [...(lines.length === 0 ? [] : [line({ children: lines })]), line({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: 28, children: ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'] })],
  })] })
}

function headOf(paper: Paper): readonly FileChild[] {
  const titles = [paper.agency, paper.title].map((words) => line({
    alignment: AlignmentType.CENTER, spacing: { line: 640, lineRule: LineRuleType.AT_LEAST, after: 120 },
    children: runsOf(words, { font: FACES.title, size: 44 }),
  }))
  if (paper.number === undefined) return titles
  return [...titles, line({ alignment: AlignmentType.RIGHT, children: runsOf(paper.number, {}) })]
}

function footOf(paper: Paper): readonly FileChild[] {
  if (paper.foot === undefined) return []
  return [line({ spacing: { before: 480 }, children: runsOf(paper.foot, { size: 24 }) })]
}
