import { PLATE_COLOURS } from '@zhunsheng/law/identifiers/plate.ts'
import { SEEN, TIPOFF_STATES, type TipoffRow } from '@zhunsheng/bureau/modules/tipoffs/wire.ts'
import { CameraOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Flex, Input, Segmented, Skeleton, Tag } from 'antd'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { Due } from '../piece/due.tsx'
import { momentOf } from '../piece/moment.ts'
import { Pager } from '../piece/pager.tsx'
import { TrackTabs } from '../tracking/track-tabs.tsx'
import { tipoffsQuery } from './tipoff-queries.ts'

export const STATE_COLOURS: Readonly<Record<TipoffRow['state'], string>> = { received: 'error', accepted: 'success', joined: 'processing', rejected: 'default' }

/** What citizens reported (群众举报): what waits stands first, the oldest on top. */
export function Component() {
  const { asked, ask } = useAsked()
  const reports = useQuery(tipoffsQuery(asked))
  const waiting = reports.data?.states.find(({ state }) => state === 'received')?.count ?? 0
  return (
    <>
      <PageHead title="渣土车监管" note={reports.data === undefined ? undefined : `群众举报待办理 ${waiting} 件；受理后十五个工作日内答复（《重庆市市容环境卫生管理条例》第七十三条）`} />
      <TrackTabs />
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap align="center">
          <Segmented aria-label="状态" value={asked['state'] ?? ''} onChange={(state) => ask({ state })} options={[{ value: '', label: '全部' }, ...Object.entries(TIPOFF_STATES).map(([value, label]) => ({ value, label }))]} style={{ maxWidth: '100%', overflowX: 'auto' }} />
          <Input.Search key={asked['search'] ?? ''} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="号牌、地点或者内容" maxLength={100} onSearch={(search) => ask({ search })} style={{ maxWidth: 300 }} />
        </Flex>
      </Card>
      {reports.isError && <Failure error={reports.error} retry={() => void reports.refetch()} />}
      {reports.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {reports.data?.rows.length === 0 && <Card><Empty description="没有符合条件的举报" /></Card>}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>{reports.data?.rows.map((row) => <li key={row.id}><ReportCard row={row} /></li>)}</ul>
      {reports.data !== undefined && reports.data.total > 0 && <Pager total={reports.data.total} asked={asked} ask={ask} />}
    </>
  )
}

function ReportCard({ row: { id, plate, plateColour, seen, at, place, state, photos, answerBy } }: { readonly row: TipoffRow }) {
  const { today } = useMe()
  return (
    <Card size="small">
      <Flex gap={8} wrap align="center">
        <Tag color={STATE_COLOURS[state]} style={{ margin: 0 }}>{TIPOFF_STATES[state]}</Tag>
        <Link to={`/trucks/tipoffs/${id}`}><b className="number">{plate}</b></Link>
        <span className="quiet">{PLATE_COLOURS[plateColour]}牌</span>
        <b>{seen.map((one) => SEEN[one]).join('、')}</b>
        {photos > 0 && <span className="quiet number"><CameraOutlined aria-hidden /> {photos} 张照片</span>}
      </Flex>
      <div>{place}</div>
      <Flex gap={16} wrap className="quiet number"><span>看到 {momentOf(at)}</span>{state === 'received' && <span>答复期限 <Due due={answerBy} today={today} /></span>}</Flex>
    </Card>
  )
}
