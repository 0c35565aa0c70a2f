import type { DayRow } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, DatePicker, Empty, Flex, Skeleton, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { usePhone } from '../app/phone.ts'
import { useAsked } from '../piece/asked.ts'
import { BankFileDialog } from './bank-file-dialog.tsx'
import { DayState, TAKING_IN } from './day-state.tsx'
import { daysQuery } from './payment-queries.ts'
import { PaymentTabs } from './payment-tabs.tsx'
import { spanOf } from './written.ts'

/** The days of a month with what the bank said of each (每日对账). */
export function Component() {
  const { today, person } = useMe()
  const { asked, ask } = useAsked()
  const navigate = useNavigate()
  const [isTaking, take] = useState(false)
  const month = asked['month'] ?? today.slice(0, 7)
  const days = useQuery(daysQuery(spanOf(month)))
  const rows = days.data?.days
  const unfinished = rows?.filter(({ state }) => state !== 'closed').length ?? 0
  return (
    <>
      <PageHead title="罚款收缴" note={rows === undefined ? undefined : `${month} 有记录的对账日 ${rows.length} 天，其中未结账 ${unfinished} 天`}>
        <DatePicker picker="month" aria-label="月份" allowClear={false} value={dayjs(`${month}-01`)} onChange={(chosen) => ask({ month: chosen?.format('YYYY-MM') })} style={{ width: 130 }} />
        {person.posts.some((one) => TAKING_IN.includes(one)) && <Button type="primary" icon={<UploadOutlined />} onClick={() => take(true)}>导入银行文件</Button>}
      </PageHead>
      <PaymentTabs />
      {days.isError && <Failure error={days.error} retry={() => void days.refetch()} />}
      {rows === undefined && days.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {rows !== undefined && <DayList rows={rows} />}
      <BankFileDialog isOpen={isTaking} usualDay={today} close={() => take(false)} done={(day) => void navigate(`/payments/days/${day}`)} />
    </>
  )
}

function DayList({ rows }: { readonly rows: readonly DayRow[] }) {
  const isPhone = usePhone()
  const empty = '这个月还没有银行文件或者缴款；导入银行当日文件后开始对账，当日没有收款的也导入（0 笔）'
  if (rows.length === 0) return <Card><Empty description={empty} /></Card>
  if (isPhone)
    return (
      <ul className="plain-list" style={{ display: 'grid', gap: 8 }}>
        {rows.map((row) => (
          <li key={row.day}>
            <Link to={`/payments/days/${row.day}`} style={{ color: 'inherit' }}>
              <Card size="small">
                <Flex justify="space-between" gap={8}><b className="number">{row.day}</b><DayState state={row.state} /></Flex>
                <div className="number">银行 {row.bank} 元 · {row.rows} 笔</div>
                <Differences row={row} />
              </Card>
            </Link>
          </li>
        ))}
      </ul>
    )
  return (
    <Card size="small" className="list-card">
      <Table<DayRow>
        rowKey="day"
        size="middle"
        dataSource={[...rows]}
        pagination={false}
        scroll={{ x: 760 }}
        columns={[
          { title: '对账日', dataIndex: 'day', width: 140, render: (day: string) => <Link to={`/payments/days/${day}`} className="number">{day}</Link> },
          { title: '状态', key: 'state', width: 150, render: (_, { state }) => <DayState state={state} /> },
          { title: '笔数', dataIndex: 'rows', width: 90, align: 'right', className: 'number' },
          { title: '银行合计（元）', dataIndex: 'bank', width: 150, align: 'right', className: 'number' },
          { title: '差异', key: 'differences', render: (_, row) => <Differences row={row} /> },
        ]}
      />
    </Card>
  )
}

function Differences({ row: { state, open, explained } }: { readonly row: DayRow }) {
  if (state === 'waiting') return <span className="quiet">银行文件还没有导入</span>
  if (open === 0 && explained === 0) return <span className="quiet">没有未了结的差异</span>
  return <span>{open > 0 && <b style={{ color: '#8f1d17' }}>{open} 笔没有说明</b>}{open > 0 && explained > 0 && '，'}{explained > 0 && `${explained} 笔仍在跟踪`}</span>
}
