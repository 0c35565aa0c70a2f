import type { LookPage } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Input, Skeleton } from 'antd'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { momentOf } from '../piece/moment.ts'
import { Pager } from '../piece/pager.tsx'
import { looksQuery } from './track-queries.ts'
import { TrackTabs } from './track-tabs.tsx'

/** Who looked at which track, and why (轨迹查看记录): a track is the driver's personal data. */
export function Component() {
  const { asked, ask } = useAsked()
  const looks = useQuery(looksQuery(asked))
  return (
    <>
      <PageHead title="渣土车监管" note={looks.data === undefined ? undefined : `轨迹查看记录：${looks.data.total} 次`} />
      <TrackTabs />
      <Card size="small" style={{ marginBottom: 12 }}>
        <Input.Search key={asked['search'] ?? ''} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="查看人、号牌或者事由" maxLength={100} onSearch={(search) => ask({ search })} style={{ maxWidth: 340 }} />
        {looks.data !== undefined && <Keeping keeping={looks.data.keeping} />}
      </Card>
      {looks.isError && <Failure error={looks.error} retry={() => void looks.refetch()} />}
      {looks.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {looks.data?.rows.length === 0 && <Card><Empty description={asked['search'] === undefined ? '还没有人查看过轨迹' : '没有符合条件的查看记录'} /></Card>}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>{looks.data?.rows.map((row) => <li key={`${row.at}${row.who}${row.truck}`}><LookCard row={row} /></li>)}</ul>
      {looks.data !== undefined && looks.data.total > 0 && <Pager total={looks.data.total} asked={asked} ask={ask} />}
    </>
  )
}

function Keeping({ keeping: { days, source, verified } }: Pick<LookPage, 'keeping'>) {
  return <p className="note" style={{ margin: '8px 0 0' }}>轨迹保存 {days} 日，期满删除{verified ? `（${source}）` : `。未经核实：${source}`}</p>
}

function LookCard({ row: { who, at, plate, from, until, reason } }: { readonly row: LookPage['rows'][number] }) {
  return (
    <Card size="small">
      <div><b>{who}</b>　查看 <b className="number">{plate}</b></div>
      <div className="break">事由：{reason}</div>
      <div className="quiet number">轨迹 {momentOf(from)} 至 {momentOf(until)}　·　查看于 {momentOf(at)}</div>
    </Card>
  )
}
