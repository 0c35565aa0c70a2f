import { ORDER_STATES, ORDERS, type Orders } from '@zhunsheng/bureau/modules/terminals/wire.ts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Dropdown, Empty, Flex, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { get } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { momentOf } from '../piece/moment.ts'
import { OrderForm, type OrderKind } from './order-form.tsx'
import { TerminalPictures } from './pictures.tsx'
import { maySeeTracks } from './track-tabs.tsx'

const SOON_MS = 10_000
const ordersQuery = (terminal: string) => queryOptions({ queryKey: ['trucks', 'orders', terminal], queryFn: () => get<Orders>(`/api/trucks/terminals/${terminal}/orders`), refetchInterval: SOON_MS })
const COLOURS = { sent: 'processing', confirmed: 'success', refused: 'error', 'timed-out': 'warning' } as const
const FIRST: readonly OrderKind[] = ['text', 'locate', 'snapshot']
const OTHERS: readonly OrderKind[] = ['track', 'parameters', 'set', 'watch', 'unwatch', 'clear', 'reset', 'factory']
const isOther = (word: string): word is OrderKind => OTHERS.some((one) => one === word)

/** One terminal (一台终端): what was said to it and what became of that, and what its cameras took. */
export function Component() {
  const { terminal = '' } = useParams()
  const { person } = useMe()
  const orders = useQuery(ordersQuery(terminal))
  const [kind, take] = useState<OrderKind>()
  if (orders.isError) return <Failure error={orders.error} retry={() => void orders.refetch()} />
  if (orders.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  const { data } = orders
  const mayOrder = data.online && data.may.includes('order')
  return (
    <>
      <PageHead title={`车载终端 ${data.plate ?? terminal}`} note={`终端号 ${terminal}`}>
        {mayOrder && FIRST.map((one) => <Button key={one} onClick={() => take(one)}>{ORDERS[one]}</Button>)}
        {mayOrder && <Dropdown trigger={['click']} menu={{ items: OTHERS.map((one) => ({ key: one, label: ORDERS[one], danger: one === 'factory' || one === 'reset' })), onClick: ({ key }) => { if (isOther(key)) take(key) } }}><Button>其他下发</Button></Dropdown>}
      </PageHead>
      <p><Link to="/trucks/terminals">返回车载终端</Link></p>
      {!data.online && <Alert type="info" showIcon style={{ marginBottom: 12 }} title="这台终端不在线，现在不能下发" />}
      <Card size="small" title="下发记录">
        {data.rows.length === 0 && <Empty description="还没有向这台终端下发过" />}
        <ul className="plain-list" style={{ display: 'grid', gap: 8 }}>
          {data.rows.map(({ id, at, kind: name, text, state, result, who }) => (
            <li key={id}>
              <Flex gap={8} wrap align="center"><b>{name}</b>{state === undefined ? <Tag style={{ margin: 0 }}>{result}</Tag> : <Tag color={COLOURS[state]} style={{ margin: 0 }}>{ORDER_STATES[state]}</Tag>}<span>{text}</span></Flex>
              {state !== undefined && result !== ORDER_STATES[state] && <div style={{ overflowWrap: 'anywhere' }}>{result}</div>}
              <div className="quiet number">{who}　{momentOf(at)}</div>
            </li>
          ))}
        </ul>
      </Card>
      {maySeeTracks(person.posts) && <TerminalPictures terminal={terminal} />}
      {kind !== undefined && <OrderForm terminal={terminal} plate={data.plate ?? terminal} kind={kind} close={() => take(undefined)} />}
    </>
  )
}
