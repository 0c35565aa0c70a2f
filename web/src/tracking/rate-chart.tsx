import type { Compliance } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { Card } from 'antd'
import { Link } from 'react-router'
import { usePaperWidth } from '../trucks/paper-width.ts'
import { daysOf, percentOf, placed, saidOf, stretches } from './rate-line.ts'
import './tracking.css'

const HEIGHT = 220
const EDGE = { left: 44, right: 14, top: 14, bottom: 28 }
const LEVELS = [0, 0.25, 0.5, 0.75, 1] as const
const DOT = 4
/** So many pixels a day's name needs. */
const NAME = 34

/** The rate day by day (每日达标率), beside the target; below it the same as a table, each day opening to its trips. */
export function RateChart({ from, until, target, parts }: Pick<Compliance, 'from' | 'until' | 'target' | 'parts'>) {
  const { svg, width } = usePaperWidth()
  const days = daysOf(from, until, parts)
  const frame = { left: EDGE.left, top: EDGE.top, width: width - EDGE.left - EDGE.right, height: HEIGHT - EDGE.top - EDGE.bottom }
  const points = placed(days, frame)
  const level = (rate: number): number => frame.top + (1 - rate) * frame.height
  const every = Math.ceil(days.length / Math.max(1, Math.floor(frame.width / NAME)))
  const x = (index: number): number => frame.left + (days.length < 2 ? frame.width / 2 : (index / (days.length - 1)) * frame.width)
  return (
    <Card size="small" title="每日达标率">
      <svg ref={svg} className="rate-line" viewBox={`0 0 ${width} ${HEIGHT}`} height={HEIGHT} role="img" aria-label={`每日达标率折线：${saidOf(days, target)}。数据见下面的表。`}>
        {LEVELS.map((one) => <g key={one}><line className="rate-grid" x1={frame.left} x2={frame.left + frame.width} y1={level(one)} y2={level(one)} /><text x={frame.left - 6} y={level(one) + 4} textAnchor="end">{one * 100}%</text></g>)}
        <line className="rate-target" x1={frame.left} x2={frame.left + frame.width} y1={level(target)} y2={level(target)} />
        <text className="rate-target-name" x={frame.left + 4} y={level(target) - 5}>目标 {percentOf(target)}</text>
        {days.map(({ day }, index) => (index % every === 0 ? <text key={day} x={x(index)} y={HEIGHT - 8} textAnchor="middle">{Number(day.slice(8))} 日</text> : null))}
        {stretches(points).map((piece) => <path key={piece[0]?.day} className="rate-way" d={`M${piece.map((point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('L')}`} />)}
        {points.map((point) => <circle key={point.day} className={(point.rate ?? 0) >= target ? 'rate-dot' : 'rate-dot rate-below'} cx={point.x} cy={point.y} r={DOT}><title>{`${point.day}：${percentOf(point.rate)}，${point.total} 趟中 ${point.complied} 趟达标`}</title></circle>)}
      </svg>
      <p className="note" style={{ margin: '4px 0' }}>{saidOf(days, target)}。空心点没有达到目标，断开处当日没有运输。</p>
      <details className="no-print">
        <summary className="quiet">数据表</summary>
        <div className="proof-scroll">
          <table className="proof-table">
            <thead><tr><th scope="col">日期</th><th scope="col">趟次</th><th scope="col">达标</th><th scope="col">达标率</th></tr></thead>
            <tbody>{days.filter(({ total }) => total > 0).map(({ day, total, complied, rate }) => <tr key={day} className="number"><td>{day}</td><td><Link to={`/trucks/trips?from=${day}&until=${day}`}>{total} 趟</Link></td><td>{complied}</td><td>{percentOf(rate)}</td></tr>)}</tbody>
          </table>
        </div>
      </details>
    </Card>
  )
}
