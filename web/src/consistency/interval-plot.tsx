import type { Finding } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { ratioWords, type Axis } from './axis.ts'
import './consistency.css'

type Interval = Pick<Finding, 'effect' | 'low' | 'high'>

const [TALL, BELOW] = [26, 20]
const [START, LENGTH] = [5, 90]

/** An effect with the ends of its interval, beside 1, which means like all others (效应与置信区间). The axis is that of the whole list. */
export function IntervalPlot({ of, axis }: { readonly of: Interval; readonly axis: Axis }) {
  const at = (ratio: number): string => `${START + axis.place(ratio) * LENGTH}%`
  const ends = [axis.ticks[0] ?? 0, axis.ticks.at(-1) ?? 0] as const
  return (
    <svg className="plot" width="100%" height={TALL + BELOW} role="img" aria-label={intervalWords(of)}>
      {axis.ticks.map((tick) => <line key={tick} x1={at(tick)} x2={at(tick)} y1={0} y2={TALL} className={tick === 1 ? 'plot-one' : 'plot-grid'} />)}
      {axis.ticks.map((tick) => <text key={tick} x={at(tick)} y={TALL + 15} textAnchor="middle" className={tick === 1 ? 'plot-tick plot-tick-one' : 'plot-tick'}>{ratioWords(tick)}</text>)}
      <line x1={at(of.low)} x2={at(of.high)} y1={TALL / 2} y2={TALL / 2} className="plot-interval" />
      <End at={at(of.low)} isBeyond={of.low < ends[0]} way={-1} />
      <End at={at(of.high)} isBeyond={of.high > ends[1]} way={1} />
      <svg x={at(of.effect)} y={TALL / 2} overflow="visible"><circle r={5} className="plot-effect" /></svg>
    </svg>
  )
}

/** A cap, or an arrow where the interval goes on beyond the plot. */
function End({ at, isBeyond, way }: { readonly at: string; readonly isBeyond: boolean; readonly way: 1 | -1 }) {
  return (
    <svg x={at} y={TALL / 2} overflow="visible">
      {isBeyond ? <path d={`M0 -5 L${way * 7} 0 L0 5 Z`} className="plot-effect" /> : <line y1={-6} y2={6} className="plot-interval" />}
    </svg>
  )
}

/** The same in words. */
const intervalWords = ({ effect, low, high }: Interval): string => `${effect.toFixed(2)} 倍，置信区间 ${low.toFixed(2)} 至 ${high.toFixed(2)} 倍；1 倍为与同类案件相同`
