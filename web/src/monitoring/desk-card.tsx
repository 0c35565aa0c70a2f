import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { Link } from 'react-router'
import { useMe } from '../app/me.ts'
import { Due } from '../piece/due.tsx'
import { deskQuery } from './watch-queries.ts'

/** What electronic monitoring owes, on the workbench (非现场执法待办); nothing where nothing waits. */
export function WatchCard() {
  const { today } = useMe()
  const { data } = useQuery(deskQuery)
  if (data === undefined) return null
  const { counts, lacking, renewals } = data
  const lines = [
    { name: '已经超期', count: counts.overdue, to: '/monitoring?duty=overdue' },
    { name: '待审核的监控事件', count: counts.waiting, to: '/monitoring?duty=review' },
    { name: '待告知当事人', count: counts.untold, to: '/monitoring?duty=tell' },
    { name: '待复核的陈述、申辩', count: counts.unconsidered, to: '/monitoring?duty=consider' },
    { name: '暂存（设备未登记）', count: counts.held, to: '/monitoring?standing=held' },
    { name: '在用而缺少法定条件的设备', count: lacking, to: '/monitoring/devices?state=lacking' },
  ].filter(({ count }) => count > 0)
  if (lines.length === 0 && renewals.length === 0) return null
  return (
    <Card title="非现场执法" size="small">
      {lines.map(({ name, count, to }) => <div key={name} className="row-line"><Link to={to}>{name}</Link> <b className="number" style={{ float: 'right' }}>{count}</b></div>)}
      {renewals.map(({ id, name, duty }) => <div key={id} className="row-line"><Link to={`/monitoring/devices/${id}`}>{name}：{duty.says}</Link> <Due due={duty.due} today={today} /></div>)}
    </Card>
  )
}
