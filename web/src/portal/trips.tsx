import { VERDICTS, type TripRow } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Card, DatePicker, Empty, Flex, Segmented, Skeleton, Tag } from 'antd'
import dayjs from 'dayjs'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useAsked } from '../piece/asked.ts'
import { minuteOf } from '../piece/moment.ts'
import { Pager } from '../piece/pager.tsx'
import { PortalHead } from './portal-head.tsx'
import { usePortalMe } from './portal-me.ts'
import { ownComplianceQuery, ownTripsQuery } from './portal-queries.ts'
import { RateCard } from './rate-card.tsx'

const COLOURS: Readonly<Record<TripRow['verdict'], string>> = { complied: 'success', failed: 'error', unknown: 'default' }
const DAY = 'YYYY-MM-DD'

/** The enterprise's rate with its reasons, vehicle by vehicle, and the trips behind them (本企业的达标率和趟次). */
export function Component() {
  const { today } = usePortalMe()
  const { asked, ask } = useAsked()
  const [from, until] = [asked['from'] ?? `${today.slice(0, 8)}01`, asked['until'] ?? today]
  const compliance = useQuery(ownComplianceQuery({ from, until }))
  const trips = useQuery(ownTripsQuery({ ...asked, from, until }))
  const { truck, reason } = asked
  return (
    <>
      <PortalHead title="达标率和趟次"><DatePicker.RangePicker aria-label="起止日" allowClear={false} value={[dayjs(from), dayjs(until)]} onChange={(days) => ask({ from: days?.[0]?.format(DAY), until: days?.[1]?.format(DAY) })} /></PortalHead>
      {compliance.isError && <Failure error={compliance.error} retry={() => void compliance.refetch()} />}
      {compliance.data !== undefined && (
        <>
          <RateCard title="全流程达标率" span={`${from} 至 ${until}`} rate={compliance.data.whole} target={compliance.data.target} days={{ from, until }} />
          {compliance.data.parts.length > 0 && (
            <Card size="small" title="各车">
              <ul className="plain-list portal-list">{compliance.data.parts.map(({ key, name, rate, total, failed }) => (
                <li key={key}><Flex justify="space-between" gap={8} wrap><Link to={`/enterprise/trips?${new URLSearchParams({ from, until, truck: key }).toString()}`}><b className="number">{name}</b></Link><span className="number">{rate === undefined ? '' : `${(rate * 100).toFixed(0)}%`}　{total} 趟，不达标 {failed}</span></Flex></li>
              ))}</ul>
            </Card>
          )}
        </>
      )}
      <h2 style={{ fontSize: 16, margin: '8px 0 0' }}>运输趟次</h2>
      <Segmented aria-label="判定" block value={asked['verdict'] ?? ''} onChange={(verdict) => ask({ verdict })} options={[{ value: '', label: '全部' }, ...Object.entries(VERDICTS).map(([value, label]) => ({ value, label }))]} />
      {(truck !== undefined || reason !== undefined) && <div><Tag closable onClose={() => ask({ truck: undefined, reason: undefined })}>{truck === undefined ? '只看一种原因' : '只看一辆车'}</Tag></div>}
      {trips.isError && <Failure error={trips.error} retry={() => void trips.refetch()} />}
      {trips.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {trips.data?.rows.length === 0 && <Card><Empty description="没有符合条件的趟次" /></Card>}
      <ul className="plain-list portal-list">{trips.data?.rows.map((row) => <li key={row.id}><TripCard row={row} /></li>)}</ul>
      {trips.data !== undefined && trips.data.total > 0 && <Pager total={trips.data.total} asked={asked} ask={ask} />}
    </>
  )
}

function TripCard({ row: { plate, site, tipped, loadedAt, endedAt, distanceKm, volume, verdict, links } }: { readonly row: TripRow }) {
  const wrong = links.filter(({ reasons }) => reasons.length > 0)
  return (
    <Card size="small">
      <Flex justify="space-between" gap={8} align="center"><b className="number">{plate}</b><Tag color={COLOURS[verdict]} style={{ margin: 0 }}>{VERDICTS[verdict]}</Tag></Flex>
      <div className="break">{site} → {tipped}</div>
      <div className="quiet number">{minuteOf(loadedAt)} 至 {minuteOf(endedAt)}　{distanceKm.toFixed(1)} 公里{volume !== undefined && `　${volume} 立方米`}</div>
      {wrong.length > 0 && <ul style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>{wrong.map(({ link, title, reasons }) => <li key={link}>{title}：{reasons.join('、')}</li>)}</ul>}
    </Card>
  )
}
