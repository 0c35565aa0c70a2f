import type { Notice, Overview } from '@zhunsheng/bureau/modules/portal/wire.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Empty, Skeleton, Tag } from 'antd'
import { Link } from 'react-router'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { minuteOf } from '../piece/moment.ts'
import { PortalHead } from './portal-head.tsx'
import { overviewQuery, ownNoticesQuery } from './portal-queries.ts'
import { RateCard } from './rate-card.tsx'

/** Where the enterprise stands today, and what waits for it (企业端首页). */
export function Component() {
  const overview = useQuery(overviewQuery)
  return (
    <>
      <PortalHead title="首页" />
      {overview.isError && <Failure error={overview.error} retry={() => void overview.refetch()} />}
      {overview.isPending && <Skeleton active paragraph={{ rows: 5 }} />}
      {overview.data !== undefined && <Standing overview={overview.data} />}
      <Notices />
    </>
  )
}

function Standing({ overview: { waiting, late, openManifests, vehicles, permitsValid, whole, target, from, until } }: { readonly overview: Overview }) {
  return (
    <>
      <div className="portal-counts">
        <Link to="/enterprise/alarms?waiting=yes" className={late > 0 ? 'portal-count portal-count-due' : 'portal-count'}><b className="number">{waiting}</b>条预警待答复{late > 0 && <div>其中 <span className="number">{late}</span> 条已经逾期</div>}</Link>
        <Link to="/enterprise/manifests?state=open" className="portal-count"><b className="number">{openManifests}</b>张联单运输中</Link>
        <Link to="/enterprise/vehicles" className="portal-count"><b className="number">{vehicles}</b>辆车</Link>
        <Link to="/enterprise/vehicles" className="portal-count"><b className="number">{permitsValid}</b>份有效核准</Link>
      </div>
      <RateCard title="本月全流程达标率" span={`${from} 至 ${until}`} rate={whole} target={target} />
    </>
  )
}

function Notices() {
  const list = useQuery(ownNoticesQuery)
  return (
    <Card size="small" title="管理部门的通知">
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有通知" />}
      <ul className="plain-list portal-list">{list.data?.rows.map((notice) => <li key={notice.id}><One notice={notice} /></li>)}</ul>
    </Card>
  )
}

function One({ notice: { id, title, text, at, to, read } }: { readonly notice: Notice }) {
  const client = useQueryClient()
  const mark = useMutation({ mutationFn: () => post(`/api/portal/notices/${id}/reading`, {}), onSuccess: () => client.invalidateQueries({ queryKey: ['portal'] }) })
  return (
    <article>
      <b>{title}</b> {!read && <Tag color="error">未读</Tag>}
      <div className="passage">{text}</div>
      <div className="quiet"><span className="number">{minuteOf(at)}</span>　发给{to}</div>
      {mark.error !== null && <Failure error={mark.error} />}
      {!read && <Button size="small" loading={mark.isPending} onClick={() => mark.mutate()}>知道了</Button>}
    </article>
  )
}
