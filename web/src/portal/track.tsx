import type { Track } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Empty, Form, Input, Select, Slider } from 'antd'
import { useState } from 'react'
import { get } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useAsked } from '../piece/asked.ts'
import { momentOf } from '../piece/moment.ts'
import { believed, heldOf, spanOf, whereAt } from '../tracking/play.ts'
import { PlaybackMap } from '../tracking/playback-map.tsx'
import '../tracking/tracking.css'
import { inChina, localOf } from '../trucks/local-time.ts'
import { PortalHead } from './portal-head.tsx'
import { usePortalMe } from './portal-me.ts'
import { ownRegisterQuery } from './portal-queries.ts'

interface Wanted {
  readonly truck: string
  readonly from: string
  readonly until: string
  readonly reason: string
}
const HOUR_MS = 3_600_000

/** The way of one of the enterprise's own vehicles (本企业车辆的轨迹). Each look is written down with its reason, so nothing is asked by itself. */
export function Component() {
  const { now } = usePortalMe()
  const { asked } = useAsked()
  const register = useQuery(ownRegisterQuery)
  const around = Date.parse(asked['at'] ?? now)
  const track = useMutation({ mutationFn: ({ truck, from, until, reason }: Wanted) => get<Track>('/api/portal/track', { truck, from: inChina(from), until: inChina(until), reason }) })
  const initial = { truck: asked['truck'], from: localOf(new Date(around - HOUR_MS)), until: localOf(new Date(around + HOUR_MS)) }
  return (
    <>
      <PortalHead title="车辆轨迹" />
      <Card size="small">
        <p className="note" style={{ marginTop: 0 }}>行踪轨迹是驾驶员的敏感个人信息（《个人信息保护法》第二十八条）。每次查看都登记查看人、时间和事由，管理部门可以检查。</p>
        <Form layout="vertical" requiredMark={false} initialValues={initial} onFinish={(wanted: Wanted) => track.mutate(wanted)}>
          <Form.Item name="truck" label="车辆" rules={[{ required: true, message: '请选择车辆' }]}><Select showSearch={{ optionFilterProp: 'label' }} loading={register.isPending} options={(register.data?.vehicles ?? []).map(({ id, plate }) => ({ value: id, label: plate }))} /></Form.Item>
          <div style={{ display: 'grid', gap: '0 12px', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))' }}>
            <Form.Item name="from" label="从" rules={[{ required: true, message: '请填写开始时间' }]}><Input type="datetime-local" /></Form.Item>
            <Form.Item name="until" label="到（最多七天）" rules={[{ required: true, message: '请填写结束时间' }]}><Input type="datetime-local" /></Form.Item>
          </div>
          <Form.Item name="reason" label="查看事由" rules={[{ required: true, whitespace: true, min: 2, message: '请填写查看事由，至少两个字' }]}><Input maxLength={200} placeholder="例如：核对预警" /></Form.Item>
          <Button type="primary" htmlType="submit" block loading={track.isPending}>查看轨迹</Button>
        </Form>
      </Card>
      {track.isError && <Failure error={track.error} />}
      {track.data !== undefined && <Shown key={track.submittedAt} track={track.data} />}
    </>
  )
}

function Shown({ track: { plate, points, cut } }: { readonly track: Track }) {
  const timed = believed(points)
  const { fromMs, untilMs } = spanOf(timed)
  const [ms, move] = useState(fromMs)
  const where = whereAt(timed, ms)
  if (points.length === 0) return <Card><Empty description="这段时间没有收到这辆车的定位" /></Card>
  return (
    <Card size="small" title={plate}>
      {cut && <Alert type="warning" showIcon style={{ marginBottom: 8 }} title="定位太多，只读到前面一部分；请缩短时间" />}
      <PlaybackMap plate={plate} track={timed} held={heldOf(points)} spot={where?.spot} ground={[]} />
      {where === undefined ? <p className="quiet">这段时间的定位都没有采信</p> : (
        <>
          <Slider min={fromMs} max={untilMs} value={ms} onChange={move} tooltip={{ open: false }} ariaLabelForHandle="时刻" />
          <p className="number" style={{ margin: 0 }}><b>{momentOf(new Date(ms).toISOString())}</b>　{where.isGap ? '定位中断' : `${Math.round(where.point.speed)} 公里/小时`}</p>
        </>
      )}
    </Card>
  )
}
