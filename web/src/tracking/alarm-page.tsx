import { ALARM_STATES, DISMISSALS, STEP_TITLES, type AlarmView, type NewAlarmStep } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Descriptions, Form, Input, Modal, Select, Skeleton, Tag, Timeline } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { momentOf } from '../piece/moment.ts'
import { STATE_COLOURS } from './alarms.tsx'
import { trackOn } from './fleet.ts'
import { AlarmPicturesPanel } from './pictures.tsx'
import { alarmQuery } from './track-queries.ts'
import { maySeeTracks } from './track-tabs.tsx'

type Kind = NewAlarmStep['kind']
/** Steps that say nothing unless somebody writes it down. */
const MUST_SAY: readonly Kind[] = ['handle', 'dismiss', 'reopen', 'refer']

/** One alarm (预警): what was measured, what proves it, which articles, and what people did with it. */
export function Component() {
  const { id = '' } = useParams()
  const { person } = useMe()
  const alarm = useQuery(alarmQuery(id))
  const [kind, take] = useState<Kind>()
  if (alarm.isError) return <Failure error={alarm.error} retry={() => void alarm.refetch()} />
  if (alarm.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  const { data } = alarm
  return (
    <>
      <PageHead title={`${data.title} ${data.plate}`} note={data.enterprise}>
        {data.may.map((one) => <Button key={one} type={one === 'uphold' || one === 'raise' ? 'primary' : 'default'} danger={one === 'dismiss'} onClick={() => take(one)}>{STEP_TITLES[one]}</Button>)}
      </PageHead>
      <p><Link to="/trucks">返回预警列表</Link>　{maySeeTracks(person.posts) && <Link to={trackOn(data.truck, data.since)}>当日轨迹</Link>}</p>
      <Facts alarm={data} />
      <Card size="small" title="作为依据的定位" style={{ marginBottom: 12 }}>
        <ul className="plain-list" style={{ display: 'grid', gap: 6 }}>
          {data.evidence.map((proof) => (
            <li key={proof.atMs} className="number">{momentOf(new Date(proof.atMs).toISOString())}　{proof.lat.toFixed(5)}, {proof.lon.toFixed(5)}　{Math.round(proof.speedKmh)} 公里/小时{proof.cover === undefined ? '' : proof.cover === 'open' ? '　篷盖打开' : '　篷盖关闭'}{proof.lift === 'up' ? '　车厢举升' : ''}</li>
          ))}
        </ul>
      </Card>
      <AlarmPicturesPanel alarm={id} />
      <Card size="small" title="处置经过">
        {data.history.length === 0 ? <span className="quiet">还没有人处置</span> : <Timeline items={data.history.map((step) => ({ key: step.seq, content: <><b>{STEP_TITLES[step.kind]}</b>　{[step.cause, step.text].filter((one) => one !== undefined && one !== '').join('：')}{step.event !== undefined && <>　<Link to={`/monitoring/events/${step.event}`}>监控事件 {step.eventNumber}</Link></>}<div className="quiet number">{step.who}　{momentOf(step.at)}</div></> }))} />}
      </Card>
      {kind !== undefined && <StepForm alarm={data} kind={kind} close={() => take(undefined)} />}
    </>
  )
}

function Facts({ alarm }: { readonly alarm: AlarmView }) {
  const { basis } = alarm
  return (
    <Card size="small" style={{ marginBottom: 12 }}>
      <Descriptions size="small" column={{ xs: 1, md: 2 }} items={[
        { key: 'state', label: '状态', children: <Tag color={STATE_COLOURS[alarm.state]}>{ALARM_STATES[alarm.state]}</Tag> },
        { key: 'time', label: '时间', children: <span className="number">{momentOf(alarm.since)} {alarm.until === undefined ? '起，仍在持续' : `至 ${momentOf(alarm.until)}`}</span> },
        ...(alarm.measured === undefined ? [] : [{ key: 'worst', label: '最大值', children: `${alarm.measured}（阈值 ${alarm.threshold ?? ''}）` }]),
        { key: 'source', label: '阈值来源', children: `${alarm.source}${alarm.verified ? '' : '（未经核实）'}` },
        ...alarm.about.map(({ name, value }, index) => ({ key: `about-${index}`, label: name, children: value })),
        { key: 'basis', label: '依据', children: basis.length === 0 ? '没有找到处罚这种行为的条文：只提示到现场查看车辆' : <ul className="plain-list">{basis.map((one) => <li key={one.text}>{one.text}{one.verified ? '' : '（条文未经核实）'}{one.competent === undefined ? '' : `，由${one.competent}处罚`}</li>)}</ul> },
      ]} />
    </Card>
  )
}

function StepForm({ alarm, kind, close }: { readonly alarm: AlarmView; readonly kind: Kind; readonly close: () => void }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ text?: string; cause?: string }>()
  const [key] = useState(() => crypto.randomUUID())
  const send = useMutation({
    mutationFn: (said: { readonly text?: string; readonly cause?: string }) => post<AlarmView>(`/api/trucks/alarms/${encodeURIComponent(alarm.id)}/steps`, { step: { kind, text: said.text ?? '', ...(kind === 'dismiss' ? { cause: said.cause } : {}) }, version: alarm.steps }, key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['trucks'] })
      void message.success(`已登记「${STEP_TITLES[kind]}」`)
      close()
    },
  })
  return (
    <Modal open title={STEP_TITLES[kind]} okText={STEP_TITLES[kind]} confirmLoading={send.isPending} onCancel={close} onOk={() => form.submit()}>
      {send.isError && <Failure error={send.error} />}
      {kind === 'raise' && <Alert type="info" showIcon style={{ marginBottom: 12 }} title="转出后仍须审核记录是否真实、清晰、完整、准确；终端没有登记或者不在有效期内的，不得作为证据（《行政处罚法》第四十一条）。" />}
      <Form form={form} layout="vertical" onFinish={(said) => send.mutate(said)}>
        {kind === 'dismiss' && <Form.Item name="cause" label="误报原因" rules={[{ required: true, message: '请选择误报原因' }]}><Select options={Object.entries(DISMISSALS).map(([value, label]) => ({ value, label }))} /></Form.Item>}
        <Form.Item name="text" label="说明" rules={MUST_SAY.includes(kind) ? [{ required: true, min: 2, message: '请填写说明，至少两个字' }] : []}><Input.TextArea rows={3} maxLength={500} showCount autoFocus /></Form.Item>
      </Form>
    </Modal>
  )
}
