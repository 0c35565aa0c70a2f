import { PHASES, type Live, type LiveTruck } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { WATCH_NAMES, WATCH_TITLES } from '@zhunsheng/trucks/watch/name.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Empty, Flex, Input, Pagination, Segmented, Select, Skeleton } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { usePhone } from '../app/phone.ts'
import { useAsked, type Asked } from '../piece/asked.ts'
import { momentOf } from '../piece/moment.ts'
import type { Drawn } from '../map/drawn.ts'
import { surroundingsQuery } from '../trucks/truck-queries.ts'
import { agoOf, alarmsIn, ALL_LOOKS, countsOf, fleetFor, isSilent, lookOf, LOOKS, signalsOf, SILENT_AFTER_MS, trackOn } from './fleet.ts'
import { LiveMap } from './live-map.tsx'
import { liveQuery } from './track-queries.ts'
import { maySeeTracks, TrackTabs } from './track-tabs.tsx'
import { VideoButton } from './video.tsx'
import './tracking.css'

type Ask = (more: Readonly<Record<string, string | undefined>>) => void
const NO_GROUND: readonly Drawn[] = []
const ON_A_PAGE = 50

/** Where the trucks are now (实时监控): a map, and beside it the same as a list, which needs neither eyes for a map nor a mouse. */
export function Component() {
  const { asked, ask } = useAsked()
  const live = useQuery(liveQuery)
  const ground = useQuery(surroundingsQuery)
  return (
    <>
      <PageHead title="渣土车监管" note={live.data === undefined ? undefined : `实时监控：${live.data.trucks.length} 辆车，${momentOf(live.data.now)} 更新`} />
      <TrackTabs />
      {live.isError && <Failure error={live.error} retry={() => void live.refetch()} />}
      {live.isError && live.data !== undefined && <Alert type="warning" showIcon style={{ marginBlock: 12 }} title={`以下是 ${momentOf(live.data.now)} 的位置，之后没有更新。`} />}
      {ground.isError && <Alert type="warning" showIcon style={{ marginBottom: 12 }} title="工地、消纳场和路线没有读到，地图上只有车辆" />}
      {live.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {live.data?.trucks.length === 0 && <Nobody />}
      {live.data !== undefined && live.data.trucks.length > 0 && <Fleet live={live.data} ground={ground.data ?? NO_GROUND} asked={asked} ask={ask} />}
    </>
  )
}

function Nobody() {
  return (
    <Card>
      <Empty description="还没有车辆上报定位">
        <ol style={{ textAlign: 'start', display: 'inline-block', margin: 0 }}>
          <li>在<Link to="/trucks/register/vehicle">车辆登记</Link>中填写每辆车的终端号；</li>
          <li>启动系统时加上 --terminal-port 端口，开启终端接入（JT/T 808）；</li>
          <li>把终端的主服务器地址设为本机和这个端口，在<Link to="/trucks/terminals">车载终端</Link>中查看是否接入。</li>
        </ol>
      </Empty>
    </Card>
  )
}

function Fleet({ live: { now, trucks }, ground, asked, ask }: { readonly live: Live; readonly ground: readonly Drawn[]; readonly asked: Asked; readonly ask: Ask }) {
  const nowMs = Date.parse(now)
  const { search, enterprise, look, watch } = asked
  const shown = useMemo(() => fleetFor(trucks, { search, enterprise, look, watch }, nowMs), [trucks, nowMs, search, enterprise, look, watch])
  const chosen = trucks.find(({ truck }) => truck === asked['truck'])
  const choose = (truck: string | undefined) => ask({ truck })
  const [top, isPhone] = [useRef<HTMLDivElement>(null), usePhone()]
  // On a phone the list lies far below the map that now shows the truck.
  const chooseInList = (truck: string) => {
    choose(truck)
    if (isPhone) top.current?.scrollIntoView()
  }
  return (
    <>
      <Filters trucks={trucks} nowMs={nowMs} asked={asked} ask={ask} />
      <div className="fleet-two" ref={top}>
        <LiveMap trucks={shown} ground={ground} nowMs={nowMs} chosen={chosen} choose={choose} />
        <Flex vertical gap={12}>
          {chosen !== undefined && <TruckCard truck={chosen} nowMs={nowMs} close={() => choose(undefined)} />}
          <FleetList key={[search, enterprise, look, watch].join()} trucks={shown} nowMs={nowMs} chosen={chosen?.truck} choose={chooseInList} />
        </Flex>
      </div>
      <p className="note">超过 {SILENT_AFTER_MS / 60_000} 分钟没有定位的车辆显示为离线。每 5 秒更新一次，两次定位之间的移动是推算的，以列表中的定位时间为准。</p>
    </>
  )
}

function Filters({ trucks, nowMs, asked, ask }: { readonly trucks: readonly LiveTruck[]; readonly nowMs: number; readonly asked: Asked; readonly ask: Ask }) {
  const enterprises = useMemo(() => [...new Set(trucks.map(({ enterprise }) => enterprise))].toSorted(), [trucks])
  const counts = countsOf(trucks, nowMs)
  return (
    <Card size="small" style={{ marginBottom: 12 }}>
      <Flex gap={12} wrap align="center">
        <Segmented aria-label="车辆状态" value={asked['look'] ?? ''} onChange={(look) => ask({ look })} options={[{ value: '', label: `全部 ${trucks.length}` }, ...ALL_LOOKS.toReversed().map((look) => ({ value: look, label: `${LOOKS[look].name} ${counts[look]}` }))]} style={{ maxWidth: '100%', overflowX: 'auto' }} />
        <Input allowClear aria-label="号牌" placeholder="号牌" maxLength={12} value={asked['search'] ?? ''} onChange={({ target }) => ask({ search: target.value })} style={{ width: 140 }} />
        <Select aria-label="运输企业" allowClear showSearch placeholder="运输企业" value={asked['enterprise'] ?? null} onChange={(enterprise: string | undefined) => ask({ enterprise })} style={{ width: 220 }} options={enterprises.map((value) => ({ value, label: value }))} />
        <Select aria-label="预警种类" allowClear placeholder="预警种类" value={asked['watch'] ?? null} onChange={(watch: string | undefined) => ask({ watch })} style={{ width: 210 }} options={WATCH_NAMES.map((value) => ({ value, label: WATCH_TITLES[value] }))} />
      </Flex>
    </Card>
  )
}

function TruckCard({ truck, nowMs, close }: { readonly truck: LiveTruck; readonly nowMs: number; readonly close: () => void }) {
  const { person } = useMe()
  return (
    <Card size="small" title={<b className="number">{truck.plate}</b>} extra={<Button size="small" type="text" onClick={close}>收起</Button>}>
      <dl className="facts">
        <dt>运输企业</dt><dd>{truck.enterprise === '' ? '未登记' : truck.enterprise}</dd>
        <dt>状态</dt><dd>{isSilent(truck, nowMs) ? `离线，离线前${PHASES[truck.phase]}` : PHASES[truck.phase]}</dd>
        <dt>速度</dt><dd className="number">{Math.round(truck.speed)} 公里/小时</dd>
        <dt>信号</dt><dd>{signalsOf(truck).join('、')}</dd>
        <dt>最近定位</dt><dd className="number">{momentOf(truck.at)}（{agoOf(truck.at, nowMs)}）</dd>
        {truck.alarms.length > 0 && <><dt>预警</dt><dd style={{ color: LOOKS.alarm.colour }}>{alarmsIn(truck.alarms)}</dd></>}
      </dl>
      <Flex gap={12} wrap align="center">
        <VideoButton key={truck.truck} truck={truck.truck} plate={truck.plate} />
        {maySeeTracks(person.posts) && <Link to={trackOn(truck.truck, truck.at)}>轨迹回放</Link>}
        <Link to={`/trucks?search=${encodeURIComponent(truck.plate)}`}>这辆车的预警</Link>
        <Link to={`/trucks/trips?search=${encodeURIComponent(truck.plate)}`}>运输趟次</Link>
      </Flex>
    </Card>
  )
}

function FleetList({ trucks, nowMs, chosen, choose }: { readonly trucks: readonly LiveTruck[]; readonly nowMs: number; readonly chosen: string | undefined; readonly choose: (truck: string) => void }) {
  const [page, turn] = useState(1)
  return (
    <Card size="small" title={`车辆 ${trucks.length} 辆`}>
      {trucks.length === 0 && <Empty description="没有符合条件的车辆" />}
      <ul className="plain-list fleet-list" aria-label="车辆">
        {trucks.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE).map((truck) => {
          const { name, colour } = LOOKS[lookOf(truck, nowMs)]
          return (
            <li key={truck.truck}>
              <button type="button" className="fleet-row" aria-pressed={truck.truck === chosen} onClick={() => choose(truck.truck)}>
                <b className="number">{truck.plate}</b>
                <span style={{ color: colour }}>{truck.alarms.length > 0 ? alarmsIn(truck.alarms) : name} · {Math.round(truck.speed)} 公里/小时</span>
                <span className="quiet">{truck.enterprise} · {agoOf(truck.at, nowMs)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <Pagination size="small" simple hideOnSinglePage current={page} pageSize={ON_A_PAGE} total={trucks.length} showSizeChanger={false} onChange={turn} style={{ marginTop: 8 }} />
    </Card>
  )
}
