import type { Track } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, DatePicker, Empty, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { get } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { momentOf } from '../piece/moment.ts'
import { inChina } from '../trucks/local-time.ts'
import { OneChoice } from '../trucks/record-choice.tsx'
import { recordQuery } from '../trucks/truck-queries.ts'
import { Playback } from './playback.tsx'
import { TrackTabs } from './track-tabs.tsx'
import './tracking.css'

interface Wanted {
  readonly truck: string
  readonly span: readonly [Dayjs, Dayjs]
  readonly reason: string
}
/** Longer spans the server refuses. */
const DAYS = 7
const MINUTE = 'YYYY-MM-DDTHH:mm'

/**
 * The way of one truck (轨迹回放). Every look is kept with its reason, so that a track is asked for once, when the person
 * says so, and never again by itself.
 */
export function Component() {
  const { asked } = useAsked()
  const [looked, keep] = useState<{ readonly reason: string; readonly from: string; readonly until: string }>()
  const track = useMutation({
    mutationFn: ({ truck, span: [from, until], reason }: Wanted) => {
      const said = { from: inChina(from.format(MINUTE)), until: inChina(until.format(MINUTE)), reason: reason.trim() }
      keep(said)
      return get<Track>('/api/trucks/track', { truck, ...said })
    },
  })
  return (
    <>
      <PageHead title="渣土车监管" note="轨迹回放" />
      <TrackTabs />
      <AskForm key={`${asked['truck'] ?? ''}${asked['on'] ?? ''}`} truck={asked['truck']} on={asked['on']} isAsking={track.isPending} see={(wanted) => track.mutate(wanted)} />
      {track.isError && <Failure error={track.error} />}
      {track.data !== undefined && looked !== undefined && (
        <>
          <Alert type="info" showIcon style={{ marginBottom: 12 }} title={<>已登记本次查看：{track.data.plate}，{momentOf(looked.from)} 至 {momentOf(looked.until)}，事由「{looked.reason}」</>} />
          {track.data.cut && <Alert type="warning" showIcon style={{ marginBottom: 12 }} title="定位太多，只读到前面一部分；请缩短时间再查看" />}
          {track.data.points.length === 0 ? <Card><Empty description="这段时间没有收到这辆车的定位；终端是否接入，见“车载终端”" /></Card> : <Playback key={`${track.data.truck}${looked.from}${looked.until}`} track={track.data} from={looked.from} until={looked.until} />}
        </>
      )}
    </>
  )
}

function AskForm({ truck, on, isAsking, see }: { readonly truck: string | undefined; readonly on: string | undefined; readonly isAsking: boolean; readonly see: (wanted: Wanted) => void }) {
  const { today } = useMe()
  const first = dayjs(on ?? today)
  // A link to a truck says its id; its plate is in the register.
  const known = useQuery({ ...recordQuery('vehicle', truck ?? ''), enabled: truck !== undefined })
  return (
    <Card size="small" className="no-print" style={{ marginBottom: 12 }}>
      <Form<Wanted> layout="vertical" onFinish={see} initialValues={{ truck, span: [first, first.add(1, 'day')] }}>
        <div className="track-form">
          <Form.Item name="truck" label="车辆" rules={[{ required: true, message: '请选择车辆' }]}><OneChoice of="vehicle" names={truck === undefined ? {} : { [truck]: known.data?.row.title ?? truck }} /></Form.Item>
          <Form.Item name="span" label={`时间（一次最多 ${DAYS} 天）`} rules={[{ required: true, message: '请选择起止时间' }, { validator: async (_, span: Wanted['span'] | undefined) => (span !== undefined && span[1].diff(span[0], 'minute') > DAYS * 24 * 60 ? Promise.reject(new Error(`一次最多查看 ${DAYS} 天，请缩短时间`)) : undefined) }]}><DatePicker.RangePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="reason" label="查看事由" rules={[{ required: true, whitespace: true, min: 2, message: '请填写查看事由，至少两个字' }]}><Input maxLength={200} placeholder="例如：核实预警、调查案件（写明编号）" /></Form.Item>
          <Form.Item><Button type="primary" htmlType="submit" loading={isAsking}>查看轨迹</Button></Form.Item>
        </div>
      </Form>
      <p className="note" style={{ margin: 0 }}>行踪轨迹是驾驶员的敏感个人信息（《个人信息保护法》第二十八条）。每次查看都登记查看人、时间和事由，由法制审核和监督人员检查。</p>
    </Card>
  )
}
