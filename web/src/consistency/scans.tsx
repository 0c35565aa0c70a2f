import { SCANNERS, type ScanHead } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Skeleton, Table } from 'antd'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { usePhone } from '../app/phone.ts'
import { minuteOf } from '../piece/moment.ts'
import { Method, QUESTION } from './method.tsx'
import { percentWords } from './period.ts'
import { ScanForm } from './scan-form.tsx'
import { scansQuery } from './scan-queries.ts'
import './consistency.css'

/** Who decides like cases otherwise (同案同罚扫描): the scans that were made, and a new one. */
export function Component() {
  const { person } = useMe()
  return (
    <>
      <PageHead title="同案同罚扫描" note="在案情相同的已决定案件中，找出处理明显不同的人员、中队、镇街和月份" />
      {person.posts.some((post) => SCANNERS.includes(post)) ? <Board /> : <Card>由法制审核人员、机关负责人和执法监督人员扫描和查看。拟作决定与同类案件的比较，在案件的告知、决定表单和案卷的「同类案件」中。</Card>}
    </>
  )
}

function Board() {
  const scans = useQuery(scansQuery)
  return (
    <>
      <ScanForm />
      {scans.isError && <Failure error={scans.error} retry={() => void scans.refetch()} />}
      {scans.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {scans.data !== undefined && (scans.data.length === 0 ? <Nothing /> : <ScanList rows={scans.data} />)}
      {scans.data !== undefined && scans.data.length > 0 && <details className="fold"><summary>方法和局限</summary><Method /></details>}
    </>
  )
}

/** Before the first scan: what one does, and on what it rests. */
function Nothing() {
  return (
    <Card size="small" title="还没有扫描过">
      <p style={{ marginTop: 0 }}>选定期间后开始第一次扫描。{QUESTION}每次扫描连同所依据数据的摘要一起保存，可以随时再次扫描核对。</p>
      <Method />
    </Card>
  )
}

function ScanList({ rows }: { readonly rows: readonly ScanHead[] }) {
  const isPhone = usePhone()
  if (isPhone)
    return (
      <ul className="plain-list" aria-label="扫描记录" style={{ display: 'grid', gap: 8 }}>
        {rows.map((row) => (
          <li key={row.id}>
            <Card size="small">
              <Flex justify="space-between" gap={8} wrap><Link to={`/consistency/${row.id}`} className="number">{row.from} 至 {row.to}</Link><Found row={row} /></Flex>
              <div className="note number">{row.cases} 件 · 置信度 {percentWords(row.confidence)} · {row.by} {minuteOf(row.at)}</div>
            </Card>
          </li>
        ))}
      </ul>
    )
  return (
    <Card size="small" title="扫描记录">
      <Table<ScanHead>
        size="middle"
        rowKey="id"
        dataSource={[...rows]}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showTotal: (total) => `共 ${total} 次` }}
        columns={[
          { title: '期间', render: (_, { id, from, to }) => <Link to={`/consistency/${id}`} className="number">{from} 至 {to}</Link> },
          { title: '案件', dataIndex: 'cases', align: 'right', className: 'number', width: 90 },
          { title: '置信度', width: 110, className: 'number', render: (_, { confidence }) => percentWords(confidence) },
          { title: '结果', render: (_, row) => <Found row={row} /> },
          { title: '扫描人', dataIndex: 'by', width: 110 },
          { title: '时间', width: 170, className: 'number', render: (_, { at }) => minuteOf(at) },
        ]}
      />
    </Card>
  )
}

function Found({ row: { findings, open } }: { readonly row: ScanHead }) {
  if (findings === 0) return <span className="quiet">没有发现偏离</span>
  return <span>{findings} 项偏离{open > 0 ? <b>，{open} 项未说明</b> : '，都已说明'}</span>
}
