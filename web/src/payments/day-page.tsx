import type { DayView } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { DownloadOutlined, LeftOutlined, PrinterOutlined, RightOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { usePhone } from '../app/phone.ts'
import { minuteOf } from '../piece/moment.ts'
import { BankFileDialog } from './bank-file-dialog.tsx'
import { Closings } from './closings.tsx'
import { DayState, TAKING_IN } from './day-state.tsx'
import { ItemCard } from './item-card.tsx'
import { dayQuery } from './payment-queries.ts'
import { PaymentTabs } from './payment-tabs.tsx'
import { dayFrom } from './written.ts'
import './payments.css'

/** One day of the reconciliation: both books, what agrees, every difference with its reason and cure, and its closing (每日对账). */
export function Component() {
  const { day = '' } = useParams()
  const { today, person } = useMe()
  const navigate = useNavigate()
  const isPhone = usePhone()
  const [isTaking, take] = useState(false)
  const view = useQuery(dayQuery(day))
  const go = (to: string) => void navigate(`/payments/days/${to}`)
  return (
    <>
      <PageHead title={`对账 ${day}`} note={view.data !== undefined && <DayState state={view.data.state} />}>
        <Button icon={<LeftOutlined aria-hidden />} aria-label="前一天" onClick={() => go(dayFrom(day, -1))}>{!isPhone && '前一天'}</Button>
        <Button icon={<RightOutlined aria-hidden />} iconPlacement="end" disabled={day >= today} aria-label="后一天" onClick={() => go(dayFrom(day, 1))}>{!isPhone && '后一天'}</Button>
        <Button icon={<PrinterOutlined aria-hidden />} href={`/api/payments/days/${day}/print.pdf`} target="_blank">打印</Button>
        <Button icon={<DownloadOutlined aria-hidden />} href={`/api/payments/days/${day}/table.xlsx`} download>Excel</Button>
        {person.posts.some((one) => TAKING_IN.includes(one)) && <Button type={view.data?.state === 'waiting' ? 'primary' : 'default'} icon={<UploadOutlined />} onClick={() => take(true)}>导入银行文件</Button>}
      </PageHead>
      <PaymentTabs />
      {view.isError && <Failure error={view.error} retry={() => void view.refetch()} />}
      {view.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {view.data !== undefined && <Opened view={view.data} />}
      <BankFileDialog key={day} isOpen={isTaking} usualDay={day} close={() => take(false)} done={go} />
    </>
  )
}

function Opened({ view }: { readonly view: DayView }) {
  const { totals, files, items, matched, state } = view
  const sums = [['我方合计', totals.books], ['银行合计', totals.bank], [`相符 ${totals.matchedCount} 笔`, totals.matched], ['我方不符', totals.oursApart], ['银行不符', totals.theirsApart]] as const
  return (
    <div className="day-board">
      <div className="day-column">
        <Card size="small" title={`差异 ${items.length} 笔`}>
          {items.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={state === 'waiting' ? '银行当日文件还没有导入，无从核对' : '双方相符，没有差异'} /> : <ul className="plain-list">{items.map((item) => <li key={item.key} className="day-item"><ItemCard item={item} /></li>)}</ul>}
        </Card>
        <Matches matched={matched} />
      </div>
      <div className="day-column">
        <Card size="small" title="两边合计（元）"><dl className="day-sums number">{sums.map(([name, amount]) => <div key={name}><dt>{name}</dt><dd>{amount}</dd></div>)}</dl></Card>
        <Card size="small" title={`银行文件 ${files.length} 个`}>
          {files.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有导入" /> : (
            <ul className="plain-list">{files.map(({ name, rows, total, who, at, sha256 }) => <li key={sha256} className="day-item"><b className="break">{name}</b><div className="number">{rows} 笔，{total} 元</div><div className="quiet">{who} <span className="number">{minuteOf(at)}</span> 导入</div><div className="note number break" title={sha256}>SHA-256 {sha256.slice(0, 16)}…</div></li>)}</ul>
          )}
        </Card>
        <Closings view={view} />
      </div>
    </div>
  )
}

function Matches({ matched }: Pick<DayView, 'matched'>) {
  return (
    <Card size="small" title={`相符 ${matched.length} 笔`}>
      {matched.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有相符的缴款" /> : (
        <Table<DayView['matched'][number]>
          size="small"
          rowKey="serial"
          dataSource={matched}
          scroll={{ x: 560 }}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          columns={[
            { title: '流水号', dataIndex: 'serial', width: 170, className: 'number' },
            { title: '案件', key: 'case', render: (_, { caseId, caseNumber }) => <Link to={`/cases/${caseId}?tab=money`} className="number">{caseNumber}</Link> },
            { title: '缴款人', dataIndex: 'payer' },
            { title: '方式', key: 'spot', width: 90, render: (_, { spot }) => (spot ? '当场收缴' : '银行代收') },
            { title: '金额（元）', dataIndex: 'amount', width: 110, align: 'right', className: 'number' },
          ]}
        />
      )}
    </Card>
  )
}
