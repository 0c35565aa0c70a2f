import type { PublicDecision } from '@zhunsheng/bureau/modules/publicity/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Empty, Input, Segmented, Skeleton } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useAsked } from '../piece/asked.ts'
import { Pager } from '../piece/pager.tsx'
import { publicQuery } from '../queries.ts'
import { penaltyInWords } from './penalty-words.ts'

const KINDS = [{ value: '', label: '全部' }, { value: 'penalty', label: '行政处罚' }, { value: 'measure', label: '查封、扣押' }, { value: 'performance', label: '代履行' }, { value: 'demolition', label: '强制拆除' }]
const SIZES = [10, 20, 50]

/** The published decisions (处罚决定公示), latest first. */
export function Component() {
  const { asked, ask } = useAsked()
  const decisions = useQuery(publicQuery(asked))
  useEffect(() => {
    document.title = '行政执法决定公示'
  }, [])
  return (
    <>
      <h1>行政执法决定公示</h1>
      <Segmented style={{ marginBottom: 12 }} aria-label="类别" value={asked['kind'] ?? ''} onChange={(kind) => ask({ kind })} options={KINDS} />
      <Input.Search key={asked['search'] ?? ''} size="large" defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" aria-label="查询公示的决定" placeholder="文号、当事人或者案由" maxLength={100} onSearch={(search) => ask({ search })} style={{ marginBottom: 16 }} />
      {decisions.isError && <Failure error={decisions.error} retry={() => void decisions.refetch()} />}
      {decisions.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {decisions.data?.rows.length === 0 && <Empty description="没有符合条件的决定" />}
      <ul className="plain-list">{decisions.data?.rows.map((decision) => <Item key={decision.id} decision={decision} />)}</ul>
      {decisions.data !== undefined && <Pager total={decisions.data.total} asked={asked} ask={ask} sizes={SIZES} />}
    </>
  )
}

function Item({ decision: { id, number, party, matter, kinds, fine, decidedOn, publishedOn, withdrawn } }: { readonly decision: PublicDecision }) {
  return (
    <li className="public-item">
      <h2><Link to={`/public/${id}`}>{party}：{matter}</Link></h2>
      <div className="public-meta">
        <span className="number">{number}</span>
        <span>{penaltyInWords(kinds, fine)}</span>
        <span className="number">决定 {decidedOn}</span>
        <span className="number">公示 {publishedOn}</span>
      </div>
      {withdrawn !== undefined && <b style={{ color: '#8f1d17' }}>已于 {withdrawn.on} 撤回公示</b>}
    </li>
  )
}
