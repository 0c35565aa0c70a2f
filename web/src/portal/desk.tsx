import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Empty, Flex, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { minuteOf } from '../piece/moment.ts'
import { TrackTabs } from '../tracking/track-tabs.tsx'
import { AccountRows } from './account-rows.tsx'
import { NewAccountForm } from './new-account.tsx'
import { NoticeForm } from './notice-form.tsx'
import { accountsQuery, sentNoticesQuery } from './portal-queries.ts'

/** The enterprises' people, and what the desk tells them (企业账号和通知). */
export function Component() {
  const list = useQuery(accountsQuery)
  const [isOpening, open] = useState(false)
  const late = list.data?.overdue.reduce((sum, { count }) => sum + count, 0) ?? 0
  return (
    <>
      <PageHead title="渣土车监管" note={list.data === undefined ? undefined : `企业端账号 ${list.data.rows.filter(({ state }) => state === 'active').length} 个在用；企业在预警发生后 ${list.data.answerHours} 小时内答复，逾期未答复 ${late} 条`}>
        {list.data?.mayManage === true && <Button type="primary" onClick={() => open(true)}>开立账号</Button>}
      </PageHead>
      <TrackTabs />
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {list.data !== undefined && list.data.overdue.length > 0 && <Alert type="warning" showIcon style={{ marginBottom: 12 }} title={<>逾期未答复的预警：{list.data.overdue.map(({ enterprise, name, count }) => <span key={enterprise}><Link to={`/trucks?${new URLSearchParams({ enterprise, state: 'raised' }).toString()}`}>{name}</Link> {count} 条　</span>)}</>} />}
      {list.data !== undefined && <Card size="small" title="企业账号" style={{ marginBottom: 12 }} className="list-card">{list.data.rows.length === 0 ? <Empty description="还没有开立企业账号" /> : <AccountRows rows={list.data.rows} mayManage={list.data.mayManage} />}</Card>}
      <Sent mayManage={list.data?.mayManage === true} />
      <NewAccountForm isOpen={isOpening} close={() => open(false)} />
    </>
  )
}

function Sent({ mayManage }: { readonly mayManage: boolean }) {
  const sent = useQuery(sentNoticesQuery)
  const [isWriting, write] = useState(false)
  return (
    <Card size="small" title="通知" extra={mayManage && <Button size="small" onClick={() => write(true)}>发通知</Button>}>
      {sent.isError && <Failure error={sent.error} retry={() => void sent.refetch()} />}
      {sent.data?.rows.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有发过通知" />}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>{sent.data?.rows.map(({ id, title, text, at, by, to, readers }) => (
        <li key={id}>
          <b>{title}</b>
          <div className="passage">{text}</div>
          <Flex gap={16} wrap className="quiet"><span>{by} <span className="number">{minuteOf(at)}</span> 发给{to}</span><span>{readers.length === 0 ? '还没有人已读' : `已读：${readers.join('、')}`}</span></Flex>
        </li>
      ))}</ul>
      <NoticeForm isOpen={isWriting} close={() => write(false)} />
    </Card>
  )
}
