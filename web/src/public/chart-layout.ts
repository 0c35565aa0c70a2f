import type { ChartView } from '@zhunsheng/bureau/modules/publicity/wire.ts'

type ActView = ChartView['stages'][number]['acts'][number]
/** A line of text in a box, with how it is written. */
export interface BoxLine {
  readonly text: string
  readonly as: 'name' | 'by' | 'within' | 'end'
}
interface Box {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly act: ActView
  readonly lines: readonly BoxLine[]
}
export interface Band {
  readonly name: string
  readonly y: number
  readonly height: number
  readonly boxes: readonly Box[]
}
export interface Layout {
  readonly width: number
  readonly height: number
  readonly boxWidth: number
  readonly bands: readonly Band[]
}

const GAP = 12
const MARGIN = 14
const HEAD = 34
const LINE = 20
const ARROW = 26
const LETTER = 14

/** Where everything stands (流程图排版): stages from above to below, their acts in so many columns, text wrapped by the width of its letters. */
export function layoutOf(chart: ChartView, columns: number, width: number): Layout {
  const boxWidth = (width - 2 * MARGIN - (columns - 1) * GAP) / columns
  let y = 0
  const bands = chart.stages.map(({ name, acts }): Band => {
    const top = y
    let rowTop = top + HEAD
    const boxes: Box[] = []
    for (let first = 0; first < acts.length; first += columns) {
      const row = acts.slice(first, first + columns).map((act) => ({ act, lines: linesOf(act, boxWidth - 20) }))
      const height = Math.max(...row.map(({ lines }) => lines.length)) * LINE + 16
      row.forEach(({ act, lines }, index) => boxes.push({ act, lines, x: MARGIN + index * (boxWidth + GAP), y: rowTop, height }))
      rowTop += height + GAP
    }
    y = rowTop + ARROW
    return { name, y: top, height: rowTop - top, boxes }
  })
  return { width, height: y - ARROW + 2, boxWidth, bands }
}

function linesOf({ name, by, duties, opens, ends }: ActView, width: number): readonly BoxLine[] {
  const said = duties.flatMap(({ within, since }) => (within === undefined ? [] : [`自${since}起${/[a-z0-9]$/i.test(since) ? ' ' : ''}${within}${within === '立即' ? '' : '内'}`]))
  return [
    ...wrap(`${opens ? '▶ ' : ''}${name}`, width, 'name'),
    ...wrap(by.join('、'), width, 'by'),
    ...[...new Set(said)].flatMap((line) => wrap(`期限：${line}`, width, 'within')),
    ...(ends ? [{ text: '■ 程序终结', as: 'end' as const }] : []),
  ]
}

/** Han letters are as wide as they are high, others about half. */
export function wrap(text: string, width: number, as: BoxLine['as']): readonly BoxLine[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const letter of text) {
    const needs = /[\u2e80-\uffef]/.test(letter) ? LETTER : LETTER * 0.58
    if (used + needs > width && line !== '' && !/[，。、；：）」》]/.test(letter)) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += letter
    used += needs
  }
  return [...lines, line].map((one) => ({ text: one, as }))
}
