import type { AlarmView } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { KINDS } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { Card } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { minuteOf, momentOf } from '../piece/moment.ts'
import { drawnOf } from '../map/drawn.ts'
import { MapFrame, type Paper } from '../map/map-frame.tsx'
import { lengthOf, metresIn } from '../map/measure.ts'
import { aroundProofs, clustersOf, labelOf, pointOf, wordsOf, type Proof } from './evidence.ts'
import './tracking.css'

/** So many metres around the positions are seen at first. */
const AROUND = 150
const DOT = 9
/** Marks that are nearer would hide each other, and their times too. */
const APART = 20
/** So wide is the longest label. */
const LABEL = 190

/** What proves an alarm (预警依据): where the truck was, on the ground as it was registered then, and the same as a table. */
export function AlarmEvidence({ alarm }: { readonly alarm: AlarmView }) {
  const { evidence, ground, plate, title } = alarm
  const shapes = useMemo(() => ground.flatMap((record) => drawnOf(record.kind, record)), [ground])
  const fit = useMemo(() => aroundProofs(evidence, AROUND), [evidence])
  if (evidence.length === 0) return <Card size="small" title="作为依据的定位" style={{ marginBottom: 12 }}><span className="quiet">这种预警不以定位为依据，见上面的联单和时间。</span><Ground alarm={alarm} /></Card>
  const long = lengthOf(evidence.map(pointOf))
  return (
    <Card size="small" title="作为依据的定位" style={{ marginBottom: 12 }}>
      <MapFrame label={`${plate}${title}的定位图`} shapes={shapes} fit={fit}>{(paper) => <Proofs proofs={evidence} paper={paper} />}</MapFrame>
      <div className="map-legend"><span><i className="proof-sample proof-sample-first" aria-hidden />事件地点（第 1 个定位）</span><span><i className="proof-sample" aria-hidden />定位，编号同下表</span>{evidence.length > 1 && <span>相邻定位之间共 {metresIn(long)}；虚线只连接定位，不表示实际行驶路线</span>}</div>
      <div className="proof-scroll" style={{ marginTop: 12 }} tabIndex={0} role="region" aria-label="定位表">
        <table className="proof-table">
          <thead><tr><th scope="col">编号</th><th scope="col">时间</th><th scope="col">速度</th><th scope="col">载重</th><th scope="col">举升</th><th scope="col">篷盖</th><th scope="col">经度, 纬度</th></tr></thead>
          <tbody>
            {evidence.map((proof, index) => {
              const { time, speed, load, lift, cover, place } = wordsOf(proof)
              return <tr key={`${proof.atMs} ${index}`} className="number"><th scope="row">{index + 1}</th><td>{time}</td><td>{speed}</td><td>{load}</td><td>{lift}</td><td>{cover}</td><td>{place}</td></tr>
            })}
          </tbody>
        </table>
      </div>
      <Ground alarm={alarm} />
    </Card>
  )
}

/** The positions, numbered in the order of time, the place of the event last so that nothing hides it. */
function Proofs({ proofs, paper }: { readonly proofs: readonly Proof[]; readonly paper: Paper }) {
  const pixels = proofs.map((proof) => paper.pixel(pointOf(proof)))
  const clusters = clustersOf(pixels, APART)
  return (
    <g>
      <path className="proof-way" d={`M${pixels.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`} aria-hidden />
      {clusters.toReversed().map((cluster) => {
        const { from, pixel: [x, y] } = cluster
        // Beside the edge of the paper, or under its buttons, the label stands on the other side.
        const isAtEdge = x > paper.size.width - LABEL && x > LABEL
        return (
          <g key={from}>
            <title>{labelOf(cluster, proofs)}</title>
            <circle cx={x} cy={y} r={DOT} className={from === 0 ? 'proof-first' : 'proof-dot'} />
            <text x={x} y={y} className={from === 0 ? 'proof-number proof-first-number' : 'proof-number'}>{from + 1}</text>
            <text x={isAtEdge ? x - DOT - 4 : x + DOT + 4} y={y + 4} textAnchor={isAtEdge ? 'end' : 'start'} className="proof-time">{labelOf(cluster, proofs)}</text>
          </g>
        )
      })}
    </g>
  )
}

function Ground({ alarm: { ground, raisedAt } }: { readonly alarm: AlarmView }) {
  if (ground.length === 0) return null
  return (
    <>
      <p className="note" style={{ margin: '12px 0 2px' }}>所涉登记，按预警产生时（{momentOf(raisedAt)}）的版本：</p>
      <div className="proof-scroll" tabIndex={0} role="region" aria-label="所涉登记">
        <table className="proof-table">
          <thead><tr><th scope="col">类别</th><th scope="col">名称</th><th scope="col">版本</th><th scope="col">登记时间</th></tr></thead>
          <tbody>{ground.map(({ id, kind, title, version, at }) => <tr key={id}><td>{KINDS[kind]}</td><td><Link to={`/trucks/register/${kind}/${id}`}>{title}</Link></td><td className="number">第 {version} 版</td><td className="number">{minuteOf(at)}</td></tr>)}</tbody>
        </table>
      </div>
    </>
  )
}
