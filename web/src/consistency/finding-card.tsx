import { DIMENSION_NAMES, EXPLANATIONS, type Finding } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { Tag } from 'antd'
import { Link } from 'react-router'
import type { Axis } from './axis.ts'
import { IntervalPlot } from './interval-plot.tsx'
import { ABOUT_NAMES } from './sift.ts'
import './consistency.css'

/** One finding in a list (一项偏离): what is asked, by how much, and whether it was answered. */
export function FindingCard({ scanId, finding, axis }: { readonly scanId: string; readonly finding: Finding; readonly axis: Axis }) {
  const { number, about, dimension, valueName, matterName = '全部事项', says } = finding
  return (
    <li className="finding">
      <div>
        <div className="finding-line"><span className="quiet number">第 {number} 项</span><Tag>{ABOUT_NAMES[about]}</Tag><Tag>{DIMENSION_NAMES[dimension]}</Tag><Answered finding={finding} /></div>
        <h3><Link to={`/consistency/${scanId}/${number}`}>{valueName}：{matterName}</Link></h3>
        <p>{says}</p>
      </div>
      <IntervalPlot of={finding} axis={axis} />
    </li>
  )
}

/** Whether somebody answered, and how: in words. */
export function Answered({ finding: { explanations } }: { readonly finding: Finding }) {
  const latest = explanations.at(-1)
  return latest === undefined ? <Tag color="warning">未说明</Tag> : <Tag color={latest.kind === 'followUp' ? 'processing' : 'success'}>{EXPLANATIONS[latest.kind]}</Tag>
}
