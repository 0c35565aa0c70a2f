import type { BoxView } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { amountAxis, amountWords, type Axis } from './axis.ts'
import './consistency.css'

interface BoxRow {
  readonly name: string
  readonly box: BoxView
}
interface Plotted {
  readonly rows: readonly BoxRow[]
  /** One amount to find among them: the fine that is proposed or was imposed. */
  readonly mark?: { readonly name: string; readonly amount: string } | undefined
  readonly unit?: string
}

const [ABOVE, ROW, BOX, BELOW] = [22, 46, 18, 24]
/** Room at both ends, so that no number is cut off. */
const [START, LENGTH] = [5, 90]
const at = (axis: Axis, amount: number | string): string => `${START + axis.place(Number(amount)) * LENGTH}%`
const span = (axis: Axis, from: string, to: string): string => `${(axis.place(Number(to)) - axis.place(Number(from))) * LENGTH}%`

/** How fines are spread (箱线图): the box holds the middle half, the thick line the middle, the thin one all of them. It is as wide as there is room. */
export function BoxPlot({ rows, mark, unit = '元' }: Plotted) {
  const axis = amountAxis([...rows.flatMap(({ box: { least, most } }) => [Number(least), Number(most)]), ...(mark === undefined ? [] : [Number(mark.amount)])])
  const top = mark === undefined ? 0 : ABOVE
  const bottom = top + rows.length * ROW
  return (
    <figure className="plot">
      <svg width="100%" height={bottom + BELOW} role="img" aria-label={plotWords({ rows, mark, unit })}>
        {axis.ticks.map((tick, index) => (
          <g key={tick}>
            <line x1={at(axis, tick)} x2={at(axis, tick)} y1={top} y2={bottom} className="plot-grid" />
            <text x={at(axis, tick)} y={bottom + 16} className="plot-tick" textAnchor={index === 0 ? 'start' : index === axis.ticks.length - 1 ? 'end' : 'middle'}>{amountWords(tick)}</text>
          </g>
        ))}
        {rows.map(({ name, box }, index) => <Box key={name} axis={axis} box={box} y={top + index * ROW} />)}
        {mark !== undefined && (
          <g className="plot-mark">
            <line x1={at(axis, mark.amount)} x2={at(axis, mark.amount)} y1={ABOVE - 2} y2={bottom} />
            <svg x={at(axis, mark.amount)} y={ABOVE - 2} overflow="visible"><path d="M0 -5 L5 0 L0 5 L-5 0 Z" /></svg>
            <text x={at(axis, mark.amount)} y={11} dx={anchorOf(axis, mark.amount) === 'middle' ? 0 : anchorOf(axis, mark.amount) === 'start' ? -5 : 5} textAnchor={anchorOf(axis, mark.amount)}>{mark.name} {amountWords(Number(mark.amount))} {unit}</text>
          </g>
        )}
        {rows.map(({ name, box }, index) => <text key={name} x={0} y={top + index * ROW + 13} className="plot-name">{name}（{box.count} 件）</text>)}
      </svg>
      <figcaption className="note">箱体：中间一半；粗线：中位数；两端：最低、最高{mark !== undefined && `；◆ ${mark.name}`}（{unit}）</figcaption>
    </figure>
  )
}

function Box({ axis, box, y }: { readonly axis: Axis; readonly box: BoxView; readonly y: number }) {
  const [top, middle] = [y + 20, y + 20 + BOX / 2]
  return (
    <g>
      <line x1={at(axis, box.least)} x2={at(axis, box.most)} y1={middle} y2={middle} className="plot-whisker" />
      {[box.least, box.most].map((end, index) => <line key={index} x1={at(axis, end)} x2={at(axis, end)} y1={top + 4} y2={top + BOX - 4} className="plot-whisker" />)}
      <rect x={at(axis, box.lowerQuarter)} width={span(axis, box.lowerQuarter, box.upperQuarter)} y={top} height={BOX} className="plot-box" />
      <line x1={at(axis, box.middle)} x2={at(axis, box.middle)} y1={top} y2={top + BOX} className="plot-middle" />
    </g>
  )
}

/** Near an end the words are written away from it. */
function anchorOf(axis: Axis, amount: string): 'start' | 'middle' | 'end' {
  const place = axis.place(Number(amount))
  return place < 0.25 ? 'start' : place > 0.75 ? 'end' : 'middle'
}

/** The same in words, for whoever does not see the plot. */
const plotWords = ({ rows, mark, unit = '元' }: Plotted): string =>
  [...rows.map(({ name, box: { count, least, lowerQuarter, middle, upperQuarter, most } }) => `${name} ${count} 件：最低 ${least}，四分之一以下 ${lowerQuarter}，中位数 ${middle}，四分之三以下 ${upperQuarter}，最高 ${most} ${unit}`), ...(mark === undefined ? [] : [`${mark.name} ${mark.amount} ${unit}`])].join('；')
