import type { Compliance, ComplianceQuery, Rate } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, DatePicker, Empty, Flex, Progress, Segmented, Skeleton, Table, type TableColumnsType } from 'antd'
import dayjs from 'dayjs'
import { Link } from 'react-router'
import { withQuery } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { RateChart } from './rate-chart.tsx'
import { percentOf } from './rate-line.ts'
import { complianceQuery } from './track-queries.ts'
import { TrackTabs } from './track-tabs.tsx'

type By = ComplianceQuery['by']
const BY = { day: '按日', site: '按工地', enterprise: '按企业', truck: '按车辆' } as const satisfies Readonly<Record<By, string>>
const isBy = (word: string | undefined): word is By => word !== undefined && Object.hasOwn(BY, word)

/** How many trips complied (全流程监管达标率), month by month; every count opens to its trips. */
export function Component() {
  const { today } = useMe()
  const { asked, ask } = useAsked()
  const month = asked['month'] ?? today.slice(0, 7)
  const by = isBy(asked['by']) ? asked['by'] : 'day'
  const span = { from: `${month}-01`, until: dayjs(`${month}-01`).endOf('month').format('YYYY-MM-DD') }
  const compliance = useQuery(complianceQuery({ by, ...span }))
  const daily = useQuery(complianceQuery({ by: 'day', ...span })).data
  return (
    <>
      <PageHead title="渣土车监管" note="一趟运输的八个环节全部合规才算达标；无法判定的不算达标">
        <Button icon={<DownloadOutlined />} href={withQuery('/api/trucks/compliance.csv', { by, ...span })} download>导出达标率</Button>
        <Button icon={<DownloadOutlined />} href={withQuery('/api/trucks/compliance-reasons.csv', { by, ...span })} download>导出原因</Button>
        <Button type="primary" icon={<PrinterOutlined />} href={withQuery('/api/trucks/compliance-report.pdf', { month })} target="_blank">月报</Button>
      </PageHead>
      <TrackTabs />
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap align="center">
          <DatePicker aria-label="月份" picker="month" allowClear={false} value={dayjs(`${month}-01`)} onChange={(value) => ask({ month: value?.format('YYYY-MM') })} />
          <Segmented aria-label="分组" value={by} onChange={(value) => ask({ by: value })} options={Object.entries(BY).map(([value, label]) => ({ value, label }))} />
        </Flex>
      </Card>
      {compliance.isError && <Failure error={compliance.error} retry={() => void compliance.refetch()} />}
      {compliance.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {compliance.data !== undefined && <Board data={compliance.data} daily={daily} by={by} />}
    </>
  )
}

function Board({ data: { whole, parts, target, from, until }, daily, by }: { readonly data: Compliance; readonly daily: Compliance | undefined; readonly by: By }) {
  if (whole.total === 0) return <Card><Empty description="这个月没有运输趟次" /></Card>
  const span = new URLSearchParams({ from, until }).toString()
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Flex gap={24} wrap align="center">
          <Progress type="dashboard" percent={Math.round((whole.rate ?? 0) * 1000) / 10} status={whole.reachesTarget === true ? 'success' : 'exception'} format={() => percentOf(whole.rate)} />
          <div>
            <div style={{ fontSize: 18, fontWeight: 600 }}>{whole.reachesTarget === true ? '达到目标' : '未达到目标'}（目标 {percentOf(target)}）</div>
            <div>共 <Link to={`/trucks/trips?${span}`}>{whole.total} 趟</Link>：达标 <Link to={`/trucks/trips?${span}&verdict=complied`}>{whole.complied}</Link>，不达标 <Link to={`/trucks/trips?${span}&verdict=failed`}>{whole.failed}</Link>，无法判定 <Link to={`/trucks/trips?${span}&verdict=unknown`}>{whole.unknown}</Link></div>
            <div className="quiet">能够判定的趟次中达标 {percentOf(whole.rateOfKnown)}</div>
          </div>
        </Flex>
      </Card>
      {daily !== undefined && <RateChart from={daily.from} until={daily.until} target={daily.target} parts={daily.parts} />}
      <Card size="small" title="没有达标的原因">
        {whole.reasons.length === 0 ? <span className="quiet">全部达标</span> : <ul className="plain-list" style={{ display: 'grid', gap: 6 }}>{whole.reasons.map(({ link, reason, text, kind, trips }) => <li key={`${link}.${reason}`}><Link to={`/trucks/trips?${span}&reason=${link}.${reason}`}>{trips} 趟</Link>　{text}{kind === 'unknown' && <span className="quiet">（无法判定）</span>}</li>)}</ul>}
      </Card>
      <Card size="small" title={by === 'enterprise' ? '企业排名' : `${BY[by]}`}>
        <Table<Rate> size="small" rowKey="key" dataSource={parts} columns={columnsFor(by, span)} pagination={parts.length > 50 ? { pageSize: 50 } : false} scroll={{ x: 'max-content' }} />
        {by === 'enterprise' && <p className="note">得分是达标率在 95% 置信度下的下限（威尔逊区间，1927）：趟次少，能证明的就少。不足十趟的不参加排名。</p>}
      </Card>
    </Flex>
  )
}

/** The trips of one part of a span; trips of an enterprise that nobody knows are under none. */
function tripsOf(by: By, key: string, span: string): string {
  const asked = new URLSearchParams(span)
  if (by === 'day') for (const end of ['from', 'until']) asked.set(end, key)
  else asked.set(by, key)
  return `/trucks/trips?${asked.toString()}`
}

function columnsFor(by: By, span: string): TableColumnsType<Rate> {
  const ranked: TableColumnsType<Rate> = [{ title: '名次', dataIndex: 'place', render: (place: number | undefined) => place ?? '—' }]
  const scored: TableColumnsType<Rate> = [{ title: '得分', dataIndex: 'score', align: 'right', render: (score: number | undefined) => score?.toFixed(1) ?? '—' }]
  return [
    ...(by === 'enterprise' ? ranked : []),
    { title: by === 'day' ? '日期' : '名称', dataIndex: 'name' },
    { title: '趟次', dataIndex: 'total', align: 'right', sorter: (a, b) => a.total - b.total, render: (total: number, { key }) => (key === '' ? total : <Link to={tripsOf(by, key, span)}>{total}</Link>) },
    { title: '达标', dataIndex: 'complied', align: 'right', sorter: (a, b) => a.complied - b.complied, render: (complied: number, { key }) => (key === '' ? complied : <Link to={`${tripsOf(by, key, span)}&verdict=complied`}>{complied}</Link>) },
    { title: '不达标', dataIndex: 'failed', align: 'right', sorter: (a, b) => a.failed - b.failed, render: (failed: number, { key }) => (key === '' ? failed : <Link to={`${tripsOf(by, key, span)}&verdict=failed`}>{failed}</Link>) },
    { title: '无法判定', dataIndex: 'unknown', align: 'right', sorter: (a, b) => a.unknown - b.unknown, render: (unknown: number, { key }) => (key === '' ? unknown : <Link to={`${tripsOf(by, key, span)}&verdict=unknown`}>{unknown}</Link>) },
    { title: '达标率', dataIndex: 'rate', align: 'right', render: percentOf, sorter: (a, b) => (a.rate ?? 0) - (b.rate ?? 0) },
    ...(by === 'enterprise' ? scored : []),
  ]
}
