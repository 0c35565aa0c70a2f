import type { LikeCase, LikeView } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { Alert, Button, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { BoxPlot } from './box-plot.tsx'
import './consistency.css'

interface Shown {
  readonly view: LikeView
  /** The fine in question, in yuan, with what it is called. */
  readonly mark: { readonly name: string; readonly amount: string } | undefined
  /** The law itself makes this penalty lighter, so that it lies below the others by right. */
  readonly mayBeLighter: boolean
}
const FIRST = 6

/** What was usual in like cases, and the nearest of them (同类案件): something to think about, which stops nobody. */
export function LikeCases({ view, mark, mayBeLighter }: Shown) {
  const [isWhole, showWhole] = useState(false)
  const { says, verdict, amounts, near, byFactors, from, to, looked } = view
  const hasRoom = amounts !== undefined && amounts.count > 1
  return (
    <div className="like">
      {verdict === 'apart' ? <Alert type="warning" showIcon title={<><b>{mark?.name ?? '罚款'}是否与同类案件明显不同？</b><br />{says}</>} /> : <p className="like-says">{says}</p>}
      {mayBeLighter && mark !== undefined && <p className="note">本案有依法从轻、减轻的情节（《行政处罚法》第三十条至第三十二条），分布中是没有这些情节的案件：偏低不等于不当。</p>}
      {hasRoom && <BoxPlot rows={[{ name: byFactors ? '案情相近的案件' : '本事项最近的案件', box: amounts }]} mark={mark} />}
      {near.length > 0 && (
        <>
          <h4 className="like-head">{byFactors ? '最接近的' : '最近的'} {near.length} 件</h4>
          <ol className="plain-list like-list">{(isWhole ? near : near.slice(0, FIRST)).map((one) => <Near key={one.id} one={one} byFactors={byFactors} />)}</ol>
          {!isWhole && near.length > FIRST && <Button size="small" style={{ marginTop: 8 }} onClick={() => showWhole(true)}>再显示 {near.length - FIRST} 件</Button>}
        </>
      )}
      <p className="note">比较 {from} 至 {to} 决定的同一事项案件 {looked} 件{byFactors ? '，按裁量因素的相近程度排列' : '；没有裁量因素可供比较，按决定日期排列'}。类案供参考，不代替本案的事实、情节和理由（《行政处罚法》第五条第二款）。</p>
    </div>
  )
}

function Near({ one: { id, number, decidedOn, fine, exempt, tier, team, lighter, distance, differs }, byFactors }: { readonly one: LikeCase; readonly byFactors: boolean }) {
  return (
    <li>
      <div className="like-line">
        <Link to={`/cases/${id}`} target="_blank" className="number">{number}</Link>
        <span className="number quiet">{decidedOn}</span>
        <b className="number">{exempt ? '不予处罚' : fine === undefined ? '没有罚款' : `罚款 ${fine} 元`}</b>
        {byFactors && <Tag color={distance === 0 ? 'processing' : 'default'}>{nearWords(distance)}</Tag>}
        {lighter && <Tag color="warning">依法从轻、减轻，不计入分布</Tag>}
      </div>
      <div className="note">{[tier, team].filter((word) => word !== undefined && word !== '').join(' · ')}</div>
      {differs.length > 0 && <ul className="like-differs">{differs.map(({ name, here, there }) => <li key={name}>{name}：本案 {here}；该案 {there}</li>)}</ul>}
    </li>
  )
}

/** A distance in words; only those that are near are sent. */
const nearWords = (distance: number): string => (distance === 0 ? '案情相同' : '案情相近')
