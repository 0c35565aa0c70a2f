import { Paragraph, TextRun, type IParagraphOptions, type IRunOptions, type ParagraphChild } from 'docx'
import { linesOf } from './lines.ts'

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

/** A paragraph without the gap that Word leaves between Chinese and digits. */
export function line(options: IParagraphOptions): Paragraph {
  return new Paragraph({ autoSpaceEastAsianText: false, ...options })
}
