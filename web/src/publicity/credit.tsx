import type { CreditView } from '@zhunsheng/bureau/modules/publicity/wire.ts'
import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, DatePicker, Empty, Flex, Segmented, Skeleton, Table, Tag } from 'antd'
import dayjs from 'dayjs'
import { Link } from 'react-router'
import { get, withQuery } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'

type Finding = CreditView['findings'][number]
type Export = CreditView['exports'][number]
const PARTIES = [{ value: 'organisation', label: '法人、个体工商户' }, { value: 'citizen', label: '自然人' }]
const FORMATS = [['xlsx', 'XLSX'], ['csv', 'CSV'], ['json', 'JSON']] as const

/** Records for the credit platform (信用双公示): what is wrong is seen before it is sent. */
export function Component() {
  const { today } = useMe()
  const { asked, ask } = useAsked()
  const client = useQueryClient()
  const query = { from: asked['from'] ?? `${today.slice(0, 4)}-01-01`, to: asked['to'] ?? today, party: asked['party'] ?? 'organisation' }
  const view = useQuery({ queryKey: ['credit', query], queryFn: () => get<CreditView>('/api/credit', query), placeholderData: keepPreviousData })
  const exported = () => setTimeout(() => void client.invalidateQueries({ queryKey: ['credit'] }), 1500)
  return (
    <>
      <PageHead title="信用双公示" note="按决定日期取已公示的处罚决定，导出之前先核查；金额以万元为单位" />
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap align="center">
          <DatePicker.RangePicker allowClear={false} value={[dayjs(query.from), dayjs(query.to)]} onChange={(days) => ask({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })} aria-label="决定日期" />
          <Segmented aria-label="相对人" value={query.party} onChange={(party) => ask({ party })} options={PARTIES} />
          <Flex gap={8} wrap>
            {FORMATS.map(([format, name]) => <Button key={format} icon={<DownloadOutlined />} disabled={view.data?.records === 0} href={withQuery(`/api/credit/penalties.${format}`, query)} onClick={exported} download>{name}</Button>)}
          </Flex>
        </Flex>
      </Card>
      {view.isError && <Failure error={view.error} retry={() => void view.refetch()} />}
      {view.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {view.data !== undefined && <Found view={view.data} />}
    </>
  )
}

function Found({ view: { records, findings, exports } }: { readonly view: CreditView }) {
  const faults = findings.filter(({ weight }) => weight === 'fault').length
  return (
    <>
      {findings.length === 0 ? (
        <Alert type={records === 0 ? 'info' : 'success'} showIcon style={{ marginBottom: 12 }} title={records === 0 ? '这段时间没有已公示的处罚决定' : `共 ${records} 条，没有发现问题`} />
      ) : (
        <Alert type={faults > 0 ? 'error' : 'warning'} showIcon style={{ marginBottom: 12 }} title={`共 ${records} 条，${faults} 处有误，${findings.length - faults} 处存疑`} />
      )}
      {findings.length > 0 && (
        <Card size="small" title="核查结果" style={{ marginBottom: 12 }}>
          <Table<Finding>
            size="small"
            rowKey={({ row, header, because }) => `${row} ${header} ${because}`}
            dataSource={findings}
            scroll={{ x: 720 }}
            pagination={{ pageSize: 20, hideOnSinglePage: true }}
            columns={[
              { title: '案件', dataIndex: 'caseNumber', width: 120, render: (number: string, { caseId }) => <Link to={`/cases/${caseId}`} className="number">{number}</Link> },
              { title: '项目', dataIndex: 'header', width: 220 },
              { title: '程度', dataIndex: 'weight', width: 80, render: (weight: Finding['weight']) => (weight === 'fault' ? <Tag color="error">有误</Tag> : <Tag color="warning">存疑</Tag>) },
              { title: '问题', dataIndex: 'because' },
              { title: '怎么改', dataIndex: 'instead' },
            ]}
          />
        </Card>
      )}
      <Card size="small" title="导出记录">
        {exports.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有导出过" /> : (
          <Table<Export>
            size="small"
            rowKey={({ at, sha256 }) => `${at} ${sha256}`}
            dataSource={exports}
            scroll={{ x: 720 }}
            pagination={{ pageSize: 10, hideOnSinglePage: true }}
            columns={[
              { title: '时间', dataIndex: 'at', width: 150, render: (at: string) => <span className="number">{dayjs(at).format('YYYY-MM-DD HH:mm')}</span> },
              { title: '导出人', dataIndex: 'who', width: 90 },
              { title: '决定日期', render: (_, { from, to }) => <span className="number">{from} 至 {to}</span> },
              { title: '相对人', dataIndex: 'party', width: 150, render: (party: string) => PARTIES.find(({ value }) => value === party)?.label },
              { title: '格式', dataIndex: 'format', width: 70, render: (format: string) => format.toUpperCase() },
              { title: '条数', dataIndex: 'records', width: 70, className: 'number' },
              { title: '有误', dataIndex: 'faults', width: 70, className: 'number' },
              { title: '文件摘要', dataIndex: 'sha256', render: (digest: string) => <span className="number" title={digest}>{digest.slice(0, 12)}…</span> },
            ]}
          />
        )}
      </Card>
    </>
  )
}
