import type { Slip } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { Button, Card, Empty, Flex, Skeleton, Table, type TableColumnsType } from 'antd'
import type { SortOrder } from 'antd/es/table/interface'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMe } from '../app/me.ts'
import { usePhone } from '../app/phone.ts'
import type { Asked } from '../piece/asked.ts'
import { SlipDrawer } from './slip-drawer.tsx'
import { causeOf, PayBy, SlipState } from './slip-words.tsx'
import { inFours } from './written.ts'

interface Listed {
  readonly rows: readonly Slip[] | undefined
  readonly isLoading: boolean
  readonly asked: Asked
  readonly ask: (more: Readonly<Record<string, string | undefined>>) => void
  readonly empty: string
}

/** Slips as a table, or as cards on a phone; each opens to what was paid on it (缴款通知一览). */
export function SlipList({ rows, isLoading, asked, ask, empty }: Listed) {
  const isPhone = usePhone()
  const { today } = useMe()
  const [opened, open] = useState<string>()
  if (rows === undefined) return isLoading ? <Skeleton active paragraph={{ rows: 8 }} /> : null
  return (
    <>
      {isPhone && rows.length === 0 && <Empty description={empty} />}
      {isPhone ? <Cards rows={rows} today={today} open={open} /> : (
        <Table<Slip>
          rowKey="id"
          size="middle"
          dataSource={[...rows]}
          columns={columnsFor(asked, today, open)}
          loading={isLoading}
          pagination={false}
          scroll={{ x: 1100 }}
          locale={{ emptyText: <Empty description={empty} /> }}
          onChange={(_, __, sorter) => {
            const by = Array.isArray(sorter) ? sorter[0] : sorter
            ask(by?.order === undefined || by.order === null ? { sort: undefined, order: undefined } : { sort: String(by.columnKey), order: by.order === 'ascend' ? 'asc' : 'desc' })
          }}
        />
      )}
      <SlipDrawer slip={rows.find(({ id }) => id === opened)} close={() => open(undefined)} />
    </>
  )
}

type Open = (id: string) => void
const orderOf = (asked: Asked, key: string): SortOrder => (asked['sort'] !== key ? null : asked['order'] === 'asc' ? 'ascend' : 'descend')

function columnsFor(asked: Asked, today: string, open: Open): TableColumnsType<Slip> {
  const sortable = (key: string) => ({ key, sorter: true, sortOrder: orderOf(asked, key), showSorterTooltip: false })
  return [
    { title: '缴款码', dataIndex: 'code', ...sortable('code'), width: 240, render: (code: string, { id }) => <Button type="link" className="number" style={{ padding: 0, height: 'auto' }} onClick={() => open(id)}>{inFours(code)}</Button> },
    { title: '缴款人与案件', key: 'payer', render: (_, { payer, caseId, caseNumber }) => <><div className="break">{payer}</div><Link to={`/cases/${caseId}?tab=money`} className="number">{caseNumber}</Link></> },
    { title: '事由', key: 'kind', width: 120, render: (_, slip) => causeOf(slip) },
    { title: '应缴（元）', dataIndex: 'total', width: 110, align: 'right', className: 'number' },
    { title: '已缴（元）', dataIndex: 'paid', width: 110, align: 'right', className: 'number' },
    { title: '开具日期', dataIndex: 'issuedOn', ...sortable('issuedOn'), width: 120, className: 'number' },
    { title: '缴款期限', dataIndex: 'payBy', ...sortable('payBy'), width: 210, render: (_, slip) => <PayBy slip={slip} today={today} /> },
    { title: '状态', key: 'state', width: 120, render: (_, { state }) => <SlipState state={state} /> },
  ]
}

function Cards({ rows, today, open }: { readonly rows: readonly Slip[]; readonly today: string; readonly open: Open }) {
  return (
    <ul className="plain-list" aria-label="缴款通知">
      {rows.map((slip) => (
        <li key={slip.id} style={{ marginBottom: 8 }}>
          <Card size="small">
            <Flex justify="space-between" gap={8} align="center"><b className="break">{slip.payer}</b><SlipState state={slip.state} /></Flex>
            <div className="number">{causeOf(slip)} · 应缴 {slip.total} 元{slip.paid !== '0.00' && ` · 已缴 ${slip.paid} 元`}</div>
            <div style={{ marginBlock: 4 }}><PayBy slip={slip} today={today} /></div>
            <Flex justify="space-between" gap={8} wrap align="center">
              <Link to={`/cases/${slip.caseId}?tab=money`} className="number">{slip.caseNumber}</Link>
              <Button size="small" onClick={() => open(slip.id)}>查看</Button>
            </Flex>
          </Card>
        </li>
      ))}
    </ul>
  )
}
