import { TRIP_ORDERS, VERDICTS, type TripRow } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { LINKS, LINK_TITLES, REASON_TITLES, type Link as Chain } from '@zhunsheng/trucks/compliance/link.ts'
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Input, Segmented, Select, Skeleton, Tag, Tooltip } from 'antd'
import { Link } from 'react-router'
import { withQuery } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { momentOf } from '../piece/moment.ts'
import { Pager } from '../piece/pager.tsx'
import { DriverLook } from './driver-look.tsx'
import { isNarrowed, Narrowed, Nothing } from './narrowed.tsx'
import { tripsQuery } from './track-queries.ts'
import { TrackTabs } from './track-tabs.tsx'

const COLOURS: Readonly<Record<TripRow['verdict'], string>> = { complied: 'success', failed: 'error', unknown: 'default' }
const isLink = (word: string | undefined): word is Chain => LINKS.some((link) => link === word)
const isReason = (word: string | undefined): word is keyof typeof REASON_TITLES => word !== undefined && word in REASON_TITLES
function reasonWords(written: string): string {
  const [link, reason] = written.split('.')
  return isLink(link) && isReason(reason) ? `${LINK_TITLES[link]}：${REASON_TITLES[reason]}` : written
}

/** Trips, each with its eight links (运输趟次). */
export function Component() {
  const { asked, ask, reset } = useAsked()
  const trips = useQuery(tripsQuery(asked))
  const reason = asked['reason']
  return (
    <>
      <PageHead title="渣土车监管" note={trips.data === undefined ? undefined : `符合条件的趟次 ${trips.data.total} 趟`}>
        <Button icon={<DownloadOutlined />} href={withQuery('/api/trucks/trips.csv', asked)} download>导出</Button>
      </PageHead>
      <TrackTabs />
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap align="center">
          <Segmented aria-label="判定" value={asked['verdict'] ?? ''} onChange={(verdict) => ask({ verdict })} options={[{ value: '', label: '全部' }, ...Object.entries(VERDICTS).map(([value, label]) => ({ value, label }))]} />
          <Input.Search key={asked['search'] ?? ''} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="号牌、企业、工地或者消纳场" maxLength={100} onSearch={(search) => ask({ search })} style={{ maxWidth: 320 }} />
          <Select aria-label="排序" value={asked['sort'] ?? 'newest'} onChange={(sort: string) => ask({ sort: sort === 'newest' ? undefined : sort })} style={{ width: 140 }} options={Object.entries(TRIP_ORDERS).map(([value, label]) => ({ value, label }))} />
          {reason !== undefined && <Tag closable onClose={() => ask({ reason: undefined })}>{reasonWords(reason)}</Tag>}
          <Narrowed asked={asked} ask={ask} called={trips.data?.rows[0]} />
        </Flex>
      </Card>
      {trips.isError && <Failure error={trips.error} retry={() => void trips.refetch()} />}
      {trips.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {trips.data?.rows.length === 0 && <Nothing hasConditions={isNarrowed(asked)} narrowed="没有符合条件的趟次" none="还没有运输趟次：车辆在登记的工地装载、运出并倾倒以后，趟次列在这里" reset={reset} />}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>{trips.data?.rows.map((row) => <li key={row.id}><TripCard row={row} /></li>)}</ul>
      {trips.data !== undefined && <Pager total={trips.data.total} asked={asked} ask={ask} />}
    </>
  )
}

function TripCard({ row }: { readonly row: TripRow }) {
  return (
    <Card size="small">
      <Flex gap={8} wrap align="center">
        <Tag color={COLOURS[row.verdict]} style={{ margin: 0 }}>{VERDICTS[row.verdict]}</Tag>
        <b className="number">{row.plate}</b>
        <span>{row.site} → {row.tipped}</span>
        <span className="quiet">{row.enterprise}</span>
        {row.driver !== undefined && <span>驾驶员 <Link to={`/trucks/register/driver/${row.driver.id}`}>{row.driver.name}</Link><span className="quiet">（联单所填）</span></span>}
      </Flex>
      <div className="quiet number">{momentOf(row.loadedAt)} 至 {momentOf(row.endedAt)}　{row.distanceKm.toFixed(1)} 公里{row.volume === undefined ? '' : `　${row.volume} 立方米`}　<DriverLook truck={row.truck} plate={row.plate} from={row.loadedAt} until={row.endedAt} /></div>
      <Flex gap={4} wrap style={{ marginTop: 6 }}>
        {row.links.map(({ link, title, verdict, reasons }) => (
          <Tooltip key={link} title={reasons.length === 0 ? VERDICTS[verdict] : reasons.join('；')}>
            <Tag color={COLOURS[verdict]} style={{ margin: 0 }}>{title}{reasons.length > 0 && `：${reasons.join('、')}`}</Tag>
          </Tooltip>
        ))}
      </Flex>
    </Card>
  )
}
