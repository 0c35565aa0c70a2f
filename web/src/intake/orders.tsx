import type { Order, OrderPage } from '@zhunsheng/bureau/modules/intake/wire.ts'
import { ANSWERS, SOURCES } from '@zhunsheng/bureau/modules/intake/wire.ts'
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Input, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { get } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { Due } from '../piece/due.tsx'
import { Pager } from '../piece/pager.tsx'
import { AnswerDrawer } from './answer-drawer.tsx'
import { ImportDialog } from './import-dialog.tsx'

const STATES = [{ value: '', label: '全部' }, { value: 'open', label: '待答复' }, { value: 'overdue', label: '已超期' }, { value: 'answered', label: '已答复' }]
const IMPORTING = ['windowClerk', 'teamLeader']

/** Work orders of the hotline and of digital city management (外部工单): taken in by file, answered from what was done. */
export function Component() {
  const { person, today } = useMe()
  const { asked, ask } = useAsked()
  const [isImporting, importing] = useState(false)
  const [answered, answer] = useState<Order>()
  const orders = useQuery({ queryKey: ['intake', asked], queryFn: () => get<OrderPage>('/api/intake/orders', asked), placeholderData: keepPreviousData })
  const counts = orders.data?.counts
  return (
    <>
      <PageHead title="外部工单" note={counts === undefined ? undefined : `待答复 ${counts.open} 件，其中超期 ${counts.overdue} 件；已答复 ${counts.answered} 件，按期 ${counts.inTime} 件`}>
        {Object.entries(SOURCES).map(([source, name]) => <Button key={source} icon={<DownloadOutlined />} href={`/api/intake/answers.csv?source=${source}`} download>{name}答复</Button>)}
        {person.posts.some((post) => IMPORTING.includes(post)) && <Button type="primary" icon={<UploadOutlined />} onClick={() => importing(true)}>导入工单</Button>}
      </PageHead>
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap>
          <Segmented aria-label="状态" value={asked['state'] ?? ''} onChange={(state) => ask({ state })} options={STATES} />
          <Segmented aria-label="来源" value={asked['source'] ?? ''} onChange={(source) => ask({ source })} options={[{ value: '', label: '全部来源' }, ...Object.entries(SOURCES).map(([value, label]) => ({ value, label }))]} />
          <Input.Search key={asked['search'] ?? ''} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="编号、地点或者内容" style={{ maxWidth: 320 }} maxLength={100} onSearch={(search) => ask({ search })} />
        </Flex>
      </Card>
      {orders.isError && <Failure error={orders.error} retry={() => void orders.refetch()} />}
      {orders.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {orders.data?.rows.length === 0 && <Card><Empty description={counts?.open === 0 && counts.answered === 0 ? '还没有导入过工单' : '没有符合条件的工单'} /></Card>}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>
        {orders.data?.rows.map((order) => <li key={order.id}><OrderCard order={order} today={today} answer={() => answer(order)} /></li>)}
      </ul>
      {orders.data !== undefined && <Pager total={orders.data.total} asked={asked} ask={ask} />}
      <ImportDialog isOpen={isImporting} close={() => importing(false)} />
      <AnswerDrawer order={answered} close={() => answer(undefined)} />
    </>
  )
}

function OrderCard({ order, today, answer }: { readonly order: Order; readonly today: string; readonly answer: () => void }) {
  const settled = order.entries.find(({ kind }) => kind !== 'extended')
  return (
    <Card size="small">
      <Flex gap={8} wrap align="center">
        <Tag style={{ margin: 0 }}>{SOURCES[order.source]}</Tag>
        <b className="number">{order.external}</b>
        {settled === undefined ? <Due due={order.dueOn} today={today} /> : <Tag color="success">{ANSWERS[settled.kind]}</Tag>}
        <span className="quiet">{order.receivedOn} 收到{order.reporter !== '' && ` · ${order.reporter}`}</span>
      </Flex>
      <div style={{ fontWeight: 600, marginTop: 6 }} className="break">{order.place}{order.category !== '' && ` · ${order.category}`}</div>
      <div className="passage">{order.content}</div>
      {order.entries.map(({ kind, text, who, at, until }) => <div key={at} className="quiet break">{ANSWERS[kind]}{until !== undefined && `至 ${until}`}：{text}（{who} {at.slice(0, 10)}）</div>)}
      <Flex gap={8} style={{ marginTop: 8 }} wrap>
        {settled === undefined && <Button size="small" type="primary" ghost onClick={answer}>答复</Button>}
        {order.caseId === undefined ? <Link to={`/leads?search=${order.leadNumber}`}>线索 {order.leadNumber}</Link> : <Link to={`/cases/${order.caseId}`}>案件 {order.caseNumber}</Link>}
      </Flex>
    </Card>
  )
}
