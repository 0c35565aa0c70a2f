import type { OwnPermit, OwnRegister } from '@zhunsheng/bureau/modules/portal/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Flex, Progress, Skeleton, Tag } from 'antd'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { PortalHead } from './portal-head.tsx'
import { ownRegisterQuery } from './portal-queries.ts'

const STANDINGS = { valid: { name: '有效', colour: 'success' }, early: { name: '还没有开始', colour: 'default' }, over: { name: '已经到期', colour: 'error' } } as const

/** The vehicles of the enterprise with their permits (本企业的车辆和处置核准). */
export function Component() {
  const register = useQuery(ownRegisterQuery)
  return (
    <>
      <PortalHead title="车辆和核准" note="登记有误的，请到窗口变更" />
      {register.isError && <Failure error={register.error} retry={() => void register.refetch()} />}
      {register.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {register.data !== undefined && <Registered register={register.data} />}
    </>
  )
}

function Registered({ register: { vehicles, permits } }: { readonly register: OwnRegister }) {
  return (
    <>
      <Card size="small" title={`处置核准 ${permits.length} 份`}>
        {permits.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有处置核准" />}
        <ul className="plain-list portal-list">{permits.map((permit) => <li key={permit.id}><Permit permit={permit} /></li>)}</ul>
      </Card>
      <Card size="small" title={`车辆 ${vehicles.length} 辆`}>
        {vehicles.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有登记车辆" />}
        <ul className="plain-list portal-list">{vehicles.map(({ id, plate, colour, volume, terminal, permits: named }) => (
          <li key={id}>
            <Flex gap={8} wrap align="center"><b className="number">{plate}</b><span className="quiet">{colour}牌 · {volume} 立方米</span>{!terminal && <Tag color="warning" style={{ margin: 0 }}>没有登记终端</Tag>}<Link to={`/enterprise/track?truck=${id}`}>轨迹</Link></Flex>
            <div>{named.length === 0 ? '没有列入有效的处置核准，不能运输' : `列入 ${named.length} 份有效的处置核准`}</div>
          </li>
        ))}</ul>
      </Card>
    </>
  )
}

function Permit({ permit: { number, site, disposal, routes, volume, loaded, from, until, hours, vehicles, standing } }: { readonly permit: OwnPermit }) {
  return (
    <>
      <Flex gap={8} wrap align="center"><b>{number}</b><Tag color={STANDINGS[standing].colour} style={{ margin: 0 }}>{STANDINGS[standing].name}</Tag></Flex>
      <div>{site} → {disposal}{routes.length > 0 && `，经${routes.join('、')}`}</div>
      <div className="quiet number">{from} 至 {until}　{hours ?? '全天'}　{vehicles.length} 辆</div>
      <Progress percent={Math.min(100, Math.round((loaded / volume) * 100))} size="small" format={() => `${loaded} / ${volume} 立方米`} aria-label="核准量使用情况" />
    </>
  )
}
